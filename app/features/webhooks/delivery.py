"""Deliver events to webhooks by the Standard Webhooks specification, until they are taken.

What is to be sent is in the database, so a stop of ours or theirs only delays it. A delivery may
arrive twice where we stop between sending and noting it; its identifier tells the receiver.
"""

import base64
import hmac
import secrets
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from http import HTTPStatus
from uuid import UUID

import structlog
from sqlalchemy import update
from sqlmodel import Session, col, select

from app.db.encryption import unseal
from app.db.engine import Database
from app.errors import NotFound
from app.features.webhooks.outbox import publish_due_events
from app.features.webhooks.schemas import DeliveryAttempt, serialize_event
from app.installation import Installation
from models import Delivery, DeliveryState, Event, Webhook
from scrapers.errors import FetchRefused, SourceUnavailable
from scrapers.http.client import Client
from scrapers.http.ssrf import FetchPolicy

PORTS = frozenset({443, 8443})
_MARK = "whsec_"
_CLAIM = timedelta(minutes=3)
"""How long a process has for one attempt before another may make it."""
_AT_ONCE = 20
_SIDE_BY_SIDE = 4
"""Attempts made at a time, so that a receiver that is slow to answer does not hold up all."""
_STORED_ATTEMPTS = 30
_LOOK_ROUND_S = 60.0
_log = structlog.get_logger()


def new_secret() -> str:
    """Return a signing secret as the specification writes it."""
    return _MARK + base64.b64encode(secrets.token_bytes(32)).decode()


def signature(secret: str, id: str, at: int, body: bytes) -> str:
    """Return the signature of a message: HMAC-SHA256 over its identifier, time and body.

    Source: Standard Webhooks 1.0.0, signature scheme `v1`.
    """
    key = base64.b64decode(secret.removeprefix(_MARK))
    mac = hmac.new(key, f"{id}.{at}.".encode() + body, sha256).digest()
    return f"v1,{base64.b64encode(mac).decode()}"


@dataclass(frozen=True, slots=True)
class _OutboundMessage:
    """One delivery that this process has taken on."""

    delivery: UUID
    url: str
    secrets: tuple[str, ...]
    body: bytes


def message_headers(id: str, at: int, body: bytes, signing: tuple[str, ...]) -> dict[str, str]:
    """Return the headers of a message, with one signature for each secret.

    Source: Standard Webhooks 1.0.0, "Webhook metadata" and "Multiple signatures".
    """
    return {
        "content-type": "application/json",
        "webhook-id": id,
        "webhook-timestamp": str(at),
        "webhook-signature": " ".join(signature(each, id, at, body) for each in signing),
    }


def signing_secrets(session: Session, webhook: Webhook, *, now: datetime) -> tuple[str, ...]:
    """Return what signs for a webhook: its secret, and for a while the one that it replaced."""
    stored = [webhook.secret]
    if webhook.earlier_until is not None and webhook.earlier_until > now:
        stored.append(webhook.earlier_secret)
    return tuple(unseal(session, each) for each in stored)


class Deliverer:
    """Takes on due deliveries and makes an attempt at each.

    Args:
        database: Where deliveries are.
        delays: Seconds before each new attempt; after the last the delivery is given up.
        loopback: Receivers on this machine that may be sent to, for trials.
    """

    def __init__(
        self, database: Database, *, delays: Sequence[float], loopback: frozenset[str]
    ) -> None:
        self._database = database
        self._delays = tuple(delays)
        policy = FetchPolicy(
            loopback=loopback,
            ports=PORTS,
            max_bytes=100_000,
            total_s=20.0,
            read_s=15.0,
        )
        self._client = Client(policy)
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="webhooks", daemon=True)

    def start(self) -> None:
        """Begin to deliver, beside whatever else the process does."""
        self._thread.start()

    def stop(self) -> None:
        """End after the present attempt."""
        self._stop.set()
        self._thread.join()
        self._client.close()

    def _run(self) -> None:
        pause, looked = min(1.0, *self._delays), 0.0
        while not self._stop.is_set():
            try:
                if looked <= 0:
                    with self._database.session() as session:
                        publish_due_events(session, now=datetime.now(UTC))
                    looked = _LOOK_ROUND_S
                self.deliver_due()
            except Exception as error:
                _log.error("deliveries wait", exc_info=error)
            looked -= pause
            self._stop.wait(pause)

    def deliver_due(self) -> None:
        """Make one attempt at each delivery that is due."""
        parcels = self._claim_due(datetime.now(UTC))
        if parcels:
            with ThreadPoolExecutor(_SIDE_BY_SIDE) as pool:
                list(pool.map(self._attempt, parcels))

    def _claim_due(self, now: datetime) -> list[_OutboundMessage]:
        with self._database.session() as session:
            due = (
                select(Delivery, Webhook, Event)
                .join(Webhook, col(Webhook.id) == col(Delivery.webhook_id))
                .join(Event, col(Event.id) == col(Delivery.event_id))
                .where(
                    Delivery.state == DeliveryState.WAITING,
                    col(Delivery.next_attempt_at) <= now,
                    col(Webhook.active),
                )
                .order_by(col(Delivery.next_attempt_at))
                .limit(_AT_ONCE)
            )
            return [
                _OutboundMessage(
                    delivery.id,
                    webhook.url,
                    signing_secrets(session, webhook, now=now),
                    serialize_event(event).model_dump_json().encode(),
                )
                for delivery, webhook, event in session.exec(due).all()
                if self._claimed(session, delivery, now)
            ]

    def _claimed(self, session: Session, delivery: Delivery, now: datetime) -> bool:
        claim = (
            update(Delivery)
            .where(
                col(Delivery.id) == delivery.id,
                col(Delivery.next_attempt_at) == delivery.next_attempt_at,
            )
            .values(next_attempt_at=now + _CLAIM)
            .execution_options(synchronize_session=False)
        )
        return bool(session.exec(claim).rowcount)

    def _attempt(self, parcel: _OutboundMessage) -> None:
        now = datetime.now(UTC)
        id, at = f"msg_{parcel.delivery.hex}", int(now.timestamp())
        headers = message_headers(id, at, parcel.body, parcel.secrets)
        status, why = 0, ""
        try:
            status = self._client.post(parcel.url, parcel.body, headers=headers).status
        except SourceUnavailable as error:
            status, why = error.status or 0, error.reason
        except FetchRefused as error:
            why = error.reason
        with self._database.session() as session:
            self._note(session, parcel.delivery, status, why, now)

    def _note(self, session: Session, id: UUID, status: int, why: str, now: datetime) -> None:
        delivery = session.get_one(Delivery, id)
        attempt = DeliveryAttempt(at=now, status=status or None, reason=why)
        attempts = [*delivery.attempts, attempt.model_dump(mode="json")]
        delivery.attempts = attempts[-_STORED_ATTEMPTS:]
        delivery.attempt_count += 1
        if not why:
            delivery.state = DeliveryState.DELIVERED
        elif status == HTTPStatus.GONE:
            delivery.state = DeliveryState.FAILED
            webhook = session.get_one(Webhook, delivery.webhook_id)
            webhook.active, webhook.reason = False, "The receiver answered 410 Gone."
            session.add(webhook)
        elif delivery.attempt_count > len(self._delays):
            delivery.state = DeliveryState.FAILED
        else:
            delivery.next_attempt_at = now + timedelta(
                seconds=self._delays[delivery.attempt_count - 1]
            )
        session.add(delivery)


@contextmanager
def delivering(home: Installation) -> Iterator[None]:
    """Deliver beside whatever else this process does, while the context is open.

    Every process that does jobs' work also delivers, so that events leave an installation whose
    servers only give work out.
    """
    deliverer = Deliverer(
        home.database,
        delays=home.settings.webhook_delays_s,
        loopback=home.settings.webhook_loopback,
    )
    deliverer.start()
    try:
        yield
    finally:
        deliverer.stop()


def replay(session: Session, organisation: UUID, webhook: UUID, id: UUID) -> Delivery:
    """Send a delivery again from its first attempt, whether it was taken or given up.

    Raises:
        NotFound: There is no such delivery.
    """
    delivery = session.get(Delivery, id)
    if (
        delivery is None
        or delivery.organisation_id != organisation
        or delivery.webhook_id != webhook
    ):
        raise NotFound("There is no such delivery.")
    delivery.state, delivery.attempt_count, delivery.next_attempt_at = (
        DeliveryState.WAITING,
        0,
        datetime.now(UTC),
    )
    session.add(delivery)
    return delivery
