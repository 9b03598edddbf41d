"""A person's decision counts in place of the proposal, in every view, until it ends."""

import csv
import io
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from fastapi.testclient import TestClient
from rich.console import Console
from sqlmodel import select

from app import jobs
from app.features.assessments.cli import as_facts, as_table
from app.features.checks.decision_in_force import decisions_of, effective
from app.features.checks.decisions import end_where_facts_changed
from app.features.reports.as_html import as_html
from app.features.reports.figures import report_of
from app.features.suppliers.schemas import SupplierSummary
from app.features.webhooks.outbox import publish_due_events
from app.features.webhooks.schemas import serialize_event
from app.features.webhooks.subscriptions import add_webhook
from app.installation import Installation, open_installation
from app.main import create_app
from app.settings import Access, Settings
from app.terminal.context import cli_principal, default_tenant
from models import Assessment, DecisionInForce, DecisionTaken, Event, EventKind, Job, Supplier
from scoring.reference.vocabulary import Decision
from tests.app.conftest import vetting

LIST = b"Supplier,Company Number,Contract title\nAlder Works Ltd,01234567,Legal advice\n"
REASON = "Payslips are awaited."
Json = dict[str, Any]


@pytest.fixture(scope="module")
def vetted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("vetted")
    with (
        open_installation(Settings(home=folder)) as home,
        jobs.worker_runtime(home, worker="tests"),
    ):
        vetting(home)(("list.csv", LIST))
    return folder


@pytest.fixture
def home(vetted: Path, tmp_path: Path) -> Iterator[Installation]:
    folder = tmp_path / "home"
    shutil.copytree(vetted, folder)
    with open_installation(Settings(home=folder, access=Access.OPEN)) as opened:
        if not opened.database.embedded:
            pytest.skip("the vetted list is copied as an SQLite file")
        yield opened


@pytest.fixture
def job(home: Installation) -> Job:
    with home.database.session() as session:
        return session.exec(select(Job)).one()


@pytest.fixture
def client(home: Installation) -> Iterator[TestClient]:
    settings = Settings(home=home.settings.home, access=Access.OPEN)
    with TestClient(create_app(settings, works=False)) as opened:
        yield opened


def ask(client: TestClient) -> Json:
    supplier = client.get("/v1/suppliers").json()["items"][0]["id"]
    check: Json = client.post("/v1/checks", json={"supplier": {"id": supplier}}).json()
    return check


def decide(client: TestClient, check: Json, decision: str) -> None:
    body = {"decision": decision, "reason": REASON}
    headers = {"If-Match": client.get(f"/v1/checks/{check['id']}").headers["etag"]}
    answer = client.post(f"/v1/checks/{check['id']}/decisions", json=body, headers=headers)
    assert answer.status_code == 201, answer.text


def workbook_row(data: bytes) -> dict[str, object]:
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    headings, row = list(sheet.iter_rows(values_only=True))[:2]
    return dict(zip(map(str, headings), row, strict=True))


def csv_row(text: str) -> dict[str, str]:
    return next(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_stop_of_an_approver_shows_in_every_view(
    client: TestClient, home: Installation, job: Job
) -> None:
    listen(home)
    first, second = ask(client), ask(client)
    assert first["proposed"] != "stop"
    decide(client, first, "stop")
    see_pages(client, [first, second], job)
    see_answers(client, first, second)
    see_files(client, first, job)
    see_event_and_board_report(home, first["proposed"])
    see_terminal(home)


def listen(home: Installation) -> None:
    kinds, now = [EventKind.DECISION_CHANGED], datetime.now(UTC)
    address, boss = "https://hooks.example.org/candour", cli_principal(home)
    with home.database.session() as session:
        add_webhook(session, boss, url=address, events=kinds, loopback=frozenset(), now=now)


def see_pages(client: TestClient, checks: list[Json], job: Job) -> None:
    supplier = checks[0]["supplier"]["id"]
    for address in ("/", f"/suppliers/{supplier}", f"/jobs/{job.id}/result"):
        shown = client.get(address).text
        for words in (REASON, "decided by", "Proposed:"):
            assert words in shown, address
    for check in checks:
        printed = client.get(f"/checks/{check['id']}").text
        for words in (REASON, "Proposed by the rules"):
            assert words in printed


def see_answers(client: TestClient, first: Json, second: Json) -> None:
    supplier, proposed = first["supplier"]["id"], first["proposed"]
    answers = [
        client.get(f"/v1/checks/{first['id']}").json(),
        client.get(f"/v1/checks/{second['id']}").json(),
        ask(client),
        client.post(f"/v1/checks/{second['id']}/recheck").json(),
        client.get(first["links"]["assessment"]).json(),
    ]
    for each in answers:
        assert (each["decision"], each["proposed"]) == ("stop", proposed)
        assert each["supplier_decision"]["reason"] == REASON
    for each in client.get("/v1/checks").json()["items"]:
        assert (each["decision"], each["proposed"]) == ("stop", proposed)
    for line in (
        client.get(f"/v1/suppliers/{supplier}").json(),
        client.get("/v1/suppliers").json()["items"][0],
    ):
        brief = line["assessment"]
        assert (brief["decision"], brief["proposed"]) == ("stop", proposed)
        assert (line["decided"]["in_force"], line["decided"]["reason"]) == (True, REASON)


def see_files(client: TestClient, check: Json, job: Job) -> None:
    chosen = {"supplier": check["supplier"]["id"], "which": "ticked"}
    for row in (
        workbook_row(client.get(f"/jobs/{job.id}/result.xlsx").content),
        workbook_row(client.post("/chosen", data={**chosen, "deed": "workbook"}).content),
        csv_row(client.get(f"/jobs/{job.id}/result.csv").text),
        csv_row(client.post("/chosen", data={**chosen, "deed": "csv"}).text),
    ):
        assert (row["Candour: decision"], row["Candour: proposed"]) == ("stop", check["proposed"])
        assert REASON in str(row["Candour: decided by a person"])
    for name in ("suppliers", "checks"):
        line = csv_row(client.get(f"/v1/exports/{name}.csv").text)
        assert (line["decision"], line["proposed"]) == ("stop", check["proposed"])
        assert REASON in line["decided"]


def see_event_and_board_report(home: Installation, proposed: str) -> None:
    with home.database.session() as session:
        event = serialize_event(session.exec(select(Event)).one()).model_dump(mode="json")
        report = report_of(session, default_tenant(home), datetime.now(UTC).date())
    data = event["data"]
    assert (data["before"], data["after"], data["proposed"]) == (proposed, "stop", proposed)
    in_force = next(each for each in report.tables if each.id == "decisions_in_force")
    assert {row.key: row.cells[0].value for row in in_force.rows}["stop"] == 1
    assert "Stopped by a person" in as_html(report)


def see_terminal(home: Installation) -> None:
    out = Console(width=200, record=True, file=io.StringIO())
    with home.database.session() as session:
        out.print(as_table(session, default_tenant(home)))
        facts = as_facts(session, cli_principal(home))
    words = " ".join(out.export_text().split())
    assert "stop" in words
    assert "Payslips" in words
    line = SupplierSummary.model_validate(facts[0])
    assert line.assessment
    assert line.assessment.decision is Decision.STOP


def test_decision_whose_day_has_passed_gives_way_and_views_say_so(
    client: TestClient, home: Installation
) -> None:
    check = ask(client)
    decide(client, check, "stop")
    past = datetime.now(UTC).date() - timedelta(days=1)
    with home.database.session() as session:
        row = session.exec(select(DecisionInForce)).one()
        row.valid_until = past
        session.add(row)
        publish_due_events(session, now=datetime.now(UTC))
    supplier = check["supplier"]["id"]
    for address in ("/", f"/suppliers/{supplier}", f"/checks/{check['id']}"):
        assert "Its time passed." in client.get(address).text
    answer = client.get(f"/v1/checks/{check['id']}").json()
    assert (answer["decision"], answer["decided_by"]) == (answer["proposed"], None)
    assert not answer["supplier_decision"]["in_force"]
    line = csv_row(client.get("/v1/exports/suppliers.csv").text)
    assert line["decision"] == line["proposed"]
    assert "ended on" in line["decided"]


def test_decision_ends_only_where_facts_call_for_more(
    client: TestClient, home: Installation
) -> None:
    decide(client, ask(client), "clear")
    day = datetime.now(UTC).date()
    with home.database.session() as session:
        judged = session.exec(select(Assessment)).one()
        kept = session.exec(select(DecisionInForce)).one()
        assert end_where_facts_changed(session, [judged], on=day) == []
        assert kept.counts(kept.valid_until)
        assert not kept.counts(kept.valid_until + timedelta(days=1))
        judged.decision, judged.headline = Decision.REFER, "Statement out of date"
        assert end_where_facts_changed(session, [judged], on=day) == [kept]
        assert not kept.counts(day)
        assert kept.ended_why.startswith("New facts: Statement out of date.")
        session.rollback()


def test_clearance_does_not_count_over_a_contract_that_proposes_more(
    client: TestClient, home: Installation
) -> None:
    decide(client, ask(client), "clear")
    with home.database.session() as session:
        supplier = session.exec(select(Supplier.id)).one()
        last = decisions_of(session, [supplier], today=datetime.now(UTC).date())[supplier]
    assert effective(last.proposed, last) is Decision.CLEAR
    assert effective(Decision.STOP, last) is Decision.STOP


def test_eight_people_deciding_at_once_one_wins_and_seven_are_refused(
    client: TestClient, home: Installation
) -> None:
    checks = [ask(client) for _ in range(8)]
    seen = client.get(f"/v1/checks/{checks[0]['id']}").headers["etag"].rsplit("-", 1)[1]

    def answer(place: int, headers: bool) -> int:
        check = checks[place % 2]["id"].replace("-", "")
        match = {"If-Match": f'"{check}-{seen}'} if headers else {}
        body = {"decision": "refer", "reason": f"Person {place} read it."}
        path = f"/v1/checks/{checks[place % 2]['id']}/decisions"
        return client.post(path, json=body, headers=match).status_code

    for headers in (False, True):
        with ThreadPoolExecutor(8) as pool:
            codes = sorted(pool.map(answer, range(8), [headers] * 8))
        assert codes == ([201] + [412] * 7 if not headers else [412] * 8)
        seen = "0"
    with home.database.session() as session:
        assert len(session.exec(select(DecisionTaken)).all()) == 1
    etag = client.get(f"/v1/checks/{checks[0]['id']}").headers["etag"]
    seen = etag.rsplit("-", 1)[1]
    with ThreadPoolExecutor(8) as pool:
        codes = sorted(pool.map(answer, range(8), [True] * 8))
    assert codes == [201] + [412] * 7


def test_page_refuses_a_decision_on_what_its_reader_has_not_seen(client: TestClient) -> None:
    check = ask(client)
    decide(client, check, "stop")
    form = {"decision": "clear", "reason": "All is well.", "version": "0"}
    answer = client.post(f"/checks/{check['id']}/decide", data=form)
    assert answer.status_code == 412
    assert "Stop decided by" in answer.text
    assert client.get(f"/v1/checks/{check['id']}").json()["decision"] == "stop"
