"""The worked cases through the pages, by plain forms, and the steps from letter to notice."""

import html
import re
from datetime import datetime, timedelta
from io import BytesIO
from typing import Any

import pdfplumber
import pytest
from fastapi.testclient import TestClient
from httpx import Response

from app.dates import LONDON
from scoring.exclusion.grounds import grounds_in_force
from scoring.exclusion.procurements import OTHER_LAW
from tests.app.exclusion.conftest import FIRM

TODAY = datetime.now(LONDON).date()
RECENT = TODAY - timedelta(days=300)
FULL = {
    "shown-taken_seriously": "yes", "evidence-taken_seriously": "Fees repaid to 14 workers",
    "shown-steps": "yes", "evidence-steps": "Audit of March",
    "shown-commitments": "yes", "evidence-commitments": "Access for visits",
}  # fmt: skip


def day(name: str, value: Any) -> dict[str, str]:
    parts = {"day": value.day, "month": value.month, "year": value.year}
    return {f"{name}-{part}": str(number) for part, number in parts.items()}


def plain(response: Response) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", response.text)).split())


def send(office: TestClient, address: str, **given: str) -> Response:
    """Send the form at an address with the version that its page was drawn for."""
    drawn = office.get(address)
    [version] = set(re.findall(r'name="version" value="(\d+)"', drawn.text)) or {""}
    return office.post(address, data={"version": version, **given})


@pytest.fixture
def address(office: TestClient, supplier_id: str) -> str:
    form = {"title": "Cleaning of libraries", "procurement": "open"}
    opened = office.post(f"/suppliers/{supplier_id}/exclusion-case", data=form)
    assert opened.status_code == 303
    return str(opened.headers["location"])


def declare(
    office: TestClient, address: str, ground: str, person: dict[str, str] | None, **more: Any
) -> None:
    place = f"{address}/persons/0"
    if person:
        added = send(office, f"{address}/persons", **person)
        assert added.status_code == 303, plain(added)
        place = added.headers["location"]
    saved = send(office, place, **{ground: "yes"})
    assert saved.headers["location"] == f"{place}/{ground}"
    details = {"identity": "confirmed", **day("event", more.pop("event", RECENT)), **more}
    assert send(office, f"{place}/{ground}", **details).status_code == 303


def sub(name: str = "Oak Ltd", **more: str) -> dict[str, str]:
    return {"name": name, "party": "supplier", "connection": "itself", **more}


@pytest.mark.parametrize(
    ("ground", "person", "details", "path"),
    [
        pytest.param(
            "sch6.23.slavery", sub("A. Elm", connection="director_of_subsidiary"), {},
            "A. Elm : Not known yet", id="a subsidiary's director",
        ),
        pytest.param(
            "sch6.22", None, {"event": TODAY.replace(year=2022, month=2, day=23)},
            f"{FIRM} : Too old to count", id="before the look-back",
        ),
        pytest.param(
            "sch7.1a", None, {**FULL, **day("last_occurred", RECENT)},
            "A discretionary ground may apply, with self-cleaning shown in full",
            id="full self-cleaning",
        ),
        pytest.param(
            "sch7.1a", None, {"shown-steps": "yes"},
            f"{FIRM} : A discretionary ground may apply", id="partial self-cleaning",
        ),
        pytest.param(
            "sch6.22", sub(party="associated_person"), {},
            "Oak Ltd : A mandatory ground may apply", id="agency without licence, convicted",
        ),
        pytest.param(
            "sch6.34", None, {"related": "sch6.23.order"},
            f"{FIRM} : A mandatory ground may apply", id="order breached abroad",
        ),
        pytest.param(
            "sch6.21",
            sub(
                connection="predecessor_company",
                **{f"test-{place}": "yes" for place in range(4)},
            ),
            {}, "Oak Ltd : A mandatory ground may apply", id="predecessor company",
        ),
        pytest.param(
            "sch6.22", None, {"identity": "name_only"}, f"{FIRM} : Not known yet", id="namesake"
        ),
        pytest.param(
            "sch7.3a", sub(party="associated_person"), {},
            "Oak Ltd : A discretionary ground may apply", id="associated person",
        ),
        pytest.param(
            "sch6.23.slavery", None, {**FULL, **day("last_occurred", RECENT)},
            f"{FIRM} : A mandatory ground may apply", id="mandatory ground with self-cleaning",
        ),
        pytest.param(
            "sch6.21", sub("A. Elm", connection="director", individual="yes"), {"spent": "yes"},
            "A. Elm : Not known yet", id="spent conviction",
        ),
    ],
)  # fmt: skip
def test_worked_case_through_pages_gets_the_path_of_the_act(
    office: TestClient,
    address: str,
    ground: str,
    person: dict[str, str] | None,
    details: dict[str, Any],
    path: str,
) -> None:
    declare(office, address, ground, person, **details)
    assert path in plain(office.get(address))


def test_subcontractor_on_the_debarment_list_through_pages_is_above_all(
    office: TestClient, address: str
) -> None:
    send(office, f"{address}/persons", **sub("Birch Ltd", party="intended_subcontractor"))
    entry = {"person": "Birch Ltd", "kind": "mandatory", "identity": "confirmed"}
    assert send(office, f"{address}/debarment", **entry, **day("as_at", TODAY)).status_code == 303
    shown = plain(office.get(address))
    assert "What may follow: On the debarment list, on a mandatory ground" in shown
    assert "(section 28(5))" in shown


def test_entry_only_on_national_security_for_other_contracts_through_pages_weighs_nothing(
    office: TestClient, address: str
) -> None:
    page = f"{address}/debarment"
    entry = {"person": FIRM, "identity": "confirmed", **day("as_at", TODAY)}
    wrong = send(office, page, **entry, kind="discretionary", describes_contract="no")
    assert wrong.status_code == 422
    assert "Only an entry on a mandatory ground describes contracts" in plain(wrong)
    assert send(office, page, **entry, kind="mandatory", describes_contract="no").is_redirect
    shown = plain(office.get(address))
    assert "What may follow: Not known yet" in shown
    assert "does not make the supplier excluded for this contract (section 57(3))" in shown


def test_case_pages_say_where_other_law_applies_and_ask_the_day_of_the_ruling(
    office: TestClient, address: str
) -> None:
    new_case = office.get(address).text.split('href="/suppliers/')[1].split('"')[0]
    form = plain(office.get(f"/suppliers/{new_case}/exclusion-case"))
    for shown in (plain(office.get(address)), form, plain(office.get("/exclusion-grounds"))):
        assert OTHER_LAW in shown
    for ground, words in (
        ("sch7.11.ruled", "Day of the ruling"),
        ("sch7.12.breach", "Day of the termination, damages or settlement"),
        ("sch7.12.performance", "Day of the failure to improve"),
    ):
        send(office, f"{address}/persons/0", **{ground: "yes"})
        assert words in plain(office.get(f"{address}/persons/0/{ground}"))


def test_unanswered_questions_through_pages_are_not_known_and_never_a_no(
    office: TestClient, address: str
) -> None:
    number = len(grounds_in_force(TODAY))
    shown = plain(office.get(address))
    assert "What may follow: Not known yet" in shown
    assert f"{number} grounds not answered" in shown
    answers = {each.id: "no" for each in grounds_in_force(TODAY)}
    assert send(office, f"{address}/persons/0", **answers).headers["location"] == address
    assert "What may follow: None declared" in plain(office.get(address))


def test_case_through_pages_from_letter_to_notice_and_pdf(
    office: TestClient, address: str
) -> None:
    declare(office, address, "sch6.22", None)
    drafted = office.get(f"{address}/letter").text
    assert "Nothing has been decided" in drafted
    assert "tip off" in drafted
    sent, due = TODAY - timedelta(days=20), TODAY - timedelta(days=6)
    letter = {"text": "To you", "lead": "Ada Lead", **day("sent_on", sent), **day("reply_by", due)}
    assert send(office, f"{address}/letter", **letter).headers["location"] == address
    assert "overdue" in plain(office.get("/exclusion-cases"))
    answer = {"text": "Repaid", **day("received_on", TODAY - timedelta(days=2))}
    assert send(office, f"{address}/answer", **answer).status_code == 303
    decision = {"outcome": "excluded", "reasons": "Likely again", **day("excluded_on", TODAY)}
    assert send(office, f"{address}/decision", **decision).status_code == 303
    assert "Schedule 6, paragraph 22" in plain(office.get(f"{address}/notice"))
    assert send(office, f"{address}/notice", **day("notice_sent_on", TODAY)).status_code == 303
    shown = plain(office.get(address))
    assert "Exclude the supplier . Decided by" in shown
    for event in ("Case opened", "Letter sent", "Supplier answered", "Notice sent"):
        assert event in shown
    assert "999" in shown
    assert "guilty" not in shown
    printed = office.get(f"{address}/pdf")
    assert printed.content.startswith(b"%PDF")
    with pdfplumber.open(BytesIO(printed.content)) as pdf:
        words = " ".join(page.extract_text() for page in pdf.pages)
    assert "Letter sent" in words
    assert "999" in words
    assert (
        f"exclusion-case-{address.rsplit('/', 1)[-1]}.pdf"
        in printed.headers["content-disposition"]
    )


def test_form_with_a_fault_says_it_at_the_field_and_keeps_what_was_typed(
    office: TestClient, address: str, supplier_id: str
) -> None:
    wrong = send(office, f"{address}/letter", text="My letter", lead="")
    assert wrong.status_code == 422
    assert "My letter" in wrong.text
    assert 'href="#sent_on"' in wrong.text
    soon = send(office, f"{address}/decision", outcome="no_ground", reasons="My reasons")
    assert 'href="#outcome"' in soon.text
    assert "My reasons" in soon.text
    twice = send(office, f"{address}/persons", **sub(FIRM))
    assert 'href="#name"' in twice.text
    none = office.post(f"/suppliers/{supplier_id}/exclusion-case", data={})
    assert none.status_code == 422
    assert office.post(f"{address}/notes", data={"note": ""}).status_code == 422


def test_form_of_an_older_version_is_refused(office: TestClient, address: str) -> None:
    stale = office.post(f"{address}/persons/0", data={"version": "0", "sch6.22": "no"})
    assert stale.status_code == 412
    assert "Someone changed this case" in plain(stale)


def test_person_taken_out_goes_with_its_answers_and_the_supplier_stays(
    office: TestClient, address: str
) -> None:
    declare(office, address, "sch6.22", sub())
    [version] = set(re.findall(r'name="version" value="(\d+)"', office.get(address).text))
    assert office.post(f"{address}/persons/1/remove", data={"version": version}).is_redirect
    assert "Oak Ltd" not in plain(office.get(address)).partition("Timeline")[0]
    assert office.post(f"{address}/persons/0/remove", data={"version": "3"}).status_code >= 400


def clicked(office: TestClient, address: str, action: str) -> Response:
    versions = re.findall(r'name="version" value="(\d+)"', office.get(address).text)
    return office.post(action, data={"version": versions[0]})


def test_look_at_the_list_that_held_no_entry_is_stored_and_printed(
    office: TestClient, address: str
) -> None:
    assert "No look at the list is recorded" in plain(office.get(address))
    page = f"{address}/list-read"
    wrong = send(office, page, **day("read_on", TODAY + timedelta(days=1)), persons="0")
    assert wrong.status_code == 422
    assert 'href="#read_on"' in wrong.text
    assert 'href="#persons"' in send(office, page, **day("read_on", TODAY)).text
    assert send(office, page, **day("read_on", TODAY), persons="0").is_redirect
    shown = plain(office.get(address))
    assert "no entry." in shown
    assert "No look at the list" not in shown
    with pdfplumber.open(BytesIO(office.get(f"{address}/pdf").content)) as pdf:
        words = " ".join(page.extract_text() for page in pdf.pages)
    assert "Debarment list" in words


def test_wrong_entry_is_removed_and_traced(office: TestClient, address: str) -> None:
    entry = {"person": FIRM, "kind": "mandatory", "identity": "confirmed"}
    assert send(office, f"{address}/debarment", **entry, **day("as_at", TODAY)).is_redirect
    late = day("as_at", TODAY + timedelta(days=400))
    assert 'href="#as_at"' in send(office, f"{address}/debarment", **entry, **late).text
    assert "The debarment list makes this" in plain(office.get(f"{address}/decision"))
    assert clicked(office, address, f"{address}/debarment/0/remove").is_redirect
    shown = plain(office.get(address))
    assert "What may follow: Not known yet" in shown
    assert "mandatory ground, confirmed, read" in shown.partition("Timeline")[2]
    assert "→ nothing" in shown
    [version] = set(
        re.findall(r'name="version" value="(\d+)"', office.get(f"{address}/letter").text)
    )
    gone = office.post(f"{address}/debarment/0/remove", data={"version": version})
    assert gone.status_code == 404


def test_person_is_corrected_and_keeps_its_answers(office: TestClient, address: str) -> None:
    declare(office, address, "sch6.22", sub(connection="parent_undertaking"))
    page = f"{address}/persons/1/details"
    assert "Correct:" in plain(office.get(page))
    assert 'href="#party"' in send(office, page, connection="none").text
    assert send(office, page, party="supplier", connection="none", individual="no").is_redirect
    shown = plain(office.get(address))
    assert "Oak Ltd : About someone else" in shown
    assert "supplier, parent undertaking → supplier, none" in shown


def test_form_of_a_sole_trader_has_the_question_of_a_spent_conviction(
    office: TestClient, address: str
) -> None:
    send(office, f"{address}/persons/0/details", individual="yes")
    declare(office, address, "sch6.21", None, spent="yes")
    assert "Rehabilitation of Offenders Act 1974" in plain(office.get(address))


def test_evidence_for_a_no_is_stored_and_shown(office: TestClient, address: str) -> None:
    send(office, f"{address}/persons/0", **{"sch6.22": "no"})
    page = f"{address}/persons/0/sch6.22"
    assert page in office.get(f"{address}/persons/0").text
    details = {"identity": "confirmed", "evidence": "Register read, no licence offence"}
    assert send(office, page, **details).is_redirect
    assert "Register read, no licence offence" in plain(office.get(address))


def test_answer_not_known_is_no_answer_and_said_once(office: TestClient, address: str) -> None:
    answers = {each.id: "not_known" for each in grounds_in_force(TODAY)}
    send(office, f"{address}/persons/0", **answers)
    shown = plain(office.get(address))
    assert "Every ground was answered" not in shown
    assert "This was not answered. This was not answered." not in shown
    assert shown.count("This was not answered.") == len(answers)


def test_decision_through_pages_names_its_grounds(office: TestClient, address: str) -> None:
    declare(office, address, "sch6.22", None)
    declare(office, address, "sch7.11", None)
    assert "sch7.11|" in office.get(f"{address}/letter").text
    sent, due = TODAY - timedelta(days=20), TODAY - timedelta(days=6)
    letter = {"text": "To you", "lead": "Ada Lead", **day("sent_on", sent), **day("reply_by", due)}
    only = f"sch6.22|{FIRM}"
    stored = send(office, f"{address}/letter", **letter, grounds_shown="yes", grounds=only)
    assert stored.is_redirect
    decision = {"outcome": "excluded", "reasons": "Likely again", **day("excluded_on", TODAY)}
    refused = send(office, f"{address}/decision", **decision)
    assert "No letter put this to the supplier" in plain(refused)
    assert send(office, f"{address}/decision", **decision, grounds=only).is_redirect
    shown = plain(office.get(address))
    assert f"It rests on {FIRM} : Procurement Act 2023, Schedule 6, paragraph 22." in shown
    notice = plain(office.get(f"{address}/notice"))
    assert "paragraph 22" in notice
    assert "paragraph 11" not in notice


def test_exclusion_under_section_30_through_pages(office: TestClient, address: str) -> None:
    assert "section 30" in plain(office.get(f"{address}/decision"))
    sent, due = TODAY - timedelta(days=20), TODAY - timedelta(days=6)
    letter = {"text": "To you", "lead": "Ada Lead", **day("sent_on", sent), **day("reply_by", due)}
    send(office, f"{address}/letter", **letter)
    decision = {"outcome": "excluded", "reasons": "No answer", **day("excluded_on", TODAY)}
    made = send(office, f"{address}/decision", **decision, under_section_30="yes")
    assert made.is_redirect, plain(made)
    assert "Under section 30" in plain(office.get(address))
