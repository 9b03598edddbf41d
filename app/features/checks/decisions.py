"""Decide on a check: a named person confirms what is proposed, or overrides it with a reason."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import func, update
from sqlmodel import Session, col, select

from app.errors import Changed, NotAllowed, NotFound, Unusable
from app.features.checks.decision_in_force import (
    SupplierDecision,
    calls_for_more,
    decisions_of,
    effective,
    version_of,
)
from app.features.checks.effective_decision import rank_again
from app.features.checks.queries import check_of
from app.features.checks.serializer import serialize_decision
from app.features.webhooks.outbox import publish_event
from app.features.webhooks.schemas import DecisionChanged
from app.security import audit_log
from app.security.permissions import Scope
from app.security.principal import AuthMethod, Principal
from models import Assessment, Check, DecisionInForce, DecisionTaken, EventKind, Supplier
from scoring.reference.vocabulary import Decision


def decide(
    session: Session,
    caller: Principal,
    check: UUID,
    decision: Decision,
    *,
    reason: str,
    now: datetime,
    seen: str | None = None,
) -> Check:
    """Keep what a person decided on a check; what was proposed and decided before stays.

    Of several people who decide on one supplier at once, the first wins and the others get
    `Changed`: nobody replaces a decision that they have not seen.

    Args:
        session: An open transaction.
        caller: The person; it must be one who may decide, and no program.
        check: Which check.
        decision: What the person decides.
        reason: Why; needed where it is not what is proposed, or not what was decided before.
        now: When.
        seen: The version of the decision on the supplier that the person saw, `*` for any;
            None says that no decision in force was seen.

    Raises:
        NotFound: There is no such check.
        NotAllowed: The caller may not decide.
        Changed: Somebody decided on the supplier since the person looked.
        Unusable: A reason is needed, or the proposal's time has passed.
    """
    caller.require(Scope.DECIDE)
    if caller.by is AuthMethod.KEY:
        raise NotAllowed("A program proposes; a named person decides.")
    supplier = _lock_supplier(session, caller.organisation, check)
    row = check_of(session, caller.organisation, check, lock=True)
    last = decisions_of(session, [supplier], today=now.date()).get(supplier)
    _require_seen(last, seen)
    before = effective(row.proposed, last)
    if not reason.strip() and (decision is not row.proposed or row.decisions):
        raise Unusable("Say why: this is not what was proposed or decided.", pointer="/reason")
    if now.date() > row.valid_until and decision is Decision.CLEAR:
        raise Unusable(
            f"This could be used until {row.valid_until}. Ask again, then decide.",
            pointer="/decision",
        )
    taken = DecisionTaken(
        organisation_id=row.organisation_id,
        check_id=row.id,
        sequence=_next_place(session, row.id),
        decision=decision,
        reason=reason.strip(),
        decided_by=caller.name,
        decided_by_id=caller.id,
        decided_at=now,
    )
    session.add(taken)
    published = serialize_decision(taken, proposed=row.proposed)
    row.decisions = [*row.decisions, published.model_dump(mode="json")]
    session.add(row)
    _bring_into_force(session, row, taken)
    rank_again(session, [supplier], today=now.date())
    after = {"decision": decision.value, "reason": taken.reason}
    audit_log.record(
        session,
        caller,
        "decision.taken",
        f"checks/{row.id}",
        before={"decision": before.value, "decided": last is not None and last.in_force},
        after=after,
    )
    _publish_decision(session, row, before, decision, now)
    return row


def end_where_facts_changed(
    session: Session, assessed: Iterable[Assessment], *, on: date
) -> list[DecisionInForce]:
    """End decisions where new facts call for more than was proposed when they were taken.

    Facts that call for less end nothing: a person who stopped a supplier lifts that in person.

    Args:
        session: An open transaction.
        assessed: The new assessments.
        on: The day.

    Returns:
        The decisions that ended.
    """
    new = {each.supplier_id: each for each in assessed}
    ended = []
    for decision in _rows(session, new):
        then = session.get_one(Check, decision.check_id).proposed
        now = new[decision.supplier_id]
        if decision.counts(on) and calls_for_more(now.decision, then, decision.decision):
            decision.ended_on = on
            decision.ended_why = (
                f"New facts: {now.headline}. {then.value} was proposed, now {now.decision.value}."
            )
            session.add(decision)
            ended.append(decision)
    return ended


def _bring_into_force(session: Session, check: Check, taken: DecisionTaken) -> None:
    existing = _rows(session, [check.supplier_id])
    row = (
        existing[0]
        if existing
        else DecisionInForce(
            organisation_id=check.organisation_id,
            supplier_id=check.supplier_id,
            check_id=check.id,
            decision=taken.decision,
            decided_by=taken.decided_by,
            decided_at=taken.decided_at,
            valid_until=check.valid_until,
        )
    )
    row.check_id, row.decision, row.reason = check.id, taken.decision, taken.reason
    row.decided_by, row.decided_at = taken.decided_by, taken.decided_at
    row.valid_until, row.ended_on, row.ended_why = check.valid_until, None, ""
    session.add(row)


def _rows(session: Session, suppliers: Iterable[UUID]) -> Sequence[DecisionInForce]:
    query = select(DecisionInForce).where(col(DecisionInForce.supplier_id).in_(list(suppliers)))
    return session.exec(query).all()


def _lock_supplier(session: Session, organisation: UUID, check: UUID) -> UUID:
    """Return whose check it is, once nobody else decides on that supplier.

    PostgreSQL locks the row for it. SQLite lets one write at a time, so a write that changes
    nothing has every other wait, and be answered from what was committed.
    """
    query = select(Check.supplier_id).where(
        Check.organisation_id == organisation, Check.id == check
    )
    owner = query.scalar_subquery()
    locked = (
        update(Supplier)
        .where(col(Supplier.id) == owner)
        .values(rank=Supplier.rank)
        .returning(col(Supplier.id))
        .execution_options(synchronize_session=False)
    )
    supplier: UUID | None = session.execute(locked).scalar()
    if supplier is None:
        raise NotFound("There is no such check.")
    return supplier


def _require_seen(last: SupplierDecision | None, seen: str | None) -> None:
    """Refuse to replace a decision that the person has not seen."""
    unseen = last is not None and last.in_force if seen is None else seen != version_of(last)
    if seen == "*" or not unseen:
        return
    since = last.text if last else "No decision is in force now."
    raise Changed(f"{since} Read the check again, then decide.")


def _next_place(session: Session, check: UUID) -> int:
    query = select(func.count()).where(col(DecisionTaken.check_id) == check)
    return session.exec(query).one() + 1


def _publish_decision(
    session: Session, check: Check, before: Decision, after: Decision, now: datetime
) -> None:
    publish_event(
        session,
        check.organisation_id,
        EventKind.DECISION_CHANGED,
        f"check {check.id} {len(check.decisions)}",
        DecisionChanged(
            check=check.id,
            supplier=check.supplier_id,
            before=before,
            after=after,
            proposed=check.proposed,
            decided_by=check.decisions[-1]["decided_by"],
        ),
        now=now,
    )
