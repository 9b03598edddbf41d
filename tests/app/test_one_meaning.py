"""A finding, a check and an assessment are the same wherever they are shown, sent or stored."""

import csv
import html
import io
import json
import re
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import orjson
import pytest
from fastapi.testclient import TestClient
from sqlmodel import col, select
from typer.testing import CliRunner

from app.cli import commands
from app.features.assessments.serializer import cached_findings
from app.features.checks.decisions import decide
from app.features.webhooks.schemas import serialize_event
from app.installation import Installation
from app.terminal.context import cli_principal
from models import Assessment, Event, FindingCache, Supplier
from models import Check as CheckRow
from scoring.reference.vocabulary import Decision

URGENT = "Saltmarrow Valeting Ltd"
SUPPLIERS = (URGENT, "Oakenstrand Security Ltd")
ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
Json = dict[str, Any]


@pytest.fixture(scope="module")
def stored(client: TestClient) -> Installation:
    home: Installation = client.app.state.home  # type: ignore[attr-defined]
    return home


def words_of(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def ask(client: TestClient, name: str) -> Json:
    answer: Json = client.post("/v1/checks", json={"supplier": {"name": name}}).json()
    return answer


def sent_on_decision(home: Installation, check: Json) -> Json:
    """What a webhook would be sent were the check decided on; the decision is not kept."""
    with home.database.session() as session:
        decide(
            session,
            cli_principal(home),
            UUID(check["id"]),
            Decision.STOP,
            reason="A test.",
            now=datetime.now(UTC),
        )
        session.flush()
        event = session.exec(select(Event).where(col(Event.key).contains(check["id"]))).one()
        message = serialize_event(event).model_dump_json()
        session.rollback()
        session.info.clear()
    sent: Json = orjson.loads(message)
    return sent


@pytest.mark.parametrize("name", SUPPLIERS)
def test_one_finding_is_the_same_in_check_assessment_webhook_files_and_pages(
    client: TestClient, stored: Installation, name: str
) -> None:
    check = ask(client, name)
    sent = sent_on_decision(stored, check)
    assert (sent["data"]["supplier"], sent["data"]["after"]) == (check["supplier"]["id"], "stop")
    assert client.get(f"/v1/checks/{sent['data']['check']}").json() == check
    assessment = client.get(check["links"]["assessment"]).json()
    findings = [*check["reasons"], *check["unknown"]]
    assert findings
    for finding in findings:
        assert finding in assessment["findings"]
    printed = CliRunner().invoke(
        commands, ["check", name, "--json", "--home", str(stored.settings.home)]
    )
    assert json.loads(printed.stdout)["reasons"] == check["reasons"]
    assert client.get(check["links"]["self"]).json() == check
    pages = [
        words_of(client.get(address).text)
        for address in (f"/checks/{check['id']}", check["links"]["page"] + "/findings")
    ]
    for words in pages:
        for finding in findings:
            assert finding["title"] in words
            assert finding["outcome"].replace("_", " ") in words
            for proof in finding["evidence"][:3]:
                assert " ".join(proof["quote"].split()) in words
                assert proof["page"] is None or f", page {proof['page']}" in words


@pytest.mark.parametrize("name", SUPPLIERS)
def test_a_supplier_is_the_same_in_list_check_assessment_and_exports(
    client: TestClient, name: str
) -> None:
    check = ask(client, name)
    whole = client.get(check["links"]["assessment"]).json()
    line = client.get(check["links"]["supplier"]).json()["assessment"]
    assert line == {field: whole[field] for field in line}
    assert (check["proposed"], check["decision"]) == (whole["proposed"], whole["decision"])
    assert check["risk"] == {
        "figure": whole["risk"],
        "low": whole["risk_low"],
        "high": whole["risk_high"],
        "band": whole["band"],
    }
    exported = {row["supplier_id"]: row for row in rows_of(client, "/v1/exports/suppliers.csv")}
    row = exported[check["supplier"]["id"]]
    assert (row["proposed"], row["reason"]) == (whole["proposed"], whole["reason"])
    assert (row["band"], row["risk"]) == (whole["band"], whole["risk"])
    rows_by_check = {row["check_id"]: row for row in rows_of(client, "/v1/exports/checks.csv")}
    (listed,) = [
        each
        for each in client.get("/v1/checks?limit=500").json()["items"]
        if each["id"] == check["id"]
    ]
    row = rows_by_check[check["id"]]
    for field in ("supplier_id", "supplier", "proposed", "decision", "valid_until"):
        assert row[field] == listed[field]
    assert listed["summary"] == check["summary"]


def rows_of(client: TestClient, path: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(client.get(path).text)))


def test_evidence_of_a_check_leads_to_its_explanation(client: TestClient) -> None:
    suppliers = client.get("/v1/suppliers?limit=500").json()["items"]
    explained = 0
    for supplier in suppliers:
        statements = client.get(f"/v1/suppliers/{supplier['id']}").json()["statements"]
        answer = client.post("/v1/checks", json={"supplier": {"id": supplier["id"]}})
        for finding in answer.json().get("reasons", ()):
            for proof in finding["evidence"]:
                if proof["criterion"] and statements and not explained:
                    question = f"sentence={proof['sentence']}&criterion={proof['criterion']}"
                    path = f"/v1/statements/{statements[0]['id']}/explanation?{question}"
                    assert client.get(path).json()["quote"] == proof["quote"]
                    explained += 1
    assert explained


def test_the_page_of_an_urgent_check_shows_what_to_do_and_what_not(client: TestClient) -> None:
    check = ask(client, URGENT)
    words = words_of(client.get(f"/checks/{check['id']}").text)
    for step in (*check["urgent_route"]["do"], *check["urgent_route"]["do_not"]):
        assert step in words
    assert "999" in words
    assert "08000 121 700" in words


def test_findings_cached_by_an_older_schema_are_made_anew(stored: Installation) -> None:
    with stored.database.session() as session:
        supplier = session.exec(select(Supplier).where(Supplier.name == SUPPLIERS[1])).one()
        assessment = session.get_one(Assessment, supplier.assessment_id)
        whole = cached_findings(session, assessment.id, None).published
        old = [each.model_dump(mode="json") for each in whole]
        for finding in old:
            for proof in finding["evidence"]:
                del proof["sentence"], proof["as_at"]
        again = cached_findings(session, assessment.id, orjson.dumps(old)).published
        session.flush()
        cache = session.get_one(FindingCache, assessment.id)
        session.refresh(cache)
        assert again == whole
        assert b'"sentence":' in cache.findings


def test_a_check_stored_before_evidence_had_its_sentence_is_still_answered(
    client: TestClient, stored: Installation
) -> None:
    made = ask(client, SUPPLIERS[1])
    with stored.database.session() as session:
        row = session.exec(select(CheckRow).where(col(CheckRow.id) == UUID(made["id"]))).one()
        old = orjson.loads(orjson.dumps(row.answer))
        for finding in (*old["reasons"], *old["unknown"]):
            for proof in finding["evidence"]:
                del proof["sentence"], proof["as_at"]
        row.answer = old
        session.add(row)
    answer = client.get(f"/v1/checks/{made['id']}")
    assert answer.status_code == 200
    assert {**answer.json(), "reasons": 0, "unknown": 0} == {**made, "reasons": 0, "unknown": 0}
    assert client.get(f"/checks/{made['id']}").status_code == 200
