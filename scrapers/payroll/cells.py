"""Whole columns of text turned into dates, times, durations, money and yes or no.

A cell that cannot be read becomes null, and the caller names its row; nothing is guessed. Dates
are read day first, as in the United Kingdom.
"""

from collections.abc import Callable
from typing import Concatenate, ParamSpec

import polars as pl

P = ParamSpec("P")
Reader = Callable[Concatenate[pl.Series, P], pl.Series]

_NUMBERED = ("%Y-%m-%d", "%d/%m/%y", "%d/%m/%Y", "%d-%m-%y", "%d-%m-%Y", "%d.%m.%Y")
_NAMED = ("%d %B %Y", "%d %b %Y", "%d %b %y", "%d-%b-%Y", "%d-%b-%y", "%A %d %B %Y", "%a %d %b %Y")
_DATES = (*_NUMBERED, *_NAMED)
_CLOCKS = ("%H:%M", "%H:%M:%S", "%H.%M", "%H%M", "%I:%M%p", "%I:%M %p")
_LONGEST_CLOCK = 8  # characters of 10:00 pm; a day and a time together have more
_YES = ("yes", "y", "true", "1", "signed")
_NO = ("no", "n", "false", "0", "none", "not signed")


def each_once(read: Reader[P]) -> Reader[P]:
    """Let a reader see each different text once: a million shifts have some hundred dates."""

    def reading(text: pl.Series, /, *args: P.args, **kwargs: P.kwargs) -> pl.Series:
        known = text.unique().drop_nulls().sort()
        if known.len() * 4 > text.len():
            return read(text, *args, **kwargs)
        return read(known, *args, **kwargs).gather(text.cast(pl.Enum(known)).to_physical())

    reading.__doc__ = read.__doc__
    return reading


def moments(text: pl.Series) -> tuple[pl.Series, pl.Series]:
    """Return minutes since 1970 by the clock as written, and which are already in UTC.

    Only cells with a day and a time are read; the others are null.
    """
    if (text.str.len_bytes().max() or 0) <= _LONGEST_CLOCK:  # type: ignore[operator]
        nothing = pl.repeat(None, text.len(), dtype=pl.Int64, eager=True)
        return nothing, pl.repeat(False, text.len(), eager=True)
    return _minutes(text), _in_utc(text).fill_null(False)


@each_once
def _in_utc(text: pl.Series) -> pl.Series:
    return text.str.contains(r"T.*(?:Z|[+-]\d\d:?\d\d)$")


@each_once
def _minutes(text: pl.Series) -> pl.Series:
    joined = [f"{day}{gap}{clock}" for day in _DATES for gap in "T " for clock in _CLOCKS[:2]]
    clock = _first_of(text, joined)
    utc = text.str.contains(r"(?:Z|[+-]\d\d:?\d\d)$") & text.str.contains("T")
    if utc.any():
        zoned = text.str.replace("Z$", "+00:00").str.to_datetime(
            "%Y-%m-%dT%H:%M:%S%z", time_unit="us", strict=False
        )
        short = text.str.replace("Z$", "+00:00").str.to_datetime(
            "%Y-%m-%dT%H:%M%z", time_unit="us", strict=False
        )
        exact = zoned.fill_null(short).dt.replace_time_zone(None)
        clock = exact.zip_with(utc.fill_null(False), clock)
    return clock.dt.epoch("s") // 60


@each_once
def days(text: pl.Series) -> pl.Series:
    """Return days since 1970; a time beside the day is left out, null where unread."""
    day = text.str.replace(r"[T ]\d\d:\d\d(:\d\d)?$", "")
    return _first_of(day, list(_DATES)).dt.date().to_physical().cast(pl.Int64)


@each_once
def clocks(text: pl.Series) -> pl.Series:
    """Return minutes since midnight of times such as `22:00`, `6.30pm`, `24:00`; else null."""
    tidy = text.str.to_lowercase().str.replace(r"([ap])\.m\.?$", "${1}m")
    tidy = tidy.str.replace(r"^(\d{1,2}) ?([ap]m)$", "${1}:00${2}")
    tidy = tidy.str.replace(r"^(\d{1,2})[.h](\d\d ?[ap]m)$", "${1}:${2}")
    tidy = tidy.str.replace(r"^(\d{1,2})h(\d\d)$", "${1}:${2}")
    tidy = tidy.str.replace(r"^(\d)([:.]|\d\d$)", "0${1}${2}")
    times = tidy.str.to_time(_CLOCKS[0], strict=False)
    for clock in _CLOCKS[1:]:
        if times.null_count() == text.null_count():
            break
        times = times.fill_null(tidy.str.to_time(clock, strict=False))
    midnight = tidy.is_in(["24:00", "24.00", "2400"])
    return _choose(midnight, pl.lit(1440, pl.Int64), times.cast(pl.Int64) // 60_000_000_000)


@each_once
def minutes(text: pl.Series, *, decimal_hours: bool) -> pl.Series:
    """Return a duration in minutes, from `7:30` or a number of hours (or else of minutes)."""
    parts = text.str.to_lowercase().str.extract_groups(
        r"^(\d{1,5})\s*(?:[:h]|hrs?|hours?)\s*([0-5]?\d)\s*(?:m|mins?|minutes?)?$"
    )
    clock = parts.struct[0].cast(pl.Int64) * 60 + parts.struct[1].cast(pl.Int64)
    number = text.str.replace(r"\s*(hours?|hrs?|h|minutes?|mins?|m)$", "")
    plain = number.str.extract(r"^(-?\d{0,7}(?:\.\d+)?)$").cast(pl.Float64, strict=False)
    return clock.fill_null((plain * (60 if decimal_hours else 1)).round().cast(pl.Int64))


@each_once
def pence(text: pl.Series) -> pl.Series:
    """Return pounds as whole pence, from `£1,234.56`, `1234.56` or `(12.00)`, null if unread."""
    tidy = text.str.replace_all(r"^(GBP|£)\s*|,|\s*GBP$", "")
    tidy = tidy.str.replace(r"^\((.*)\)$", "-${1}")
    parts = tidy.str.extract_groups(r"^(-?)£?(\d{1,9})(?:\.(\d{1,2}))?$")
    whole = parts.struct[1].cast(pl.Int64) * 100
    part = parts.struct[2].fill_null("00").str.pad_end(2, "0").cast(pl.Int64)
    return _choose(parts.struct[0] == "-", -(whole + part), whole + part)


@each_once
def flags(text: pl.Series) -> pl.Series:
    """Return 1 for yes, 0 for no, and null for anything else."""
    low = text.str.to_lowercase()
    no = _choose(low.is_in(_NO), pl.lit(0, pl.Int64), pl.lit(None, pl.Int64))
    return _choose(low.is_in(_YES), pl.lit(1, pl.Int64), no)


def _choose(which: pl.Series, yes: pl.Series | pl.Expr, no: pl.Series | pl.Expr) -> pl.Series:
    name = "chosen"
    return pl.DataFrame({"which": which}).select(
        pl.when("which").then(yes).otherwise(no).alias(name)
    )[name]


def _first_of(text: pl.Series, ways: list[str]) -> pl.Series:
    """The reading of each cell by the first way that fits; only what is left is tried again."""
    moments = text.str.to_datetime(ways[0], time_unit="us", strict=False)
    places = (moments.is_null() & text.is_not_null()).arg_true()
    if not places.len():
        return moments
    left = text.gather(places)
    read = left.str.to_datetime(ways[1], time_unit="us", strict=False)
    for way in ways[2:]:
        if read.null_count() == 0:
            break
        read = read.fill_null(left.str.to_datetime(way, time_unit="us", strict=False))
    return moments.scatter(places, read)
