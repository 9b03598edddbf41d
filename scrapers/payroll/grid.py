"""A weekly grid: one row a worker and week, one column a day, into shifts.

A cell may hold clock times (`09:00-17:00`) or a number of hours. Hours without clock times are
judged only by the rules that need a day's total.
"""

import re
from dataclasses import replace
from datetime import date, timedelta

import polars as pl

from scoring.payroll.clock import DAY
from scrapers.errors import DocumentUnreadable
from scrapers.payroll.cells import clocks, days, minutes
from scrapers.payroll.columns import day_columns
from scrapers.payroll.tables import Table

_RANGE = re.compile(r"^(.+?)\s*(?:-|–|—|\bto\b)\s*(.+)$")
_OFF = {"", "off", "rest", "-", "x", "n/a", "rd", "day off", "0", "0.0", "0:00", "0.00"}
_SUPPOSED_START = 8 * 60


def is_grid(table: Table) -> bool:
    """Return whether a table's headings are those of a weekly grid."""
    return "worker" in table.columns and bool(day_columns([name for name, _ in table.others]))


def shifts_of_grid(table: Table) -> Table:
    """Return a grid as a table of shifts, one row for each cell with work.

    Raises:
        DocumentUnreadable: No column dates the weeks, so that the days are not known.
    """
    first = _first_days(table)
    names = [name for name, _ in table.others]
    parts: dict[str, list[str | None]] = {
        name: [] for name in ("worker", "date", "start", "end", "pause", "clocked")
    }
    rows: list[int] = []
    workers = table.columns["worker"].to_list()
    for place, day in sorted(day_columns(names).items(), key=lambda each: each[1]):
        cells = table.others[place][1].to_list()
        for index, cell in enumerate(cells):
            text = (cell or "").strip()
            if text.lower() in _OFF or workers[index] is None:
                continue
            start, end, clocked = _times(text)
            begun = first[index]
            on = None if begun is None else str(begun + timedelta(days=day))
            shift = (workers[index], on, start, end, None if clocked else "0", str(int(clocked)))
            for name, value in zip(parts, shift, strict=True):
                parts[name].append(value)
            rows.append(int(table.rows[index]))
    columns = {name: pl.Series(name, values, dtype=pl.String) for name, values in parts.items()}
    return replace(table, columns=columns, rows=pl.Series("row", rows, dtype=pl.Int64), others=())


def _first_days(table: Table) -> list[date | None]:
    """The Monday of each row's week."""
    for ours, back in (("period_end", 6), ("period_start", 0), ("date", 0), ("start", 0)):
        if ours in table.columns:
            read = days(table.columns[ours]).to_list()
            return [_monday(each, back) for each in read]
    for heading, cells in table.others:
        if re.search(r"week|w/?[ce]\b|w[ce]\b|date", heading.lower()):
            back = 6 if re.search(r"end|w/?e\b", heading.lower()) else 0
            return [_monday(each, back) for each in days(cells).to_list()]
    raise DocumentUnreadable(
        f"{table.file}: this is a weekly grid without the date of its weeks. Add a column such as "
        "“Week ending”, or send one row for each shift with date, start and end."
    )


def _monday(day: int | None, back: int) -> date | None:
    if day is None:
        return None
    first = date(1970, 1, 1) + timedelta(days=day - back)
    return first - timedelta(days=first.weekday())


def _times(text: str) -> tuple[str | None, str | None, bool]:
    """Start and end by the clock; for hours alone a supposed start, and no clock."""
    both = _RANGE.match(text)
    if both:
        pair = clocks(pl.Series([_clock(both.group(1)), _clock(both.group(2))]))
        if pair.null_count() == 0:
            return _clock(both.group(1)), _clock(both.group(2)), True
    length = minutes(pl.Series([text]), decimal_hours=True)[0]
    if length is None or not 0 < length <= DAY - 60:
        return text, text, True  # left out by row, with what it says
    start = min(_SUPPOSED_START, DAY - 1 - length)
    end = start + length
    return f"{start // 60:02}:{start % 60:02}", f"{end // 60:02}:{end % 60:02}", False


def _clock(text: str) -> str:
    plain = text.strip()
    return f"{int(plain):02}:00" if re.fullmatch(r"\d{1,2}", plain) else plain
