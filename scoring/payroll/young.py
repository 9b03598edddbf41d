"""Limits for workers under 18: hours in a day, hours in a week, nights; and under 16.

A shortfall is a question for the supplier, not proof: see `working_time`. For anyone under 18 the
strategy treats the abuse of vulnerability as present.
"""

from collections.abc import Callable
from datetime import date

import numpy as np

from scoring.findings import Finding, Rule, rule
from scoring.payroll.findings import Verdicts, findings, hours
from scoring.payroll.rota import DAY_SPAN, WEEK_SPAN, Rota, most
from scoring.payroll.samples import NO_DAY, Ints, birthday
from scoring.payroll.working_time import ASK, ROTA, unknown_age
from scoring.reference.vocabulary import Severity, Theme

MOST_IN_A_DAY = 8 * 60
MOST_IN_A_WEEK = 40 * 60


@rule(
    "hours.young_day",
    version=1,
    theme=Theme.CONDITIONS,
    title="Under 18: eight hours a day at most",
    source="Working Time Regulations 1998 reg 5A",
    valid_from=date(2003, 4, 6),
)
def young_day(rota: Rota, at: date) -> tuple[Finding, ...]:
    """A worker under 18 works no more than eight hours in a day; there is no opt-out.

    Time in a break that is recorded does not count. Where the day of birth is not on record, and
    the hours would be too many under 18, the answer is unknown.
    """
    key = rota.worker * DAY_SPAN + rota.day
    return _judge(
        young_day,
        rota,
        _sums(rota, key),
        MOST_IN_A_DAY,
        lambda figure: f"Under 18 and worked {hours(figure)} in a day; the limit is 8 h.",
        at,
    )


@rule(
    "hours.young_week",
    version=1,
    theme=Theme.CONDITIONS,
    title="Under 18: forty hours a week at most",
    source="Working Time Regulations 1998 reg 5A",
    valid_from=date(2003, 4, 6),
)
def young_week(rota: Rota, at: date) -> tuple[Finding, ...]:
    """A worker under 18 works no more than 40 hours in a week, not averaged; there is no opt-out.

    A week runs from Monday; a shift counts in the week in which it starts.
    """
    key = rota.worker * WEEK_SPAN + (rota.day + 3) // 7
    return _judge(
        young_week,
        rota,
        _sums(rota, key),
        MOST_IN_A_WEEK,
        lambda figure: f"Under 18 and worked {hours(figure)} in a week; the limit is 40 h.",
        at,
    )


@rule(
    "hours.young_night",
    version=1,
    theme=Theme.CONDITIONS,
    title="Under 18: no work at night",
    source="Working Time Regulations 1998 regs 2, 6A, 27A",
    valid_from=date(2003, 4, 6),
)
def young_night(rota: Rota, at: date) -> tuple[Finding, ...]:
    """A worker under 18 does not work at night.

    Night is 22:00 to 06:00, or 23:00 to 07:00 where the contract says so; the hours 23:00 to
    06:00 are in both, and only they count here. Some work in hospitals, hotels, shops, bakeries
    and farms is excepted, in the main not between midnight and 04:00.
    """
    nights = np.maximum(rota.night, 0)
    return _judge(
        young_night,
        rota,
        (np.arange(rota.worker.size), nights),
        0,
        lambda figure: f"Under 18 and worked {hours(figure)} between 23:00 and 06:00 in a shift.",
        at,
    )


@rule(
    "hours.child",
    version=1,
    theme=Theme.CONDITIONS,
    title="No one under 16 is on the rota",
    source="Children and Young Persons Act 1933 s18; Education Act 1996 s8; ETI Base Code 4",
    valid_from=date(1933, 11, 1),
)
def child(rota: Rota, at: date) -> tuple[Finding, ...]:
    """Every worker is 16 or over on the day of each shift.

    Under school-leaving age the law allows light work for few hours, from 13 or 14, with a permit
    from the council: ask to see it. Where the day of birth is not on record the answer is unknown.
    """
    size, grown = rota.workers.count, birthday(rota.workers.born, 16)
    under = (rota.workers.born[rota.worker] != NO_DAY) & (rota.day < grown[rota.worker])
    count = np.bincount(rota.worker[under], minlength=size)
    rows = np.full(size, -1, np.int64)
    rows[rota.worker[under][::-1]] = rota.row[under][::-1]
    ageless = unknown_age(rota)
    return findings(
        child,
        rota.workers,
        Verdicts(
            count > 0,
            ageless,
            rota.worked & (count == 0) & ~ageless,
            count,
            rows,
            "the day of birth is not on record",
        ),
        lambda shifts: f"Under 16 on {shifts:,} shift{'s' * (shifts > 1)}.",
        at=at,
        severity=Severity.CRITICAL,
        remedy="Ask for the council's work permit; if in doubt, call children's services today.",
        file=ROTA,
    )


def _sums(rota: Rota, key: Ints) -> tuple[Ints, Ints]:
    first = np.flatnonzero(np.diff(key, prepend=-1))
    return first, np.add.reduceat(rota.minutes, first) if first.size else first


def _judge(
    judge: Rule[[Rota, date], tuple[Finding, ...]],
    rota: Rota,
    sums: tuple[Ints, Ints],
    limit: int,
    tell: Callable[[int], str],
    at: date,
) -> tuple[Finding, ...]:
    first, figure = sums
    worker, row, size = rota.worker[first], rota.row[first], rota.workers.count
    young = rota.young[first]
    top, rows = most(worker[young], figure[young], row[young], size)
    overall, _ = most(worker, figure, row, size)
    broken, ageless = top > limit, unknown_age(rota)
    was_young = np.zeros(size, np.bool_)
    was_young[worker[young]] = True
    verdicts = Verdicts(
        broken=broken,
        doubtful=ageless & (overall > limit),
        fine=(was_young & ~broken) | (ageless & (overall <= limit)),
        figures=top,
        rows=rows,
        why_doubtful="too much for a worker under 18, and the day of birth is not on record",
    )
    return findings(
        judge, rota.workers, verdicts, tell, at=at, severity=Severity.HIGH, remedy=ASK, file=ROTA
    )
