import re
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import orjson
import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session, col, select

from app import jobs
from app.features.imports.jobs import enqueue_import
from app.features.monitoring.jobs import ask_to_look, watch_website
from app.features.monitoring.queries import changes_of, websites_of
from app.features.suppliers.queries import findings_of
from app.features.webhooks.delivery import Deliverer
from app.features.webhooks.outbox import publish_due_events
from app.features.webhooks.subscriptions import add_webhook
from app.installation import Installation, open_installation
from app.settings import Settings
from app.terminal.context import cli_principal, default_tenant, wait_for_job
from models import Assessment, Delivery, DeliveryState, EventKind, Statement, Supplier
from scoring.reference.vocabulary import Outcome
from tests.app.conftest import AT
from tests.scrapers.loopback import Reply, Web, page
from tests.scrapers.net.attacks import ADDRESSES

HOME = '<html><body><main>Works</main><footer><a href="{}">{}</a></footer></body></html>'
STATEMENT = """<html><head><title>Modern slavery statement</title></head><body><main>
<h1>Modern slavery statement</h1>
<p>This statement is made under section 54 of the Modern Slavery Act 2015 by Alder Works Ltd for
the financial year ending 31 March {}.</p>
<p>We trained {} of our buyers in spotting forced labour and audited nine suppliers in Leeds.</p>
<p>Approved by the board of directors and signed by Ann Alder, Director.</p>
</main></body></html>"""


@pytest.fixture
def web() -> Iterator[Web]:
    served = Web()
    served.pages["/"] = page(HOME.format("/statement", "Modern slavery statement"))
    served.pages["/statement"] = page(STATEMENT.format(2025, 12))
    yield served
    served.close()


def settings(folder: Path, web: Web, *, hours: float) -> Settings:
    return Settings(
        home=folder,
        fetch_loopback=frozenset({web.authority}),
        fetch_delay_s=0,
        watch_hours=hours,
    )


def watched(home: Installation, url: str) -> Supplier:
    organisation = default_tenant(home)
    listed = ("list.csv", b"Supplier\nAlder Works Ltd\n")
    wait_for_job(home, enqueue_import(home, organisation, lists=[listed], at=AT), quiet=True)
    with home.database.writing() as session:
        supplier = session.exec(select(Supplier)).one()
        watch_website(session, home, organisation, supplier.id, url)
    return supplier


def assessments(session: Session, supplier: Supplier) -> list[Assessment]:
    asked = select(Assessment).where(Assessment.supplier_id == supplier.id)
    return list(session.exec(asked.order_by(col(Assessment.created_at))))


def eventually(home: Installation, seen: Callable[[Session], bool], within: float = 180) -> None:
    end = time.monotonic() + within
    while time.monotonic() < end:
        with home.database.session() as session:
            if seen(session):
                return
        time.sleep(0.2)
    pytest.fail("nothing happened in time")


def test_a_look_finds_the_statement_and_the_home_pages_link_is_evidence(
    tmp_path: Path, web: Web
) -> None:
    with (
        open_installation(settings(tmp_path, web, hours=0)) as home,
        jobs.worker_runtime(home, worker="tests"),
    ):
        supplier = watched(home, web.url())
        wait_for_job(home, ask_to_look(home, supplier.organisation_id, at=AT), quiet=True)
        with home.database.session() as session:
            statement = session.exec(select(Statement)).one()
            assert statement.url == web.url("/statement")
            last = assessments(session, supplier)[-1]
            assert last.statement_score is not None
            told = {each.finding.rule: each for each in findings_of(session, last.id)}
            assert told["law.homepage"].finding.outcome is Outcome.MET
            assert told["law.homepage"].evidence[0].quote == "Modern slavery statement"
            changes = changes_of(session, supplier.id)
            assert [each.kind for each in changes] == ["statement_appeared"]


def test_a_changed_statement_is_judged_again_with_no_one_touching_it(
    tmp_path: Path, web: Web
) -> None:
    with (
        open_installation(settings(tmp_path, web, hours=1 / 3_600)) as home,
        jobs.worker_runtime(home, worker="tests"),
    ):
        supplier = watched(home, web.url())
        eventually(home, lambda session: len(assessments(session, supplier)) == 2)
        web.pages["/statement"] = page(STATEMENT.format(2026, 40))
        eventually(home, lambda session: len(assessments(session, supplier)) == 3)
        with home.database.session() as session:
            kinds = [each.kind for each in changes_of(session, supplier.id)]
            assert kinds == ["statement_newer", "statement_appeared"]
            assert len(session.exec(select(Statement)).all()) == 2


def test_a_site_that_does_not_answer_changes_nothing(tmp_path: Path, web: Web) -> None:
    with (
        open_installation(settings(tmp_path, web, hours=0)) as home,
        jobs.worker_runtime(home, worker="tests"),
    ):
        supplier = watched(home, web.url())
        wait_for_job(home, ask_to_look(home, supplier.organisation_id, at=AT), quiet=True)
        web.pages.clear()
        job = wait_for_job(home, ask_to_look(home, supplier.organisation_id, at=AT), quiet=True)
        assert job.failed == 1
        with home.database.session() as session:
            assert websites_of(session, supplier.organisation_id)[0].last_error
            assert session.exec(select(Statement)).one()


def test_every_hostile_address_is_refused_by_the_api_with_its_reason(client: TestClient) -> None:
    supplier = client.get("/v1/suppliers?limit=1").json()["items"][0]["id"]
    for name, url, reason in ADDRESSES:
        told = client.put(f"/v1/suppliers/{supplier}/website", json={"url": url})
        assert 400 <= told.status_code < 500, name
        assert told.json()["errors"][0]["pointer"] == "/url", name
        assert re.search(
            f"{reason}|at most 2000|control character|direction of writing", told.json()["detail"]
        ), name
    assert client.get(f"/v1/suppliers/{supplier}/website").status_code == 404


def test_a_changed_statement_is_told_by_one_webhook(tmp_path: Path, web: Web) -> None:
    with (
        open_installation(settings(tmp_path, web, hours=0)) as home,
        jobs.worker_runtime(home, worker="tests"),
    ):
        supplier = watched(home, web.url())
        wait_for_job(home, ask_to_look(home, supplier.organisation_id, at=AT), quiet=True)
        with home.database.writing() as session:
            add_webhook(
                session,
                cli_principal(home),
                url=web.url("/hook"),
                events=[EventKind.STATEMENT_PUBLISHED],
                loopback=frozenset({web.authority}),
                now=datetime.now(UTC),
            )
        web.pages["/hook"] = Reply(status=204)
        web.pages["/statement"] = page(STATEMENT.format(2026, 40))
        wait_for_job(home, ask_to_look(home, supplier.organisation_id, at=AT), quiet=True)
        for _ in range(2):
            with home.database.writing() as session:
                publish_due_events(session, now=datetime.now(UTC))
        deliverer = Deliverer(home.database, delays=(0.1,), loopback=frozenset({web.authority}))
        deliverer.start()
        delivered = select(Delivery).where(Delivery.state == DeliveryState.DELIVERED)
        eventually(home, lambda session: session.exec(delivered).first() is not None)
        deliverer.stop()
        told = [each for each in web.asked if each.path == "/hook"]
        assert len(told) == 1
        assert orjson.loads(told[0].body)["type"] == "statement.found"
