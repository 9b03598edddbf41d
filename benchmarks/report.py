"""How fast a report is made, as a share of one scan of the same tables in plain SQL.

Run `python benchmarks/report.py`: 10,000 suppliers, 2,000 statements, three years of yearly
assessments with 50 findings each, put into a fresh SQLite database as rows. The scan reads every
column of every row of the tables that the figures rest on, inside SQLite. Numbers of one run on
one machine; what counts is the ratio.
"""

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import text
from sqlmodel import Session

from app.db.engine import insert_rows
from app.features.reports.figures import report_of
from app.features.reports.files import Form, rendered
from app.installation import Installation, open_installation
from app.security.organisations import own_organisation
from app.settings import Settings
from models import Assessment, Document, Finding, Intake, IntakeSupplier, Statement, Supplier
from models.intake import IntakeState
from scoring.catalogue import CARDS
from scoring.escalation.indicators import indicators_of
from scoring.reference.vocabulary import Decision, Level, Outcome, RiskBand, Severity, Theme
from scoring.statements.criteria import DEFINITIONS

SUPPLIERS, STATEMENTS, FINDINGS = 10_000, 2_000, 50
YEARS = (2024, 2025, 2026)
AT = date(2026, 11, 25)
TABLES = (
    "supplier",
    "intake",
    "intake_supplier",
    "assessment",
    "finding",
    "statement",
    "document",
)
CATEGORIES = ("Cleaning", "Social care", "Construction and repair", "Food", "Security")
PLACES = ("Westminster", "Kensington and Chelsea", "Camden", "Leeds", "")
OUTCOMES = (
    *(Outcome.UNKNOWN,) * 9,
    *(Outcome.MET,) * 2,
    Outcome.NOT_MET,
    Outcome.NOT_APPLICABLE,
)
"""As they fall on the example council: most of what is asked is not known."""
RULES = [card for card in CARDS if card.theme is not Theme.STATEMENT][:FINDINGS]
VERSIONS = {"rules": "0" * 12, "criteria": "1", "model": "1" * 12, "reader": "1"}


def main() -> None:
    """Fill a database, then time the scan, the figures and every rendering in fresh processes."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        began = time.perf_counter()
        with open_installation(Settings(home=home)) as opened:
            fill(opened)
        print(f"filled in {time.perf_counter() - began:.0f} s")
        size = (home / "candour.sqlite").stat().st_size / 1e6
        print(f"database of {size:,.0f} MB\n")
        print("| what | CPU seconds | of one scan | memory, MB |")
        print("|---|---|---|---|")
        for what in ("scan", "figures", *Form):
            told = subprocess.run(
                [sys.executable, __file__, str(home), what], check=True, capture_output=True
            )
            print(told.stdout.decode().strip(), flush=True)


def one(home: Path, what: str) -> None:
    """Time one piece of work in this process and print its line."""
    with open_installation(Settings(home=home)) as opened:
        with opened.database.session() as session:
            organisation = own_organisation(session, now=datetime.now(UTC)).id
        base = timed(lambda: scan(opened))
        if what == "scan":
            line(what, base, base)
        elif what == "figures":
            line(what, timed(lambda: figures(opened, organisation)), base)
        else:
            made = figures(opened, organisation)
            line(what, timed(lambda: rendered(made, Form(what)), times=1), base)


def timed(work: Callable[[], object], times: int = 3) -> float:
    """Return the best CPU time of a few runs, the first of which warms the file cache.

    SQLite and the printer run in this process, so theirs is counted, and what others do on the
    machine meanwhile is not.
    """
    best = float("inf")
    for _ in range(times):
        began = time.process_time()
        work()
        best = min(best, time.process_time() - began)
    return best


def line(what: str, seconds: float, base: float) -> None:
    """Print a line of the table."""
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"| {what} | {seconds:.2f} | {seconds / base:.2f} | {memory:,.0f} |")


def scan(home: Installation) -> None:
    """Read every column of every row of the tables, once, inside the database."""
    with home.database.engine.connect() as connection:
        for table in TABLES:
            columns = [row[1] for row in connection.execute(text(f"PRAGMA table_info({table})"))]
            sums = ", ".join(f'SUM(LENGTH("{each}"))' for each in columns)
            connection.execute(text(f"SELECT {sums} FROM {table}")).one()


def figures(home: Installation, organisation: UUID) -> Any:
    """Compute every figure of the report."""
    with home.database.session() as session:
        return report_of(session, organisation, AT)


def fill(home: Installation) -> None:
    """Put three years of a large council into the database."""
    with home.database.session() as session:
        organisation = own_organisation(session, now=datetime(2024, 1, 1, tzinfo=UTC)).id
    with home.database.session() as session:
        suppliers = [uuid4() for _ in range(SUPPLIERS)]
        insert_rows(session, Supplier, _suppliers(organisation, suppliers))
        statements = _statements(session, organisation, suppliers)
        for year in YEARS:
            now = datetime(year, 10, 1, tzinfo=UTC)
            intake = Intake(
                organisation_id=organisation,
                sha256=f"{year}",
                name=f"{year}.csv",
                state=IntakeState.TAKEN,
                created_at=now,
            )
            session.add(intake)
            session.flush()
            insert_rows(session, IntakeSupplier, _named(intake.id, suppliers))
            assessed = [uuid4() for _ in suppliers]
            told = zip(suppliers, assessed, strict=True)
            insert_rows(
                session,
                Assessment,
                (
                    _assessment(organisation, supplier, id, number, now, statements.get(supplier))
                    for number, (supplier, id) in enumerate(told)
                ),
            )
            insert_rows(session, Finding, _findings(assessed, year))


def _suppliers(organisation: UUID, ids: list[UUID]) -> Iterator[dict[str, Any]]:
    lists = ("company_numbers", "countries", "sic_codes", "category_codes", "workforce")
    for number, id in enumerate(ids):
        yield {
            "id": id,
            "organisation_id": organisation,
            "key": f"supplier {number}",
            "name": f"Supplier {number} Ltd",
            **{name: [] for name in lists},
            "likely_person": False,
            "on_list": True,
            "rank": 0,
            "created_at": datetime(2024, 1, 1, tzinfo=UTC),
        }


def _statements(session: Session, organisation: UUID, suppliers: list[UUID]) -> dict[UUID, UUID]:
    made = {supplier: uuid4() for supplier in suppliers[:STATEMENTS]}
    now = datetime(2024, 6, 1, tzinfo=UTC)
    empty: dict[str, Any] = {"notices": [], "identity": {}, "read_at": now, "body": b"x" * 20_000}
    insert_rows(
        session,
        Document,
        ({"sha256": str(id), "name": "statement.pdf", **empty} for id in made.values()),
    )
    insert_rows(
        session,
        Statement,
        (
            {
                "id": id,
                "organisation_id": organisation,
                "supplier_id": supplier,
                "document_sha256": str(id),
                "name": "statement.pdf",
                "added_at": now,
            }
            for supplier, id in made.items()
        ),
    )
    return made


def _named(intake: UUID, suppliers: list[UUID]) -> Iterator[dict[str, Any]]:
    for number, supplier in enumerate(suppliers, start=2):
        yield {
            "id": uuid4(),
            "intake_id": intake,
            "supplier_id": supplier,
            "first_row": number,
        }


def _assessment(
    organisation: UUID,
    supplier: UUID,
    id: UUID,
    number: int,
    now: datetime,
    statement: UUID | None,
) -> dict[str, Any]:
    figure = Decimal(number % 100)
    category, place = CATEGORIES[number % 5], PLACES[number % 5]
    part = {"points": "12.00", "low": "10.00", "high": "15.00", "reason": "As told " * 6}
    part |= {"source": "Cabinet Office PPN 009 (17 February 2025)", "known": True, "value": "GB"}
    names = (
        "industry",
        "workforce",
        "location",
        "context",
        "commodity",
        "business_model",
        "scale",
    )
    parts = [part | {"part": name} for name in names]
    parts[0]["value"], parts[2]["value"] = category, "United Kingdom"
    contract = {"reference": f"C{number}", "title": "Services", "place": place}
    contract |= {"annual_value": "10000.00", "third_party": number % 2 == 0, "pay": "14.80"}
    levels = [
        {
            "criterion": each.criterion.value,
            "level": list(Level)[number % 4].value,
            "contribution": "3.00",
            "max_contribution": "5",
            "why": "3 sentences tell of what is done.",
            "raise_it": each.evidenced,
        }
        for each in DEFINITIONS
    ]
    facts = {"name": f"Supplier {number} Ltd", "contracts": [contract], "answers": []}
    return {
        "id": id,
        "organisation_id": organisation,
        "supplier_id": supplier,
        "as_at": now.date(),
        "created_at": now,
        "statement_id": statement,
        "statement_score": figure if statement else None,
        "exposure": figure,
        "control": figure,
        "risk": figure,
        "risk_low": figure,
        "risk_high": figure,
        "band": list(RiskBand)[(number + now.year) % 4],
        "decision": list(Decision)[number % 3],
        "reason": "A person should look.",
        "inputs": {
            "at": str(now.date()),
            "facts": facts,
            "documents": [],
            "unread": [],
            "matched": {"state": "accepted", "reasons": [], "decided_by": ""},
        },
        "breakdown": {
            "exposure": {"contributions": parts},
            "control": {"contributions": parts},
            "risk": {"contributions": parts * 2},
            "levels": levels if statement else [],
        },
        "versions": VERSIONS,
        "digest": "0" * 64,
    }


def _findings(assessed: list[UUID], year: int) -> Iterator[dict[str, Any]]:
    for number, assessment in enumerate(assessed):
        for place, card in enumerate(RULES):
            outcome = OUTCOMES[(number * 7 + place * 3 + year) % len(OUTCOMES)]
            yield {
                "id": uuid4(),
                "assessment_id": assessment,
                "position": place,
                "rule": card.id,
                "version": card.version,
                "theme": card.theme,
                "title": card.title,
                "outcome": outcome,
                "severity": Severity.MEDIUM,
                "detail": "Nobody has said whether this is so. " * 2,
                "source": card.source,
                "remedy": "Ask for it.",
                "subject": f"C{number}" if card.id.startswith("pay.") else "",
                "indicators": list(indicators_of(card.id)) if outcome is Outcome.NOT_MET else [],
            }


if __name__ == "__main__":
    if len(sys.argv) > 2:
        one(Path(sys.argv[1]), sys.argv[2])
    else:
        main()
