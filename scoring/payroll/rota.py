"""A rota made ready once for every hour rule: sorted, overlaps merged, weeks summed."""

from dataclasses import dataclass

import numpy as np

from scoring.payroll.clock import DAY, to_local
from scoring.payroll.samples import NO_DAY, Flags, Ints, Shifts, Workers, birthday

SPAN = 1 << 26  # minutes: from 1970 to 2097, so that worker × SPAN + instant sorts by both
DAY_SPAN = 1 << 20  # days, with room for a window of days between two workers
WEEK_SPAN = 1 << 14  # weeks, with room for a 17-week window between two workers


@dataclass(frozen=True, slots=True, eq=False)
class Runs:
    """Stretches of work with no gap of the given length inside: who, from, to, first row.

    `young` says whether the worker was under 18 when it began.
    """

    worker: Ints
    start: Ints
    end: Ints
    row: Ints
    young: Flags


@dataclass(frozen=True, slots=True, eq=False)
class Rota:
    """The shifts of a sample by worker and start, instants in UTC minutes.

    Attributes:
        workers: The people, by index.
        worker: Whose shift.
        start: Its start.
        end: Its end.
        pause: Its unpaid break, or -1.
        row: Its row in the file.
        reached: The latest end among the same worker's shifts up to this one, keyed by worker.
        rest_before: Minutes of rest before it: very many before the first, negative in overlap.
        minutes: Time worked, overlap counted once, recorded breaks taken off.
        night: Minutes of it between 23:00 and 06:00 by the clock.
        day: The local day on which it starts.
        young: The worker was under 18 on that day; false where age is unknown.
        kind: What kind of time it is, by `TimeKind`.
        clocked: 1 where its clock times are real, 0 where only its length is known.
        first_day: The first local day of the whole sample, or 0 where there are no shifts.
        last_day: The last.
    """

    workers: Workers
    worker: Ints
    start: Ints
    end: Ints
    pause: Ints
    row: Ints
    reached: Ints
    rest_before: Ints
    minutes: Ints
    night: Ints
    day: Ints
    young: Flags
    kind: Ints
    clocked: Ints
    first_day: int
    last_day: int

    @property
    def key(self) -> Ints:
        """Worker and start as one ascending number."""
        return self.worker * SPAN + self.start

    def runs(self, gap: int) -> Runs:
        """Return the stretches of work parted by rest of `gap` minutes or more."""
        first = np.flatnonzero(self.rest_before >= gap)
        last = np.append(first[1:], self.worker.size) - 1 if first.size else first
        worker = self.worker[first]
        end = self.reached[last] - worker * SPAN
        return Runs(worker, self.start[first], end, self.row[first], self.young[first])

    @property
    def worked(self) -> Flags:
        """Which workers have any shift."""
        seen = np.zeros(self.workers.count, np.bool_)
        seen[self.worker] = True
        return seen


@dataclass(frozen=True, slots=True, eq=False)
class Weeks:
    """Minutes worked by worker and week, a week from Monday, in ascending order of both."""

    worker: Ints
    week: Ints
    minutes: Ints
    row: Ints


def prepare(shifts: Shifts, workers: Workers) -> Rota:
    """Return the rota of a sample; the order of its rows makes no difference."""
    key = shifts.worker * SPAN + shifts.start
    if key.size and np.any(key[1:] <= key[:-1]):
        # Rows that start together are told apart by their end and break, so order cannot matter.
        order = np.lexsort((shifts.row, shifts.pause, shifts.end, key))
    else:
        order = np.arange(key.size)
    worker, start, end = shifts.worker[order], shifts.start[order], shifts.end[order]
    reached = np.maximum.accumulate(worker * SPAN + end)
    rest = _rest_before(worker, worker * SPAN + start, reached)
    minutes = _minutes(start, end, shifts.pause[order], rest)
    begun = to_local(start)
    day = begun // DAY
    adult_from = birthday(workers.born, 18)
    known = adult_from != NO_DAY
    return Rota(
        workers=workers,
        worker=worker,
        start=start,
        end=end,
        pause=shifts.pause[order],
        row=shifts.row[order],
        reached=reached,
        rest_before=rest,
        minutes=minutes,
        night=_night_until(to_local(end)) - _night_until(begun),
        day=day,
        young=known[worker] & (day < adult_from[worker]),
        kind=shifts.kind[order],
        clocked=shifts.clocked[order],
        first_day=int(day.min()) if day.size else 0,
        last_day=int(day.max()) if day.size else 0,
    )


def clocked_only(rota: Rota) -> Rota:
    """Return the part of a rota whose clock times are real."""
    return part(rota, rota.clocked == 1)


def part(rota: Rota, which: Flags) -> Rota:
    """Return a rota of some of the shifts; overlap with the others is no overlap any more."""
    if which.all():
        return rota
    shifts = Shifts(
        rota.worker[which],
        rota.start[which],
        rota.end[which],
        rota.pause[which],
        rota.row[which],
        rota.kind[which],
        rota.clocked[which],
    )
    return prepare(shifts, rota.workers)


def weeks(rota: Rota) -> Weeks:
    """Return the minutes worked in each worker's weeks; a shift counts where it starts."""
    week = (rota.day + 3) // 7  # 1 January 1970 was a Thursday
    key = rota.worker * WEEK_SPAN + week
    first = np.flatnonzero(np.diff(key, prepend=-1))
    minutes = np.add.reduceat(rota.minutes, first) if first.size else rota.minutes
    return Weeks(rota.worker[first], week[first], minutes, rota.row[first])


def most(worker: Ints, figure: Ints, row: Ints, count: int) -> tuple[Ints, Ints]:
    """Return each worker's highest figure and its row; zero and -1 for workers without any.

    Args:
        worker: Ascending indices of workers.
        figure: A number for each entry, not negative.
        row: A row for each entry.
        count: How many workers there are.
    """
    highest, rows = np.zeros(count, np.int64), np.full(count, -1, np.int64)
    if worker.size:
        first = np.flatnonzero(np.diff(worker, prepend=-1))
        highest[worker[first]] = np.maximum(np.maximum.reduceat(figure, first), 0)
        at_top = np.flatnonzero(figure == highest[worker])[::-1]
        rows[worker[at_top]] = row[at_top]
    return highest, rows


def _rest_before(worker: Ints, key: Ints, reached: Ints) -> Ints:
    rest = np.full(worker.size, SPAN, np.int64)
    if worker.size:
        np.subtract(key[1:], reached[:-1], out=rest[1:])
        rest[1:][worker[1:] != worker[:-1]] = SPAN
    return rest


def _minutes(start: Ints, end: Ints, pause: Ints, rest: Ints) -> Ints:
    begun = start - np.minimum(rest, 0)
    minutes: Ints = np.maximum(end - begun - np.maximum(pause, 0), 0)
    return minutes


def _night_until(clock: Ints) -> Ints:
    """Minutes between 23:00 and 06:00 since 1970 until each time by the clock."""
    day = clock // DAY
    time = clock - day * DAY  # `divmod` takes three times as long
    night: Ints = day * 420 + np.minimum(time, 360) + np.maximum(time - 1380, 0)
    return night
