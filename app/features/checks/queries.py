"""Questions about checks: one of them, many of them, and what was decided."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, func, select

from app.db.newest_first import older_than
from app.errors import NotFound
from app.features.reports.history import end_of
from models import ActionState, AuditEntry, Check, DecisionTaken
from scoring.reference.vocabulary import Decision


def check_of(session: Session, organisation: UUID, id: UUID, *, lock: bool = False) -> Check:
    """Return one of an organisation's checks; `lock` keeps others from deciding on it meanwhile.

    Raises:
        NotFound: It has none with this identifier.
    """
    query = select(Check).where(Check.organisation_id == organisation, Check.id == id)
    check = session.exec(query.with_for_update() if lock else query).first()
    if check is None:
        raise NotFound("There is no such check.")
    return check


def checks_of(
    session: Session,
    organisation: UUID,
    *,
    limit: int,
    after: tuple[datetime, UUID] | None = None,
    supplier: UUID | None = None,
    proposed: Decision | None = None,
) -> Sequence[Check]:
    """Return an organisation's checks, newest first.

    Args:
        session: An open transaction.
        organisation: Whose checks.
        limit: How many at most.
        after: When the check was asked after which to go on, and its identifier.
        supplier: Only those on this supplier.
        proposed: Only those that propose this.
    """
    query = (
        select(Check)
        .where(Check.organisation_id == organisation)
        .order_by(col(Check.created_at).desc(), col(Check.id).desc())
        .limit(limit)
    )
    if after is not None:
        query = query.where(older_than(Check.created_at, Check.id, after))
    if supplier is not None:
        query = query.where(Check.supplier_id == supplier)
    if proposed is not None:
        query = query.where(Check.proposed == proposed)
    return session.exec(query).all()


def checks_in(
    session: Session, organisation: UUID, job: UUID, *, limit: int, after: int = -1
) -> Sequence[Check]:
    """Return the checks that a bulk question led to, in the order of its lines."""
    query = (
        select(Check)
        .where(
            Check.organisation_id == organisation, Check.job_id == job, col(Check.position) > after
        )
        .order_by(col(Check.position))
        .limit(limit)
    )
    return session.exec(query).all()


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
