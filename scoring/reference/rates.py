"""Dated, sourced wage figures in pounds; a day outside a table has no rate, never the nearest."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from scoring.geography.london import in_london
from scoring.reference.rate_tables import (
    Checked,
    EmployerCosts,
    MinimumWageRow,
    employer_cost_rows,
    living_wage_rows,
    minimum_wage_rows,
)


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
        provisional=row.provisional,
        confirmed_floor=_confirmed_living(where) if row.provisional else None,
        stale=stale,
        checked=row.checked,
    )


def _confirmed_living(where: Place) -> Decimal | None:
    rows = [each for each in living_wage_rows() if not each.provisional and each.must_pay_by]
    return (rows[-1].london if where is Place.LONDON else rows[-1].uk) if rows else None


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


def employer_costs(at: date) -> EmployerCosts | NoRate:
    """Return the employer's costs on top of wages for the tax year of a day.

    Sources: Social Security Contributions and Benefits Act 1992 s9; Pensions Act 2008 ss13, 20;
    Finance Act 2016 s98.
    """
    rows = [row for row in employer_cost_rows() if row.start <= at]
    if not rows or at >= _year_later(employer_cost_rows()[-1].start):
        return NoRate(f"unknown: no employer National Insurance or pension figures for {at}")
    return rows[-1]


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
