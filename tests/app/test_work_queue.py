"""The work queue puts each supplier under one task, in order, until it is done."""

import re
import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

from app.features.work_queue.items import MOST_WORDS, WorkTask, in_few_words
from app.installation import Installation, open_installation
from app.main import create_app
from app.settings import Access, Settings
from models import Action, DecisionInForce, Questionnaire
from scoring.escalation.route import HELPLINE
from scoring.reference.vocabulary import Decision

Json = dict[str, Any]
URGENT = "Saltmarrow Valeting Ltd"
REFERRED = "Oakenstrand Security Ltd"


@pytest.fixture
def home(council: Path, tmp_path: Path) -> Iterator[Installation]:
    folder = tmp_path / "home"
    shutil.copytree(council, folder)
    with open_installation(Settings(home=folder, access=Access.OPEN)) as opened:
        if not opened.database.embedded:
            pytest.skip("the example council is copied as an SQLite file")
        yield opened


@pytest.fixture
def client(home: Installation) -> Iterator[TestClient]:
    with TestClient(create_app(home.settings, works=False)) as opened:
        yield opened


def queue_of(client: TestClient, **asked: object) -> Json:
    answer = client.get("/v1/work-queue", params={"capacity": 500, **asked})
    assert answer.status_code == 200, answer.text
    shown: Json = answer.json()
    return shown


def items_of(client: TestClient, task: WorkTask) -> dict[str, Json]:
    [group] = queue_of(client, task=task)["groups"]
    return {each["name"]: each for each in group["items"]}


def decide(client: TestClient, supplier: str, decision: str) -> None:
    check = client.post("/v1/checks", json={"supplier": {"id": supplier}}).json()
    address = f"/v1/checks/{check['id']}"
    headers = {"If-Match": client.get(address).headers["etag"]}
    body = {"decision": decision, "reason": "Read on paper."}
    answer = client.post(f"{address}/decisions", json=body, headers=headers)
    assert answer.status_code == 201, answer.text


def agree_overdue_action(client: TestClient, home: Installation, supplier: str) -> None:
    """Agree an action and let its day pass."""
    day = (datetime.now(UTC).date() + timedelta(days=1)).isoformat()
    body = {"supplier_id": supplier, "owner": "Ada", "due": day, "title": "Send the payslips"}
    assert client.post("/v1/actions", json=body).status_code == 201
    with home.database.session() as session:
        for each in session.exec(select(Action)):
            each.due = datetime.now(UTC).date() - timedelta(days=3)
            session.add(each)


def test_queue_puts_every_supplier_of_the_list_under_the_task_of_its_decision(
    client: TestClient,
) -> None:
    queue = queue_of(client)
    groups = {each["task"]: each for each in queue["groups"]}
    assert list(groups) == [each.value for each in WorkTask]
    listed = client.get("/v1/suppliers?limit=500").json()["items"]
    by_decision: dict[str, list[str]] = {each.value: [] for each in Decision}
    for each in listed:
        if each["assessment"]:
            by_decision[each["assessment"]["decision"]].append(each["name"])
    named = {task: [each["name"] for each in groups[task]["items"]] for task in groups}
    assert named["today"] == [URGENT]
    assert named["decide"] == [
        each for each in by_decision["stop"] + by_decision["refer"] if each != URGENT
    ]
    assert named["ask"] == by_decision["ask"]
    assert queue["assessed"]["suppliers"] == sum(map(len, by_decision.values()))
    for task, group in groups.items():
        assert group["total"]["suppliers"] == len(named[task]), task
        assert all(len(each["reason"].split()) <= MOST_WORDS for each in group["items"])
        assert group["total"]["contracts_known"] <= group["total"]["suppliers"]
    money = [each["contracts"] for each in groups["decide"]["items"]]
    known = [float(each) for each in money if each is not None]
    assert float(groups["decide"]["total"]["contracts"]) == pytest.approx(sum(known))
    assert groups["decide"]["total"]["contracts_known"] == len(known)


def test_capacity_shows_the_first_and_says_what_they_cover(client: TestClient) -> None:
    every = queue_of(client)
    few = queue_of(client, capacity=3)
    order = [each["supplier"] for group in every["groups"] for each in group["items"]]
    shown = [each["supplier"] for group in few["groups"] for each in group["items"]]
    assert shown == order[:3]
    assert few["covered"]["suppliers"] == 3
    assert float(few["covered"]["risk"]) < float(every["covered"]["risk"])
    assert few["assessed"] == every["assessed"]
    assert [each["total"] for each in few["groups"]] == [each["total"] for each in every["groups"]]


@pytest.mark.parametrize("asked", [{"capacity": 0}, {"capacity": 501}, {"task": "sleep"}])
def test_interface_refuses_what_no_queue_can_be(client: TestClient, asked: Json) -> None:
    answer = client.get("/v1/work-queue", params=asked)
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"


def test_decision_of_a_person_ends_the_wait_until_its_day_has_passed(
    client: TestClient, home: Installation
) -> None:
    supplier = items_of(client, WorkTask.DECIDE)[REFERRED]
    assert supplier["check"] is None
    asked = client.post("/v1/checks", json={"supplier": {"id": supplier["supplier"]}}).json()
    assert items_of(client, WorkTask.DECIDE)[REFERRED]["check"]["id"] == asked["id"]
    decide(client, supplier["supplier"], "refer")
    assert REFERRED not in items_of(client, WorkTask.DECIDE)
    assert REFERRED not in items_of(client, WorkTask.WATCH)
    for days, task in ((5, WorkTask.WATCH), (-1, WorkTask.DECIDE)):
        day = datetime.now(UTC).date() + timedelta(days=days)
        with home.database.session() as session:
            [in_force] = session.exec(select(DecisionInForce)).all()
            in_force.valid_until = day
            session.add(in_force)
        item = items_of(client, task)[REFERRED]
        assert date.fromisoformat(item["due"]) == day
        assert item["overdue"] is (days < 0)


def test_supplier_asked_leaves_the_queue_and_comes_back_when_no_answer_came(
    client: TestClient, home: Installation
) -> None:
    name, item = next(iter(items_of(client, WorkTask.ASK).items()))
    client.post("/chosen", data={"supplier": item["supplier"], "deed": "ask"})
    assert name not in items_of(client, WorkTask.ASK)
    assert name not in items_of(client, WorkTask.CHASE)
    with home.database.session() as session:
        [sent] = session.exec(select(Questionnaire)).all()
        sent.created_at = datetime.now(UTC) - timedelta(days=30)
        session.add(sent)
    item = items_of(client, WorkTask.CHASE)[name]
    assert item["overdue"] is True
    assert item["reason"].startswith("No answer to the questions sent on")
    assert name not in items_of(client, WorkTask.ASK)


def test_overdue_action_is_chased_but_never_where_signs_are_urgent(
    client: TestClient, home: Installation
) -> None:
    referred = items_of(client, WorkTask.DECIDE)[REFERRED]["supplier"]
    urgent = items_of(client, WorkTask.TODAY)[URGENT]["supplier"]
    agree_overdue_action(client, home, referred)
    agree_overdue_action(client, home, urgent)
    chased = items_of(client, WorkTask.CHASE)
    assert list(chased) == [REFERRED]
    assert chased[REFERRED]["reason"] == "Action overdue: Send the payslips"
    assert client.get(f"/actions/{chased[REFERRED]['action']}").status_code == 200
    decide(client, urgent, "stop")
    assert items_of(client, WorkTask.TODAY) == {}
    assert URGENT not in {**items_of(client, WorkTask.CHASE), **items_of(client, WorkTask.ASK)}


def test_page_says_what_to_do_and_whom_to_call(client: TestClient) -> None:
    page = " ".join(client.get("/work-queue").text.split())
    for words in (
        "What to do first",
        "999",
        HELPLINE,
        URGENT,
        "Do not contact the supplier first",
    ):
        assert words in page
    # handed over, or decided on where another test asked a check before
    assert 'action="/suppliers/' in page or 'href="/checks/' in page
    assert "No company register is loaded" in page
    assert 'href="/work-queue"' in client.get("/").text
    one = client.get("/work-queue?task=decide").text
    assert REFERRED in one
    assert URGENT not in one


def test_pages_of_an_approver_say_how_many_suppliers_wait_for_a_decision(
    client: TestClient,
) -> None:
    def waiting() -> list[int]:
        pages = (client.get(each).text for each in ("/", "/work-queue"))
        said = (re.search(r">(\d+) suppliers? waits? for your decision<", each) for each in pages)
        return [int(each[1]) if each else 0 for each in said]

    before, again = waiting()
    assert before == again, "both pages give the same number"
    [referred] = [
        each["supplier"]
        for name, each in items_of(client, WorkTask.DECIDE).items()
        if name == REFERRED
    ]
    check = client.post("/v1/checks", json={"supplier": {"id": referred}}).json()
    assert waiting() == [before + 1, before + 1]
    assert REFERRED in client.get("/decisions?proposed=refer").text
    assert REFERRED not in client.get("/decisions?proposed=stop").text
    headers = {"If-Match": client.get(f"/v1/checks/{check['id']}").headers["etag"]}
    body = {"decision": "refer", "reason": "Read on paper."}
    address = f"/v1/checks/{check['id']}/decisions"
    assert client.post(address, json=body, headers=headers).status_code == 201
    assert waiting() == [before, before]
    assert REFERRED not in client.get("/decisions").text


def test_page_says_at_the_field_that_a_capacity_is_no_number(client: TestClient) -> None:
    for wrong in ("0", "-3", "twenty", "501", "²"):
        answer = client.get("/work-queue", params={"capacity": wrong})
        assert answer.status_code == 422, wrong
        assert "Enter a whole number from 1 to 500" in answer.text


def test_long_reason_is_cut_to_twelve_words() -> None:
    assert in_few_words("one two") == "one two"
    assert in_few_words("word " * 20) == " ".join(["word"] * MOST_WORDS) + "…"
