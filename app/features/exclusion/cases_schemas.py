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
    GroundOfPerson,
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
    grounds: Annotated[list[GroundOfPerson], Field(max_length=5_000)] | None = Field(
        None,
        description="What it put to the supplier; left out, all that may apply that day. An "
        "exclusion can rest only on what a letter put (section 58(2)).",
    )


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

    grounds: Annotated[list[GroundOfPerson], Field(max_length=5_000)] | None = Field(
        None, description="What it rests on; left out, everything that may apply."
    )
    under_section_30: bool = Field(
        False,
        description="Excluded since requested information was missing, incomplete, inaccurate or "
        "misleading (section 30).",
    )
    confirmed: bool = Field(
        False,
        description="The person was warned that the debarment list asks for an exclusion, and "
        "decides otherwise.",
    )


class ExclusionLetter(Published):
    """A letter that was sent, with what it put to the supplier and the answer to it."""

    text: str
    lead: str
    sent_on: date
    reply_by: date
    grounds: list[GroundOfPerson]
    answer: str
    answered_on: date | None


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
    letter_grounds: list[GroundOfPerson] = Field(description="What the newest letter put.")
    earlier_letters: list[ExclusionLetter] = Field(description="Letters before it, oldest first.")
    list_not_read: list[str] = Field(
        description="Those for whom no look at the debarment list is recorded."
    )
    must_exclude: bool = Field(
        description="Whether the debarment list makes it an excluded supplier here."
    )
    reasons: str
    decision_grounds: list[GroundOfPerson] = Field(description="What the decision rests on.")
    under_section_30: bool
    decided_by: str
    decided_role: str
    decided_at: datetime | None
    excluded_on: date | None
    notice_draft: str
    timeline: list[TimelineEvent]
    created_by: str
