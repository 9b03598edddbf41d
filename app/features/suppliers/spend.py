"""What an organisation's contracts are worth a year and what it paid, side by side."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, case, func
from sqlalchemy import select as pick
from sqlmodel import Session, col

from app.features.imports.payments import PaymentList, payment_lists
from models import Contract, Supplier
from models.contract import live_on, of_current_lists
from models.supplier import assessable
from scoring.periods import Period, a_year, covers_year, in_words, merge
from scoring.reference.money import pounds


@dataclass(frozen=True, slots=True)
class Worth:
    """Some contracts: how many, and pounds a year of those whose value is known."""

    count: int
    value: Decimal


@dataclass(frozen=True, slots=True)
class ContractTotals:
    """An organisation's contracts on a day.

    Attributes:
        day: The day.
        live: Those that count: not known to have ended before the day.
        without_end: How many of them have no end date.
        without_supplier: How many of them have no single named supplier.
        without_value: How many of them have no known yearly value.
        ended: Those that ended before the day; they are in no figure.
    """

    day: date
    live: Worth
    without_end: Worth
    without_supplier: Worth
    without_value: int
    ended: Worth

    def sentences(self) -> Iterator[str]:
        """Yield the totals in plain sentences; nothing where there is no contract."""
        on = f"{self.day.day} {self.day:%B %Y}"
        if self.live.count:
            yield f"{_contracts(self.live)} in force on {on}, {pounds(self.live.value)} a year."
        if self.without_end.count:
            yield (
                f"{self.without_end.count:,} of them, {pounds(self.without_end.value)} a year, "
                "have no end on record and may be over."
            )
        if self.without_supplier.count:
            yield (
                f"{self.without_supplier.count:,} of them, "
                f"{pounds(self.without_supplier.value)} a year, name no one supplier."
            )
        if self.without_value:
            yield f"{self.without_value:,} of them have no known value a year."
        if self.ended.count:
            yield (
                f"{_contracts(self.ended)} ended before {on}, {pounds(self.ended.value)} a year, "
                "not counted."
            )


@dataclass(frozen=True, slots=True)
class PaymentTotals:
    """What an organisation's current lists of payments paid, in pounds.

    `periods` are the days that they cover, merged; empty where a list does not say its period.
    """

    lists: Sequence[PaymentList]
    paid: Decimal
    periods: tuple[Period, ...]

    @property
    def yearly(self) -> Decimal | None:
        """Pounds a year: the sum itself where it is of one year, else an estimate, or None."""
        return a_year(self.paid, self.periods)

    @property
    def periods_in_words(self) -> str:
        """The days that the lists cover, in words."""
        return in_words(self.periods)

    @property
    def is_year(self) -> bool:
        """Whether the sum is of one year."""
        return covers_year(self.periods)

    def sentences(self) -> Iterator[str]:
        """Yield the totals in plain sentences; nothing where there is no payment."""
        if not self.lists:
            return
        if self.yearly is None:
            yield f"{pounds(self.paid)} paid, in a period that is not known."
        elif self.is_year:
            yield f"{pounds(self.paid)} paid in a year, {in_words(self.periods)}."
        else:
            yield (
                f"{pounds(self.paid)} paid in {in_words(self.periods)}: by estimate "
                f"{pounds(self.yearly)} a year."
            )


def contract_totals(session: Session, organisation: UUID, day: date) -> ContractTotals:
    """Return what an organisation's contracts come to on a day."""
    live, value = live_on(day), col(Contract.yearly_value)
    parts: tuple[ColumnElement[bool], ...] = (
        live,
        live & col(Contract.end).is_(None),
        live & ~assessable(),
        live & value.is_(None),
        ~live & of_current_lists(),
    )
    sums: list[Any] = []
    for part in parts:
        sums += [func.sum(case((part, 1), else_=0)), func.sum(case((part, value), else_=None))]
    query = (
        pick(*sums)
        .select_from(Contract)
        .join(Supplier, col(Contract.supplier_id) == col(Supplier.id))
        .where(col(Contract.organisation_id) == organisation)
    )
    row = session.execute(query).one()
    worth = [
        Worth(count or 0, value or Decimal(0))
        for count, value in zip(row[::2], row[1::2], strict=True)
    ]
    live_, without_end, without_supplier, without_value, ended = worth
    return ContractTotals(day, live_, without_end, without_supplier, without_value.count, ended)


def payment_totals(session: Session, organisation: UUID) -> PaymentTotals:
    """Return what an organisation's current lists of payments come to."""
    lists = payment_lists(session, organisation)
    periods = [each.period for each in lists]
    known = [each for each in periods if each is not None]
    return PaymentTotals(
        lists,
        sum((each.paid for each in lists), Decimal(0)),
        merge(known) if len(known) == len(periods) else (),
    )


def _contracts(worth: Worth) -> str:
    return f"{worth.count:,} contract{'' if worth.count == 1 else 's'}"
