"""`/v1/webhooks`: addresses that are told of events, and what became of each delivery."""

from datetime import UTC, datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import BaseModel, ConfigDict, Field, StrictBool

from app.db.encryption import unseal
from app.features.webhooks.delivery import replay
from app.features.webhooks.schemas import DeliveryAttempt, EventData, serialize_event
from app.features.webhooks.subscriptions import (
    add_webhook,
    change_webhook,
    deliveries_of,
    remove_webhook,
    rotate_secret,
    webhook_of,
    webhooks_of,
)
from app.http.dependencies import (
    CallerDep,
    InstallationDep,
    OrganisationDep,
    SessionDep,
    require_scope,
)
from app.http.etag import IfMatch, require_match, tag
from app.http.idempotency import IdempotentRoute
from app.http.pagination import Cursor, Limit, page_of, unpacked
from app.http.schemas import Links
from app.security import audit_log
from app.security.permissions import Scope
from models import Delivery, DeliveryState, Event, EventKind
from models import Webhook as WebhookRow

router = APIRouter(
    prefix="/webhooks",
    tags=["webhooks"],
    route_class=IdempotentRoute,
    dependencies=[require_scope(Scope.ADMINISTER)],
)

Kinds = Annotated[list[EventKind], Field(min_length=1, max_length=20)]
Url = Annotated[str, Field(min_length=8, max_length=2_000)]


class WebhookCreate(BaseModel):
    """An address to be told of events: https, or http for a trial on this machine."""

    model_config = ConfigDict(extra="forbid")

    url: Url = Field(examples=["https://procurement.example.gov.uk/hooks/candour"])
    events: Kinds = Field(examples=[["decision.changed", "action.overdue"]])


class WebhookUpdate(BaseModel):
    """What to change; what is left out stays."""

    model_config = ConfigDict(extra="forbid")

    url: Url | None = None
    events: Kinds | None = None
    active: StrictBool | None = None


class Webhook(BaseModel):
    """An address that is told of events."""

    id: UUID
    url: str
    events: list[EventKind]
    active: bool
    reason: str = Field(description="Why it is not active, where we stopped it.")
    created_by: str
    created_at: datetime

    @classmethod
    def of(cls, row: WebhookRow) -> "Webhook":
        """Return the shape of a webhook."""
        return cls(
            id=row.id,
            url=row.url,
            events=[EventKind(each) for each in row.events],
            active=row.active,
            reason=row.reason,
            created_by=row.created_by,
            created_at=row.created_at,
        )


class WebhookCreated(Webhook):
    """A webhook just made; `secret` is shown this once."""

    secret: str = Field(description="Verifies signatures (Standard Webhooks, `whsec_…`).")


class WebhookList(BaseModel):
    """Every webhook."""

    items: list[Webhook]


class WebhookDelivery(BaseModel):
    """An event on its way to a webhook, and each attempt at it."""

    id: UUID
    event: EventKind
    data: EventData
    state: DeliveryState
    attempt_count: int
    attempts: list[DeliveryAttempt]
    next_attempt_at: datetime | None
    created_at: datetime

    @classmethod
    def of(cls, row: Delivery, event: Event) -> "WebhookDelivery":
        """Return the shape of a delivery."""
        return cls(
            id=row.id,
            event=event.kind,
            data=serialize_event(event).data,
            state=row.state,
            attempt_count=row.attempt_count,
            attempts=[DeliveryAttempt.model_validate(each) for each in row.attempts],
            next_attempt_at=row.next_attempt_at if row.state is DeliveryState.WAITING else None,
            created_at=row.created_at,
        )


class WebhookDeliveryList(BaseModel):
    """Some deliveries, newest first, and where to go on."""

    items: list[WebhookDelivery]
    links: Links


@router.get("", summary="Every webhook")
def list_webhooks(session: SessionDep, organisation: OrganisationDep) -> WebhookList:
    """Return the organisation's webhooks."""
    return WebhookList(items=[Webhook.of(each) for each in webhooks_of(session, organisation)])


@router.post("", status_code=201, summary="Make a webhook")
def create_webhook(
    session: SessionDep,
    home: InstallationDep,
    caller: CallerDep,
    wanted: WebhookCreate,
    response: Response,
) -> WebhookCreated:
    """Have an address told of events. Keep the secret: it is not shown again."""
    row = add_webhook(
        session,
        caller,
        url=wanted.url,
        events=wanted.events,
        loopback=home.settings.webhook_loopback,
        now=datetime.now(UTC),
    )
    response.headers["Location"] = f"/v1/webhooks/{row.id}"
    response.headers["Cache-Control"] = "no-store"
    return WebhookCreated(**dict(Webhook.of(row)), secret=unseal(session, row.secret))


@router.get("/{webhook_id}", summary="One webhook")
def get_webhook(
    session: SessionDep, organisation: OrganisationDep, webhook_id: UUID, response: Response
) -> Webhook:
    """Return a webhook, without its secret."""
    row = webhook_of(session, organisation, webhook_id)
    tag(response, row.version)
    return Webhook.of(row)


@router.patch("/{webhook_id}", summary="Change a webhook")
def update_webhook(
    session: SessionDep,
    home: InstallationDep,
    caller: CallerDep,
    webhook_id: UUID,
    change: WebhookUpdate,
    response: Response,
    if_match: IfMatch = None,
) -> Webhook:
    """Change where a webhook leads, what it is told, or whether it is told anything."""
    row = webhook_of(session, caller.organisation, webhook_id)
    require_match(if_match, row.version)
    change_webhook(
        session,
        caller,
        row,
        url=change.url,
        events=change.events,
        active=change.active,
        loopback=home.settings.webhook_loopback,
    )
    tag(response, row.version)
    return Webhook.of(row)


@router.post("/{webhook_id}/secret", status_code=201, summary="Change a webhook's secret")
def create_webhook_secret(
    session: SessionDep, caller: CallerDep, webhook_id: UUID, response: Response
) -> WebhookCreated:
    """Make a new secret. For 24 hours messages are signed with the one before as well."""
    row = rotate_secret(session, caller, webhook_id, now=datetime.now(UTC))
    response.headers["Location"] = f"/v1/webhooks/{row.id}"
    response.headers["Cache-Control"] = "no-store"
    tag(response, row.version)
    return WebhookCreated(**dict(Webhook.of(row)), secret=unseal(session, row.secret))


@router.delete("/{webhook_id}", status_code=204, summary="Remove a webhook")
def delete_webhook(session: SessionDep, caller: CallerDep, webhook_id: UUID) -> None:
    """Tell an address nothing any more; its deliveries are let go."""
    remove_webhook(session, caller, webhook_id)


@router.get("/{webhook_id}/deliveries", summary="Deliveries, newest first")
def list_webhook_deliveries(
    session: SessionDep,
    organisation: OrganisationDep,
    webhook_id: UUID,
    limit: Limit = 50,
    cursor: Cursor = "",
) -> WebhookDeliveryList:
    """Return what was sent to a webhook, or is to be, with each attempt."""
    after = unpacked(cursor, UUID) if cursor else None
    rows = deliveries_of(session, organisation, webhook_id, limit=limit + 1, after=after)
    path = f"/v1/webhooks/{webhook_id}/deliveries"
    page = page_of(rows, limit, path, lambda last: (last[0].id,), limit=limit)
    items = [WebhookDelivery.of(*each) for each in page.rows]
    return WebhookDeliveryList(items=items, links=page.links)


@router.post(
    "/{webhook_id}/deliveries/{delivery_id}/replay", status_code=202, summary="Send again"
)
def replay_webhook_delivery(
    session: SessionDep, caller: CallerDep, webhook_id: UUID, delivery_id: UUID
) -> WebhookDelivery:
    """Send a delivery again, whether it was taken or given up; its identifier stays the same."""
    row = replay(session, caller.organisation, webhook_id, delivery_id)
    audit_log.record(session, caller, "delivery.replayed", f"webhooks/{webhook_id}")
    return WebhookDelivery.of(row, session.get_one(Event, row.event_id))
