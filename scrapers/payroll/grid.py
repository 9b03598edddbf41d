"""A grid: one row a worker and week, one column a day, into shifts.

A cell may hold one or more clock times (`09:00-17:00`, `9am-5pm`) or a number of hours. Hours
without clock times are judged only by the rules that need a day's total.
"""

import re
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import polars as pl

from scoring.payroll.clock import DAY
from scoring.payroll.work_kinds import TimeKind, time_kind
from scrapers.errors import DocumentUnreadable
from scrapers.payroll.cells import clocks, days, minutes
from scrapers.payroll.columns import day_columns
from scrapers.payroll.tables import Table

_TIME = r"(\d{1,2}(?:[:.h]?\d\d)?)\s*([ap]\.?m\.?)?"
_RANGE = re.compile(rf"{_TIME}\s*(?:-|–|—|\bto\b|\btill?\b|\buntil\b)\s*{_TIME}", re.I)
_PAUSE = re.compile(r"\(?\b(?:less |break )?(\d\d)\s*(?:m|mins?|minutes)?(?: break)?\)?", re.I)
_OFF = {"", "off", "rest", "-", "x", "n/a", "rd", "day off", "0", "0.0", "0:00", "0.00", "nil"}
_OFF |= {"a/l", "al", "hol", "h", "b/h", "bh", "rdo", "do", "unavailable", "not available", "na"}
_SUPPOSED_START = 8 * 60
_NOON = 12
_BARE = 2  # characters of an hour alone, as in `9-5`
HALF_DAYS = (
    "Times such as “9-5” are read as from the morning to the afternoon; write 24-hour times to be "
    "sure."
)
_PARTS = ("worker", "date", "start", "end", "pause", "kind", "clocked")


@dataclass(slots=True)
class _Shifts:
    """Gathers the shifts of a grid as columns of text."""

    parts: dict[str, list[str | None]] = field(
        default_factory=lambda: {name: [] for name in _PARTS}
    )
    rows: list[int] = field(default_factory=list)
    halved: bool = False

    def add(self, row: int, **shift: str | None) -> None:
        for name, values in self.parts.items():
            values.append(shift.get(name))
        self.rows.append(row)


def is_grid(table: Table) -> bool:
    """Return whether a table's headings are those of a grid of days."""
    return "worker" in table.columns and bool(day_columns([name for name, _ in table.others]))


def shifts_of_grid(table: Table) -> Table:
    """Return a grid as a table of shifts, one row for each time at work.

    Raises:
        DocumentUnreadable: Nothing dates the weeks, so that the days are not known.
    """
    days_of = day_columns([name for name, _ in table.others])
    dated = all(isinstance(day, date) for day in days_of.values())
    first = [] if dated else _first_days(table)
    shifts, workers = _Shifts(), table.columns["worker"].to_list()
    for place, day in days_of.items():
        for index, cell in enumerate(table.others[place][1].to_list()):
            text = (cell or "").strip()
            if text.lower() in _OFF or workers[index] is None or _is_absence(text):
                continue
            on = day if isinstance(day, date) else _day_of(first[index], day)
            _add_cell(shifts, int(table.rows[index]), workers[index], on, text)
    columns = {
        name: pl.Series(name, values, dtype=pl.String) for name, values in shifts.parts.items()
    }
    return replace(
        table,
        columns=columns,
        rows=pl.Series("row", shifts.rows, dtype=pl.Int64),
        others=(),
        remarks=(HALF_DAYS,) if shifts.halved else (),
    )


def _day_of(monday: date | None, day: int) -> date | None:
    return None if monday is None else monday + timedelta(days=day)


def _is_absence(text: str) -> bool:
    return time_kind(text) is TimeKind.ABSENCE and not re.search(r"\d", text)


def _first_days(table: Table) -> list[date | None]:
    """The Monday of each row's week, from a column or from above the headings."""
    for ours, back in (("period_end", 6), ("period_start", 0), ("date", 0), ("start", 0)):
        if ours in table.columns:
            read = days(table.columns[ours]).to_list()
            return [_monday(each, back) for each in read]
    for heading, cells in table.others:
        if re.search(r"week|w/?[ce]\b|w[ce]\b|date", heading.lower()):
            back = 6 if re.search(r"end|w/?e\b", heading.lower()) else 0
            return [_monday(each, back) for each in days(cells).to_list()]
    above = re.search(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d\d-\d\d", table.title)
    above = above or re.search(r"\d{1,2} [A-Za-z]{3,9} \d{4}", table.title)
    day = days(pl.Series([above.group(0)]))[0] if above else None
    if day is not None:
        back = 6 if re.search(r"end(?:ing|s)?\b|\bw/?e\b", table.title.lower()) else 0
        return [_monday(day, back)] * table.rows.len()
    raise DocumentUnreadable(
        f"{table.file}: this is a weekly grid without the date of its weeks. Add a column such as "
        "“Week ending”, or send one row for each shift with date, start and end."
    )


def _monday(day: int | None, back: int) -> date | None:
    if day is None:
        return None
    first = date(1970, 1, 1) + timedelta(days=day - back)
    return first - timedelta(days=first.weekday())


def _add_cell(shifts: _Shifts, row: int, worker: str, on: date | None, text: str) -> None:
    """Add the times that a cell gives; hours alone get a supposed start and no clock."""
    shift = {"worker": worker, "date": None if on is None else str(on)}
    spans = list(_RANGE.finditer(text))
    beside = _RANGE.sub(" ", text)
    pause = _PAUSE.search(beside)
    for span in spans:
        start, end, halved = _clock_times(span)
        shifts.halved |= halved
        alone = len(spans) == 1  # the time between two spans is their break
        shifts.add(
            row,
            **shift,
            start=start,
            end=end,
            pause=(pause.group(1) if pause else None) if alone else "0",
            kind=re.sub(r"[^A-Za-z ]", " ", beside).strip() or None,
            clocked="1",
        )
    if spans:
        return
    length = minutes(pl.Series([text]), decimal_hours=True)[0]
    if length is None or not 0 < length <= DAY - 60:
        shifts.add(row, **shift, start=text, end=text, clocked="1")  # left out by row
        return
    begun = min(_SUPPOSED_START, DAY - 1 - length)
    clock = [f"{each // 60:02}:{each % 60:02}" for each in (begun, begun + length)]
    shifts.add(row, **shift, start=clock[0], end=clock[1], pause="0", clocked="0")


def _clock_times(span: re.Match[str]) -> tuple[str, str, bool]:
    """Start and end of a time such as `9-5`, and whether morning or afternoon was taken."""
    begun, begun_half, ended, ended_half = (each or "" for each in span.groups())
    plain = _clock(begun + begun_half), _clock(ended + ended_half), False
    bare = len(begun) <= _BARE and len(ended) <= _BARE
    first, last = (clocks(pl.Series([_clock(each)]))[0] for each in (begun, ended))
    if first is None or last is None or (begun_half and ended_half):
        return plain
    after = f"{last // 60 + _NOON:02}:{last % 60:02}"
    if begun_half.lower().startswith("a") and not ended_half and last <= first < _NOON * 60:
        return plain[0], after, True
    if ended_half.lower().startswith("p") and not begun_half and first < last < _NOON * 60:
        return f"{first // 60 + _NOON:02}:{first % 60:02}", plain[1], True
    if bare and not begun_half and not ended_half and last <= first < _NOON * 60:
        return plain[0], after, True
    return plain


def _clock(text: str) -> str:
    plain = text.strip().lower().replace(".m", "m").replace("m.", "m")
    return f"{int(plain):02}:00" if re.fullmatch(r"\d{1,2}", plain) else plain
