"""Fixtures policy: the example council with a past, made once and only read.

Its real assessments are dated 25 November 2026; each supplier gets an older one of 1 June with
another band, and one supplier is listed later, so that past days differ.
"""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from app.cli.at_home import own
from app.home import Home, open_home
from app.pipeline.take_in_referrals import take_in_referrals
from app.reports.figures import report_of
from app.reports.shapes import Report
from app.settings import Settings
from models import Action, ActionState, Check, DecisionTaken
from scoring.vocabulary import Decision
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
    with open_home(Settings(home=folder)) as home:
        _keep_what_people_did(home, own(home))
    return folder


def _give_it_a_past(database: sqlite3.Connection) -> None:
    database.execute("UPDATE intake SET created_at = '2026-05-01 09:00:00'")
    database.execute("UPDATE assessment SET at = '2026-11-25', created_at = '2026-11-25 10:00:00'")
    columns = [row[1] for row in database.execute("PRAGMA table_info(assessment)")]
    rows = database.execute("SELECT * FROM assessment ORDER BY supplier_id").fetchall()
    for number, row in enumerate(rows):
        old = dict(zip(columns, row, strict=True))
        kept, old["id"] = old["id"], uuid4().hex
        old |= {"at": "2026-06-01", "created_at": "2026-06-02 10:00:00"}
        old["band"] = ("low", "medium", "high", "very_high")[number % 4]
        if number % 5 == 0:
            old["statement_score"] = None
        marks = ", ".join("?" for _ in columns)
        database.execute(f"INSERT INTO assessment VALUES ({marks})", list(old.values()))
        _copy_findings(database, kept, old["id"], number)


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


def _keep_what_people_did(home: Home, organisation: UUID) -> None:
    data = (COUNCIL / "referrals.csv").read_bytes()
    at = datetime(2026, 10, 10, 9, tzinfo=UTC)
    with home.database.session() as session:
        take_in_referrals(session, organisation, name="referrals.csv", data=data, now=at)
        connection = session.connection().connection
        rows = list(
            connection.cursor().execute(
                "SELECT id, supplier_id FROM assessment WHERE at = '2026-11-25' ORDER BY risk DESC"
            )
        )
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
                    place=1,
                    decision=decision,
                    reason="Talked through.",
                    decided_by="A. Person",
                    decided_at=at,
                )
            )
        for number, state in enumerate((ActionState.OPEN, ActionState.DONE, ActionState.OPEN)):
            session.add(
                Action(
                    organisation_id=organisation,
                    supplier_id=UUID(rows[number][1]),
                    title="Show payslips",
                    owner="A. Person",
                    due=date(2026, 11, 1) if number else date(2027, 1, 1),
                    state=state,
                    created_at=at,
                    updated_at=at,
                )
            )


@pytest.fixture(scope="session")
def opened(past: Path) -> Iterator[Home]:
    with open_home(Settings(home=past)) as home:
        yield home


@pytest.fixture(scope="session")
def report_on(opened: Home) -> ReportOn:
    made: dict[date, Report] = {}

    def on(day: date) -> Report:
        if day not in made:
            organisation = own(opened)
            with opened.database.session() as session:
                made[day] = report_of(session, organisation, day)
        return made[day]

    return on
