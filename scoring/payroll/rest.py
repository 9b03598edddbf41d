"""Rest in each day, and days worked in a row.

A shortfall is a question for the supplier, not proof: see `working_time`.
"""

from datetime import date

import numpy as np

from scoring.findings import Finding, rule
from scoring.payroll.clock import DAY
from scoring.payroll.findings import Verdicts, findings, hours
from scoring.payroll.rota import DAY_SPAN, Rota, Runs, most
from scoring.payroll.samples import Ints
from scoring.payroll.working_time import ASK, COMPENSATED, ROTA, may_be_special
from scoring.reference.vocabulary import Severity, Theme

MOST_DAYS = 12


@rule(
    "hours.daily_rest",
    version=3,
    theme=Theme.CONDITIONS,
    title="Eleven hours of rest in each day",
    source="Working Time Regulations 1998 regs 10, 21, 22, 24",
    valid_from=date(1998, 10, 1),
)
def daily_rest(rota: Rota, at: date) -> tuple[Finding, ...]:
    """Each 24 hours in which a worker works have eleven hours of rest in a row; under 18, twelve.

    From the first start after such a rest, all work must end within 13 hours (under 18, 12), else
    no such rest fits in. A shift longer than that breaks the rule by itself. In special cases (reg
    21), for night workers whose job is not on record, and for work split up over the day, as in
    cleaning (reg 22), it is a question about compensatory rest (reg 24).
    """
    size = rota.workers.count
    young_too = np.bincount(rota.worker[rota.young], minlength=size) > 0
    spans, rows = np.zeros(size, np.int64), np.full(size, -1, np.int64)
    broken = np.zeros(size, np.bool_)
    for rest, young in ((660, False), (720, True)):
        runs, span = _spans(rota, rest)
        over = (span > DAY - rest) & (runs.young == young)
        top, row = most(runs.worker[over], span[over], runs.row[over], size)
        rows = np.where(top > spans, row, rows)
        spans, broken = np.maximum(spans, top), broken | (top > 0)
    excepted = broken & may_be_special(rota) & ~young_too
    broken &= ~excepted
    fine = rota.worked & ~broken & ~excepted
    return findings(
        daily_rest,
        rota.workers,
        Verdicts(broken, excepted, fine, spans, rows, COMPENSATED),
        lambda span: f"Work went on over {hours(span)} without the daily rest due in between.",
        at=at,
        severity=Severity.MEDIUM,
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
    valid_from=date(2014, 4, 1),
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


def _day_runs(rota: Rota) -> tuple[Ints, Ints, Ints]:
    """Runs of consecutive days worked: worker, length, row of the first shift."""
    if not rota.worker.size:
        return rota.worker, rota.day, rota.row
    key = rota.worker * DAY_SPAN + rota.day
    distinct = np.flatnonzero(np.diff(key, prepend=-1))
    first = np.flatnonzero(np.diff(key[distinct], prepend=-9) != 1)
    length = np.diff(np.append(first, distinct.size))
    return rota.worker[distinct][first], length, rota.row[distinct][first]
