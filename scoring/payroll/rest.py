"""Rest between days and weeks, and days worked in a row.

A shortfall is a question for the supplier, not proof: see `working_time`.
"""

from datetime import date

import numpy as np

from scoring.findings import Finding, rule
from scoring.payroll.clock import DAY
from scoring.payroll.rota import Rota, Runs, most
from scoring.payroll.samples import Flags, Ints
from scoring.payroll.telling import Verdicts, findings, hours
from scoring.payroll.working_time import ASK, ROTA
from scoring.vocabulary import Severity, Theme

MOST_DAYS = 12


@rule(
    "hours.daily_rest",
    version=1,
    theme=Theme.CONDITIONS,
    title="Eleven hours of rest in each day",
    source="Working Time Regulations 1998 reg 10",
)
def daily_rest(rota: Rota, at: date) -> tuple[Finding, ...]:
    """Each 24 hours in which a worker works have eleven hours of rest in a row; under 18, twelve.

    From the first start after such a rest, all work must end within 13 hours (under 18, 12), else
    no such rest fits in. A shift longer than that breaks the rule by itself.
    """
    size = rota.workers.count
    spans, rows = np.zeros(size, np.int64), np.full(size, -1, np.int64)
    broken = np.zeros(size, np.bool_)
    for rest, young in ((660, False), (720, True)):
        runs, span = _spans(rota, rest)
        over = (span > DAY - rest) & (_young(rota, runs) == young)
        top, row = most(runs.worker[over], span[over], runs.row[over], size)
        rows = np.where(top > spans, row, rows)
        spans, broken = np.maximum(spans, top), broken | (top > 0)
    return findings(
        daily_rest,
        rota.workers,
        Verdicts(broken, ~rota.worked & False, rota.worked & ~broken, spans, rows),
        lambda span: f"Work went on over {hours(span)} without the daily rest due in between.",
        at=at,
        severity=Severity.MEDIUM,
        remedy=ASK,
        file=ROTA,
    )


@rule(
    "hours.weekly_rest",
    version=1,
    theme=Theme.CONDITIONS,
    title="A day's rest in each week, or two in two weeks",
    source="Working Time Regulations 1998 reg 11",
)
def weekly_rest(rota: Rota, at: date) -> tuple[Finding, ...]:
    """Each seven days have 24 hours of rest in a row, or each fourteen have 48 or twice 24.

    Under 18: 48 hours in each seven days. Both are counted from the first shift after such a rest.
    Where the sample ends before the second week can be seen, the answer is unknown.
    """
    broken, doubtful, spans, rows = _weekly(rota)
    return findings(
        weekly_rest,
        rota.workers,
        Verdicts(
            broken,
            doubtful & ~broken,
            rota.worked & ~broken & ~doubtful,
            spans,
            rows,
            "the sample ends before two whole weeks can be seen",
        ),
        lambda span: (
            f"Work went on for {span // DAY} days and {hours(span % DAY)} without the "
            "weekly rest due."
        ),
        at=at,
        severity=Severity.HIGH,
        remedy=ASK,
        file=ROTA,
    )


@rule(
    "hours.days_in_a_row",
    version=1,
    theme=Theme.CONDITIONS,
    title="No more than twelve days worked in a row",
    source="ETI Base Code 6.6; Working Time Regulations 1998 reg 11; Ending Modern Slavery "
    "strategy 2021-2026, appendix 4",
)
def days_in_a_row(rota: Rota, at: date) -> tuple[Finding, ...]:
    """No worker works more than twelve calendar days in a row: two days off in each fourteen.

    A shift counts on the day on which it starts. No days off is among the signs in the strategy.
    """
    worker, length, row = _day_runs(rota)
    longest, rows = most(worker, length, row, rota.workers.count)
    broken = longest > MOST_DAYS
    return findings(
        days_in_a_row,
        rota.workers,
        Verdicts(broken, broken & False, rota.worked & ~broken, longest, rows),
        lambda days: f"Worked {days} days in a row; twelve at most leave two off in fourteen.",
        at=at,
        severity=Severity.HIGH,
        remedy=ASK,
        file=ROTA,
    )


def _spans(rota: Rota, rest: int) -> tuple[Runs, Ints]:
    runs = rota.runs(rest)
    return runs, runs.end - runs.start


def _young(rota: Rota, runs: Runs) -> Flags:
    """Whether the worker of each run was under 18 when it began."""
    place = np.searchsorted(rota.key, runs.worker * (1 << 26) + runs.start)
    young: Flags = rota.young[place] if place.size else np.zeros(0, np.bool_)
    return young


def _weekly(rota: Rota) -> tuple[Flags, Flags, Ints, Ints]:
    """For each worker: broken, doubtful, the longest span that shows it, and its row."""
    size = rota.workers.count
    runs, span = _spans(rota, DAY)
    adult = ~_young(rota, runs)
    units, seen = _rest_days_in_fortnight(rota, runs)
    long = adult & (span > 6 * DAY)
    young_runs, young_span = _spans(rota, 2 * DAY)
    young = _young(rota, young_runs) & (young_span > 5 * DAY)
    short = long & (units < 2)
    top, rows = most(runs.worker[short], span[short], runs.row[short], size)
    top_young, rows_young = most(
        young_runs.worker[young], young_span[young], young_runs.row[young], size
    )
    doubtful = np.zeros(size, np.bool_)
    doubtful[runs.worker[long & ~short & ~seen]] = True
    broken = (top > 0) | (top_young > 0)
    rows = np.where(top_young > top, rows_young, rows)
    return broken, doubtful, np.maximum(top, top_young), rows


def _rest_days_in_fortnight(rota: Rota, runs: Runs) -> tuple[Ints, Flags]:
    """Whole rest days in the 14 days from each run's start, and whether the sample shows them.

    Every gap between runs is a day or more, so the first two gaps decide. After a worker's last
    shift rest is supposed, and not seen unless the sample goes on for two days.
    """
    if not runs.worker.size:
        return runs.worker, runs.worker > 0
    horizon = runs.start + 14 * DAY
    last = np.append(runs.worker[1:] != runs.worker[:-1], True)
    following = np.where(last, horizon, np.append(runs.start[1:], 0))
    first = np.maximum(np.minimum(following, horizon) - runs.end, 0) // DAY
    next_end = np.append(runs.end[1:], 0)
    next_following = np.append(following[1:], 0)
    second = np.maximum(np.minimum(next_following, horizon) - next_end, 0) // DAY
    # A run after the last one of the worker lies in the supposed rest and adds nothing.
    units = first + np.where(last, 0, second)
    return units, ~last | (runs.end + 2 * DAY <= (rota.last_day + 1) * DAY)


def _day_runs(rota: Rota) -> tuple[Ints, Ints, Ints]:
    """Runs of consecutive days worked: worker, length, row of the first shift."""
    if not rota.worker.size:
        return rota.worker, rota.day, rota.row
    key = rota.worker * (1 << 20) + rota.day
    distinct = np.flatnonzero(np.diff(key, prepend=-1))
    first = np.flatnonzero(np.diff(key[distinct], prepend=-9) != 1)
    length = np.diff(np.append(first, distinct.size))
    return rota.worker[distinct][first], length, rota.row[distinct][first]
