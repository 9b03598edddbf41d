"""Events as webhooks are sent them: identifiers by which the receiver fetches the rest.

No finding is sent: what a receiver fetches is what its own key may see.
"""

from datetime import date, datetime
from typing import TypeAlias
from uuid import UUID

from pydantic import AwareDatetime, ConfigDict, Field

from app.http.schemas import Published
from models import Event, EventKind
from scoring.reference.vocabulary import Decision


class _EventData(Published):
    model_config = ConfigDict(extra="forbid")


class DecisionChanged(_EventData):
    """A person decided otherwise, or a new assessment proposes something else."""

    check: UUID | None = Field(None, description="The check that was decided on, if one was.")
    assessment: UUID | None = Field(None, description="The new assessment, if there is one.")
    supplier: UUID
    before: Decision = Field(description="What counted before: decided, or else proposed.")
    after: Decision = Field(description="What counts now: decided, or else proposed.")
    proposed: Decision | None = Field(
        None, description="What the rules propose now, beside it; null in events of before."
    )
    decided_by: str | None = Field(
        description="Null where no person has decided: it is a proposal."
    )


class SourceChanged(_EventData):
    """A source says something else about a supplier, which was assessed again since."""

    supplier: UUID
    assessment: UUID | None


class ActionOverdue(_EventData):
    """The day of an action has passed, and it has not ended."""

    action: UUID
    supplier: UUID
    due: date


class StatementEvent(_EventData):
    """A statement was added or has expired."""

    statement: UUID
    supplier: UUID
    year_end: date | None


EventData: TypeAlias = DecisionChanged | SourceChanged | ActionOverdue | StatementEvent
SHAPES: dict[EventKind, type[EventData]] = {
    EventKind.DECISION_CHANGED: DecisionChanged,
    EventKind.SOURCE_CHANGED: SourceChanged,
    EventKind.ACTION_OVERDUE: ActionOverdue,
    EventKind.STATEMENT_PUBLISHED: StatementEvent,
    EventKind.STATEMENT_EXPIRED: StatementEvent,
}


class WebhookMessage(Published):
    """An event as it is sent: what happened, when, and identifiers."""

    type: EventKind
    timestamp: AwareDatetime
    data: EventData


class DeliveryAttempt(Published):
    """An attempt at a delivery; `reason` is empty where it was taken."""

    at: datetime
    status: int | None = Field(description="The receiver's HTTP status; null without an answer.")
    reason: str


def serialize_event(event: Event) -> WebhookMessage:
    """Return an event as it is sent."""
    data = SHAPES[event.kind].model_validate(event.data)
    return WebhookMessage(type=event.kind, timestamp=event.created_at, data=data)
