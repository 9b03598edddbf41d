"""A person's stop shows in the list, on the supplier's page and over REST, beside the proposal."""

from datetime import UTC, datetime, timedelta

from fastapi.testclient import TestClient
from sqlmodel import select

from app.features.checks.decisions import end_where_facts_changed
from app.installation import Installation
from app.main import create_app
from app.settings import Access, Settings
from models import Assessment, DecisionInForce, Supplier
from scoring.reference.vocabulary import Decision
from tests.app.conftest import Vet

LIST = b"Supplier,Company Number,Contract title\nAlder Works Ltd,01234567,Legal advice\n"


def opened(home: Installation) -> TestClient:
    settings = Settings(home=home.settings.home, access=Access.OPEN)
    return TestClient(create_app(settings, works=False))


def decided(home: Installation, client: TestClient, decision: str) -> str:
    with home.database.session() as session:
        supplier = str(session.exec(select(Supplier.id)).one())
    check = client.post("/v1/checks", json={"supplier": {"id": supplier}}).json()
    body = {"decision": decision, "reason": "Payslips are awaited."}
    assert client.post(f"/v1/checks/{check['id']}/decisions", json=body).status_code == 201
    return supplier


def test_stop_by_a_person_shows_in_list_page_and_rest(home: Installation, vet: Vet) -> None:
    vet(("list.csv", LIST))
    with opened(home) as client:
        supplier = decided(home, client, "stop")
        for address in ("/", f"/suppliers/{supplier}"):
            shown = client.get(address).text
            assert "Payslips are awaited." in shown
            assert "decided by" in shown
        told = client.get(f"/v1/suppliers/{supplier}").json()
    assert (told["decided"]["decision"], told["decided"]["in_force"]) == ("stop", True)
    assert told["assessment"]["decision"] == "ask"


def test_decision_ends_only_where_facts_call_for_more(home: Installation, vet: Vet) -> None:
    vet(("list.csv", LIST))
    with opened(home) as client:
        decided(home, client, "clear")
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
