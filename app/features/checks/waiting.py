"""Checks that wait for an approver: nobody has decided, and no newer check took their place."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_
from sqlalchemy import select as pick
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from app.features.suppliers.supplier_list import value_of_contracts
from models import Assessment, Check, DecisionTaken, Supplier
from scoring.reference.vocabulary import Decision


@dataclass(frozen=True, slots=True)
class WaitingFilter:
    """Which checks are asked for; empty and None ask for all.

    `name` is words in the supplier's name, `created_by` is who asked for the check.
    """

    name: str = ""
    proposed: Decision | None = None
    created_by: str = ""


@dataclass(frozen=True, slots=True)
class CheckAwaitingDecision:
    """A check that waits, with what an approver sorts by.

    `contracts` is what the supplier's contracts in force are worth a year and `paid` what it was
    paid, in pounds; None where not known.
    """

    id: UUID
    supplier: UUID
    name: str
    proposed: Decision
    urgent: bool
    reason: str
    created_by: str
    created_at: datetime
    contracts: Decimal | None
    paid: Decimal | None

    def days(self, today: date) -> int:
        """Return for how many days it waits."""
        return (today - self.created_at.date()).days


def checks_awaiting_decision(
    session: Session,
    organisation: UUID,
    wanted: WaitingFilter,
    *,
    today: date,
    offset: int,
    limit: int,
) -> list[CheckAwaitingDecision]:
    """Return checks that wait for an approver: urgent ones first, then the longest waiting."""
    columns: tuple[Any, ...] = (
        col(Check.id),
        col(Supplier.id),
        col(Supplier.name),
        col(Check.proposed),
        col(Assessment.urgent),
        col(Assessment.reason),
        col(Check.created_by),
        col(Check.created_at),
        value_of_contracts(today),
        col(Supplier.spend),
    )
    query = (
        _waiting(pick(*columns), organisation, wanted)
        .order_by(col(Assessment.urgent).desc(), col(Check.created_at), col(Check.id))
        .offset(offset)
        .limit(limit)
    )
    return [CheckAwaitingDecision(*row) for row in session.execute(query)]


def awaiting_decision_count(session: Session, organisation: UUID, wanted: WaitingFilter) -> int:
    """Return how many checks wait for an approver."""
    query = _waiting(pick(func.count()), organisation, wanted)
    number: int = session.execute(query).scalar_one()
    return number


def creators_of_checks(session: Session, organisation: UUID) -> Sequence[str]:
    """Return who asked for the checks that wait, in order of name."""
    query = _waiting(pick(col(Check.created_by)), organisation, WaitingFilter()).distinct()
    return session.execute(query.order_by(col(Check.created_by))).scalars().all()


def _waiting(query: Select[Any], organisation: UUID, wanted: WaitingFilter) -> Select[Any]:
    newer = aliased(Check)
    replaced = exists().where(
        col(newer.supplier_id) == col(Check.supplier_id),
        or_(
            col(newer.created_at) > col(Check.created_at),
            and_(col(newer.created_at) == col(Check.created_at), col(newer.id) > col(Check.id)),
        ),
    )
    conditions: list[ColumnElement[bool]] = [
        col(Check.organisation_id) == organisation,
        ~exists().where(col(DecisionTaken.check_id) == col(Check.id)),
        ~replaced,
    ]
    if wanted.name:
        conditions.append(col(Supplier.name).icontains(wanted.name, autoescape=True))
    if wanted.proposed:
        conditions.append(col(Check.proposed) == wanted.proposed)
    if wanted.created_by:
        conditions.append(col(Check.created_by) == wanted.created_by)
    return (
        query.select_from(Check)
        .join(Supplier, col(Check.supplier_id) == col(Supplier.id))
        .join(Assessment, col(Check.assessment_id) == col(Assessment.id))
        .where(*conditions)
    )
