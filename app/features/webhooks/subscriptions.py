"""Webhooks: added, changed and removed by an administrator, and what became of deliveries."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete
from sqlmodel import Session, col, select

from app.db.encryption import seal
from app.db.row_lock import lock_row
from app.errors import NotFound, Unusable
from app.features.webhooks.delivery import PORTS, new_secret
from app.security import audit_log
from app.security.principal import Principal
from models import Delivery, DeliveryState, Event, EventKind, Webhook
from scrapers.errors import FetchRefused
from scrapers.http.ssrf import FetchPolicy, authority, check_url

EARLIER_SECRET_FOR = timedelta(hours=24)
"""How long a secret that was replaced still signs (our own choice)."""


def add_webhook(
    session: Session,
    caller: Principal,
    *,
    url: str,
    events: Sequence[EventKind],
    loopback: frozenset[str],
    now: datetime,
) -> Webhook:
    """Have an address told of events.

    Raises:
        Unusable: The address may not be sent to.
    """
    row = Webhook(
        organisation_id=caller.organisation,
        url=usable_url(url, loopback),
        events=sorted({each.value for each in events}),
        secret=seal(session, new_secret()),
        created_by=caller.name,
        created_at=now,
    )
    session.add(row)
    session.flush()
    audit_log.record(session, caller, "webhook.made", f"webhooks/{row.id}", after=_facts(row))
    return row


def change_webhook(
    session: Session,
    caller: Principal,
    row: Webhook,
    *,
    url: str | None,
    events: Sequence[EventKind] | None,
    active: bool | None,
    loopback: frozenset[str],
) -> None:
    """Change where a webhook leads, what is sent to it, or whether anything is.

    Raises:
        Changed: Somebody changed it since `row` was read.
        Unusable: The address may not be sent to.
    """
    lock_row(session, row, version=row.version)
    before = _facts(row)
    row.url = row.url if url is None else usable_url(url, loopback)
    row.events = row.events if events is None else sorted({each.value for each in events})
    row.active = row.active if active is None else active
    row.reason = "" if row.active else row.reason
    row.version += 1
    session.add(row)
    audit_log.record(
        session, caller, "webhook.changed", f"webhooks/{row.id}", before=before, after=_facts(row)
    )


def rotate_secret(session: Session, caller: Principal, id: UUID, *, now: datetime) -> Webhook:
    """Give a webhook a new secret; the one before signs beside it for a day.

    Standard Webhooks lets a message carry several signatures, so a receiver misses nothing while
    the new secret is brought to it.

    Raises:
        NotFound: The organisation has no such webhook.
        Changed: Somebody removed it at the same moment.
    """
    row = webhook_of(session, caller.organisation, id)
    lock_row(session, row, version=row.version)
    row.earlier_secret, row.earlier_until = row.secret, now + EARLIER_SECRET_FOR
    row.secret = seal(session, new_secret())
    row.version += 1
    session.add(row)
    audit_log.record(session, caller, "webhook.secret_changed", f"webhooks/{id}")
    return row


def remove_webhook(session: Session, caller: Principal, id: UUID) -> None:
    """Remove a webhook with its deliveries.

    Raises:
        NotFound: The organisation has no such webhook.
        Changed: Somebody removed it at the same moment.
    """
    row = webhook_of(session, caller.organisation, id)
    lock_row(session, row)
    session.execute(delete(Delivery).where(col(Delivery.webhook_id) == row.id))
    session.delete(row)
    audit_log.record(session, caller, "webhook.removed", f"webhooks/{id}", before=_facts(row))


def webhook_of(session: Session, organisation: UUID, id: UUID) -> Webhook:
    """Return one of an organisation's webhooks.

    Raises:
        NotFound: It has none with this identifier.
    """
    webhook = session.get(Webhook, id)
    if webhook is None or webhook.organisation_id != organisation:
        raise NotFound("There is no such webhook.")
    return webhook


def webhooks_of(session: Session, organisation: UUID) -> Sequence[Webhook]:
    """Return an organisation's webhooks, oldest first."""
    query = select(Webhook).where(Webhook.organisation_id == organisation)
    return session.exec(query.order_by(col(Webhook.created_at), col(Webhook.id))).all()


def deliveries_of(
    session: Session,
    organisation: UUID,
    webhook: UUID,
    *,
    limit: int,
    after: UUID | None = None,
    state: DeliveryState | None = None,
) -> Sequence[tuple[Delivery, Event]]:
    """Return a webhook's deliveries with their events, newest first; with `state` only those.

    Raises:
        NotFound: The organisation has no such webhook.
    """
    webhook_of(session, organisation, webhook)
    query = (
        select(Delivery, Event)
        .join(Event, col(Event.id) == col(Delivery.event_id))
        .where(Delivery.organisation_id == organisation, Delivery.webhook_id == webhook)
        .order_by(col(Delivery.id).desc())
        .limit(limit)
    )
    if after is not None:
        query = query.where(col(Delivery.id) < after)
    if state is not None:
        query = query.where(Delivery.state == state)
    return [(delivery, event) for delivery, event in session.exec(query)]


def usable_url(url: str, loopback: frozenset[str]) -> str:
    """Only https leaves this machine: what is sent names suppliers."""
    try:
        checked = check_url(url, FetchPolicy(loopback=loopback, ports=PORTS))
    except FetchRefused as error:
        raise Unusable(f"This address is not sent to: {error.reason}.", pointer="/url") from error
    if checked.scheme != "https" and authority(checked) not in loopback:
        raise Unusable("Events are sent by https only.", pointer="/url")
    return str(checked)


def _facts(row: Webhook) -> dict[str, object]:
    return {"url": row.url, "events": row.events, "active": row.active}
