"""Questions about the list of suppliers: filtered, sorted, one page at a time, and as a risk map.

A page reads only the columns that it shows, so that ten thousand suppliers stay quick.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Select,
    and_,
    exists,
    func,
    or_,
    type_coerce,
)
from sqlalchemy import select as pick
from sqlmodel import Session, col, select

from app.features.checks.effective_decision import effective_decision, with_decisions
from models import Assessment, Contract, Statement, Supplier, SupplierAnswer
from models.contract import live_on
from models.supplier import NOT_ASSESSED, counted
from scoring.reference.vocabulary import Decision, RiskBand


class Sort(StrEnum):
    """The order of the list."""

    RISK = "risk"
    NAME = "name"
    VALUE = "value"
    STATEMENT = "statement"


class MissingData(StrEnum):
    """Which data on a supplier is missing."""

    ANSWERS = "answers"
    STATEMENT = "statement"
    ASSESSMENT = "assessment"


@dataclass(frozen=True, slots=True)
class SupplierFilter:
    """Which suppliers are asked for; empty and None ask for all.

    `decision` is the one that counts: a person's while it is in force, else the proposal.
    `exposure` and `control` are points from and below; `place` and `name` are words within.
    `least_value` is pounds a year over the contracts live on the day `on`.
    """

    name: str = ""
    band: RiskBand | None = None
    decision: Decision | None = None
    category: str = ""
    place: str = ""
    least_value: Decimal | None = None
    missing: MissingData | None = None
    exposure: tuple[int, int] | None = None
    control: tuple[int, int] | None = None
    sort: Sort = Sort.RISK
    on: date = field(default_factory=lambda: datetime.now(UTC).date())

    @property
    def is_filtered(self) -> bool:
        """Whether anything is asked for but an order."""
        return self != SupplierFilter(sort=self.sort, on=self.on)


@dataclass(frozen=True, slots=True)
class SupplierListRow:
    """A supplier in the list; what was concluded is None while it is not assessed.

    `is_placeholder` is whether its name is none, such as “Redacted”: nobody is there to assess.
    `value` is what its live contracts are worth a year, `paid` what lists of payments paid it,
    both in pounds.
    """

    id: UUID
    name: str
    on_list: bool
    category: str
    is_placeholder: bool
    decision: Decision | None
    band: RiskBand | None
    risk: Decimal | None
    statement_score: Decimal | None
    urgent: bool | None
    reason: str | None
    value: Decimal | None
    paid: Decimal | None


def lines(
    session: Session, organisation: UUID, wanted: SupplierFilter, *, offset: int, limit: int
) -> list[SupplierListRow]:
    """Return one page of the list, each with the value of its live contracts a year."""
    page = _every(organisation, wanted).offset(offset).limit(limit).subquery()
    columns: tuple[Any, ...] = (
        Supplier.id,
        Supplier.name,
        Supplier.on_list,
        Supplier.category,
        Supplier.is_placeholder,
        Assessment.decision,
        Assessment.band,
        Assessment.risk,
        Assessment.statement_score,
        Assessment.urgent,
        Assessment.reason,
        value_of_contracts(wanted.on),
        Supplier.spend,
    )
    # What is shown is asked for its page alone, by identifier, so that a late page costs no more.
    query = (
        pick(*columns)
        .select_from(page)
        .join(Supplier, col(Supplier.id) == page.c.id)
        .outerjoin(Assessment, col(Supplier.assessment_id) == col(Assessment.id))
        .order_by(*_order(wanted))
    )
    return [SupplierListRow(*row) for row in session.execute(query)]


def ids(session: Session, organisation: UUID, wanted: SupplierFilter, *, limit: int) -> list[UUID]:
    """Return which suppliers are asked for, in the order of the list."""
    return list(session.execute(_every(organisation, wanted).limit(limit)).scalars())


def _every(organisation: UUID, wanted: SupplierFilter) -> Select[Any]:
    """The question for every supplier asked for, in order."""
    every: Select[Any] = pick(col(Supplier.id))
    if _judged(wanted) or wanted.sort is Sort.STATEMENT:
        every = every.outerjoin(Assessment, col(Supplier.assessment_id) == col(Assessment.id))
    if wanted.decision:
        every = with_decisions(every)
    return _narrowed(every, organisation, wanted).order_by(*_order(wanted))


def names(session: Session, organisation: UUID, suppliers: Sequence[UUID]) -> dict[UUID, str]:
    """Return the names of those suppliers that are the organisation's, in the order given."""
    query = pick(col(Supplier.id), col(Supplier.name)).where(
        col(Supplier.organisation_id) == organisation, col(Supplier.id).in_(suppliers), counted()
    )
    by_id = {row.id: row.name for row in session.execute(query)}
    return {each: by_id[each] for each in suppliers if each in by_id}


def named_ones(session: Session, organisation: UUID, suppliers: Sequence[UUID]) -> list[UUID]:
    """Return those of some suppliers that are somebody, whom there is something to judge of."""
    no_one = pick(col(Supplier.id)).where(
        col(Supplier.organisation_id) == organisation, col(Supplier.is_placeholder).is_(True)
    )
    nobody = set(session.execute(no_one).scalars())
    return [each for each in suppliers if each not in nobody]


def count(session: Session, organisation: UUID, wanted: SupplierFilter) -> int:
    """Return how many suppliers are asked for."""
    query: Select[Any] = pick(func.count()).select_from(Supplier)
    if _judged(wanted):
        query = query.outerjoin(Assessment, col(Supplier.assessment_id) == col(Assessment.id))
    if wanted.decision:
        query = with_decisions(query)
    number: int = session.execute(_narrowed(query, organisation, wanted)).scalar_one()
    return number


def categories(session: Session, organisation: UUID) -> Sequence[str]:
    """Return the categories that suppliers have, in order."""
    category = col(Supplier.category)
    mine = and_(col(Supplier.organisation_id) == organisation, counted())
    # One step in the index for each category, where DISTINCT would read every supplier.
    distinct = (
        pick(func.min(category).label("next")).where(mine, category > "").cte(recursive=True)
    )
    after = pick(func.min(category)).where(mine, category > distinct.c.next).scalar_subquery()
    distinct = distinct.union_all(pick(after).where(distinct.c.next.is_not(None)))
    query = (
        pick(distinct.c.next)
        .where(distinct.c.next.is_not(None))
        .order_by(distinct.c.next)
        .limit(300)
    )
    return session.execute(query).scalars().all()


QUARTER = 25
"""Points of 100 that a row or column of the risk map spans."""


def risk_map(session: Session, organisation: UUID) -> Counter[tuple[int, int]]:
    """Return how many suppliers stand in each quarter (0 to 3) of exposure and of control."""
    exposure, control = (
        type_coerce(column, BigInteger) // (QUARTER * 100)
        for column in (col(Assessment.exposure), col(Assessment.control))
    )
    query = (
        pick(exposure, control, func.count())
        .join(Supplier, col(Supplier.assessment_id) == col(Assessment.id))
        .where(col(Supplier.organisation_id) == organisation)
        .group_by(exposure, control)
    )
    counted: Counter[tuple[int, int]] = Counter()
    for across, down, number in session.execute(query):
        counted[min(across, 3), min(down, 3)] += number
    return counted


def _judged(wanted: SupplierFilter) -> bool:
    return any((wanted.band, wanted.decision, wanted.exposure, wanted.control))


def _narrowed(query: Select[Any], organisation: UUID, wanted: SupplierFilter) -> Select[Any]:
    """The question with every condition that was asked for."""
    conditions = [col(Supplier.organisation_id) == organisation, counted()]
    if wanted.name:
        conditions.append(col(Supplier.name).icontains(wanted.name, autoescape=True))
    if wanted.band:
        conditions.append(col(Assessment.band) == wanted.band)
    if wanted.decision:
        conditions.append(effective_decision(wanted.on) == wanted.decision)
    if wanted.category:
        conditions.append(col(Supplier.category) == wanted.category)
    if wanted.place:
        place = col(Contract.location).icontains(wanted.place, autoescape=True)
        held = exists().where(col(Contract.supplier_id) == col(Supplier.id), place)
        postcode = col(Supplier.postcode).icontains(wanted.place, autoescape=True)
        conditions.append(or_(held, postcode))
    if wanted.least_value is not None:
        conditions.append(value_of_contracts(wanted.on) >= wanted.least_value)
    if wanted.missing:
        conditions.append(_lacks(wanted.missing))
    for points, column in (
        (wanted.exposure, col(Assessment.exposure)),
        (wanted.control, col(Assessment.control)),
    ):
        if points:
            conditions.append(and_(column >= Decimal(points[0]), column < Decimal(points[1])))
    return query.where(*conditions)


def _lacks(missing: MissingData) -> ColumnElement[bool]:
    if missing is MissingData.ASSESSMENT:
        return col(Supplier.rank) == NOT_ASSESSED
    table = SupplierAnswer if missing is MissingData.ANSWERS else Statement
    return ~exists().where(col(table.supplier_id) == col(Supplier.id))


def value_of_contracts(on: date) -> Any:
    """What a supplier's live contracts are worth a year; nothing where none has a known value."""
    return (
        select(func.sum(Contract.yearly_value))
        .where(col(Contract.supplier_id) == col(Supplier.id), live_on(on))
        .correlate(Supplier)
        .scalar_subquery()
    )


def _order(wanted: SupplierFilter) -> tuple[Any, ...]:
    sort = wanted.sort
    if sort is Sort.NAME:
        return (col(Supplier.key),)
    if sort is Sort.VALUE:
        return (value_of_contracts(wanted.on).desc().nulls_last(), col(Supplier.key))
    if sort is Sort.STATEMENT:
        return (col(Assessment.statement_score).asc().nulls_last(), col(Supplier.key))
    return (col(Supplier.rank).desc(), col(Supplier.key))
