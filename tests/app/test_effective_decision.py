"""List, result page, workbook, interface and board count by the decision that counts."""

import io
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import openpyxl
import pytest
from fastapi.testclient import TestClient
from selectolax.lexbor import LexborHTMLParser
from sqlmodel import select

from app import jobs
from app.features.checks.effective_decision import rank_by
from app.features.reports.figures import report_of
from app.features.webhooks.outbox import publish_due_events
from app.installation import Installation, open_installation
from app.main import create_app
from app.settings import Access, Settings
from app.terminal.context import default_tenant
from models import Assessment, Check, DecisionInForce, Job, Supplier
from models.supplier import STOPPED, URGENT
from scoring.reference.vocabulary import Decision
from tests.app.conftest import vetting

LIST = b"""Supplier,Contract title
Alder Guarding Ltd,Security guarding
Birch Cleaning Ltd,Cleaning of offices
Cedar Law LLP,Legal advice
Elm Accountants LLP,Audit of accounts
"""
STOPPED_BY_A_PERSON = "Cedar Law LLP"
OVERRULED = "Birch Cleaning Ltd"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    settings = Settings(home=tmp_path_factory.mktemp("effective"), access=Access.OPEN)
    with open_installation(settings) as opened, jobs.worker_runtime(opened, worker="tests"):
        vetting(opened)(("list.csv", LIST))
        yield opened


@pytest.fixture(scope="module")
def client(home: Installation) -> Iterator[TestClient]:
    with TestClient(create_app(home.settings, works=False)) as opened:
        decide(opened, STOPPED_BY_A_PERSON, "stop")
        decide(opened, OVERRULED, "ask")
        propose_stop(home, OVERRULED)
        yield opened


def propose_stop(home: Installation, name: str) -> None:
    """Have a stop proposed for a supplier, by its assessment and by the check decided on."""
    with home.database.session() as session:
        supplier = session.exec(select(Supplier).where(Supplier.name == name)).one()
        assessment = session.get_one(Assessment, supplier.assessment_id)
        assessment.decision = Decision.STOP
        check = session.exec(select(Check).where(Check.supplier_id == supplier.id)).one()
        check.proposed = Decision.STOP
        session.add_all([assessment, check])


def decide(client: TestClient, name: str, decision: str) -> None:
    items = client.get("/v1/suppliers").json()["items"]
    [supplier] = [each["id"] for each in items if each["name"] == name]
    check = client.post("/v1/checks", json={"supplier": {"id": supplier}}).json()
    address = f"/v1/checks/{check['id']}"
    headers = {"If-Match": client.get(address).headers["etag"]}
    body = {"decision": decision, "reason": "Read on paper."}
    answer = client.post(f"{address}/decisions", json=body, headers=headers)
    assert answer.status_code == 201, answer.text


def names(client: TestClient, address: str) -> list[str]:
    page = LexborHTMLParser(client.get(address).text)
    return [each.text(strip=True) for each in page.css("tbody th a")]


def counts_of_list(client: TestClient) -> Counter[str]:
    return Counter({each: len(names(client, f"/?decision={each}")) for each in Decision})


def counts_of_interface(client: TestClient) -> Counter[str]:
    items = client.get("/v1/suppliers").json()["items"]
    return Counter(each["assessment"]["decision"] for each in items)


def counts_of_workbook(client: TestClient, job: Job) -> Counter[str]:
    data = client.get(f"/jobs/{job.id}/result.xlsx").content
    headings, *rows = openpyxl.load_workbook(io.BytesIO(data)).active.iter_rows(values_only=True)
    place = headings.index("Candour: decision")
    return Counter(row[place] for row in rows)


def counts_of_board(home: Installation) -> Counter[str]:
    with home.database.session() as session:
        report = report_of(session, default_tenant(home), datetime.now(UTC).date())
    [table] = [each for each in report.tables if each.id == "decisions_in_force"]
    counts: dict[str, Any] = {
        row.key: sum(int(str(cell.value)) for cell in row.cells) for row in table.rows
    }
    return Counter(counts)


def test_every_view_counts_the_decision_in_force(client: TestClient, home: Installation) -> None:
    with home.database.session() as session:
        job = session.exec(select(Job)).one()
    counts = +counts_of_list(client)
    assert counts["stop"] == 1
    assert counts.total() == 4
    assert counts == counts_of_interface(client)
    assert counts == counts_of_workbook(client, job)
    assert counts == +counts_of_board(home)
    page = " ".join(client.get(f"/jobs/{job.id}/result").text.split())
    asked, cleared = counts["ask"], counts["clear"]
    assert f"<strong>stop 1, refer 0, ask {asked}, clear {cleared}</strong>" in page
    assert "A named person decided 2 of them" in page


def test_list_shows_a_stop_of_a_person_first_and_an_overruled_stop_by_its_risk(
    client: TestClient,
) -> None:
    assert names(client, "/?decision=stop") == [STOPPED_BY_A_PERSON]
    assert OVERRULED in names(client, "/?decision=ask")
    ranked = names(client, "/")
    assert ranked[0] == STOPPED_BY_A_PERSON
    assert [each["name"] for each in client.get("/v1/suppliers").json()["items"]] == ranked


def test_interface_pages_on_after_a_stopped_supplier(client: TestClient) -> None:
    first = client.get("/v1/suppliers?limit=1").json()
    assert [each["name"] for each in first["items"]] == [STOPPED_BY_A_PERSON]
    second = client.get(first["links"]["next"])
    assert second.status_code == 200, second.text
    assert second.json()["items"][0]["name"] != STOPPED_BY_A_PERSON


def test_rank_moves_by_stop_alone_and_keeps_urgent_signs_first() -> None:
    assert rank_by(5_000_123, Decision.STOP) == 5_000_123 + STOPPED
    assert rank_by(5_000_123 + STOPPED, Decision.STOP) == 5_000_123 + STOPPED
    assert rank_by(5_000_123 + STOPPED + URGENT, Decision.CLEAR) == 5_000_123 + URGENT


def test_place_goes_back_when_the_time_of_a_decision_has_passed(
    client: TestClient, home: Installation
) -> None:
    past = datetime.now(UTC).date() - timedelta(days=1)
    with home.database.session() as session:
        in_force = session.exec(select(DecisionInForce)).all()
        before = {each.id: each.valid_until for each in in_force}
        for each in in_force:
            each.valid_until = past
            session.add(each)
    with home.database.session() as session:
        publish_due_events(session, now=datetime.now(UTC))
    assert names(client, "/")[0] == OVERRULED
    assert names(client, "/?decision=stop") == [OVERRULED]
    with home.database.session() as session:
        for each in session.exec(select(DecisionInForce)):
            each.valid_until = before[each.id]
            session.add(each)
        publish_due_events(session, now=datetime.now(UTC))
    assert names(client, "/")[0] == STOPPED_BY_A_PERSON
