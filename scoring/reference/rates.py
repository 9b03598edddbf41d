"""Dated, sourced wage figures in pounds; a day outside a table has no rate, never the nearest."""

import csv
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from importlib.resources import files

from scoring.geography.london import in_london


class Checked(StrEnum):
    """How surely a figure is known: read in a public text, or from one secondary source."""

    READ = "read"
    SECONDARY = "secondary"


@dataclass(frozen=True, slots=True)
class Rate:
    """One published figure as it stood on the day asked for.

    Attributes:
        name: What it is, for a reader.
        amount: Pounds sterling; an hour for wages, a day for the accommodation offset.
        effective: First day on which it must be paid.
        source: Who published it and where it was read.
        announced: Day of the announcement, where that differs from the first day.
        provisional: The figure awaits confirmation.
        confirmed_floor: For a provisional figure, the last confirmed one before it.
        stale: `rates not updated since …` once a successor is due, else empty.
        checked: How surely the figure is known.
    """

    name: str
    amount: Decimal
    effective: date
    source: str
    announced: date | None = None
    provisional: bool = False
    confirmed_floor: Decimal | None = None
    stale: str = ""
    checked: Checked = Checked.READ


@dataclass(frozen=True, slots=True)
class NoRate:
    """There is no figure for what was asked; `reason` says why, in words for a reader."""

    reason: str


class Place(StrEnum):
    """Which of the two Living Wages a place has."""

    LONDON = "London"
    UK = "UK"


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


def living_wage(place: str | Place, at: date) -> Rate | NoRate:
    """Return the Living Wage that must be paid in a place on a day, in pounds an hour.

    A rate must be paid from its `must pay by` day; between announcement and that day the one
    before still serves. Source: Living Wage Foundation, yearly announcements.

    Args:
        place: `Place.LONDON`, `Place.UK`, or a place as written on a contract.
        at: The day asked about.
    """
    where = place if isinstance(place, Place) else place_of(place)
    if where is None:
        return NoRate(f"unknown: the place “{place}” is not known to be in or outside London")
    rows = living_wage_rows()
    due = [(row.must_pay_by, row) for row in rows if row.must_pay_by and row.must_pay_by <= at]
    if not due:
        return NoRate(
            f"unknown: no rate for this date ({at}): no Living Wage with a known due day"
        )
    effective, row = due[-1]
    stale = living_wage_stale(at)
    if at >= living_wage_ends():
        return NoRate(f"unknown: no rate for this date ({at}): {stale}")
    amount, name = (row.london, "London") if where is Place.LONDON else (row.uk, "UK")
    return Rate(
        f"{name} Living Wage",
        amount,
        effective,
        row.source,
        announced=row.announced,
        stale=stale,
        checked=row.checked,
    )


def living_wage_ends() -> date:
    """Return the first day for which the Living Wage table has no rate any more."""
    last = living_wage_rows()[-1]
    return _year_later(last.must_pay_by or last.announced)


def living_wage_stale(at: date) -> str:
    """Return `Living Wage rates not updated since …` once a successor is due, else empty."""
    last = living_wage_rows()[-1]
    return _stale(last.announced, "Living Wage") if at >= last.successor_due else ""


def minimum_wage_ends() -> date:
    """Return the first day for which the minimum wage table has no rate any more."""
    return _year_later(minimum_wage_rows()[-1].start)


def minimum_wage_stale(at: date) -> str:
    """Return `minimum wage rates not updated since …` where only provisional ones serve a day."""
    row, last = _row_at(at), _confirmed()[-1]
    fresh = isinstance(row, MinimumWageRow) and not row.provisional
    return "" if fresh or at < last.start else _stale(last.start, "minimum wage")


def last_living_wage(place: Place) -> Rate:
    """Return the newest Living Wage in the table, for sums that look past its end."""
    row = living_wage_rows()[-1]
    amount = row.london if place is Place.LONDON else row.uk
    start = row.must_pay_by or row.announced
    return Rate(f"{place} Living Wage", amount, start, row.source, announced=row.announced)


def minimum_wage(age: int, at: date, apprentice: bool = False) -> Rate | NoRate:
    """Return the legal minimum for a worker's age on a day, in pounds an hour.

    Source: National Minimum Wage Act 1998; National Minimum Wage Regulations 2015 as amended.

    Args:
        age: In whole years on that day; below 16 there is no rate.
        at: The day asked about.
        apprentice: The worker is an apprentice under 19 or in the first year (see
            `apprentice_rate_applies`).
    """
    if age < 16:
        return NoRate(
            f"unknown: no minimum wage for age {age}: verify lawful employment of a child"
        )
    rate_row = _row_at(at)
    if isinstance(rate_row, NoRate):
        return rate_row
    name = "minimum wage for apprentices" if apprentice else _name(rate_row, age)
    return _rate(rate_row, name, lambda row: row.apprentice if apprentice else row.at_age(age))


def last_minimum_wage(age: int) -> Rate:
    """Return the newest confirmed minimum wage for an age, for sums that look past the table."""
    row = _confirmed()[-1]
    return Rate(_name(row, age), row.at_age(age), row.start, row.source)


def accommodation_offset(at: date) -> Rate | NoRate:
    """Return the most that may be taken for accommodation on a day, in pounds a day.

    Source: National Minimum Wage Regulations 2015, regs 14-16.
    """
    row = _row_at(at)
    if isinstance(row, NoRate):
        return row
    if row.offset is None:
        return NoRate(f"unknown: no accommodation offset in the table for {at}")
    offset = row.offset
    return _rate(row, "accommodation offset", lambda _: offset)


def apprentice_rate_applies(age: int, in_first_year: bool) -> bool:
    """Return whether an apprentice may be paid the apprentice rate: under 19, or in year one.

    Source: National Minimum Wage Regulations 2015, reg 5.
    """
    return age < 19 or in_first_year


def place_of(place: str) -> Place | None:
    """Return which Living Wage a place as written has, or None where that cannot be told."""
    london = in_london(place)
    if london is None:
        return None
    return Place.LONDON if london else Place.UK


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


def employer_costs(at: date) -> EmployerCosts | NoRate:
    """Return the employer's costs on top of wages for the tax year of a day.

    Sources: Social Security Contributions and Benefits Act 1992 s9; Pensions Act 2008 ss13, 20;
    Finance Act 2016 s98.
    """
    rows = [row for row in employer_cost_rows() if row.start <= at]
    if not rows or at >= _year_later(employer_cost_rows()[-1].start):
        return NoRate(f"unknown: no employer National Insurance or pension figures for {at}")
    return rows[-1]


@cache
def living_wage_rows() -> tuple[LivingWageRow, ...]:
    """Return the Living Wage table, oldest first."""
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
def minimum_wage_rows() -> tuple[MinimumWageRow, ...]:
    """Return the minimum wage table, oldest first."""
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


def _row_at(at: date) -> MinimumWageRow | NoRate:
    rows = [row for row in minimum_wage_rows() if row.start <= at]
    if not rows or at >= minimum_wage_ends():
        return NoRate(f"unknown: no rate for this date ({at}): outside the minimum wage table")
    return rows[-1]


def _rate(row: MinimumWageRow, name: str, pick: Callable[[MinimumWageRow], Decimal]) -> Rate:
    last = _confirmed()[-1]
    floor = pick(last) if row.provisional else None
    return Rate(
        name,
        pick(row),
        row.start,
        row.source,
        provisional=row.provisional,
        confirmed_floor=floor,
        stale=_stale(last.start, "minimum wage") if row.provisional else "",
        checked=row.checked,
    )


def _confirmed() -> list[MinimumWageRow]:
    return [each for each in minimum_wage_rows() if not each.provisional]


def _name(row: MinimumWageRow, age: int) -> str:
    return "National Living Wage" if age >= row.adult_age else f"minimum wage at age {age}"


def _stale(since: date, name: str) -> str:
    return f"{name} rates not updated since {since.day} {since:%B %Y}"


def _year_later(day: date) -> date:
    return day.replace(year=day.year + 1)
