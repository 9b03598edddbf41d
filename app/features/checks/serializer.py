"""A check as callers, pages and files are given it, and as the database keeps its answer."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from uuid import UUID

from pydantic import ConfigDict, Field, TypeAdapter

from app.features.assessments.serializer import Finding
from app.features.checks.decision_in_force import SupplierDecision, effective
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
        description="What counts: the decision of a named person in force on the supplier, or "
        "the proposal while there is none."
    )
    decided_by: str | None = Field(description="Null while it is only the proposal that counts.")
    supplier_decision: SupplierDecision | None = Field(
        default=None,
        description="The last decision on the supplier, taken on this check or on another; it may "
        "have ended.",
    )
    decisions: list[CheckDecision] = Field(
        description="Every decision taken on this check, oldest first."
    )
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

    def decided(
        self, decisions: Iterable[CheckDecision], last: SupplierDecision | None
    ) -> "Check":
        """Return the check with the decisions taken on it, and the last one on its supplier."""
        return self.model_copy(
            update={
                "decision": effective(self.proposed, last),
                "decided_by": _by_whom(self.proposed, last),
                "supplier_decision": last,
                "decisions": list(decisions),
            }
        )


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


def serialize_check(row: CheckRow, last: SupplierDecision | None) -> Check:
    """Return a stored check as it was answered, with what was decided since."""
    return Check.model_validate(row.answer).decided(serialize_decisions(row), last)


def serialize_check_summary(
    row: CheckRow, decided: Mapping[UUID, SupplierDecision]
) -> CheckSummary:
    """Return the line of a check, of which its answer is not read whole."""
    last = decided.get(row.supplier_id)
    return CheckSummary(
        id=row.id,
        supplier_id=row.supplier_id,
        supplier=row.answer["supplier"]["name"],
        proposed=row.proposed,
        decision=effective(row.proposed, last),
        decided_by=_by_whom(row.proposed, last),
        summary=row.answer["summary"],
        valid_until=row.valid_until,
        created_at=row.created_at,
        position=row.position,
    )


def _by_whom(proposed: Decision, last: SupplierDecision | None) -> str | None:
    return last.decided_by if last and last.counts_over(proposed) else None
