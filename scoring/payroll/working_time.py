"""Limits on working hours: the 48-hour week, night work and breaks.

A shortfall is a question for the supplier, not proof: exceptions (Working Time Regulations 1998
reg 21), workforce agreements and compensatory rest (reg 24) may make it lawful.
"""

from datetime import date

import numpy as np

from scoring.findings import Finding, rule
from scoring.payroll.clock import DAY, to_local
from scoring.payroll.rota import WEEK_SPAN, Rota, Weeks, most, weeks
from scoring.payroll.samples import NO_DAY, Flags, Ints
from scoring.payroll.telling import Verdicts, findings, hours
from scoring.vocabulary import Severity, Theme

REFERENCE_WEEKS = 17
REFERENCE_MINUTES = 48 * 60 * REFERENCE_WEEKS
ASK = "Ask the supplier: is an exception claimed, and was compensatory rest given?"
ROTA = "rota"


@rule(
    "hours.weekly_average",
    version=1,
    theme=Theme.CONDITIONS,
    title="The average week is 48 hours or less, or there is a written opt-out",
    source="Working Time Regulations 1998 regs 4-5",
)
def weekly_average(rota: Rota, at: date) -> tuple[Finding, ...]:
    """Over any 17 weeks in a row a worker averages no more than 48 hours, unless opted out.

    17 weeks × 48 hours are 816 hours. A week runs from Monday and a shift counts in the week in
    which it starts; recorded breaks are not working time, and a break that is not recorded is not
    taken off. A sample of fewer than 17 weeks shows a breach only above 816 hours and never shows
    that the rule is met. Where an opt-out is not on record, more than 816 hours is unknown.
    """
    top, rows = _busiest(weeks(rota), rota.workers.count)
    over, seen = top > REFERENCE_MINUTES, rota.worked
    opted = rota.workers.opted_out
    long_enough = _weeks_covered(rota) >= REFERENCE_WEEKS
    verdicts = Verdicts(
        broken=over & (opted == 0),
        doubtful=(over & (opted < 0)) | (seen & ~over & (not long_enough)),
        fine=seen & ~over & long_enough,
        figures=top,
        rows=rows,
        why_doubtful="over 816 hours in 17 weeks with no opt-out on record, or the sample is "
        "shorter than 17 weeks",
    )
    return findings(
        weekly_average,
        rota.workers,
        verdicts,
        lambda top: (
            f"{hours(top)} in 17 weeks, an average of {hours(round(top / 17))} a week; "
            "the limit is 48 h without a written opt-out."
        ),
        at=at,
        severity=Severity.HIGH,
        remedy=ASK,
        file=ROTA,
    )


@rule(
    "hours.night_work",
    version=1,
    theme=Theme.CONDITIONS,
    title="Night workers average eight hours or less",
    source="Working Time Regulations 1998 regs 2, 6, 7",
)
def night_work(rota: Rota, at: date) -> tuple[Finding, ...]:
    """A night worker averages no more than eight hours in each 24 over 17 weeks.

    A night worker has three or more hours between 23:00 and 06:00 on most shifts. With one rest
    day in seven taken out, 17 weeks have 102 days: 816 hours. There is no opt-out, though a
    collective or workforce agreement may change the limit.
    """
    nights = np.bincount(rota.worker, night_minutes(rota) >= 180, rota.workers.count)
    shifts = np.bincount(rota.worker, minlength=rota.workers.count)
    night_worker: Flags = nights * 2 > shifts
    top, rows = _busiest(weeks(rota), rota.workers.count)
    over, long_enough = top > REFERENCE_MINUTES, _weeks_covered(rota) >= REFERENCE_WEEKS
    verdicts = Verdicts(
        broken=night_worker & over,
        doubtful=night_worker & ~over & (not long_enough),
        fine=night_worker & ~over & long_enough,
        figures=top,
        rows=rows,
        why_doubtful="the sample is shorter than 17 weeks",
    )
    return findings(
        night_work,
        rota.workers,
        verdicts,
        lambda top: f"Works mostly at night: {hours(top)} in 17 weeks; the limit is 816 h.",
        at=at,
        severity=Severity.HIGH,
        remedy=ASK + " Ask for the free health assessments too.",
        file=ROTA,
    )


@rule(
    "hours.breaks",
    version=1,
    theme=Theme.CONDITIONS,
    title="Long shifts have a break",
    source="Working Time Regulations 1998 reg 12",
)
def breaks(rota: Rota, at: date) -> tuple[Finding, ...]:
    """A shift of more than six hours has a break of 20 minutes or more.

    Under 18: more than four and a half hours, 30 minutes. Shifts that follow each other with less
    than that between are one shift, and their breaks count together. A break that is not recorded
    is unknown, not absent; `0` says that there was none.
    """
    shorts, dark, rows, judged = _broken_breaks(rota)
    verdicts = Verdicts(
        broken=shorts > 0,
        doubtful=(dark > 0) & (shorts == 0),
        fine=judged & (dark == 0),
        figures=shorts,
        rows=rows,
        why_doubtful="breaks are not recorded on long shifts",
    )
    return findings(
        breaks,
        rota.workers,
        verdicts,
        lambda count: f"{count:,} long shift{'s' * (count > 1)} without the break due.",
        at=at,
        severity=Severity.MEDIUM,
        remedy=ASK,
        file=ROTA,
    )


def night_minutes(rota: Rota) -> Ints:
    """Return the minutes of each shift that fall between 23:00 and 06:00 by the clock."""
    return _night_until(to_local(rota.end)) - _night_until(to_local(rota.start))


def _night_until(clock: Ints) -> Ints:
    day, time = np.divmod(clock, DAY)
    night: Ints = day * 420 + np.minimum(time, 360) + np.maximum(time - 1380, 0)
    return night


def _busiest(each: Weeks, count: int) -> tuple[Ints, Ints]:
    """Each worker's highest sum over 17 weeks in a row, and the row where its last week begins."""
    key = each.worker * WEEK_SPAN + each.week
    before = np.searchsorted(key, key - (REFERENCE_WEEKS - 1))
    total = np.concatenate(([0], np.cumsum(each.minutes)))
    sums = total[1:] - total[before]
    return most(each.worker, sums, each.row, count)


def _weeks_covered(rota: Rota) -> int:
    return (rota.last_day + 3) // 7 - (rota.first_day + 3) // 7 + 1 if rota.worker.size else 0


def _broken_breaks(rota: Rota) -> tuple[Ints, Ints, Ints, Flags]:
    """For each worker: shifts short of a break, long shifts without a record, a row, any shift."""
    size = rota.workers.count
    need = np.where(rota.young, 30, 20)
    first = np.flatnonzero(rota.rest_before >= need)
    worker, young = rota.worker[first], rota.young[first]
    last = np.append(first[1:], rota.worker.size) - 1 if first.size else first
    length = rota.reached[last] - rota.key[first]
    recorded = np.add.reduceat(np.maximum(rota.pause, 0), first) if first.size else first
    missing = np.logical_or.reduceat(rota.pause < 0, first) if first.size else first > 0
    long = length > np.where(young, 270, 360)
    lacks = long & (recorded < np.where(young, 30, 20))
    short, dark = lacks & ~missing, lacks & missing
    rows = np.full(size, -1, np.int64)
    rows[worker[short][::-1]] = rota.row[first][short][::-1]
    counts = [np.bincount(worker[which], minlength=size) for which in (short, dark)]
    return counts[0], counts[1], rows, rota.worked


def unknown_age(rota: Rota) -> Flags:
    """Return which workers on the rota have no day of birth on record."""
    ageless: Flags = rota.worked & (rota.workers.born == NO_DAY)
    return ageless
