import json
import zipfile
from datetime import date, timedelta
from html import unescape
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session, col, func, select

from app.features.assessments.reproduce import Reproduced, reproduce
from app.features.imports.queries import account_of
from app.features.imports.schemas import serialize_account
from app.features.suppliers.queries import findings_of, ranked
from app.installation import Installation, open_installation
from app.jobs import list_failures
from app.main import create_app
from app.settings import Settings
from app.terminal.context import default_tenant
from models import (
    AddedRate,
    Assessment,
    Contract,
    Finding,
    Intake,
    IntakeSupplier,
    RateKind,
    Statement,
    Supplier,
)
from scoring.reference.vocabulary import Decision, DocumentKind, Outcome
from tests.app.conftest import Vet
from tests.places import SHARED, needs_real_files
from tests.scrapers.spreadsheets.books import sheet_of, with_entry

LIST = b"Supplier,Company Number,Contract ref,Title,Hourly rate\n"
STATEMENT = b"""# Modern slavery statement

This statement is made under section 54 of the Modern Slavery Act 2015 by Alder Works Ltd for the
financial year ending 31 March 2026.

We trained 40 of our 52 buyers in spotting forced labour in May 2025.
"""


WORKBOOK = [["Supplier", "Contract ref"], ["Alder Works Ltd", "C1"]]
BOMB = with_entry(sheet_of(WORKBOOK), "xl/worksheets/sheet1.xml", b" " * 9_000_000).replace(
    (9_000_000).to_bytes(4, "little"), (2_000_000_000).to_bytes(4, "little")
)


def with_far_cell() -> bytes:
    """A workbook whose last cell stands in the last row and column that there can be."""
    with zipfile.ZipFile(BytesIO(sheet_of(WORKBOOK))) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    made = sheet.replace("</sheetData>", far)
    return with_entry(sheet_of(WORKBOOK), "xl/worksheets/sheet1.xml", made.encode())


def counts(session: Session) -> dict[str, int]:
    tables = (Supplier, Contract, IntakeSupplier, Statement, Assessment)
    return {
        table.__name__: session.exec(select(func.count()).select_from(table)).one()
        for table in tables
    }


def assessment_named(session: Session, organisation: UUID, name: str) -> Assessment:
    return next(
        each.assessment
        for each in ranked(session, organisation)
        if each.supplier.name == name and each.assessment
    )


def test_example_council_without_a_register_shows_all_but_clear(council: Path) -> None:
    with open_installation(Settings(home=council)) as home, home.database.session() as session:
        assert set(session.exec(select(Finding.outcome))) == set(Outcome)
        # without a register of companies nobody is known, so nobody is cleared
        every = set(Decision) - {Decision.CLEAR}
        assert set(session.exec(select(Assessment.decision))) == every


def test_what_needs_a_person_today_comes_first_then_stops_then_risk(council: Path) -> None:
    with open_installation(Settings(home=council)) as home:
        organisation = default_tenant(home)
        with home.database.session() as session:
            found = [each.assessment for each in ranked(session, organisation) if each.assessment]
    order = [(each.urgent, each.decision is Decision.STOP, each.risk) for each in found]
    assert order == sorted(order, reverse=True)
    assert found[0].urgent


def test_every_assessment_is_reproduced_to_the_last_figure(council: Path) -> None:
    with open_installation(Settings(home=council)) as home, home.database.session() as session:
        for each in session.exec(select(Assessment)):
            assert reproduce(session, each, model=home.classifier.version) == Reproduced(True, ())


def test_reproduce_after_a_rate_was_added_judges_by_the_rates_of_then(council: Path) -> None:
    figures = dict.fromkeys(("adult", "youth", "under_18", "apprentice"), "60.00")
    with (
        open_installation(Settings(home=council)) as home,
        Session(home.database.engine) as session,
    ):
        assessments = session.exec(select(Assessment)).all()
        session.add(
            AddedRate(
                organisation_id=assessments[0].organisation_id,
                kind=RateKind.MINIMUM_WAGE,
                start=date(2026, 4, 1),
                figures=figures | {"offset": "11.10"},
                source="a notice",
                added_at=max(each.created_at for each in assessments) + timedelta(seconds=1),
            )
        )
        session.flush()
        again = [reproduce(session, each, model=home.classifier.version) for each in assessments]
        session.rollback()
    assert set(again) == {Reproduced(True, ())}


def test_what_was_changed_by_hand_is_named(council: Path) -> None:
    with (
        open_installation(Settings(home=council)) as home,
        Session(home.database.engine) as session,
    ):
        kept = session.exec(select(Assessment)).first()
        assert kept is not None
        kept.digest, kept.risk = "0" * 64, kept.risk + 1
        told = reproduce(session, kept, model=home.classifier.version)
        session.rollback()
    assert [each.what for each in told.differences] == ["residual risk"]


def test_every_row_of_a_list_ends_as_something(home: Installation, vet: Vet) -> None:
    rows = b"Alder Works Ltd,01234567,C1,Cleaning,14.80\n,,C2,Nobody's,\nBirch Ltd,,,,\n"
    job = vet(("list.csv", LIST + rows))
    with home.database.session() as session:
        answer = serialize_account(account_of(session, job)).model_dump()["lists"][0]
        assert (answer["rows"], answer["reported"]) == (3, 1)
        assert [row["row"] for row in answer["odd_rows"] if not row["taken"]] == [3]
        assert counts(session)["Supplier"] == 2


def test_ten_rows_of_a_sheet_of_a_million_are_ten(home: Installation, vet: Vet) -> None:
    rows = [WORKBOOK[0], *([f"Alder {n} Ltd", f"C{n}"] for n in range(10))]
    with zipfile.ZipFile(BytesIO(sheet_of(rows))) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    bold = '<row r="1048576" s="1"><c r="A1048576" s="0"/></row></sheetData>'
    made = sheet.replace("</sheetData>", bold).replace("A1:B11", "A1:B1048576")
    job = vet(("long.xlsx", with_entry(sheet_of(rows), "xl/worksheets/sheet1.xml", made.encode())))
    with home.database.session() as session:
        answer = serialize_account(account_of(session, job)).model_dump()["lists"][0]
        assert (answer["rows"], answer["contract"]) == (10, 10)


def test_a_release_that_lets_to_several_gives_a_row_for_each(home: Installation, vet: Vet) -> None:
    suppliers = [{"id": "s1", "name": "Alder Works Ltd"}, {"id": "s2", "name": "Birch Ltd"}]
    awards = [
        {"id": "a1", "status": "active", "title": "Cleaning", "suppliers": suppliers},
        {"id": "a2", "status": "active", "title": "Care", "suppliers": suppliers[:1]},
        {"id": "a3", "status": "cancelled", "suppliers": suppliers},
    ]
    data = json.dumps({"releases": [{"ocid": "o", "id": "1", "awards": awards}]}).encode()
    job = vet(("package.json", data))
    with home.database.session() as session:
        answer = serialize_account(account_of(session, job)).model_dump()["lists"][0]
        assert (answer["rows"], answer["contract"], answer["reported"]) == (4, 3, 1)
        assert {each["row"] for each in answer["odd_rows"]} == {1}
        assert counts(session)["Contract"] == 3


def test_the_same_list_twice_adds_nothing(home: Installation, vet: Vet) -> None:
    rows = b"Alder Works Ltd,01234567,C1,Cleaning,14.80\nBirch Ltd,,C3,Care,\n"
    vet(("list.csv", LIST + rows), statements=[("alder works.md", STATEMENT)])
    with home.database.session() as session:
        before = counts(session)
    vet(("list.csv", LIST + rows), statements=[("alder works.md", STATEMENT)])
    with home.database.session() as session:
        after = counts(session)
    assert {**after, "Assessment": 0} == {**before, "Assessment": 0}


def test_a_corrected_list_updates_and_keeps_what_only_the_old_one_held(
    home: Installation, vet: Vet
) -> None:
    vet(("list.csv", LIST + b"Alder Works Ltd,,C1,Cleaning,7.00\nBirch Ltd,,C3,Care,9.00\n"))
    vet(("list.csv", LIST + b"Alder Works Ltd,,C1,Cleaning,14.80\n"))
    with home.database.session() as session:
        assert counts(session)["Contract"] == 2
        old = session.exec(select(Intake).where(col(Intake.superseded).is_(True))).all()
        assert len(old) == 1
        found = assessment_named(session, old[0].organisation_id, "Alder Works Ltd")
        pay = [each.finding for each in findings_of(session, found.id)]
        assert "£14.80" in next(x.detail for x in pay if x.rule == "pay.minimum_wage")


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.csv", b"", "empty"),
        ("no suppliers.csv", b"Fruit,Colour\npear,green\nplum,blue\n", "supplier"),
        ("picture.csv", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "picture.csv"),
        ("bomb.xlsx", BOMB, "unpacks to more than"),
        ("far away.xlsx", with_far_cell(), "far away.xlsx"),
        ("cut off.xlsx", sheet_of(WORKBOOK)[:-200], "damaged"),
    ],
)
def test_a_list_that_is_none_is_refused_with_its_reason(
    home: Installation, vet: Vet, name: str, data: bytes, reason: str
) -> None:
    job = vet((name, data))
    with home.database.session() as session:
        assert reason in account_of(session, job).lists[0].reason
        assert not any(counts(session).values())
        assert [each.item for each in list_failures(session, job.id)] == [name]


def test_an_unreadable_statement_is_unknown_and_the_rest_goes_on(
    home: Installation, vet: Vet
) -> None:
    rows = b"Alder Works Ltd,,C1,Cleaning,14.80\nBirch Ltd,,,,\n"
    job = vet(
        ("list.csv", LIST + rows),
        statements=[("birch.pdf", b"%PDF-1.7 broken"), ("alder works.md", STATEMENT)],
    )
    with home.database.session() as session:
        assert [each.item for each in list_failures(session, job.id)] == ["birch.pdf"]
        organisation = job.organisation_id
        birch = assessment_named(session, organisation, "Birch Ltd")
        assert birch.statement_score is None
        told = {each.finding.rule: each.finding for each in findings_of(session, birch.id)}
        assert told["statement.readable"].outcome is Outcome.UNKNOWN
        alder = assessment_named(session, organisation, "Alder Works Ltd")
        assert alder.statement_score is not None


@needs_real_files
def test_a_real_register_keeps_every_contract_and_judges_every_statement(
    home: Installation, vet: Vet
) -> None:
    register = SHARED / "procurement" / "salford_contracts_register_2022-07.csv"
    offered = sorted(
        path
        for folder in ("statements", "not_statements")
        for path in (SHARED / folder).rglob("*")
        if path.is_file()
    )
    job = vet(
        (register.name, register.read_bytes()),
        statements=[(path.name, path.read_bytes()) for path in offered],
    )
    assert job.state == "done"
    with home.database.session() as session:
        account = account_of(session, job)
        assert account.lists[0].rows == 360
        assert counts(session)["Contract"] == 360
        folders = {path.name: path.relative_to(SHARED).parts[0] for path in offered}
        for each in account.statements:
            # wildfig.md says that the page "will set out" a commitment, around an open blank.
            real = folders[each.name] == "statements" and each.name != "wildfig.md"
            assert (each.kind == DocumentKind.STATEMENT) == real, each
            judged = each.score is not None or "judged instead" in each.reason
            assert judged == real, each
            assert bool(each.suppliers) == real
            assert each.reason
    with TestClient(create_app(home.settings, works=False)) as client:
        asked = {"supplier": {"name": "Kampakis and Co Ltd"}}
        told = client.post("/v1/checks", json=asked).json()
        assert told["proposed"] in ("ask", "refer")
        page = unescape(client.get(told["links"]["page"]).text)
        assessment = client.get(told["links"]["assessment"]).json()
        cited = [each for finding in assessment["findings"] for each in finding["evidence"]]
        assert any(each["page"] for each in cited)
        for each in [each for reason in told["reasons"] for each in reason["evidence"]]:
            assert each["quote"] in page
            assert not each["page"] or f"{each['source']}</bdi>, page {each['page']}" in page
