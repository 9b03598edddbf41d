"""A check as callers, pages and files are given it, and as the database keeps its answer."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from pydantic import ConfigDict, Field, TypeAdapter

from app.features.assessments.serializer import Finding
from app.features.checks.queries import effective_decision
from app.http.schemas import Published, Risk, SupplierReference, UrgentRoute
from models import Check as CheckRow
from models import DecisionTaken
from scoring.decisions.needs import Answerer
from scoring.decisions.stages import Stage
from scoring.reference.vocabulary import Decision


class CheckDecision(Published):
    """What a named person decided; it is never edited, a later decision follows it."""

    decision: Decision
    confirms: bool = Field(description="Whether it is what was proposed.")
    reason: str
    decided_by: str = Field(examples=["Ada Example"])
    decided_at: datetime


class ProposedQuestion(Published):
    """A question whose answer is needed before a supplier may be cleared."""

    model_config = ConfigDict(from_attributes=True)

    need: str = Field(examples=["pay"])
    text: str
    to: Answerer


class CheckLinks(Published):
    """Where to go on; `previous` is the check that this one asked again."""

    self: str
    supplier: str
    assessment: str
    decisions: str
    page: str
    previous: str | None = None


class Check(Published):
    """The answer: a proposal with its reasons. A named person takes the decision."""

    id: UUID
    supplier: SupplierReference
    stage: Stage | None
    proposed: Decision = Field(description="What the rules propose: clear, ask, refer or stop.")
    decision: Decision = Field(
        description="What counts: the last decision taken, or the proposal while there is none."
    )
    decided_by: str | None = Field(description="Null until a named person has decided.")
    decisions: list[CheckDecision] = Field(description="Every decision taken, oldest first.")
    headline: str = Field(
        default="", description="Why, in at most twelve words; empty in answers of before."
    )
    summary: str = Field(description="Why, with everything that is not met.")
    questions: list[ProposedQuestion] = Field(
        default=[], description="What to ask, best first, in one message to each who answers."
    )
    without_answer: str = Field(default="", description="What happens if no answer comes.")
    next_steps: list[str] = Field(description="What to do at this stage of the procurement.")
    reasons: list[Finding] = Field(
        description="What the proposal rests on, heaviest first: findings not met, what must be "
        "asked, or for a clearance what is known."
    )
    unknown: list[Finding] = Field(
        description="What is not known; `remedy` says how to make it known."
    )
    risk: Risk
    created_at: datetime
    assessed_at: date
    valid_until: date = Field(description="The last day on which it may be used.")
    versions: dict[str, str]
    urgent_route: UrgentRoute | None = Field(
        description="What to do today where people may be being exploited."
    )
    links: CheckLinks

    def decided(self, decisions: Iterable[CheckDecision]) -> "Check":
        """Return the check with the decisions that were taken since it was answered."""
        taken = list(decisions)
        if not taken:
            return self
        last = {"decision": taken[-1].decision, "decided_by": taken[-1].decided_by}
        return self.model_copy(update={**last, "decisions": taken})


class CheckSummary(Published):
    """A check in a list."""

    id: UUID
    supplier_id: UUID
    supplier: str
    proposed: Decision
    decision: Decision
    decided_by: str | None
    summary: str
    valid_until: date
    created_at: datetime
    position: int | None = Field(description="Its line in a bulk question, from 0.")


DECISIONS = TypeAdapter(list[CheckDecision])


def serialize_decision(taken: DecisionTaken, *, proposed: Decision) -> CheckDecision:
    """Return a decision beside what was proposed."""
    return CheckDecision(
        decision=taken.decision,
        confirms=taken.decision is proposed,
        reason=taken.reason,
        decided_by=taken.decided_by,
        decided_at=taken.decided_at,
    )


def serialize_decisions(row: CheckRow) -> list[CheckDecision]:
    """Return every decision taken on a check, oldest first."""
    return DECISIONS.validate_python(row.decisions)


def serialize_check(row: CheckRow) -> Check:
    """Return a stored check as it was answered, with what was decided on it since."""
    return Check.model_validate(row.answer).decided(serialize_decisions(row))


def serialize_check_summary(row: CheckRow) -> CheckSummary:
    """Return the line of a check, of which its answer is not read whole."""
    return CheckSummary(
        id=row.id,
        supplier_id=row.supplier_id,
        supplier=row.answer["supplier"]["name"],
        proposed=row.proposed,
        decision=effective_decision(row),
        decided_by=row.decisions[-1]["decided_by"] if row.decisions else None,
        summary=row.answer["summary"],
        valid_until=row.valid_until,
        created_at=row.created_at,
        position=row.position,
    )
