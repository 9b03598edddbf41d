"""The shapes of stored exclusion cases in the interface."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from app.features.exclusion.schemas import (
    DebarmentListEntry,
    ExclusionDeclaration,
    ExclusionJudgement,
    ExclusionPerson,
    Name,
    UnansweredGrounds,
)
from app.http.schemas import Day, Links, Published
from models import ExclusionCaseState, ExclusionOutcome
from scoring.exclusion.judgement import ExclusionPath
from scoring.exclusion.procurements import ProcurementKind
from scoring.reference.vocabulary import Severity

Long = Annotated[str, StringConstraints(strip_whitespace=True, max_length=20_000)]


class ExclusionCaseCreate(BaseModel):
    """What a case is opened with; the supplier itself is its first person."""

    model_config = ConfigDict(extra="forbid")

    title: Name = Field(
        description="What the procurement is for.", examples=["Cleaning of libraries"]
    )
    procurement: ProcurementKind = ProcurementKind.OPEN


class LetterSentReport(BaseModel):
    """A letter that a person sent. This service sends none."""

    model_config = ConfigDict(extra="forbid")

    text: Long
    lead: Name = Field(description="Who agreed that the letter is safe to send.")
    sent_on: Day
    reply_by: Day


class SupplierAnswer(BaseModel):
    """What the supplier answered."""

    model_config = ConfigDict(extra="forbid")

    text: Long
    received_on: Day


class ExclusionCaseUpdate(BaseModel):
    """What to change; what is left out stays.

    A list that is sent takes the place of the whole list. Once a case is decided, only
    `notice_sent_on` and `note` can be sent.
    """

    model_config = ConfigDict(extra="forbid")

    title: Name | None = None
    procurement: ProcurementKind | None = None
    persons: Annotated[list[ExclusionPerson], Field(min_length=1, max_length=100)] | None = None
    declarations: Annotated[list[ExclusionDeclaration], Field(max_length=5_000)] | None = None
    debarment: Annotated[list[DebarmentListEntry], Field(max_length=100)] | None = None
    letter: LetterSentReport | None = None
    answer: SupplierAnswer | None = None
    notice_sent_on: Day | None = None
    note: Long | None = None


class ExclusionDecision(BaseModel):
    """What a named person decides, with reasons."""

    model_config = ConfigDict(extra="forbid")

    outcome: ExclusionOutcome
    reasons: Annotated[str, StringConstraints(strip_whitespace=True, max_length=20_000)]
    excluded_on: Day | None = Field(
        None,
        description="The day of exclusion, disregard, replacement or removal, where there is one.",
    )


class ExclusionCaseSummary(Published):
    """One case in a list, without the persons in it."""

    id: UUID
    supplier_id: UUID
    title: str
    state: ExclusionCaseState
    path: ExclusionPath = Field(description="What may follow; a named person decides.")
    reply_by: date | None
    answer_overdue: bool
    outcome: ExclusionOutcome | None
    notice_due: date | None = Field(description="Last day for the notice under section 59(2).")
    notice_sent_on: date | None
    notice_overdue: bool
    created_at: datetime
    updated_at: datetime


class ExclusionCaseList(Published):
    """Some cases, newest first, and where to go on."""

    items: list[ExclusionCaseSummary]
    links: Links


class TimelineEvent(Published):
    """What happened in a case, when and by whom."""

    at: datetime
    by: str
    event: str
    text: str


class StoredExclusionCase(ExclusionCaseSummary):
    """A whole case. It holds data on offences: it is for those who work on checks only."""

    authority: str
    procurement: ProcurementKind
    procurement_rule: str = Field(description="What the Act says for this kind of procurement.")
    at: date = Field(description="The day of the judgement: today, or that of the decision.")
    severity: Severity
    persons: list[ExclusionPerson]
    declarations: list[ExclusionDeclaration]
    debarment: list[DebarmentListEntry]
    judgements: list[ExclusionJudgement]
    unanswered: list[UnansweredGrounds]
    letter_draft: str = Field(description="For a named person to change and sign; may be empty.")
    before_sending: str
    letter: str
    letter_lead: str
    letter_sent_on: date | None
    answer: str
    answered_on: date | None
    reasons: str
    decided_by: str
    decided_at: datetime | None
    excluded_on: date | None
    notice_draft: str
    timeline: list[TimelineEvent]
    created_by: str
