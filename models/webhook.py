"""Webhooks: who is told of what, the events themselves, and each delivery with its attempts."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from models.base import enum_column, id_column, json_column, key_column, utc_column


class EventKind(StrEnum):
    """What may be told to a webhook."""

    DECISION_CHANGED = "decision.changed"
    STATEMENT_PUBLISHED = "statement.found"
    STATEMENT_EXPIRED = "statement.expired"
    SOURCE_CHANGED = "source.changed"
    ACTION_OVERDUE = "action.overdue"


class DeliveryState(StrEnum):
    """How a delivery stands: waiting for its next attempt, taken, or given up."""

    WAITING = "waiting"
    DELIVERED = "delivered"
    FAILED = "failed"


class Webhook(SQLModel, table=True):
    """An address of an organisation to which events are sent.

    `secret` signs what is sent, and until `earlier_until` so does `earlier_secret`, which it
    replaced. Both are encrypted (`app/security/encryption.py`).
    """

    id: UUID = id_column()
    organisation_id: UUID = key_column("organisation.id")
    url: str = Field(max_length=2000)
    events: list[str] = json_column(list)
    secret: str = Field(max_length=400)
    earlier_secret: str = Field(default="", max_length=400)
    earlier_until: datetime | None = utc_column(default=None)
    active: bool = True
    reason: str = ""
    version: int = 1
    created_by: str = ""
    created_at: datetime = utc_column()


class Event(SQLModel, table=True):
    """Something that happened, kept in the transaction in which it did.

    `key` makes it one: the same happening noted twice is one event.
    """

    __table_args__ = (UniqueConstraint("organisation_id", "key"),)

    id: UUID = id_column()
    organisation_id: UUID = key_column("organisation.id", index=False)
    kind: EventKind = enum_column(EventKind)
    key: str = Field(max_length=200)
    data: dict[str, Any] = json_column(dict)
    created_at: datetime = utc_column()


class Delivery(SQLModel, table=True):
    """An event on its way to one webhook; its identifier is the message's, the same every time.

    `next_attempt_at` is when it is tried next; a process that takes it on moves that forward
    first, so that no other tries it meanwhile. `attempts` keeps when each was made and how it
    ended.
    """

    __table_args__ = (
        UniqueConstraint("event_id", "webhook_id"),
        Index("ix_delivery_due", "state", "next_attempt_at"),
    )

    id: UUID = id_column()
    organisation_id: UUID = key_column("organisation.id")
    webhook_id: UUID = key_column("webhook.id")
    event_id: UUID = key_column("event.id", index=False)
    state: DeliveryState = enum_column(DeliveryState, default=DeliveryState.WAITING)
    attempt_count: int = 0
    attempts: list[dict[str, Any]] = json_column(list)
    next_attempt_at: datetime = utc_column()
    created_at: datetime = utc_column()
