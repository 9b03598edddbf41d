"""The period of a list of payments: by the dates of its rows, else its title or file name."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from scoring.periods import Period, month_end, whole_months

_MOST_DATES = 0.85
"""Share of the dated rows that a list's months hold; the others are late invoices or slips."""
_ENOUGH_DATED = 0.5
"""Share of the payments that must have a date, for the dates to say the period."""
_STRAY = 0.25
"""A month at the edge with less than this share of the mean month is no month of the list."""
_HALF = 0.5
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september",
           "october", "november", "december")  # fmt: skip
_MONTH = r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
_MONTH += r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_YEAR = r"(?P<{0}>(?:19|20)\d\d)"
_APART = r"[\s_.,/-]*"
_WORDS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<![a-z]){_MONTH.format('first')}{_APART}(?:{_YEAR.format('year')}{_APART})?"
        rf"(?:to|[-–]|and){_APART}{_MONTH.format('last')}{_APART}{_YEAR.format('last_year')}(?!\d)",
        rf"(?<![a-z]){_MONTH.format('first')}{_APART}{_YEAR.format('year')}(?!\d)",
        rf"(?<!\d){_YEAR.format('year')}{_APART}{_MONTH.format('first')}(?![a-z])",
        rf"(?<![a-z]){_MONTH.format('first')}[-']?(?P<short>\d\d)(?!\d)",
        rf"(?<!\d){_YEAR.format('year')}[-_/. ]?(?P<number>0[1-9]|1[0-2])(?!\d)",
        rf"(?<!\d)(?P<number>0[1-9]|1[0-2])[-_/. ]{_YEAR.format('year')}(?!\d)",
    )
)
_YEAR_MONTH = _WORDS[-2]
_FINANCIAL = re.compile(r"(?<!\d)(20\d\d)\s*[-_/–]\s*(?:20)?(\d\d)(?![\d-])")
_QUARTER = re.compile(r"(?<![a-z])q(?:uarter|tr)?[\s_.-]*([1-4])(?!\d)", re.IGNORECASE)
_CALENDAR_YEAR = re.compile(r"(?<!\d)(20[0-4]\d)(?!\d)")
_REPORT_DATE = re.compile(
    r"\b(?:report|print|run|extract|publi\w+|creat\w+|updat\w+|produc\w+)\w*\s*(?:date|on|at)?\b",
    re.IGNORECASE,
)


class PeriodSource(StrEnum):
    """Where the period of a list was read."""

    DATES = "dates of its rows"
    TITLE = "title"
    FILE_NAME = "file name"


@dataclass(frozen=True, slots=True)
class ListPeriod:
    """The days that a list's payments cover, and where that was read."""

    period: Period
    source: PeriodSource


class PeriodReader:
    """Counts the dates of a list's payments while its rows are read, and says its period."""

    def __init__(self, title: Sequence[str] = (), name: str = "") -> None:
        """Get ready for a list.

        Args:
            title: The cells above its headings, and its sheet's name.
            name: The file's name.
        """
        self._title, self._name = title, name
        self._days = Counter[date]()
        self._payments = 0

    def add(self, paid: Iterable[object], paid_on: Iterable[date | None]) -> None:
        """Count the dates of some rows that hold a payment."""
        for amount, on in zip(paid, paid_on, strict=True):
            if amount is not None:
                self._payments += 1
                if on is not None:
                    self._days[on] += 1

    @property
    def period(self) -> ListPeriod | None:
        """The list's period, or None where it holds no payment or says no period."""
        if not self._payments:
            return None
        named = self._named()
        if self._days.total() < self._payments * _ENOUGH_DATED:
            return named
        dated = _months_of(self._days)
        if named and self._fits(named.period, dated):
            return named
        return ListPeriod(dated, PeriodSource.DATES)

    def _named(self) -> ListPeriod | None:
        """The period that the title says, else the file's name."""
        for cell in self._title:
            if not _REPORT_DATE.search(cell) and (period := period_in(cell)):
                return ListPeriod(period, PeriodSource.TITLE)
        period = period_in(self._name)
        return ListPeriod(period, PeriodSource.FILE_NAME) if period else None

    def _fits(self, named: Period, dated: Period) -> bool:
        """Whether the named period counts in place of that of the dates.

        It does where it is shorter and holds most dates: lists of a month's payments often give
        the day of the invoice, some from months before. It does too where it is longer, holds
        every date, and has some in its first month and its last: months of few payments are then
        no stray ones.
        """
        held = sum(n for day, n in self._days.items() if named.start <= day <= named.end)
        if named.days < dated.days:
            return held >= self._days.total() * _HALF
        first, last = min(self._days), max(self._days)
        return (
            held == self._days.total()
            and whole_months(first.replace(day=1), last.replace(day=1)) == named
            and named != dated
        )


def _months_of(days: Counter[date]) -> Period:
    """The months that hold nearly all dates, without stray ones at either edge.

    A list of one month's payments often gives the dates of invoices, some from long before.
    """
    months = Counter[date]()
    for day, count in days.items():
        months[day.replace(day=1)] += count
    ordered, total = sorted(months), months.total()
    spare, held = total * (1 - _MOST_DATES), total
    while len(ordered) > 1:
        edge = min(ordered[0], ordered[-1], key=lambda month: (months[month], month))
        count = months[edge]
        if count > spare or count >= held / len(ordered) * _STRAY:
            break
        spare, held = spare - count, held - count
        ordered.remove(edge)
    return whole_months(ordered[0], ordered[-1])


def period_in(text: str) -> Period | None:
    """Return the period that a title or a file name says, or None.

    A quarter beside a financial year is that year's: the first begins in April. A quarter beside
    one year alone is the calendar's. `2011-12` may be a month or a year, so it says nothing.
    """
    for pattern in _WORDS:
        for match in pattern.finditer(text):
            if pattern is _YEAR_MONTH and _is_financial(text, match.start()):
                return None if _is_open(text, match) else _whole(text)
            return _named(match.groupdict())
    return _whole(text)


def _whole(text: str) -> Period | None:
    """The financial or calendar year, or the quarter, that a text says."""
    quarter, financial = _QUARTER.search(text), _financial_year(text)
    if financial:
        return _quarter_of(financial, 4, quarter)
    year = _CALENDAR_YEAR.search(text)
    return _quarter_of(int(year[1]), 1, quarter) if year else None


def _is_financial(text: str, start: int) -> bool:
    """Whether the digits are a financial year's, as 2011-12 is; 2011-11 and 2011-10 are months."""
    match = _FINANCIAL.match(text, start)
    return bool(match) and int(match[2]) == (int(match[1]) + 1) % 100  # type: ignore[index]


def _is_open(text: str, match: re.Match[str]) -> bool:
    """Whether 2011-12 may be a month as well as a year: no quarter or stroke says which."""
    return "/" not in match[0] and not _QUARTER.search(text)


def _financial_year(text: str) -> int | None:
    for match in _FINANCIAL.finditer(text):
        if int(match[2]) == (int(match[1]) + 1) % 100:
            return int(match[1])
    return None


def _quarter_of(year: int, first_month: int, quarter: re.Match[str] | None) -> Period:
    """The year that begins in a month, or one of its quarters."""
    start, length = date(year, first_month, 1), 12
    if quarter:
        start, length = _later(start, 3 * (int(quarter[1]) - 1)), 3
    return Period(start, month_end(_later(start, length - 1)))


def _later(first: date, months: int) -> date:
    years, month = divmod(first.month - 1 + months, 12)
    return date(first.year + years, month + 1, 1)


def _named(words: dict[str, str | None]) -> Period | None:
    first = int(words["number"] or 0) if words.get("number") else _month(words.get("first"))
    last = _month(words.get("last")) or first
    last_year = int(words.get("last_year") or words.get("year") or 0)
    if words.get("short"):
        last_year = 2000 + int(words["short"] or 0)
    year = int(words.get("year") or (last_year if first <= last else last_year - 1))
    start, end = date(year, first, 1), date(last_year, last, 1)
    return whole_months(start, end) if start <= end else None


def _month(word: str | None) -> int:
    """The number of a month by the first three letters of its name; 0 without a word."""
    return next((n for n, m in enumerate(_MONTHS, 1) if word and m[:3] == word[:3].lower()), 0)
