"""Fixtures policy: the example council with a past, made once and only read.

Its real assessments are dated 25 November 2026; each supplier gets an older one of 1 June with
another band, and one supplier is listed later, so that past days differ.
"""

import json
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from app.features.actions.service import ActionChange, ActionWanted, add_action, change_action
from app.features.registers.referrals import take_in_referrals
from app.features.reports.figures import report_of
from app.features.reports.table_types import Report
from app.installation import Installation, open_installation
from app.security.principal import Principal
from app.settings import Settings
from app.terminal.context import default_tenant
from models import ActionState, Check, DecisionTaken, Remedy, RemedyKind
from models.person import Role
from scoring.reference.vocabulary import Decision
from tests.places import COUNCIL

BEFORE, JUNE, NOW = date(2026, 1, 1), date(2026, 6, 30), date(2026, 11, 26)
DAYS = (BEFORE, JUNE, NOW)

ReportOn = Callable[[date], Report]


@pytest.fixture(scope="session")
def past(council: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not Settings(home=council).embedded:
        pytest.skip("this past is written into, and recomputed from, an SQLite file")
    folder = tmp_path_factory.mktemp("past") / "home"
    shutil.copytree(council, folder)
    with sqlite3.connect(folder / "candour.sqlite") as database:
        _give_it_a_past(database)
    database.close()
    with open_installation(Settings(home=folder)) as home:
        _keep_what_people_did(home, default_tenant(home))
    return folder


def _give_it_a_past(database: sqlite3.Connection) -> None:
    database.execute("UPDATE intake SET created_at = '2026-05-01 09:00:00'")
    database.execute(
        "UPDATE assessment SET as_at = '2026-11-25', created_at = '2026-11-25 10:00:00'"
    )
    columns = [row[1] for row in database.execute("PRAGMA table_info(assessment)")]
    rows = database.execute("SELECT * FROM assessment ORDER BY supplier_id").fetchall()
    for number, row in enumerate(rows):
        old = dict(zip(columns, row, strict=True))
        kept, old["id"] = old["id"], uuid4().hex
        old |= {"as_at": "2026-06-01", "created_at": "2026-06-02 10:00:00"}
        old["band"] = ("low", "medium", "high", "very_high")[number % 4]
        if number % 5 == 0:
            old["statement_score"] = None
        if number % 5:
            _sell_cleaning(database, row[columns.index("id")])
        if number % 5 in {2, 4}:
            _raise_a_sign(database, row[columns.index("id")])
        marks = ", ".join("?" for _ in columns)
        database.execute(f"INSERT INTO assessment VALUES ({marks})", list(old.values()))
        _copy_findings(database, kept, old["id"], number)


def _sell_cleaning(database: sqlite3.Connection, assessment: str) -> None:
    """Of one category, so that there are enough suppliers for a group."""
    (told,) = database.execute(
        "SELECT breakdown FROM assessment WHERE id = ?", [assessment]
    ).fetchone()
    changed = json.loads(told)
    for part in changed["exposure"]["contributions"]:
        if part["part"] == "industry":
            part["value"] = "Cleaning"
    database.execute(
        "UPDATE assessment SET breakdown = ? WHERE id = ?", [json.dumps(changed), assessment]
    )


def _raise_a_sign(database: sqlite3.Connection, assessment: str) -> None:
    """A fee that a worker paid: some have the sign, and at least as many of a group do not."""
    database.execute(
        "UPDATE finding SET outcome = 'not_met', indicators = '[\"ilo.debt_bondage\"]' "
        "WHERE assessment_id = ? AND rule = 'recruitment.fees'",
        [assessment],
    )


def _copy_findings(database: sqlite3.Connection, kept: str, made: str, number: int) -> None:
    columns = [row[1] for row in database.execute("PRAGMA table_info(finding)")]
    marks = ", ".join("?" for _ in columns)
    for row in database.execute(
        "SELECT * FROM finding WHERE assessment_id = ?", [kept]
    ).fetchall():
        old = dict(zip(columns, row, strict=True))
        old |= {"id": uuid4().hex, "assessment_id": made}
        if number % 3 == 0 and old["rule"] == "pay.living_wage":
            old["outcome"] = "unknown"
        database.execute(f"INSERT INTO finding VALUES ({marks})", list(old.values()))


def _remedies(organisation: UUID, supplier: UUID, at: datetime) -> list[Remedy]:
    """Verified and not, of many workers, of few and of an unknown number."""
    given = [
        (RemedyKind.FEES_REPAID, 14, "21000.50", True),
        (RemedyKind.FEES_REPAID, 3, "900.00", True),
        (RemedyKind.FEES_REPAID, 40, None, False),
        (RemedyKind.WAGES_MADE_GOOD, None, "1200.00", True),
        (RemedyKind.DOCUMENTS_RETURNED, 4, None, True),
    ]
    return [
        Remedy(
            organisation_id=organisation,
            supplier_id=supplier,
            kind=kind,
            workers=workers,
            amount=None if amount is None else Decimal(amount),
            agreed_with="The workers",
            agreed_on=at.date(),
            verified_by="Ada" if verified else "",
            verified_at=at if verified else None,
            created_at=at,
            updated_at=at,
        )
        for kind, workers, amount, verified in given
    ]


def _keep_what_people_did(home: Installation, organisation: UUID) -> None:
    data = (COUNCIL / "referrals.csv").read_bytes()
    at = datetime(2026, 10, 10, 9, tzinfo=UTC)
    with home.database.session() as session:
        take_in_referrals(session, organisation, name="referrals.csv", data=data, now=at)
        connection = session.connection().connection
        rows = list(
            connection.cursor().execute(
                "SELECT id, supplier_id FROM assessment WHERE as_at = '2026-11-25' "
                "ORDER BY risk DESC"
            )
        )
        session.add_all(_remedies(organisation, UUID(rows[0][1]), at))
        taken = (
            (Decision.STOP, Decision.STOP),
            (Decision.STOP, Decision.REFER),
            (Decision.REFER, Decision.STOP),
        )
        for (assessment, supplier), (proposed, decision) in zip(rows, taken, strict=False):
            check = Check(
                organisation_id=organisation,
                supplier_id=UUID(supplier),
                assessment_id=UUID(assessment),
                proposed=proposed,
                valid_until=date(2026, 12, 25),
                created_at=at,
            )
            session.add(check)
            session.flush()
            session.add(
                DecisionTaken(
                    organisation_id=organisation,
                    check_id=check.id,
                    sequence=1,
                    decision=decision,
                    reason="Talked through.",
                    decided_by="A. Person",
                    decided_at=at,
                )
            )
    _agree_actions(home, organisation, [UUID(supplier) for _, supplier in rows])


def _agree_actions(home: Installation, organisation: UUID, suppliers: list[UUID]) -> None:
    """Five actions; of two, what is so in November is not what was so in June."""
    officer = Principal(organisation, Role.OFFICER, "A. Person")
    shown = ActionChange(state=ActionState.DONE, shown="Payslips seen.")
    changes: tuple[tuple[date, date, dict[date, ActionChange]], ...] = (
        (date(2026, 10, 10), date(2027, 1, 1), {}),
        (date(2026, 10, 10), date(2026, 11, 1), {date(2026, 10, 12): shown}),
        (date(2026, 10, 10), date(2026, 11, 1), {}),
        (
            date(2026, 6, 5),
            date(2026, 9, 1),
            {
                date(2026, 6, 20): shown,
                date(2026, 6, 25): ActionChange(shown="The contract too."),
                date(2026, 10, 1): ActionChange(state=ActionState.OPEN),
            },
        ),
        (
            date(2026, 2, 1),
            date(2026, 6, 15),
            {
                date(2026, 7, 1): ActionChange(due=date(2027, 3, 1)),
                date(2026, 8, 1): shown,
                date(2026, 9, 9): ActionChange(detail="As agreed by telephone."),
            },
        ),
    )
    for supplier, (agreed, due, later) in zip(suppliers, changes, strict=False):
        wanted = ActionWanted("A. Person", due, supplier, title="Show payslips")
        with home.database.session() as session:
            action = add_action(session, officer, wanted, now=_noon(agreed)).id
        for day, change in later.items():
            with home.database.session() as session:
                change_action(session, officer, action, change, now=_noon(day))


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), tzinfo=UTC)


@pytest.fixture(scope="session")
def opened(past: Path) -> Iterator[Installation]:
    with open_installation(Settings(home=past)) as home:
        yield home


@pytest.fixture(scope="session")
def report_on(opened: Installation) -> ReportOn:
    made: dict[date, Report] = {}

    def on(day: date) -> Report:
        if day not in made:
            organisation = default_tenant(opened)
            with opened.database.session() as session:
                made[day] = report_of(session, organisation, day)
        return made[day]

    return on
