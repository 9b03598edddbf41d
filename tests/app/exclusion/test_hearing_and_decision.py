"""A case over REST: heard on each ground, decided on named grounds, with every change traced."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx import Response

from app.dates import LONDON
from scoring.exclusion.grounds import grounds_in_force
from tests.app.exclusion.conftest import FIRM

TODAY = datetime.now(LONDON).date()


def day(days: int = 0) -> str:
    return (TODAY + timedelta(days=days)).isoformat()


@pytest.fixture
def case(office: TestClient, supplier_id: str) -> dict[str, Any]:
    made = office.post(f"/v1/suppliers/{supplier_id}/exclusion-cases", json={"title": "Cleaning"})
    body: dict[str, Any] = made.json()
    return body


def patch(office: TestClient, case: dict[str, Any], **change: object) -> Response:
    address = f"/v1/exclusion-cases/{case['id']}"
    return office.patch(address, json=change, headers={"If-Match": "*"})


def decide(office: TestClient, case: dict[str, Any], **decision: object) -> Response:
    address = f"/v1/exclusion-cases/{case['id']}/decision"
    body = {"outcome": "excluded", "reasons": "Likely again", "excluded_on": day(), **decision}
    return office.post(address, json=body, headers={"If-Match": "*"})


def yes(ground: str, **more: object) -> dict[str, object]:
    return {"person": FIRM, "ground": ground, "value": "yes", "event": day(-200), **more}


def letter(sent: int = -20, reply: int = -6, **more: object) -> dict[str, object]:
    days = {"sent_on": day(sent), "reply_by": day(reply)}
    return {"text": "To you", "lead": "Ada Lead", **days, **more}


def pointer(response: Response) -> str:
    assert response.status_code == 422, response.text
    return str(response.json()["errors"][0]["pointer"])


def test_exclusion_on_a_ground_that_no_letter_put_is_refused(
    office: TestClient, case: dict[str, Any]
) -> None:
    patch(office, case, declarations=[yes("sch7.11")])
    patch(office, case, letter=letter())
    patch(office, case, answer={"text": "We differ", "received_on": day(-8)})
    patch(office, case, declarations=[yes("sch7.11"), yes("sch6.23.slavery")])
    on_slavery = [{"person": FIRM, "ground": "sch6.23.slavery"}]
    for grounds in (None, on_slavery):
        refused = decide(office, case, grounds=grounds)
        assert pointer(refused) == "/outcome"
        assert "No letter put this" in refused.text
    other = [{"person": FIRM, "ground": "sch6.22"}]
    assert pointer(decide(office, case, grounds=other)) == "/grounds"
    made = decide(office, case, grounds=[{"person": FIRM, "ground": "sch7.11"}])
    assert made.is_success, made.text
    assert made.json()["decision_grounds"] == [{"person": FIRM, "ground": "sch7.11"}]
    draft = made.json()["notice_draft"]
    assert "paragraph 11" in draft
    assert "Modern Slavery" not in draft
    assert "Reasons: Likely again" in draft


def test_second_letter_needs_its_own_answer_and_the_first_stays(
    office: TestClient, case: dict[str, Any]
) -> None:
    patch(office, case, declarations=[yes("sch6.22")])
    patch(office, case, letter=letter(text="The first letter"))
    patch(office, case, answer={"text": "We repaid", "received_on": day(-8)})
    shown = patch(office, case, letter=letter(-1, 13, text="The second letter")).json()
    [first] = shown["earlier_letters"]
    assert (first["text"], first["answer"]) == ("The first letter", "We repaid")
    assert (shown["letter"], shown["answer"], shown["answered_on"]) == (
        "The second letter",
        "",
        None,
    )
    assert first["grounds"] == shown["letter_grounds"] == [{"person": FIRM, "ground": "sch6.22"}]
    assert pointer(decide(office, case)) == "/outcome"
    patch(office, case, answer={"text": "Nothing new", "received_on": day()})
    assert decide(office, case).is_success


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (letter(-9999), "/letter/sent_on"),
        (letter(-20, 800), "/letter/reply_by"),
        (letter(grounds=[{"person": FIRM, "ground": "sch6.21"}]), "/letter/grounds"),
    ],
)
def test_letter_that_cannot_be_right_is_refused(
    office: TestClient, case: dict[str, Any], change: dict[str, Any], where: str
) -> None:
    patch(office, case, declarations=[yes("sch6.22")])
    assert pointer(patch(office, case, letter=change)) == where


def test_exclusion_is_not_before_the_hearing(office: TestClient, case: dict[str, Any]) -> None:
    patch(office, case, declarations=[yes("sch6.22")])
    patch(office, case, letter=letter(-20, -6))
    for days in (-30, -20, -6):
        assert pointer(decide(office, case, excluded_on=day(days))) == "/excluded_on"
    assert decide(office, case, excluded_on=day(-5)).is_success


def test_replacement_is_not_before_its_letter_and_only_of_another_person(
    office: TestClient, case: dict[str, Any]
) -> None:
    replaced = {"outcome": "person_replaced"}
    patch(office, case, declarations=[yes("sch6.22")])
    patch(office, case, letter=letter())
    assert pointer(decide(office, case, **replaced)) == "/outcome"
    persons = [{"name": FIRM}, {"name": "Oak Ltd", "party": "associated_person"}]
    patch(office, case, persons=persons, declarations=[yes("sch6.22", person="Oak Ltd")])
    patch(office, case, letter=letter())
    assert pointer(decide(office, case, **replaced, excluded_on=day(-21))) == "/excluded_on"
    made = decide(office, case, **replaced, excluded_on=day(-20))
    assert made.is_success, made.text
    assert made.json()["notice_due"] == day(9)


def test_change_of_an_answer_is_traced_from_what_to_what(
    office: TestClient, case: dict[str, Any]
) -> None:
    patch(office, case, declarations=[yes("sch6.22", evidence="Leeds Crown Court, T2025/1")])
    no = {"person": FIRM, "ground": "sch6.22", "value": "no"}
    events = patch(office, case, declarations=[no]).json()["timeline"]
    last = events[-1]
    assert (last["event"], bool(last["by"])) == ("Persons or answers changed", True)
    assert "Schedule 6, paragraph 22: yes, conviction of" in last["text"]
    assert "evidence: Leeds Crown Court, T2025/1 → no" in last["text"]
    entries = office.get("/v1/audit", params={"limit": 500}).json()["items"]
    subject = f"exclusion-cases/{case['id']}"
    own = [each for each in entries if each["subject"] == subject]
    assert any("answers" in str(each) for each in own)
    before = patch(office, case, declarations=[no]).json()["timeline"]
    assert len(before) == len(events)


@pytest.mark.parametrize(
    "persons",
    [
        [{"name": "Other Ltd"}],
        [{"name": "Other Ltd"}, {"name": FIRM}],
        [{"name": FIRM, "connection": "none"}],
        [{"name": FIRM, "party": "associated_person"}],
    ],
)
def test_supplier_stays_the_first_person_of_its_case(
    office: TestClient, case: dict[str, Any], persons: list[dict[str, str]]
) -> None:
    assert pointer(patch(office, case, persons=persons)) == "/persons/0"


def test_exclusion_under_section_30_follows_a_letter_without_an_answer(
    office: TestClient, case: dict[str, Any]
) -> None:
    assert pointer(decide(office, case, under_section_30=True)) == "/outcome"
    patch(office, case, letter=letter(-20, 10))
    assert pointer(decide(office, case, under_section_30=True)) == "/outcome"
    patch(office, case, letter=letter(-15, -6))
    assert pointer(decide(office, case)) == "/outcome"
    early = decide(office, case, under_section_30=True, excluded_on=day(-6))
    assert pointer(early) == "/excluded_on"
    mild = decide(office, case, under_section_30=True, outcome="not_excluded")
    assert pointer(mild) == "/under_section_30"
    made = decide(office, case, under_section_30=True)
    assert made.is_success, made.text
    shown = made.json()
    assert (shown["under_section_30"], shown["notice_due"], shown["decision_grounds"]) == (
        True,
        None,
        [],
    )


def test_entry_on_national_security_that_describes_the_contract_is_notified(
    office: TestClient, case: dict[str, Any]
) -> None:
    entry = {"person": FIRM, "kind": "mandatory", "as_at": day(), "describes_contract": True}
    patch(office, case, debarment=[entry])
    shown = decide(office, case).json()
    assert shown["notice_due"] == day(29)
    assert "Schedule 6, paragraph 35" in shown["notice_draft"]
    assert patch(office, case, notice_sent_on=day()).is_success


def test_entry_of_a_connected_person_does_not_exclude_the_supplier(
    office: TestClient, case: dict[str, Any]
) -> None:
    holding = {"name": "Holding plc", "connection": "parent_undertaking"}
    entry = {"person": "Holding plc", "kind": "mandatory", "as_at": day()}
    shown = patch(office, case, persons=[{"name": FIRM}, holding], debarment=[entry]).json()
    assert (shown["path"], shown["severity"]) == ("not_known", "info")
    assert pointer(decide(office, case)) == "/outcome"


def test_debarred_supplier_stays_in_only_after_a_warning(
    office: TestClient, case: dict[str, Any]
) -> None:
    entry = {"person": FIRM, "kind": "mandatory", "as_at": day()}
    assert patch(office, case, debarment=[entry]).json()["must_exclude"] is True
    without_exclusion = {"outcome": "not_excluded", "excluded_on": None}
    assert pointer(decide(office, case, **without_exclusion)) == "/confirmed"
    assert decide(office, case, **without_exclusion, confirmed=True).is_success


def test_no_ground_needs_a_look_at_the_debarment_list(
    office: TestClient, case: dict[str, Any]
) -> None:
    sub = {"name": "Birch Ltd", "party": "intended_subcontractor"}
    no = [
        {"person": name, "ground": each.id, "value": "no"}
        for name in (FIRM, "Birch Ltd")
        for each in grounds_in_force(TODAY)
    ]
    persons = [{"name": FIRM, "list_read_on": day(-1)}, sub]
    shown = patch(office, case, persons=persons, declarations=no).json()
    assert shown["list_not_read"] == ["Birch Ltd"]
    none = {"outcome": "no_ground", "excluded_on": None}
    refused = decide(office, case, **none)
    assert pointer(refused) == "/outcome"
    assert "Birch Ltd" in refused.json()["errors"][0]["detail"]
    patch(office, case, persons=[persons[0], {**sub, "list_read_on": day()}])
    assert decide(office, case, **none).is_success


CLEANED = {"factor": "steps", "shown": "yes"}


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"debarment": [{"person": FIRM, "as_at": "2099-01-01"}]}, "/debarment/0/as_at"),
        ({"declarations": [yes("sch7.11", aware="2199-01-01")]}, "/declarations/0/aware"),
        (
            {"declarations": [yes("sch6.22"), {**yes("sch6.22"), "value": "no"}]},
            "/declarations/1/value",
        ),
        ({"declarations": [yes("sch6.34", related="sch6.34")]}, "/declarations/0/related"),
        ({"declarations": [yes("sch6.34", related="sch7.11")]}, "/declarations/0/related"),
        ({"declarations": [yes("sch6.22", related="sch6.2")]}, "/declarations/0/related"),
        (
            {"declarations": [yes("sch6.22", self_cleaning=[CLEANED, CLEANED])]},
            "/declarations/0/self_cleaning/1/factor",
        ),
        (
            {
                "declarations": [
                    yes("sch6.22", self_cleaning=[{**CLEANED, "last_occurred": "2199-01-01"}])
                ]
            },
            "/declarations/0/self_cleaning/0/last_occurred",
        ),
        ({"persons": [{"name": FIRM, "list_read_on": "2099-01-01"}]}, "/persons/0/list_read_on"),
    ],
)
def test_fact_that_cannot_be_right_is_refused_at_its_field(
    office: TestClient, case: dict[str, Any], change: dict[str, Any], where: str
) -> None:
    assert pointer(patch(office, case, **change)) == where
    body = {"persons": [{"name": FIRM}], **change}
    assert pointer(office.post("/v1/exclusion-cases", json=body)) == where
