"""The tables of wage rates and employers' costs, and rates that an organisation added."""

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from importlib.resources import files


class Checked(StrEnum):
    """How surely a figure is known: read in a public text, or from one secondary source."""

    READ = "read"
    SECONDARY = "secondary"


@dataclass(frozen=True, slots=True)
class LivingWageRow:
    """One year of the real Living Wage: pounds an hour, 18 and over."""

    announced: date
    day_known: bool
    must_pay_by: date | None
    london: Decimal
    uk: Decimal
    checked: Checked
    source: str
    provisional: bool = False

    @property
    def successor_due(self) -> date:
        """The first day after the month in which the next announcement was due."""
        month = self.announced.month % 12 + 1
        return date(self.announced.year + 1 + (month == 1), month, 1)


@dataclass(frozen=True, slots=True)
class MinimumWageRow:
    """One year of the statutory minimum, pounds an hour by age; the offset is pounds a day."""

    start: date
    adult_age: int
    adult: Decimal
    next: Decimal | None
    youth: Decimal
    under_18: Decimal
    apprentice: Decimal
    offset: Decimal | None
    provisional: bool
    checked: Checked
    source: str

    def at_age(self, age: int) -> Decimal:
        """Return the rate for an age from 16, in pounds an hour."""
        if age >= self.adult_age:
            return self.adult
        if age >= 21 and self.next is not None:
            return self.next
        return self.youth if age >= 18 else self.under_18


@dataclass(frozen=True, slots=True)
class AddedRates:
    """Rates that an administrator added, each with its source.

    Attributes:
        living: Years of the Living Wage.
        minimum: Years of the statutory minimum.
    """

    living: tuple[LivingWageRow, ...] = ()
    minimum: tuple[MinimumWageRow, ...] = ()


_NONE = AddedRates()
_added: ContextVar[AddedRates] = ContextVar("added_rates", default=_NONE)


@contextmanager
def added_rates(rates: AddedRates) -> Iterator[None]:
    """Judge within by the tables with these rates added; outside nothing changes."""
    before = _added.set(rates)
    try:
        yield
    finally:
        _added.reset(before)


@dataclass(frozen=True, slots=True)
class EmployerCosts:
    """What an employer pays on top of wages: rates as fractions, thresholds in pounds a year.

    Attributes:
        start: First day of the figures.
        ni_rate: Employer National Insurance on pay above `ni_threshold`.
        ni_threshold: The secondary threshold.
        pension_rate: Employer's least pension share of pay between the two limits.
        pension_lower: Lower limit of qualifying earnings.
        pension_upper: Upper limit of qualifying earnings.
        levy_rate: Apprenticeship levy, where the employer's pay bill is above £3m a year.
        source: The Acts and tables.
    """

    start: date
    ni_rate: Decimal
    ni_threshold: Decimal
    pension_rate: Decimal
    pension_lower: Decimal
    pension_upper: Decimal
    levy_rate: Decimal
    source: str


def living_wage_rows() -> tuple[LivingWageRow, ...]:
    """Return the Living Wage table, oldest first, with what was added to it.

    A rate that was added takes the place of one to be paid from the same day.
    """
    more = _added.get().living
    days = {each.must_pay_by for each in more}
    rows = [each for each in _living_table() if each.must_pay_by not in days]
    return tuple(sorted((*rows, *more), key=lambda each: each.must_pay_by or each.announced))


def minimum_wage_rows() -> tuple[MinimumWageRow, ...]:
    """Return the minimum wage table, oldest first, with what was added to it.

    A year that was added takes the place of one that begins on the same day.
    """
    more = _added.get().minimum
    days = {each.start for each in more}
    rows = [each for each in _minimum_table() if each.start not in days]
    return tuple(sorted((*rows, *more), key=lambda each: each.start))


@cache
def _living_table() -> tuple[LivingWageRow, ...]:
    return tuple(
        LivingWageRow(
            announced=date.fromisoformat(row["announced"]),
            day_known=row["announced_to"] == "day",
            must_pay_by=date.fromisoformat(row["must_pay_by"]) if row["must_pay_by"] else None,
            london=Decimal(row["london"]),
            uk=Decimal(row["uk"]),
            checked=Checked(row["checked"]),
            source=row["source"],
        )
        for row in _table("living_wage_rates.csv")
    )


@cache
def _minimum_table() -> tuple[MinimumWageRow, ...]:
    return tuple(
        MinimumWageRow(
            start=date.fromisoformat(row["from"]),
            adult_age=int(row["adult_age"]),
            adult=Decimal(row["adult"]),
            next=Decimal(row["next"]) if row["next"] else None,
            youth=Decimal(row["youth"]),
            under_18=Decimal(row["under_18"]),
            apprentice=Decimal(row["apprentice"]),
            offset=Decimal(row["offset_day"]) if row["offset_day"] else None,
            provisional=row["status"] == "provisional",
            checked=Checked(row["checked"]),
            source=row["source"],
        )
        for row in _table("minimum_wage_rates.csv")
    )


@cache
def employer_cost_rows() -> tuple[EmployerCosts, ...]:
    """Return the table of employers' costs on top of wages, oldest first."""
    return tuple(
        EmployerCosts(
            start=date.fromisoformat(row["from"]),
            ni_rate=Decimal(row["ni_rate"]),
            ni_threshold=Decimal(row["ni_threshold_year"]),
            pension_rate=Decimal(row["pension_rate"]),
            pension_lower=Decimal(row["pension_lower_year"]),
            pension_upper=Decimal(row["pension_upper_year"]),
            levy_rate=Decimal(row["levy_rate"]),
            source=row["source"],
        )
        for row in _table("employer_cost_rates.csv")
    )


def _table(name: str) -> list[dict[str, str]]:
    text = files("scoring").joinpath("data", name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
