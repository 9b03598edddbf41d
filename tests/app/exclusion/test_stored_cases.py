"""A stored exclusion case over REST: answered, heard, decided by a named person, notified."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from fastapi.testclient import TestClient
from httpx import Response

from app.dates import LONDON
from models import ExclusionCaseRecord
from scoring.exclusion.grounds import grounds_in_force
from tests.app.exclusion.conftest import FIRM

TODAY = datetime.now(LONDON).date()


def day(days: int = 0) -> str:
    return (TODAY + timedelta(days=days)).isoformat()


@pytest.fixture
def case(office: TestClient, supplier_id: str) -> dict[str, Any]:
    address = f"/v1/suppliers/{supplier_id}/exclusion-cases"
    made = office.post(address, json={"title": "Cleaning"})
    assert made.status_code == 201, made.text
    assert made.headers["location"] == f"/v1/exclusion-cases/{made.json()['id']}"
    body: dict[str, Any] = made.json()
    return body


def patch(office: TestClient, case: dict[str, Any], **change: object) -> Response:
    address = f"/v1/exclusion-cases/{case['id']}"
    tag = office.get(address).headers["etag"]
    return office.patch(address, json=change, headers={"If-Match": tag})


def decide(office: TestClient, case: dict[str, Any], **decision: object) -> Response:
    address = f"/v1/exclusion-cases/{case['id']}/decision"
    return office.post(address, json=decision, headers={"If-Match": "*"})


def convicted(ground: str = "sch6.22") -> list[dict[str, object]]:
    answers: list[dict[str, object]] = [
        {"person": FIRM, "ground": each.id, "value": "no"}
        for each in grounds_in_force(TODAY)
        if each.id != ground
    ]
    return [*answers, {"person": FIRM, "ground": ground, "value": "yes", "event": day(-200)}]


def letter(sent: int = -20, reply: int = -6) -> dict[str, object]:
    return {"text": "To you", "lead": "Ada Lead", "sent_on": day(sent), "reply_by": day(reply)}


def test_new_case_asks_about_the_supplier_and_is_not_known(case: dict[str, Any]) -> None:
    assert [each["name"] for each in case["persons"]] == [FIRM]
    assert (case["path"], case["state"]) == ("not_known", "open")
    assert len(case["unanswered"][0]["grounds"]) == len(grounds_in_force(TODAY))
    assert "section 30(5)-(6)" in case["letter_draft"]
    assert "tip off" in case["before_sending"]
    assert [each["event"] for each in case["timeline"]] == ["Case opened"]


def test_case_from_answer_to_notice_keeps_each_step_with_who_and_when(
    office: TestClient, case: dict[str, Any]
) -> None:
    answered = patch(office, case, declarations=convicted()).json()
    assert (answered["path"], answered["severity"]) == ("mandatory", "critical")
    heard = patch(office, case, letter=letter(), note="Lead spoken to").json()
    assert (heard["state"], heard["answer_overdue"]) == ("hearing", True)
    assert patch(
        office, case, answer={"text": "We repaid 14 workers", "received_on": day(-5)}
    ).is_success
    made = decide(office, case, outcome="excluded", reasons="Likely again", excluded_on=day(-1))
    shown = made.json()
    assert (shown["state"], shown["outcome"]) == ("decided", "excluded")
    assert shown["notice_due"] == day(28)
    assert "Schedule 6, paragraph 22" in shown["notice_draft"]
    notified = patch(office, case, notice_sent_on=day()).json()
    assert notified["notice_sent_on"] == day()
    events = [each["event"] for each in notified["timeline"]]
    assert events == [
        "Case opened", "Persons or answers changed", "Letter sent", "Note",
        "Supplier answered", "Decided: excluded", "Notice sent",
    ]  # fmt: skip
    assert all(each["by"] and each["at"] for each in notified["timeline"])


def test_change_to_another_version_is_refused(office: TestClient, case: dict[str, Any]) -> None:
    address = f"/v1/exclusion-cases/{case['id']}"
    assert office.patch(address, json={"note": "x"}).status_code == 428
    old = office.get(address).headers["etag"]
    assert office.patch(address, json={"note": "x"}, headers={"If-Match": old}).is_success
    late = office.patch(address, json={"note": "y"}, headers={"If-Match": old})
    assert late.status_code == 412
    assert "y" not in {each["text"] for each in office.get(address).json()["timeline"]}


def test_decided_case_keeps_its_facts(office: TestClient, case: dict[str, Any]) -> None:
    decision = {"outcome": "not_excluded", "reasons": "Unlikely to occur again"}
    assert decide(office, case, **decision).is_success
    assert decide(office, case, **decision).status_code == 409
    assert patch(office, case, declarations=convicted()).status_code == 409
    assert patch(office, case, notice_sent_on=day()).status_code == 422
    assert patch(office, case, note="Filed").is_success


def test_decided_case_keeps_its_path_when_a_ground_is_added_later(
    office: TestClient, case: dict[str, Any]
) -> None:
    no = [{**each, "value": "no", "event": None} for each in convicted()]
    read = [{"name": FIRM, "list_read_on": day()}]
    assert patch(office, case, declarations=no, persons=read).json()["path"] == "none_declared"
    assert decide(office, case, outcome="no_ground", reasons="All answered no").is_success
    with office.app.state.home.database.session() as session:  # type: ignore[attr-defined]
        record = session.get_one(ExclusionCaseRecord, UUID(case["id"]))
        record.question = {**record.question, "declarations": no[1:]}
        session.add(record)
    shown = office.get(f"/v1/exclusion-cases/{case['id']}").json()
    assert (shown["path"], shown["unanswered"]) == ("none_declared", [])


@pytest.mark.parametrize(
    ("steps", "decision", "pointer"),
    [
        ([], {"outcome": "not_excluded", "reasons": " "}, "/reasons"),
        ([], {"outcome": "no_ground", "reasons": "x"}, "/outcome"),
        ([], {"outcome": "excluded", "reasons": "x", "excluded_on": day()}, "/outcome"),
        (
            [{"declarations": convicted()}],
            {"outcome": "excluded", "reasons": "x", "excluded_on": day()},
            "/outcome",
        ),
        (
            [{"declarations": convicted()}, {"letter": letter(-3, 11)}],
            {"outcome": "excluded", "reasons": "x", "excluded_on": day()},
            "/outcome",
        ),
        (
            [{"declarations": convicted()}, {"letter": letter()}],
            {"outcome": "excluded", "reasons": "x"},
            "/excluded_on",
        ),
        (
            [{"declarations": convicted()}, {"letter": letter()}],
            {"outcome": "excluded", "reasons": "x", "excluded_on": day(1)},
            "/excluded_on",
        ),
    ],
    ids=[
        "no reasons", "open questions", "nothing applies", "not heard", "still to answer",
        "no day", "a day to come",
    ],
)  # fmt: skip
def test_decision_that_does_not_fit_is_refused_at_its_field(
    office: TestClient,
    case: dict[str, Any],
    steps: list[dict[str, Any]],
    decision: dict[str, Any],
    pointer: str,
) -> None:
    for step in steps:
        assert patch(office, case, **step).is_success
    refused = decide(office, case, **decision)
    assert refused.status_code == 422
    assert refused.json()["errors"][0]["pointer"] == pointer


def test_debarred_supplier_may_be_excluded_without_a_hearing_and_needs_no_notice(
    office: TestClient, case: dict[str, Any]
) -> None:
    entry = {"person": FIRM, "kind": "mandatory", "as_at": day()}
    assert patch(office, case, debarment=[entry]).json()["path"] == "debarred_excluded"
    made = decide(office, case, outcome="excluded", reasons="Debarred", excluded_on=day())
    assert made.is_success, made.text
    assert (made.json()["notice_due"], made.json()["notice_draft"]) == (None, "")


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"letter": {**letter(), "lead": "  "}}, "/letter/lead"),
        ({"letter": {**letter(), "sent_on": day(1), "reply_by": day(9)}}, "/letter/sent_on"),
        ({"letter": letter(-3, -3)}, "/letter/reply_by"),
        ({"answer": {"text": "Yes", "received_on": day()}}, "/answer"),
        ({"persons": [{"name": FIRM}, {"name": FIRM}]}, "/persons/1/name"),
        ({"declarations": [{"person": "X", "ground": "sch6.22", "value": "no"}]},
         "/declarations/0/person"),
    ],
)  # fmt: skip
def test_change_that_does_not_fit_is_refused_and_nothing_is_half_written(
    office: TestClient, case: dict[str, Any], change: dict[str, Any], pointer: str
) -> None:
    refused = patch(office, case, **{"title": "Other", **change})
    assert refused.status_code == 422
    assert refused.json()["errors"][0]["pointer"] == pointer
    assert office.get(f"/v1/exclusion-cases/{case['id']}").json()["title"] == "Cleaning"


def test_list_and_csv_hold_each_case_without_persons(
    office: TestClient, case: dict[str, Any]
) -> None:
    page = office.get("/v1/exclusion-cases", params={"limit": 1}).json()
    assert [each["id"] for each in page["items"]] == [case["id"]]
    assert page["links"]["next"]
    assert office.get(page["links"]["next"]).json()["items"]
    lines = office.get("/v1/exports/exclusion-cases.csv").text.splitlines()
    assert lines[0].startswith("id,supplier_id,title,state,path")
    assert any(line.startswith(case["id"]) for line in lines)
    assert FIRM not in "\n".join(lines)


def test_trail_names_each_step_but_no_convictions(
    office: TestClient, case: dict[str, Any]
) -> None:
    patch(office, case, declarations=convicted())
    entries = office.get("/v1/audit", params={"limit": 500}).json()["items"]
    own = [each for each in entries if each["subject"] == f"exclusion-cases/{case['id']}"]
    assert {each["verb"] for each in own} == {"exclusion_case.opened", "exclusion_case.changed"}
    assert "sch6.22" not in str(own)
