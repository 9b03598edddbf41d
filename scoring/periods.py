"""The days that a sum of money covers, in words, and what it comes to a year."""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from scoring.contract_terms import DAYS_A_YEAR

_YEAR_LEAST, _YEAR_MOST = 364, 371
"""Days of a year of 12 months, of 52 weeks or of 53 weeks."""
_PENNY = Decimal("0.01")


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Days from a first to a last, both included.

    Raises:
        ValueError: The last day is before the first.
    """

    start: date
    end: date

    def __post_init__(self) -> None:
        """Refuse a period that ends before it begins."""
        if self.end < self.start:
            raise ValueError(f"{self.end} is before {self.start}")

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.end - self.start).days + 1

    @property
    def is_year(self) -> bool:
        """Whether it is a year: 12 months, or 52 or 53 weeks."""
        return _YEAR_LEAST <= self.days <= _YEAR_MOST

    def overlaps(self, other: "Period") -> bool:
        """Return whether both have a day in common."""
        return self.start <= other.end and other.start <= self.end

    def __str__(self) -> str:
        """Name the period in words: `April 2022`, `April to June 2022`."""
        if self.start.day == 1 and self.end == month_end(self.end):
            last = f"{self.end:%B %Y}"
            if (self.start.year, self.start.month) == (self.end.year, self.end.month):
                return last
            same_year = self.start.year == self.end.year
            return f"{self.start:%B}{'' if same_year else f' {self.start.year}'} to {last}"
        return f"{_day(self.start)} to {_day(self.end)}" if self.days > 1 else _day(self.start)


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def month_end(day: date) -> date:
    """Return the last day of a day's month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def whole_months(first: date, last: date) -> Period:
    """Return the period from the first of one day's month to the last of the other's."""
    return Period(first.replace(day=1), month_end(last))


def merge(periods: Iterable[Period]) -> tuple[Period, ...]:
    """Return the same days as periods that neither overlap nor touch, in order."""
    merged: list[Period] = []
    for each in sorted(periods):
        if merged and each.start <= merged[-1].end + timedelta(days=1):
            merged[-1] = Period(merged[-1].start, max(merged[-1].end, each.end))
        else:
            merged.append(each)
    return tuple(merged)


def covers_year(periods: Sequence[Period]) -> bool:
    """Return whether a sum over some merged periods is the sum of one year."""
    return len(periods) == 1 and periods[0].is_year


def in_words(periods: Sequence[Period]) -> str:
    """Return some periods in words, joined by “and”; more than three by their ends."""
    if len(periods) > 3:
        days = sum(each.days for each in periods)
        return f"{days} days from {_day(periods[0].start)} to {_day(periods[-1].end)}"
    return " and ".join(map(str, periods))


def a_year(amount: Decimal, periods: Sequence[Period]) -> Decimal | None:
    """Return what a sum paid in some periods comes to a year, in pounds.

    It is the sum itself where they are one year, else an estimate by the days that they cover;
    None where no period is known.
    """
    if not periods:
        return None
    if covers_year(periods):
        return amount
    days = sum(each.days for each in periods)
    return (amount * DAYS_A_YEAR / days).quantize(_PENNY)
