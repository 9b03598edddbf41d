"""An action: an agreed step to put something right, with its owner, due date and evidence."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from models.base import enum_column, id_column, json_column, key_column, utc_column


class ActionState(StrEnum):
    """How far an action is; `withdrawn` says that it was not needed, with its reason."""

    OPEN = "open"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    WITHDRAWN = "withdrawn"

    @property
    def ended(self) -> bool:
        """Whether nothing is left to do."""
        return self in (ActionState.DONE, ActionState.WITHDRAWN)


class Action(SQLModel, table=True):
    """One step of a corrective action plan.

    `rule` names the finding it puts right, `check_id` the check that showed it. `evidence` lists
    what was shown of its doing, each with who and when; it only grows. `version` counts changes.
    """

    __table_args__ = (Index("ix_action_due", "organisation_id", "due", "id"),)

    id: UUID = id_column()
    organisation_id: UUID = key_column("organisation.id", index=False)
    supplier_id: UUID = key_column("supplier.id")
    check_id: UUID | None = key_column("procurement_check.id", default=None)
    rule: str = Field(default="", max_length=100)
    title: str = Field(max_length=400)
    detail: str = ""
    owner: str = Field(max_length=200)
    due: date
    state: ActionState = enum_column(ActionState, default=ActionState.OPEN)
    evidence: list[dict[str, Any]] = json_column(list)
    version: int = 1
    created_by: str = ""
    created_at: datetime = utc_column()
    updated_at: datetime = utc_column()
