"""A table of shifts: clock times to instants, midnight and clock changes minded."""

import re

import numpy as np
import polars as pl

from scoring.payroll.clock import DAY, to_utc
from scoring.payroll.work_kinds import TimeKind, time_kind
from scrapers.payroll.cells import clocks, days, each_once, minutes, moments
from scrapers.payroll.notices import Notices
from scrapers.payroll.tables import Table

LONGEST = 36 * 60
LONGEST_IN_HOURS = 3  # a break of 3 minutes is none, one of 3 hours may be: our choice
EARLIEST = 30 * 365 * DAY  # about the year 2000, in minutes since 1970
LATEST = 120 * 365 * DAY  # about 2090; a sample's instants are kept below 2097


def read_shifts(table: Table, notices: Notices) -> pl.DataFrame:
    """Return the rows that can be judged: worker, start, end (UTC minutes), pause, row, kinds.

    A time without a day belongs to the row's date; an end that is not after its start by the clock
    is on the next day. A break that is blank or unreadable is unknown (-1). Leave, sickness,
    waiting at home and travel from home are no work, so their rows are left aside and counted.
    """
    columns = table.columns
    worker, pause_text = columns["worker"], columns.get("pause", _pause_by_clock(columns))
    kind = _kinds(columns.get("kind"), worker.len())
    aside = kind.is_in([TimeKind.ABSENCE, TimeKind.ON_CALL_AT_HOME])
    timed = columns["start"].is_not_null() & columns["end"].is_not_null()
    aside = aside | (~timed & (kind == TimeKind.ABSENCE))
    if aside.any():
        notices.about_table(
            f"{aside.sum():,} rows of leave, sickness, waiting at home or travel from home are "
            "not counted as work."
        )
        notices.bad = notices.bad | aside
    day = days(columns["date"]) * DAY if "date" in columns else None
    start, start_utc, _ = _instant(columns["start"], day, None)
    end, end_utc, floating = _instant(columns["end"], day, start)
    notices.leave_out(worker.is_null(), "No worker is named.")
    for name in ("start", "end"):
        notices.leave_out(columns[name].is_null(), f"No {name} is given.")
    notices.leave_out(start.is_null(), "Start {} is not a day and time.", columns["start"])
    notices.leave_out(end.is_null(), "End {} is not a day and time.", columns["end"])
    for moment, name in ((start, "start"), (end, "end")):
        far = (moment < EARLIEST) | (moment > LATEST)
        said = f"{name.capitalize()} {{}} is before the year 2000 or after 2090."
        notices.leave_out(far, said, columns[name])
    start, end = (each.fill_null(0).clip(EARLIEST, LATEST) for each in (start, end))
    end = end + DAY * (floating & (end <= start)).cast(pl.Int64)
    begun = _utc(start, start_utc, "Start", notices, columns["start"])
    ended = _utc(end, end_utc, "End", notices, columns["end"])
    length = ended - begun
    notices.leave_out(length <= 0, "The shift ends at or before its start.")
    notices.leave_out(length > LONGEST, "The shift lasts over 36 hours: check its days.")
    pause = _pause(pause_text, length, table.headings.get("pause", ""), notices)
    frame = pl.DataFrame(
        {
            "worker": worker,
            "start": begun,
            "end": ended,
            "pause": pause,
            "row": table.rows,
            "kind": kind,
            "clocked": _clocked(columns.get("clocked"), worker.len()),
        }
    ).filter(~notices.bad)
    notices.bad = notices.bad & ~aside
    return frame


@each_once
def _named_kinds(text: pl.Series) -> pl.Series:
    return pl.Series([time_kind(each) if each else 0 for each in text], dtype=pl.Int64)


def _kinds(text: pl.Series | None, size: int) -> pl.Series:
    if text is None:
        return pl.repeat(0, size, dtype=pl.Int64, eager=True)
    return _named_kinds(text).fill_null(0)


def _clocked(text: pl.Series | None, size: int) -> pl.Series:
    if text is None:
        return pl.repeat(1, size, dtype=pl.Int64, eager=True)
    return text.cast(pl.Int64)


def _instant(
    text: pl.Series, day: pl.Series | None, after: pl.Series | None
) -> tuple[pl.Series, pl.Series, pl.Series]:
    """Clock minutes, which are in UTC already, and which stand without a day of their own."""
    whole, utc = moments(text)
    if whole.null_count() == text.null_count():
        return whole, utc, pl.repeat(False, text.len(), eager=True)
    if after is not None:
        base = after // DAY * DAY
        day = base if day is None else day.fill_null(base)
    if day is None:
        return whole, utc, pl.repeat(False, text.len(), eager=True)
    return whole.fill_null(day + clocks(text)), utc, whole.is_null()


def _utc(
    clock: pl.Series, already: pl.Series, name: str, notices: Notices, shown: pl.Series
) -> pl.Series:
    instants, never, twice = to_utc(clock.to_numpy())
    known = already.to_numpy()
    notices.leave_out(
        pl.Series(never & ~known), f"{name} {{}} never was: the clocks went forward.", shown
    )
    notices.mention(
        pl.Series(twice & ~known),
        f"{name} {{}} was twice, as the clocks went back: read as the first time.",
        shown,
    )
    return pl.Series(np.where(known, clock.to_numpy(), instants))


def _pause(text: pl.Series | None, length: pl.Series, heading: str, notices: Notices) -> pl.Series:
    if text is None:
        notices.about_table("There is no column of breaks: breaks are unknown.")
        return pl.repeat(-1, length.len(), dtype=pl.Int64, eager=True)
    in_hours = _in_hours(text, heading)
    if in_hours:
        notices.about_table("Breaks are read as hours, so that 0.5 is half an hour.")
    pause = minutes(text, decimal_hours=in_hours)
    unread = pause.is_null() & text.is_not_null()
    notices.mention(unread, "Break {} is not a number of minutes: unknown.", text)
    notices.leave_out(pause < 0, "Break {} is below zero.", text)
    notices.leave_out(pause > length, "Break {} is longer than the shift.", text)
    return pause.fill_null(-1)


def _pause_by_clock(columns: dict[str, pl.Series]) -> pl.Series | None:
    """Minutes of each break as text, where its start and end are given instead of its length."""
    if not {"pause_start", "pause_end"} <= columns.keys():
        return None
    begun, ended = clocks(columns["pause_start"]), clocks(columns["pause_end"])
    length = ((ended - begun) % DAY).cast(pl.String)
    blank = columns["pause_start"].is_null() & columns["pause_end"].is_null()
    unread = length.is_null() & ~blank
    shown = columns["pause_start"].fill_null("") + "-" + columns["pause_end"].fill_null("")
    return length.zip_with(~unread, shown)


def _in_hours(text: pl.Series, heading: str) -> bool:
    """Whether breaks are in hours: the heading says so, or each that was had is at most 3."""
    words = heading.lower()
    if re.search(r"\bmin", words):
        return False
    if re.search(r"\bhrs?\b|\bhours?\b", words):
        return True
    known = text.drop_nulls().unique()
    numbers = known.str.extract(r"^(\d+(?:\.\d+)?)$").cast(pl.Float64).drop_nulls()
    numbers = numbers.filter(numbers > 0)
    return bool(numbers.len() and numbers.max() <= LONGEST_IN_HOURS)  # type: ignore[operator]
