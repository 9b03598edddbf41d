"""A receiver on this machine gets each event once in effect, whoever is down meanwhile."""

import http.server
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import NAMESPACE_URL, UUID, uuid5

import pytest
from sqlmodel import Session, select
from standardwebhooks import Webhook as Verifier
from standardwebhooks import WebhookVerificationError

from app.errors import Unusable
from app.features.webhooks.delivery import Deliverer, new_secret, replay, signature
from app.features.webhooks.outbox import publish_due_events, publish_event
from app.features.webhooks.schemas import DecisionChanged
from app.features.webhooks.subscriptions import add_webhook, usable_url
from app.installation import Installation, open_installation
from app.settings import Settings
from app.terminal.context import cli_principal
from models import Action, Delivery, DeliveryState, EventKind, Supplier, Webhook
from scoring.reference.vocabulary import Decision

NOW = datetime.now(UTC)
DELAYS = (0.05,) * 60


class Receiver:
    """Verifies what it is sent, and takes a message that it has had before for done."""

    def __init__(self, port: int, secret: str, answers: list[int] | None = None) -> None:
        self.verifier, self.answers = Verifier(secret), list(answers or ())
        self.taken: dict[str, dict[str, object]] = {}
        self.came = 0
        receiver = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["content-length"]))
                told = receiver.verifier.verify(body, dict(self.headers))
                receiver.came += 1
                status = receiver.answers.pop(0) if receiver.answers else 204
                if status < 300:
                    receiver.taken[self.headers["webhook-id"]] = told
                self.send_response(status)
                self.end_headers()

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", port), Handler)
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.02,))
        self.thread.start()

    def stop(self) -> None:
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture
def home(tmp_path: Path, port: int) -> Iterator[Installation]:
    settings = Settings(home=tmp_path, webhook_loopback=frozenset({f"127.0.0.1:{port}"}))
    with open_installation(settings) as opened:
        yield opened


@pytest.fixture
def webhook(home: Installation, port: int) -> Webhook:
    with home.database.session() as session:
        return add_webhook(
            session,
            cli_principal(home),
            url=f"http://127.0.0.1:{port}/hook",
            events=list(EventKind),
            loopback=home.settings.webhook_loopback,
            now=NOW - timedelta(minutes=1),
        )


@contextmanager
def delivering(home: Installation, delays: tuple[float, ...] = DELAYS) -> Iterator[None]:
    deliverer = Deliverer(home.database, delays=delays, loopback=home.settings.webhook_loopback)
    deliverer.start()
    try:
        yield
    finally:
        deliverer.stop()


def check_of(key: str) -> UUID:
    return uuid5(NAMESPACE_URL, key)


def happen(home: Installation, *keys: str) -> None:
    with home.database.session() as session:
        for key in keys:
            organisation = cli_principal(home).organisation
            data = DecisionChanged(
                check=check_of(key),
                supplier=check_of("a supplier"),
                before=Decision.REFER,
                after=Decision.STOP,
                decided_by="Ada Example",
            )
            publish_event(session, organisation, EventKind.DECISION_CHANGED, key, data, now=NOW)


def until(done: Callable[[], bool]) -> None:
    end = time.monotonic() + 180
    while not done():
        assert time.monotonic() < end, "it did not come about"
        time.sleep(0.02)


def states(home: Installation) -> list[DeliveryState]:
    with home.database.session() as session:
        return [each.state for each in session.exec(select(Delivery))]


def test_each_event_arrives_once_in_effect_through_downtime_and_a_restart(
    home: Installation, webhook: Webhook, port: int
) -> None:
    happen(home, "one", "two")
    with delivering(home):  # nobody listens yet
        until(lambda: all(tries(home)))
    receiver = Receiver(port, webhook.secret, answers=[500, 503, 302])
    try:
        happen(home, "three", "three")  # the same happening noted twice is one event
        with delivering(home):  # our restart
            until(lambda: len(receiver.taken) == 3)
            until(lambda: set(states(home)) == {DeliveryState.DELIVERED})
        assert {each["data"]["check"] for each in receiver.taken.values()} == {
            str(check_of(key)) for key in ("one", "two", "three")
        }
        assert {each["type"] for each in receiver.taken.values()} == {"decision.changed"}
        assert receiver.came == 6
    finally:
        receiver.stop()


def tries(home: Installation) -> list[int]:
    with home.database.session() as session:
        return [each.attempt_count for each in session.exec(select(Delivery))]


def test_a_delivery_is_sent_again_on_demand_under_its_own_name(
    home: Installation, webhook: Webhook, port: int
) -> None:
    receiver = Receiver(port, webhook.secret)
    try:
        happen(home, "one")
        with delivering(home):
            until(lambda: states(home) == [DeliveryState.DELIVERED])
            with home.database.session() as session:
                sent = session.exec(select(Delivery)).one()
                replay(session, sent.organisation_id, webhook.id, sent.id)
            until(lambda: receiver.came == 2)
        assert len(receiver.taken) == 1
    finally:
        receiver.stop()


def test_a_delivery_that_nobody_takes_is_given_up_with_its_log(
    home: Installation, webhook: Webhook
) -> None:
    happen(home, "one")
    with delivering(home, (0.01, 0.01)):
        until(lambda: states(home) == [DeliveryState.FAILED])
    with home.database.session() as session:
        kept = session.exec(select(Delivery)).one()
    assert kept.webhook_id == webhook.id
    assert len(kept.attempts) == 3
    assert all(each["reason"] for each in kept.attempts)


def test_a_receiver_that_is_gone_is_told_nothing_more(
    home: Installation, webhook: Webhook, port: int
) -> None:
    receiver = Receiver(port, webhook.secret, answers=[410])
    try:
        happen(home, "one")
        with delivering(home):
            until(lambda: states(home) == [DeliveryState.FAILED])
        with home.database.session() as session:
            assert not session.get_one(Webhook, webhook.id).active
    finally:
        receiver.stop()


def test_another_secret_does_not_verify(webhook: Webhook) -> None:
    at = int(time.time())
    headers = {
        "webhook-id": "msg_1",
        "webhook-timestamp": str(at),
        "webhook-signature": signature(new_secret(), "msg_1", at, b"{}"),
    }
    with pytest.raises(WebhookVerificationError):
        Verifier(webhook.secret).verify(b"{}", headers)


@pytest.mark.parametrize(
    "url",
    [
        "http://example.org/hook",
        "https://127.0.0.1/hook",
        "https://10.0.0.8/hook",
        "https://169.254.169.254/latest",
        "https://user:pass@example.org/hook",
        "https://example.org:22/hook",
        "ftp://example.org/hook",
        "https://localhost/hook",
    ],
)
def test_an_address_that_may_not_be_sent_to_is_refused(url: str) -> None:
    with pytest.raises(Unusable):
        usable_url(url, frozenset())


def late(session: Session, home: Installation) -> Action:
    organisation = cli_principal(home).organisation
    supplier = Supplier(organisation_id=organisation, key="x", name="X", created_at=NOW)
    session.add(supplier)
    session.flush()
    action = Action(
        organisation_id=organisation,
        supplier_id=supplier.id,
        title="A step",
        owner="Ada",
        due=NOW.date() - timedelta(days=1),
        created_at=NOW,
        updated_at=NOW,
    )
    session.add(action)
    return action


def test_an_overdue_action_is_told_once(home: Installation, webhook: Webhook) -> None:
    with home.database.session() as session:
        action = late(session, home)
    for _ in range(3):
        with home.database.session() as session:
            publish_due_events(session, now=NOW)
    with home.database.session() as session:
        sent = session.exec(select(Delivery).where(Delivery.webhook_id == webhook.id)).all()
        assert len(sent) == 1
        assert action.due < NOW.date()
