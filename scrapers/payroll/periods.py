"""The pay period of each payslip, from dates, from one cell, or from how often pay comes.

Source of tax weeks and months: Income Tax (Pay As You Earn) Regulations 2003 reg 2: they count
from 6 April.
"""

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

import polars as pl

from scoring.payroll.clock import DAY
from scrapers.payroll.cells import days
from scrapers.payroll.notices import Notices
from scrapers.payroll.shifts import EARLIEST, LATEST
from scrapers.payroll.tables import Table

Span = tuple[int, int]  # first and last day since 1970
EPOCH = date(1970, 1, 1)
WEEK, MONTH = 7, 28  # days between pay days, from which it is monthly unless exactly four weeks
MUCH = 84 * 60  # minutes on most payslips above which they are not of a week: our choice
_MONTHS = {name.lower(): at for at, name in enumerate(calendar.month_abbr) if name}
_DAY = r"(?:\d{4}-\d\d-\d\d|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2} [A-Za-z]{3,9},? \d{4})"
_SPAN = re.compile(rf"({_DAY})\s*(?:-|–|—|to|until|/)\s*({_DAY})", re.I)
_NUMBER = re.compile(r"(?:(?:tax )?(?:week|wk|w|month|mth|m|period|p)\.? ?)?(\d{1,2})\b", re.I)
ONLY_LAST = "Only the last day of each pay period is given: read as {}."
ONLY_FIRST = "Only the first day of each pay period is given: read as {}."
_LENGTHS = {7: "weeks of seven days", 14: "fortnights", 28: "periods of four weeks", 0: "months"}


def periods(table: Table, hours: pl.Series, notices: Notices) -> tuple[pl.Series, pl.Series]:
    """Return the first and last day of each period, days since 1970; bad rows are left out.

    Args:
        table: The payslips.
        hours: Minutes on each, from which a week is told from a month where nothing else says.
        notices: Takes what could not be read.
    """
    columns, size = table.columns, table.rows.len()
    blank = pl.repeat(None, size, dtype=pl.String, eager=True)
    texts = [columns.get(name, blank) for name in ("period_start", "period_end")]
    start, end = (days(text) for text in texts)
    if "period_start" not in columns and "period_end" not in columns and "period" in columns:
        texts = [columns["period"], columns["period"]]
        start, end = _of_one_cell(table, hours)
    elif "period_end" in columns and "period_start" not in columns:
        length = _length(table, "period_end", end, hours)
        texts[0], start = texts[1], _begun(end, length)
        notices.about_table(ONLY_LAST.format(_LENGTHS[length]))
    elif "period_start" in columns and "period_end" not in columns:
        length = _length(table, "period_start", start, hours)
        texts[1], end = texts[0], _ended(start, length)
        notices.about_table(ONLY_FIRST.format(_LENGTHS[length]))
    _name_bad(texts, start, end, notices)
    return start, end


def _name_bad(texts: list[pl.Series], start: pl.Series, end: pl.Series, notices: Notices) -> None:
    notices.leave_out(
        texts[0].is_null() | texts[1].is_null(), "There is no pay period: first and last day."
    )
    notices.leave_out(start.is_null(), "Period start {} is not a date.", texts[0])
    notices.leave_out(end.is_null(), "Period end {} is not a date.", texts[1])
    for day, name, text in ((start, "start", texts[0]), (end, "end", texts[1])):
        far = (day < EARLIEST // DAY) | (day > LATEST // DAY)
        notices.leave_out(far, f"Period {name} {{}} is before the year 2000 or after 2090.", text)
    notices.leave_out(end < start, "The pay period ends before it starts.")
    notices.leave_out(end - start > 366, "The pay period is longer than a year.")
    notices.mention(
        end - start > 30,
        "The pay period is longer than a month, over which the law lets no pay be averaged.",
    )


def _length(table: Table, ours: str, day: pl.Series, hours: pl.Series) -> int:
    """Days of each period, or 0 for months: from words, else the days between, else the hours."""
    words = f"{table.headings.get(ours, '')} {table.file} {_said(table)}".lower()
    for length, pattern in (
        (28, r"4[ -]?week|four[ -]?week|lunar"),
        (14, r"fortnight|2[ -]?week|two[ -]?week|bi[ -]?week"),
        (0, r"month"),
        (7, r"week|w/?[ec]\b"),
    ):
        if re.search(pattern, words):
            return length
    order = pl.DataFrame({"worker": table.columns["worker"], "day": day}).drop_nulls().unique()
    gaps = order.sort("worker", "day").select(pl.col("day").diff().over("worker"))["day"]
    gap = gaps.drop_nulls().median()
    if isinstance(gap, float):
        return next((each for each in (7, 14, 28) if gap == each), 0 if gap > MONTH else 7)
    usual = hours.filter(hours > 0).median()
    return 0 if isinstance(usual, float) and usual > MUCH else 7


def _said(table: Table) -> str:
    """What the column of pay frequency says most often."""
    if "frequency" not in table.columns:
        return ""
    mode = table.columns["frequency"].drop_nulls().mode()
    return str(mode[0]) if mode.len() else ""


def _begun(end: pl.Series, length: int) -> pl.Series:
    if length:
        return end - (length - 1)
    return _days(end, lambda day: _month_before(day + timedelta(days=1)))


def _ended(start: pl.Series, length: int) -> pl.Series:
    if length:
        return start + (length - 1)
    return _days(start, lambda day: _month_after(day) - timedelta(days=1))


def _days(each: pl.Series, step: Callable[[date], date]) -> pl.Series:
    known = {
        day: (step(EPOCH + timedelta(days=day)) - EPOCH).days
        for day in each.unique().drop_nulls().to_list()
    }
    return pl.Series([known.get(day) for day in each.to_list()], dtype=pl.Int64)


def _month_before(day: date) -> date:
    year, month = (day.year, day.month - 1) if day.month > 1 else (day.year - 1, 12)
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _month_after(day: date) -> date:
    year, month = (day.year, day.month + 1) if day.month < 12 else (day.year + 1, 1)
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _of_one_cell(table: Table, hours: pl.Series) -> tuple[pl.Series, pl.Series]:
    """Periods written in one cell: two dates, a month by name, or a tax week or month."""
    heading = table.headings.get("period", "").lower()
    usual = hours.filter(hours > 0).median()
    many = isinstance(usual, float) and usual > MUCH
    by_week = "month" not in heading and ("week" in heading or not many)
    texts = table.columns["period"].to_list()
    years = (
        table.columns["tax_year"].to_list() if "tax_year" in table.columns else [None] * len(texts)
    )
    spans = [
        _span(text or "", year or "", by_week) for text, year in zip(texts, years, strict=True)
    ]
    return (
        pl.Series([each and each[0] for each in spans], dtype=pl.Int64),
        pl.Series([each and each[1] for each in spans], dtype=pl.Int64),
    )


@lru_cache(maxsize=10_000)
def _span(text: str, year: str, by_week: bool) -> Span | None:
    """First and last day of a period as written, or None where it does not say."""
    both = _SPAN.search(text)
    if both:
        first, last = days(pl.Series([each.replace(",", "") for each in both.groups()])).to_list()
        return None if first is None or last is None else (first, last)
    month = _month(text, year)
    if month:
        return _whole(month)
    number, begins = _NUMBER.match(text.strip()), re.match(r"\D*(20\d\d)", year or text[-7:])
    if not number or not begins:
        return None
    return _tax_period(int(number.group(1)), int(begins.group(1)), text, by_week)


def _tax_period(number: int, year: int, text: str, by_week: bool) -> Span | None:
    word = re.match(r"(?:tax )?(w|m)", text.strip().lower())
    by_week = word.group(1) == "w" if word else by_week
    first = date(year, 4, 6)
    if by_week and 1 <= number <= 53:
        begun = (first - EPOCH).days + 7 * (number - 1)
        return begun, begun + 6
    if not by_week and 1 <= number <= 12:
        at = number + 2
        begins = date(year + at // 12, at % 12 + 1, 6)
        return (begins - EPOCH).days, (_month_after(begins) - EPOCH).days - 1
    return None


def _month(text: str, year: str) -> date | None:
    """The first of a month written by name or as `07/2026`; the year may stand beside."""
    named = re.fullmatch(r"([A-Za-z]{3,9})[ .,/'-]*(\d{4}|\d\d)?", text.strip())
    if named:
        at = _MONTHS.get(named.group(1)[:3].lower())
        said = named.group(2) or (year if re.fullmatch(r"20\d\d", year) else "")
        if at is None or not said:
            return None
        return date(int(said) + 2000 * (int(said) < 100), at, 1)
    for pattern, order in ((r"(\d{1,2})[/.-](20\d\d)", (2, 1)), (r"(20\d\d)[/.-](\d\d)", (1, 2))):
        numbers = re.fullmatch(pattern, text.strip())
        if numbers and 1 <= int(numbers.group(order[1])) <= 12:
            return date(int(numbers.group(order[0])), int(numbers.group(order[1])), 1)
    dated = re.fullmatch(r"(20\d\d)-(\d\d)-01(?:T00:00)?", text.strip())  # a workbook's month
    return date(int(dated.group(1)), int(dated.group(2)), 1) if dated else None


def _whole(first: date) -> Span:
    return (first - EPOCH).days, (_month_after(first) - EPOCH).days - 1
