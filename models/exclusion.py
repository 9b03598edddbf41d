"""An exclusion case of a supplier, from the first question to the decision and the notice."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from models.base import enum_column, id_column, json_column, key_column, utc_column


class ExclusionCaseState(StrEnum):
    """How far a case is: being looked into, with the supplier to be heard, or decided."""

    OPEN = "open"
    HEARING = "hearing"
    DECIDED = "decided"


class ExclusionOutcome(StrEnum):
    """What a named person decided; none of these says anything about guilt."""

    EXCLUDED = "excluded"
    PERSON_REPLACED = "person_replaced"
    NOT_EXCLUDED = "not_excluded"
    NO_GROUND = "no_ground"

    @property
    def has_day(self) -> bool:
        """Whether it happened on a day from which the period for the notice runs."""
        return self in (ExclusionOutcome.EXCLUDED, ExclusionOutcome.PERSON_REPLACED)


class ExclusionCaseRecord(SQLModel, table=True):
    """What was answered about whom, how the supplier was heard, and what was decided.

    `question` holds the persons, the answers, the debarment entries and the kind of procurement
    in the shape of the interface. `letter` with its days and its answer is the newest letter, and
    `letter_grounds` what it put to the supplier. `earlier_letters` holds those before it, each
    with its answer. `decision_basis` is what a decision rests on and what was open on its day;
    empty until then. `path` is what might follow when it was decided. `timeline` only grows.
    `version` counts changes.
    """

    __tablename__ = "exclusion_case"
    __table_args__ = (Index("ix_exclusion_case_newest", "organisation_id", "created_at", "id"),)

    id: UUID = id_column()
    organisation_id: UUID = key_column("organisation.id", index=False)
    supplier_id: UUID = key_column("supplier.id")
    title: str = Field(max_length=200)
    authority: str = Field(max_length=200)
    question: dict[str, Any] = json_column(dict)
    state: ExclusionCaseState = enum_column(ExclusionCaseState, default=ExclusionCaseState.OPEN)
    letter: str = ""
    letter_lead: str = Field(default="", max_length=200)
    letter_sent_on: date | None = None
    reply_by: date | None = None
    answer: str = ""
    answered_on: date | None = None
    letter_grounds: list[dict[str, Any]] = json_column(list)
    earlier_letters: list[dict[str, Any]] = json_column(list)
    outcome: ExclusionOutcome | None = enum_column(ExclusionOutcome, default=None, nullable=True)
    path: str = Field(default="", max_length=40)
    reasons: str = ""
    decision_basis: dict[str, Any] = json_column(dict)
    decided_by: str = Field(default="", max_length=200)
    decided_at: datetime | None = utc_column(default=None, nullable=True)
    excluded_on: date | None = None
    notice_sent_on: date | None = None
    timeline: list[dict[str, Any]] = json_column(list)
    version: int = 1
    created_by: str = Field(default="", max_length=200)
    created_at: datetime = utc_column()
    updated_at: datetime = utc_column()
