"""What people had decided on checks, and which actions were agreed, by a past day."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, func, select

from app.queries.position import end_of
from models import ActionState, AuditEntry, Check, DecisionTaken
from scoring.vocabulary import Decision


@dataclass(frozen=True, slots=True)
class Decided:
    """How many checks had been asked, and those decided by what was proposed and what was taken.

    Of a check that was decided more than once, the last decision by the day counts.
    """

    checks: int
    taken: Counter[tuple[Decision, Decision]]


@dataclass(frozen=True, slots=True)
class Agreed:
    """How many actions there were by a day, and how many of them were new, ended or overdue."""

    known: int
    new: int
    closed: int
    open: int
    overdue: int


def check_decisions_as_at(session: Session, organisation: UUID, day: date) -> Decided:
    """Return what had been decided by a day."""
    end = end_of(day)
    checks = select(func.count()).where(
        Check.organisation_id == organisation, Check.created_at < end
    )
    last = (
        select(DecisionTaken.check_id, func.max(DecisionTaken.sequence).label("sequence"))
        .where(DecisionTaken.organisation_id == organisation, DecisionTaken.decided_at < end)
        .group_by(col(DecisionTaken.check_id))
        .subquery()
    )
    taken = (
        select(Check.proposed, DecisionTaken.decision, func.count())
        .join(DecisionTaken, col(DecisionTaken.check_id) == col(Check.id))
        .join(
            last,
            (last.c.check_id == col(DecisionTaken.check_id))
            & (last.c.sequence == col(DecisionTaken.sequence)),
        )
        .group_by(col(Check.proposed), col(DecisionTaken.decision))
    )
    counts = Counter({(proposed, did): n for proposed, did, n in session.execute(taken)})
    return Decided(session.exec(checks).one(), counts)


def actions_as_at(session: Session, organisation: UUID, since: date, day: date) -> Agreed:
    """Return the actions as they stood at the end of a day, and what moved after another.

    How they stood is told by the audit trail, which keeps each change for good: an action that was
    ended, taken up again or put off later still tells of an earlier day what was so then.
    """
    start, end = end_of(since), end_of(day)
    query = (
        select(AuditEntry.subject, AuditEntry.occurred_at, AuditEntry.after)
        .where(
            AuditEntry.organisation_id == organisation,
            AuditEntry.subject >= "actions/",
            AuditEntry.subject < "actions0",
            col(AuditEntry.verb).in_(("action.agreed", "action.changed")),
            AuditEntry.occurred_at < end,
        )
        .order_by(col(AuditEntry.sequence))
    )
    known = _standing(session.exec(query))
    still = [each for each in known if each.ended is None]
    return Agreed(
        known=len(known),
        new=sum(each.agreed >= start for each in known),
        closed=sum(each.ended is not None and each.ended >= start for each in known),
        open=len(still),
        overdue=sum(each.due < day for each in still),
    )


@dataclass(slots=True)
class _Standing:
    agreed: datetime
    ended: datetime | None
    due: date


def _standing(entries: Iterable[tuple[str, datetime, Mapping[Any, Any]]]) -> list[_Standing]:
    """Return each action as the last of its entries left it, `ended` being when that began."""
    standing: dict[str, _Standing] = {}
    for subject, at, after in entries:
        due = date.fromisoformat(after["due"])
        one = standing.setdefault(subject, _Standing(at, None, due))
        one.due = due
        one.ended = (one.ended or at) if ActionState(after["state"]).ended else None
    return list(standing.values())
