"""What people had decided on checks, and which actions were agreed, by a past day."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, func, select

from app.queries.position import end_of
from models import Action, Check, DecisionTaken
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
    """How many actions there were by a day, and how many of them were new, ended or overdue.

    An action that has ended is taken to have ended when it was last changed.
    """

    known: int
    new: int
    closed: int
    open: int
    overdue: int


def decided_by(session: Session, organisation: UUID, day: date) -> Decided:
    """Return what had been decided by a day."""
    end = end_of(day)
    checks = select(func.count()).where(
        Check.organisation_id == organisation, Check.created_at < end
    )
    last = (
        select(DecisionTaken.check_id, func.max(DecisionTaken.place).label("place"))
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
            & (last.c.place == col(DecisionTaken.place)),
        )
        .group_by(col(Check.proposed), col(DecisionTaken.decision))
    )
    counts = Counter({(proposed, did): n for proposed, did, n in session.execute(taken)})
    return Decided(session.exec(checks).one(), counts)


def agreed_by(session: Session, organisation: UUID, since: date, day: date) -> Agreed:
    """Return the actions as they stood at the end of a day, and what moved after another."""
    start, end = end_of(since), end_of(day)
    asked = select(Action).where(Action.organisation_id == organisation, Action.created_at < end)
    known = session.exec(asked).all()
    ended = [each for each in known if each.state.ended and each.updated_at < end]
    still = [each for each in known if not (each.state.ended and each.updated_at < end)]
    return Agreed(
        known=len(known),
        new=sum(each.created_at >= start for each in known),
        closed=sum(each.updated_at >= start for each in ended),
        open=len(still),
        overdue=sum(each.due < day for each in still),
    )
