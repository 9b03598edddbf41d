"""Clock time in the United Kingdom to and from UTC, for whole columns at once.

Source: Summer Time Act 1972 as amended by the Summer Time Order 2002: clocks go forward one hour
at 01:00 GMT on the last Sunday of March and back at 01:00 GMT on the last Sunday of October.
"""

from datetime import date, timedelta

import numpy as np

from scoring.payroll.samples import Flags, Ints

HOUR = 60
DAY = 1440


def to_local(instants: Ints) -> Ints:
    """Return clock minutes for instants in UTC minutes: an hour later in summer time."""
    if not instants.size:
        return instants
    place = _place(_changes(instants), instants)
    return instants + HOUR * (place % 2)


def to_utc(clock: Ints) -> tuple[Ints, Flags, Flags]:
    """Return UTC minutes for clock minutes, and which fall in the skipped or the repeated hour.

    A time in the repeated hour of October is read as its first occurrence; a time in the skipped
    hour of March never was.

    Returns:
        The instants, which never were, which happened twice.
    """
    if not clock.size:
        none = np.zeros(0, np.bool_)
        return clock, none, none
    changes = _changes(clock)
    lowest, highest = clock.min(), clock.max()
    if not ((changes > lowest - HOUR) & (changes <= highest)).any():
        never = np.zeros(clock.size, np.bool_)
        return clock - HOUR * int((changes <= lowest).sum() % 2), never, never
    place = _place(changes, clock)
    since = clock - changes[np.maximum(place - 1, 0)]
    skipped = (place % 2 == 1) & (since < HOUR)
    twice = (place % 2 == 0) & (place > 0) & (since < HOUR)
    summer = (place % 2 == 1) & ~skipped
    return clock - HOUR * (summer | twice), skipped, twice


def _place(changes: Ints, minutes: Ints) -> Ints:
    """How many changes of the clocks come before each time, or with it.

    A sample lies between few changes, so that comparing with each of them is fastest.
    """
    lowest, highest = minutes.min(), minutes.max()
    place = np.full(minutes.size, (changes <= lowest).sum(), np.int64)
    for change in changes[(changes > lowest) & (changes <= highest)]:
        place += minutes >= change
    return place


def _changes(minutes: Ints) -> Ints:
    first = _year(int(minutes.min())) - 1
    last = _year(int(minutes.max())) + 1
    days = [_last_sunday(year, month) for year in range(first, last + 1) for month in (3, 10)]
    return np.array([(day - date(1970, 1, 1)).days * DAY + HOUR for day in days], np.int64)


def _year(minutes: int) -> int:
    return (date(1970, 1, 1) + timedelta(days=minutes // DAY)).year


def _last_sunday(year: int, month: int) -> date:
    last = date(year, month, 31)
    return last - timedelta(days=(last.weekday() + 1) % 7)
