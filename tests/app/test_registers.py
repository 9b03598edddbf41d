import re
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session, col, select

from app.features.assessments.inputs import facts_for, inputs_for
from app.features.registers.service import take_in_register
from app.installation import Installation
from app.main import create_app
from app.terminal.context import wait_for_job
from models import RegisterEntry, RegisterKind, Supplier
from scoring.assessment import assess
from scoring.facts import AnswerValue
from scoring.reference.vocabulary import Outcome
from scrapers.errors import SourceChanged
from tests.app.conftest import Vet

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
AT = NOW.date()
EMPLOYERS = b"Employer,Company number,Status\nAlder Works Limited,01234567,Accredited\n"
DEBARRED = (
    b"Supplier,Company number,Ground,Kind,Entered on\n"
    b"Birch Limited,09999999,Schedule 7: labour market misconduct,Discretionary,2026-09-01\n"
    b"Cedar Ltd,,Schedule 7: labour market misconduct,Discretionary,2026-09-01\n"
)
LIST = b"Supplier,Company Number\nAlder Works Ltd,01234567\nBirch Ltd,09999999\nCedar Ltd,\n"

REGISTRY_COLUMNS = (
    *("StatementYear", "OrganisationName", "CompanyNumber", "StatementURL"),
    *("StatementSummaryURL", "StatementStartDate", "StatementEndDate", "ApprovingPerson"),
    *("DateApproved", "GroupSubmission", "ParentName", "Turnover"),
    *("StatementIncludesOrgStructure", "StatementIncludesPolicies"),
    *("StatementIncludesRisksAssessment", "StatementIncludesDueDiligence"),
    *("StatementIncludesTraining", "StatementIncludesGoals"),
)
ALDER = (
    *("2022", "ALDER WORKS LIMITED", "1234567", "https://elm.example.org/statement"),
    *("https://registry.example.org/elm/2022", "01/03/2021", "28/02/2022", "Ada Elm (CEO)"),
    *("30/06/2022", "Yes", "ELM GROUP", "£36 million to £60 million"),
    *("Yes", "Yes", "Yes", "Yes", "No", "Yes"),
)
ALDER_BY_OAK = (
    *ALDER[:3],
    *("https://oak.example.org/statement", "https://registry.example.org/oak/2022"),
    *ALDER[5:10],
    "OAK GROUP",
    *ALDER[11:],
)


def registry(*rows: tuple[str, ...]) -> bytes:
    return "\n".join(",".join(each) for each in (REGISTRY_COLUMNS, *rows, ())).encode()


def load(session: Session, kind: RegisterKind, data: bytes, as_at: date = AT) -> None:
    take_in_register(session, kind, data, as_at=as_at, now=NOW)


def named(session: Session, name: str) -> Supplier:
    return session.exec(select(Supplier).where(Supplier.name == name)).one()


def test_accreditation_is_unknown_until_the_register_is_loaded_then_told_by_it(
    home: Installation, vet: Vet
) -> None:
    vet(("list.csv", LIST))
    with home.database.session() as session:
        alder, birch = named(session, "Alder Works Ltd"), named(session, "Birch Ltd")
        assert facts_for(session, alder, at=AT).accreditation_verified is None
        load(session, RegisterKind.LIVING_WAGE_EMPLOYERS, EMPLOYERS)
        assert facts_for(session, alder, at=AT).accreditation_verified is True
        assert facts_for(session, birch, at=AT).accreditation_verified is False


def test_a_debarment_by_number_is_certain_and_by_name_only_to_be_verified(
    home: Installation, vet: Vet
) -> None:
    vet(("list.csv", LIST))
    with home.database.session() as session:
        load(session, RegisterKind.DEBARMENT_LIST, DEBARRED)
        told = {
            name: [
                each.value
                for each in facts_for(session, named(session, name), at=AT).answers
                if each.question == "exclusion.debarred"
            ]
            for name in ("Alder Works Ltd", "Birch Ltd", "Cedar Ltd")
        }
    assert told == {
        "Alder Works Ltd": [],
        "Birch Ltd": [AnswerValue.YES],
        "Cedar Ltd": [AnswerValue.PARTLY],
    }


def test_what_a_register_no_longer_says_is_kept_with_the_day(home: Installation) -> None:
    with home.database.session() as session:
        load(session, RegisterKind.DEBARMENT_LIST, DEBARRED, date(2026, 10, 1))
        fewer = b"\n".join(DEBARRED.splitlines()[:2]) + b"\n"
        load(session, RegisterKind.DEBARMENT_LIST, fewer, date(2026, 11, 1))
        gone = session.exec(
            select(RegisterEntry).where(col(RegisterEntry.removed_on).is_not(None))
        ).one()
        assert (gone.name, gone.removed_on) == ("Cedar Ltd", date(2026, 11, 1))


def test_registry_company_in_two_groups_keeps_both_rows_in_any_order(
    home: Installation, vet: Vet
) -> None:
    vet(("list.csv", LIST))
    with home.database.session() as session:
        load(session, RegisterKind.STATEMENT_REGISTRY, registry(ALDER, ALDER_BY_OAK))
        load(session, RegisterKind.STATEMENT_REGISTRY, registry(ALDER_BY_OAK, ALDER))
        entries = session.exec(select(RegisterEntry)).all()
        facts = facts_for(session, named(session, "Alder Works Ltd"), at=AT)
    assert [each.removed_on for each in entries] == [None, None]
    assert {each.parent for each in facts.listed} == {"ELM GROUP", "OAK GROUP"}


def test_registry_row_without_document_is_named_with_year_address_and_band(
    home: Installation, vet: Vet
) -> None:
    vet(("list.csv", LIST))
    with home.database.session() as session:
        load(session, RegisterKind.STATEMENT_REGISTRY, registry(ALDER))
        inputs, read = inputs_for(session, named(session, "Alder Works Ltd"), at=AT)
    findings = {each.rule: each for each in assess(inputs, read).findings}
    due = findings["law.duty_to_publish"]
    assert due.detail.startswith(
        "The registry lists a statement for the year to 28 February 2022 at "
        "https://elm.example.org/statement; nothing newer."
    )
    band = next(each for each in due.evidence if "million" in each.quote)
    assert band.quote == "£36 million to £60 million a year"
    assert band.source.startswith("statement registry 2022, row of ALDER WORKS LIMITED")
    assert band.as_at == AT
    assert findings["registry.agrees"].outcome is Outcome.UNKNOWN


def test_registry_row_stored_before_it_had_an_approver_is_read(
    home: Installation, vet: Vet
) -> None:
    vet(("list.csv", LIST))
    with home.database.session() as session:
        load(session, RegisterKind.STATEMENT_REGISTRY, registry(ALDER))
        entry = session.exec(select(RegisterEntry)).one()
        entry.payload = {"year": 2022, "end": "", "turnover": "", "areas": {}}
        session.add(entry)
        session.flush()
        [listed] = facts_for(session, named(session, "Alder Works Ltd"), at=AT).listed
    assert (listed.registry_year, listed.end, listed.approver) == (2022, None, "")


def test_a_changed_source_is_refused_and_yesterdays_data_kept(home: Installation) -> None:
    with home.database.session() as session:
        load(session, RegisterKind.DEBARMENT_LIST, DEBARRED)
    with (
        pytest.raises(SourceChanged, match="Debarment list"),
        home.database.session() as session,
    ):
        load(session, RegisterKind.DEBARMENT_LIST, b"<html><body>moved</body></html>")
    with home.database.session() as session:
        assert len(session.exec(select(RegisterEntry)).all()) == 2


@pytest.mark.usefixtures("vet")
def test_register_sent_on_the_page_is_loaded_by_a_job_and_shown_among_the_sources(
    home: Installation,
) -> None:
    with TestClient(create_app(home.settings, works=False), follow_redirects=False) as pages:
        wrong = pages.post("/sources/load", data={"register": "none"})
        assert wrong.status_code == 422
        assert "Choose which register the file is" in wrong.text
        form = {"register": "living_wage_employers"}
        sent = pages.post("/sources/load", data=form, files={"file": ("list.csv", EMPLOYERS)})
        assert sent.status_code == 303
        wait_for_job(home, UUID(sent.headers["location"].rpartition("/")[2]), quiet=True)
        job = pages.get(sent.headers["location"]).text
        assert "Loading a register" in job
        assert "Finished" in job
        companies = b"Company name,Company number\nAlder Works Limited,01234567\n"
        form = {
            "register": "companies",
            "as_at-day": "1",
            "as_at-month": "11",
            "as_at-year": "2026",
        }
        sent = pages.post("/sources/load", data=form, files={"file": ("list.csv", companies)})
        wait_for_job(home, UUID(sent.headers["location"].rpartition("/")[2]), quiet=True)
        sources = " ".join(pages.get("/sources").text.split())
        assert re.search(r"Living wage employers</th> <td[^>]*>[^<]+</td><td[^>]*>1<", sources)
        assert re.search(r"Companies</th><td[^>]*>1 November 2026</td><td[^>]*>1<", sources)
        sent = pages.post(
            "/sources/load",
            data={"register": "debarment_list"},
            files={"file": ("list.csv", b"nothing,of\nthe,kind\n")},
        )
        wait_for_job(home, UUID(sent.headers["location"].rpartition("/")[2]), quiet=True)
        assert "Not taken in" in pages.get(sent.headers["location"]).text
        jobs = pages.get("/jobs").text
        assert jobs.count(">Load a register<") == 3
        assert "Vet a list" in jobs
