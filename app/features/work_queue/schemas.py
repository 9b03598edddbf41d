"""The work queue as callers are given it."""

from collections.abc import Callable
from datetime import date, datetime
from uuid import UUID

from pydantic import ConfigDict, Field

from app.features.work_queue import items as queue
from app.http.schemas import Figure, Published
from scoring.reference.vocabulary import Decision


class _Shape(Published):
    model_config = ConfigDict(from_attributes=True)


class WorkTotals(_Shape):
    """What some suppliers come to; each sum of money says of how many suppliers it is known."""

    suppliers: int
    risk: Figure = Field(description="Points of residual risk, added up.")
    contracts: Figure = Field(description="Pounds a year of contracts in force, where known.")
    contracts_known: int = Field(description="Of how many of the suppliers that is known.")
    paid: Figure = Field(description="Pounds that lists of payments paid, where known.")
    paid_known: int = Field(description="Of how many of the suppliers that is known.")


class WaitingCheck(_Shape):
    """A check on which nobody has decided: it waits for an approver."""

    id: UUID
    requested_by: str
    requested_at: datetime


class WorkItem(_Shape):
    """One supplier with what is to be done; money is pounds, null is not known."""

    supplier: UUID
    name: str = Field(examples=["Brightwater Cleaning Ltd"])
    decision: Decision = Field(description="What counts: a person's decision, or the proposal.")
    reason: str = Field(description="Why, in at most twelve words.")
    risk: Figure
    contracts: Figure | None
    paid: Figure | None
    due: date | None = Field(
        description="The day by which it was or is due; for a decision, the day on which it ended."
    )
    overdue: bool
    check: WaitingCheck | None = Field(
        description="The newest check that waits for a decision; null where none was asked."
    )
    action: UUID | None = Field(description="The action that is overdue.")


class WorkGroup(_Shape):
    """All suppliers with one task: what they come to, and those within the capacity."""

    task: queue.WorkTask
    total: WorkTotals
    items: list[WorkItem]


class WorkQueue(_Shape):
    """What to do first: its groups in order, and what those shown cover of all assessed."""

    on: date
    capacity: int
    companies_loaded: bool = Field(
        description="False while no register of companies is loaded: load it before you ask."
    )
    covered: WorkTotals
    assessed: WorkTotals
    groups: list[WorkGroup]


serialize_queue: Callable[[queue.WorkQueue], WorkQueue] = WorkQueue.model_validate
"""Return a work queue in its published shape."""
