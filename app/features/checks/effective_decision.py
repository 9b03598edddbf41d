"""The decision that counts on each supplier, as a column to filter and count by, and in the rank.

A named person's decision in force counts; else the proposal of the newest assessment does. The
rule is that of `decision_in_force.effective`; here it is written for the database.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, TypeVarTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, case, update
from sqlalchemy import select as pick
from sqlmodel import Session, col

from app.db.engine import batches
from app.features.checks.decision_in_force import SupplierDecision, decisions_of, effective
from models import Assessment, Check, DecisionInForce, Supplier
from models.supplier import STOPPED, URGENT
from scoring.reference.vocabulary import Decision

Columns = TypeVarTuple("Columns")


def with_decisions(query: Select[*Columns]) -> Select[*Columns]:
    """Return a query on suppliers, joined with the last decision of a person on each.

    `decided` and `effective_decision` may then stand in it.
    """
    return query.outerjoin(
        DecisionInForce, col(DecisionInForce.supplier_id) == col(Supplier.id)
    ).outerjoin(Check, col(Check.id) == col(DecisionInForce.check_id))


def decided(today: date) -> ColumnElement[bool]:
    """Return whether a person's decision counts on a day in place of the proposal.

    Args:
        today: The day; a decision is in force to the end of its last day.
    """
    proposed = _weight(col(Assessment.decision))
    return and_(
        col(DecisionInForce.id).is_not(None),
        col(DecisionInForce.ended_on).is_(None),
        col(DecisionInForce.valid_until) >= today,
        (proposed <= _weight(col(Check.proposed)))
        | (proposed <= _weight(col(DecisionInForce.decision))),
    )


def effective_decision(today: date) -> ColumnElement[Decision]:
    """Return the decision that counts on a day; nothing where the supplier is not assessed."""
    return case((decided(today), col(DecisionInForce.decision)), else_=col(Assessment.decision))


def _weight(decision: Any) -> ColumnElement[int]:
    return case(*((decision == each, each.rank) for each in Decision), else_=-1)


def rank_by(rank: int, decision: Decision) -> int:
    """Return a place in the ranked list with the decision that counts: a stop comes before others.

    Urgent signs keep their place whatever was decided, since they stay until the facts change.

    Args:
        rank: The place by the assessment.
        decision: What counts, decided or proposed.
    """
    without = rank - STOPPED if rank % URGENT >= STOPPED else rank
    return without + STOPPED * (decision is Decision.STOP)


def rank_again(session: Session, suppliers: Iterable[UUID], *, today: date) -> None:
    """Put suppliers where the decision that counts puts them, after a decision began or ended.

    Args:
        session: An open transaction.
        suppliers: Which; those who are not assessed have no place.
        today: The day.
    """
    for batch in batches(suppliers):
        query = (
            pick(col(Supplier.id), col(Supplier.rank), col(Assessment.decision))
            .join(Assessment, col(Supplier.assessment_id) == col(Assessment.id))
            .where(col(Supplier.id).in_(batch))
        )
        _rank(session, session.execute(query).all(), decisions_of(session, batch, today=today))


def rank_all_decided(session: Session, *, today: date) -> None:
    """Put every supplier on whom a person decided in its place: some decisions end by time alone.

    Only those whose place differs are written.
    """
    ranked_as_stop = col(Supplier.rank) % URGENT >= STOPPED
    query = (
        pick(col(DecisionInForce.supplier_id))
        .join(Supplier, col(Supplier.id) == col(DecisionInForce.supplier_id))
        .join(Assessment, col(Supplier.assessment_id) == col(Assessment.id))
        .outerjoin(Check, col(Check.id) == col(DecisionInForce.check_id))
        .where((effective_decision(today) == Decision.STOP) != ranked_as_stop)
    )
    rank_again(session, session.execute(query).scalars().all(), today=today)


def _rank(
    session: Session, rows: Iterable[Any], decisions: Mapping[UUID, SupplierDecision]
) -> None:
    for id, rank, proposed in rows:
        place = rank_by(rank, effective(proposed, decisions.get(id)))
        if place != rank:
            session.execute(update(Supplier).where(col(Supplier.id) == id).values(rank=place))
