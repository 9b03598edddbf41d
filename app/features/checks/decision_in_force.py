"""The last decision of a named person on a supplier: whether it counts, in words and as data."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from pydantic import Field
from sqlmodel import Session, col, select

from app.dates import day as written_day
from app.db.engine import batches
from app.features.reports.history import end_of
from app.http.schemas import Published
from models import Check, DecisionInForce, DecisionTaken
from scoring.reference.vocabulary import Decision


class SupplierDecision(Published):
    """What a named person decided last on a supplier; in force, it counts and not the proposal."""

    decision: Decision
    proposed: Decision = Field(description="What the rules proposed when it was taken.")
    in_force: bool
    reason: str
    decided_by: str
    decided_at: datetime
    valid_until: date
    ended_on: date | None
    ended_why: str
    check_id: UUID

    @property
    def version(self) -> str:
        """A word that changes with each decision on the supplier, for ETag and If-Match."""
        moment = int(self.decided_at.timestamp() * 1_000_000)
        return f"{moment:x}{'' if self.in_force else 'e'}"

    def counts_over(self, proposed: Decision) -> bool:
        """Return whether it counts in place of a proposal of today."""
        return self.in_force and not calls_for_more(proposed, self.proposed, self.decision)

    @property
    def text(self) -> str:
        """The decision in one or two sentences, or why it no longer counts."""
        if self.in_force:
            sentence = (
                f"{self.decision.value.capitalize()} decided by {self.decided_by} on "
                f"{written_day(self.decided_at)}, until {written_day(self.valid_until)}."
            )
            return f"{sentence} Reason: {self.reason}" if self.reason else sentence
        ended = written_day(self.ended_on or self.valid_until)
        why = self.ended_why or "Its time passed."
        return f"The decision “{self.decision.value}” by {self.decided_by} ended on {ended}. {why}"


NO_DECISION = "0"
"""The version of a supplier on whom nobody has decided."""


def calls_for_more(proposed: Decision, before: Decision, decided: Decision) -> bool:
    """Return whether a proposal is heavier than a decision and than what it answered.

    Then the decision was taken without the new facts, so it does not count over them.

    Args:
        proposed: What is proposed now.
        before: What was proposed when the decision was taken.
        decided: What was decided.
    """
    return proposed.rank > max(before.rank, decided.rank)


def effective(proposed: Decision, decided: SupplierDecision | None) -> Decision:
    """Return what counts: the decision in force, or the proposal where there is none."""
    return decided.decision if decided and decided.counts_over(proposed) else proposed


def version_of(decided: SupplierDecision | None) -> str:
    """Return the version of what was decided on a supplier."""
    return decided.version if decided else NO_DECISION


def decisions_of(
    session: Session, suppliers: Iterable[UUID], *, today: date
) -> dict[UUID, SupplierDecision]:
    """Return the last decision taken on each of some suppliers, whether in force or ended.

    Args:
        session: An open transaction.
        suppliers: Which.
        today: The day on which it is asked whether a decision is in force.
    """
    by_supplier: dict[UUID, SupplierDecision] = {}
    for batch in batches(suppliers):
        query = (
            select(DecisionInForce, Check.proposed)
            .join(Check, col(Check.id) == col(DecisionInForce.check_id))
            .where(col(DecisionInForce.supplier_id).in_(batch))
        )
        for row, proposed in session.execute(query):
            by_supplier[row.supplier_id] = _shape(row, proposed, today)
    return by_supplier


def decisions_as_at(
    session: Session, organisation: UUID, day: date
) -> dict[UUID, SupplierDecision]:
    """Return the last decision by the end of a day on each supplier, as it stood on that day.

    Args:
        session: An open transaction.
        organisation: Whose suppliers.
        day: The day, which counts to its end in London.
    """
    query = (
        select(DecisionTaken, Check)
        .join(Check, col(Check.id) == col(DecisionTaken.check_id))
        .where(
            DecisionTaken.organisation_id == organisation,
            DecisionTaken.decided_at < end_of(day),
        )
        .order_by(col(DecisionTaken.decided_at), col(DecisionTaken.sequence))
    )
    last = {check.supplier_id: (taken, check) for taken, check in session.exec(query)}
    ended = select(DecisionInForce).where(
        DecisionInForce.organisation_id == organisation, col(DecisionInForce.ended_on) <= day
    )
    ends = {(each.check_id, each.decided_at): each for each in session.exec(ended)}
    stood = {}
    for supplier, (taken, check) in last.items():
        end = ends.get((check.id, taken.decided_at))
        stood[supplier] = SupplierDecision(
            decision=taken.decision,
            proposed=check.proposed,
            in_force=end is None and day <= check.valid_until,
            reason=taken.reason,
            decided_by=taken.decided_by,
            decided_at=taken.decided_at,
            valid_until=check.valid_until,
            ended_on=end.ended_on if end else None,
            ended_why=end.ended_why if end else "",
            check_id=check.id,
        )
    return stood


def _shape(row: DecisionInForce, proposed: Decision, today: date) -> SupplierDecision:
    return SupplierDecision(
        decision=row.decision,
        proposed=proposed,
        in_force=row.counts(today),
        reason=row.reason,
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        valid_until=row.valid_until,
        ended_on=row.ended_on,
        ended_why=row.ended_why,
        check_id=row.check_id,
    )
