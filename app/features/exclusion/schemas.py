"""The shapes of `/v1/exclusion-grounds` and `/v1/exclusion-cases`."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from app.http.schemas import Day, Published
from scoring.exclusion.grounds import Ground, GroundEvent, GroundKind, LookBack
from scoring.exclusion.hearing import CaseGround
from scoring.exclusion.judgement import ExclusionPath, Judgement
from scoring.exclusion.next_steps import next_steps
from scoring.exclusion.people import Connection, IdentityMatch, Party
from scoring.exclusion.procurements import ProcurementKind
from scoring.exclusion.self_cleaning import SelfCleaning, SelfCleaningFactor
from scoring.facts import AnswerValue
from scoring.reference.vocabulary import Severity

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Words = Annotated[str, StringConstraints(strip_whitespace=True, max_length=2_000)]


class ExclusionGround(Published):
    """One exclusion ground that touches labour, as the Act names it."""

    id: str = Field(examples=["sch6.22"])
    citation: str
    kind: GroundKind
    law: str
    conduct: str
    look_back: LookBack
    event: GroundEvent = Field(description="What the day of the event is the day of.")
    connected: bool = Field(description="Whether it reaches connected persons too.")
    question: str = Field(description="The question of the questionnaire that asks about it.")
    evidence: str
    since: date
    until: date | None
    in_force: bool
    after: str = Field(description="What to do about it after the last day.")
    unconfirmed: str = Field(description="What was not confirmed, and where to look.")
    source: str

    @classmethod
    def of(cls, item: Ground, at: date) -> "ExclusionGround":
        """Return the shape of a ground on a day."""
        return cls(
            id=item.id,
            citation=item.citation,
            kind=item.kind,
            law=item.law,
            conduct=item.conduct,
            look_back=item.look_back,
            event=item.event,
            connected=item.connected,
            question=item.question,
            evidence=item.evidence,
            since=item.since,
            until=item.until,
            in_force=item.in_force(at),
            after=item.after,
            unconfirmed=item.unconfirmed,
            source=item.source,
        )


class ExclusionGroundList(Published):
    """Every ground, with the day for which `in_force` is said."""

    on: date
    items: list[ExclusionGround]


class ExclusionPerson(BaseModel):
    """A person or company that has to be asked about; `name` tells it from the others."""

    model_config = ConfigDict(extra="forbid")

    name: Name = Field(examples=["Alder Works Ltd"])
    party: Party = Party.SUPPLIER
    connection: Connection = Connection.ITSELF
    predecessor_tests: Annotated[list[bool | None], Field(min_length=4, max_length=4)] = Field(
        [None, None, None, None],
        description="For a predecessor company, the four tests of Schedule 6 paragraph 45.",
    )
    individual: bool = False
    list_read_on: Day | None = Field(
        None,
        description="The day on which the debarment list was read and held no entry of this one.",
    )


class GroundOfPerson(BaseModel):
    """A person, and the ground that may apply to it."""

    model_config = ConfigDict(extra="forbid")

    person: Name
    ground: Name | None = Field(
        None, description="The ground; null for the person's entry in the debarment list."
    )

    @classmethod
    def of(cls, each: CaseGround) -> "GroundOfPerson":
        """Return the shape of a ground of a person."""
        return cls(person=each.person, ground=each.ground)

    @property
    def case_ground(self) -> CaseGround:
        """The same without its published shape."""
        return CaseGround(self.person, self.ground)


class SelfCleaningEvidence(BaseModel):
    """What was shown on one matter of section 58(1)."""

    model_config = ConfigDict(extra="forbid")

    factor: SelfCleaningFactor
    shown: AnswerValue
    evidence: Words = ""
    last_occurred: Day | None = None


class ExclusionDeclaration(BaseModel):
    """What was answered or found about one person and one ground."""

    model_config = ConfigDict(extra="forbid")

    person: Name
    ground: Name = Field(examples=["sch6.22"])
    value: AnswerValue
    event: Day | None = Field(
        None, description="The day of the event that the ground names: its `event`."
    )
    aware: Day | None = Field(None, description="Since when the authority has been aware of it.")
    related: Annotated[str, Field(max_length=200)] = Field(
        "", description="For paragraphs 33 and 34, the ground that the conviction relates to."
    )
    identity: IdentityMatch = IdentityMatch.CONFIRMED
    spent: bool | None = None
    evidence: Words = ""
    self_cleaning: Annotated[list[SelfCleaningEvidence], Field(max_length=20)] = []


class DebarmentListEntry(BaseModel):
    """An entry of the debarment list that may be about a person asked about."""

    model_config = ConfigDict(extra="forbid")

    person: Name
    kind: GroundKind | None = None
    identity: IdentityMatch = IdentityMatch.CONFIRMED
    as_at: Day
    describes_contract: bool | None = Field(
        None,
        description="For an entry only on Schedule 6 paragraph 35 (national security), whether it "
        "describes contracts of this kind; null for any other entry.",
    )


class LetterDetails(BaseModel):
    """What the draft of the letter to the supplier needs."""

    model_config = ConfigDict(extra="forbid")

    supplier: Name
    authority: Name
    procurement_title: Name
    reply_by: Day


class ExclusionQuestion(BaseModel):
    """Who has to be asked about, what was answered, and for which day."""

    model_config = ConfigDict(extra="forbid")

    at: Day | None = Field(None, description="The day of the decision; today where left out.")
    procurement: ProcurementKind = ProcurementKind.OPEN
    persons: Annotated[list[ExclusionPerson], Field(min_length=1, max_length=100)]
    declarations: Annotated[list[ExclusionDeclaration], Field(max_length=5_000)] = []
    debarment: Annotated[list[DebarmentListEntry], Field(max_length=100)] = []
    letter: LetterDetails | None = None


class ExclusionJudgement(Published):
    """What may follow from one answer or entry; a named person decides."""

    person: str
    party: Party
    ground: str | None
    path: ExclusionPath
    severity: Severity
    reasons: list[str]
    law: str
    self_cleaning: SelfCleaning | None
    next_steps: list[str]

    @classmethod
    def of(
        cls, judged: Judgement, *, severity: Severity, procurement: ProcurementKind
    ) -> "ExclusionJudgement":
        """Return the shape of a judgement."""
        return cls(
            person=judged.person.name,
            party=judged.person.party,
            ground=judged.ground.id if judged.ground else None,
            path=judged.path,
            severity=severity,
            reasons=list(judged.reasons),
            law=judged.law,
            self_cleaning=judged.self_cleaning,
            next_steps=list(next_steps(judged, procurement=procurement)),
        )


class UnansweredGrounds(Published):
    """A person with the grounds on which nothing was answered."""

    person: str
    grounds: list[str]


class ExclusionCase(Published):
    """What may follow for the supplier. Nothing is stored and nothing is sent."""

    at: date
    path: ExclusionPath = Field(description="The heaviest; never better than what is still open.")
    severity: Severity
    judgements: list[ExclusionJudgement]
    unanswered: list[UnansweredGrounds]
    procurement: str = Field(description="What the Act says for this kind of procurement.")
    letter: str | None = Field(description="A draft for a named person to change and sign.")
    before_sending: str
