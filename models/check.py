"""A check: a procurement question about a supplier, its proposed answer, and who decided."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index, LargeBinary, UniqueConstraint, Uuid
from sqlmodel import Field, SQLModel

from models.base import enum_column, id_column, json_column, key_column, utc_column
from scoring.reference.vocabulary import Decision


class Check(SQLModel, table=True):
    """One question asked and the decision proposed; `answer` is the reply as first given.

    Neither is ever edited. `decisions` repeats what people decided (rows of `decision_taken`), so
    that a stored check is answered from one row. `previous_id` is the check that this one asks
    again; `job_id` and `position` say which line of a bulk question it answers.
    """

    __tablename__ = "procurement_check"
    __table_args__ = (
        Index("ix_procurement_check_listed", "organisation_id", "created_at", "id"),
        Index("ix_procurement_check_job", "job_id", "position"),
    )

    id: UUID = id_column()
    organisation_id: UUID = key_column("organisation.id", index=False)
    supplier_id: UUID = key_column("supplier.id")
    assessment_id: UUID = key_column("assessment.id")
    proposed: Decision = enum_column(Decision)
    valid_until: date
    question: dict[str, Any] = json_column(dict)
    answer: dict[str, Any] = json_column(dict)
    decisions: list[dict[str, Any]] = json_column(list, server_default="[]")
    previous_id: UUID | None = key_column("procurement_check.id", default=None)
    job_id: UUID | None = Field(default=None, sa_type=Uuid)
    position: int | None = None
    created_by: str = Field(default="", sa_column_kwargs={"server_default": ""})
    created_at: datetime = utc_column()


class DecisionTaken(SQLModel, table=True):
    """What a named person decided on a check; a later decision is a new row, the old one stays.

    `reason` is never empty where the decision is not the one proposed.
    """

    __tablename__ = "decision_taken"
    __table_args__ = (UniqueConstraint("check_id", "sequence"),)

    id: UUID = id_column()
    organisation_id: UUID = key_column("organisation.id")
    check_id: UUID = key_column("procurement_check.id", index=False)
    sequence: int
    decision: Decision = enum_column(Decision)
    reason: str = ""
    decided_by: str
    decided_by_id: str = ""
    decided_at: datetime = utc_column()


class DecisionInForce(SQLModel, table=True):
    """What a named person decided last on a supplier; it counts in place of the proposal.

    It ends after `valid_until`, or on `ended_on` for the reason in `ended_why`: new facts call for
    more than was proposed when it was taken. A new decision takes its row.
    """

    __tablename__ = "decision_in_force"
    __table_args__ = (UniqueConstraint("supplier_id"),)

    id: UUID = id_column()
    organisation_id: UUID = key_column("organisation.id")
    supplier_id: UUID = key_column("supplier.id", index=False)
    check_id: UUID = key_column("procurement_check.id")
    decision: Decision = enum_column(Decision)
    reason: str = ""
    decided_by: str
    decided_at: datetime = utc_column()
    valid_until: date
    ended_on: date | None = None
    ended_why: str = ""

    def counts(self, day: date) -> bool:
        """Return whether it is in force on a day."""
        return self.ended_on is None and day <= self.valid_until


class FindingCache(SQLModel, table=True):
    """An assessment's findings as JSON made once, since an assessment is never edited.

    `findings` is the list as it is given to callers, in UTF-8.
    """

    __tablename__ = "finding_cache"

    assessment_id: UUID = key_column("assessment.id", index=False, primary_key=True)
    findings: bytes = Field(sa_type=LargeBinary)
