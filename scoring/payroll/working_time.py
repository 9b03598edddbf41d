"""Limits on working hours: the 48-hour week, the 60-hour week and night work.

A shortfall is a question for the supplier, not proof: exceptions (Working Time Regulations 1998
reg 21), workforce agreements and compensatory rest (reg 24) may make it lawful.
"""

from datetime import date

import numpy as np

from scoring.findings import Finding, rule
from scoring.payroll.findings import Verdicts, findings, hours
from scoring.payroll.rota import DAY_SPAN, WEEK_SPAN, Rota, Weeks, most, weeks
from scoring.payroll.samples import NO_DAY, Flags, Ints
from scoring.reference.vocabulary import Severity, Theme

REFERENCE_WEEKS = 17
WEEK_MINUTES = 48 * 60
REFERENCE_MINUTES = WEEK_MINUTES * REFERENCE_WEEKS
SIXTY = 60 * 60
FIGURE = 32  # minutes × 32 + weeks: both figures of an average in one number
ASK = "Ask the supplier: is an exception claimed, and was compensatory rest given?"
ROTA = "rota"
COMPENSATED = (
    "a special case such as security or care may apply (reg 21): ask what the work is, and for "
    "the compensatory rest (reg 24)"
)


@rule(
    "hours.weekly_average",
    version=1,
    theme=Theme.CONDITIONS,
    title="The average week is 48 hours or less, or there is a written opt-out",
    source="Working Time Regulations 1998 regs 4-5",
    valid_from=date(1998, 10, 1),
)
def weekly_average(rota: Rota, at: date) -> tuple[Finding, ...]:
    """Over any 17 weeks in a row a worker averages no more than 48 hours, unless opted out.

    17 weeks × 48 hours are 816 hours. Someone employed for less is averaged over the whole weeks
    since the first day of employment, a begun week counting as one. A week runs from Monday and a
    shift counts in the week in which it starts; recorded breaks are not working time, and a break
    that is not recorded is not taken off. Leave and sickness are not seen. A sample of fewer than
    17 weeks shows a breach only above 816 hours and never shows that the rule is met. Where an
    opt-out is not on record, or someone who works over 48 hours appears in mid-sample with no
    first day of employment on record, the answer is unknown.
    """
    top, rows = _busiest(weeks(rota), rota.workers.count)
    joined, span, total = _since_joining(rota)
    over = np.where(joined, total > WEEK_MINUTES * span, top > REFERENCE_MINUTES)
    maybe = ~joined & (rota.workers.started == NO_DAY) & (total > WEEK_MINUTES * span)
    seen, opted = rota.worked, rota.workers.opted_out
    long_enough = joined | (weeks_covered(rota) >= REFERENCE_WEEKS)
    broken = over & (opted == 0)
    fine = seen & ~over & ~maybe & long_enough
    verdicts = Verdicts(
        broken=broken,
        doubtful=seen & (opted < 1) & ~broken & ~fine,
        fine=fine,
        figures=np.where(joined, total, top) * FIGURE + np.where(joined, span, REFERENCE_WEEKS),
        rows=rows,
        why_doubtful="over 48 hours on average with no opt-out or first day of employment on "
        "record, or the sample is shorter than 17 weeks",
    )
    return findings(
        weekly_average,
        rota.workers,
        verdicts,
        _average,
        at=at,
        severity=Severity.HIGH,
        remedy=ASK,
        file=ROTA,
    )


@rule(
    "hours.sixty",
    version=1,
    theme=Theme.CONDITIONS,
    title="No seven days of more than sixty hours",
    source="ETI Base Code 6.4; ILO Indicators of Forced Labour (excessive overtime)",
    valid_from=date(2014, 4, 1),
)
def sixty(rota: Rota, at: date) -> tuple[Finding, ...]:
    """No worker works more than 60 hours in any seven days in a row, overtime included.

    The Base Code is voluntary and the law averages over 17 weeks, so this is no breach of law: it
    shows long hours in a sample that is too short for the average, opt-out or not. Recorded breaks
    are not working time; a shift counts on the day on which it starts.
    """
    top, rows = _busiest_days(rota)
    broken = top > SIXTY
    return findings(
        sixty,
        rota.workers,
        Verdicts(broken, broken & False, rota.worked & ~broken, top, rows),
        lambda top: f"{hours(top)} in seven days in a row; the Base Code's limit is 60 h.",
        at=at,
        severity=Severity.HIGH,
        remedy="Ask what made these hours necessary and whether they were the worker's choice.",
        file=ROTA,
    )


@rule(
    "hours.night_work",
    version=3,
    theme=Theme.CONDITIONS,
    title="Night workers average eight hours or less",
    source="Working Time Regulations 1998 regs 2, 6, 7, 21, 24",
    valid_from=date(1998, 10, 1),
)
def night_work(rota: Rota, at: date) -> tuple[Finding, ...]:
    """A night worker averages no more than eight hours in each 24 over 17 weeks.

    A night worker has three or more hours between 23:00 and 06:00 on most shifts. With one rest
    day in seven taken out, 17 weeks have 102 days: 816 hours. There is no opt-out, though a
    collective or workforce agreement may change the limit. In special cases (reg 21), and where
    the night worker's job is not on record, it is a question about compensatory rest (reg 24).
    """
    nights, shifts = _night_shifts(rota)
    nightly: Flags = nights * 2 > shifts
    excepted = may_be_special(rota)
    top, rows = _busiest(weeks(rota), rota.workers.count)
    over, long_enough = top > REFERENCE_MINUTES, weeks_covered(rota) >= REFERENCE_WEEKS
    verdicts = Verdicts(
        broken=nightly & over & ~excepted,
        doubtful=nightly & ((over & excepted) | (~over & (not long_enough))),
        fine=nightly & ~over & long_enough,
        figures=top,
        rows=rows,
        why_doubtful="the sample is shorter than 17 weeks"
        if not long_enough and not (over & nightly & excepted).any()
        else COMPENSATED,
    )
    return findings(
        night_work,
        rota.workers,
        verdicts,
        lambda top: f"Works mostly at night: {hours(top)} in 17 weeks; the limit is 816 h.",
        at=at,
        severity=Severity.MEDIUM,
        remedy=ASK + " Ask for the free health assessments too.",
        file=ROTA,
    )


def _busiest(each: Weeks, count: int) -> tuple[Ints, Ints]:
    """Each worker's highest sum over 17 weeks in a row, and the row where its last week begins."""
    key = each.worker * WEEK_SPAN + each.week
    before = np.searchsorted(key, key - (REFERENCE_WEEKS - 1))
    total = np.concatenate(([0], np.cumsum(each.minutes)))
    sums = total[1:] - total[before]
    return most(each.worker, sums, each.row, count)


def _busiest_days(rota: Rota) -> tuple[Ints, Ints]:
    """Each worker's highest sum over seven days in a row, and the row of its last day."""
    key = rota.worker * DAY_SPAN + rota.day
    first = np.flatnonzero(np.diff(key, prepend=-1))
    total = np.concatenate(([0], np.cumsum(rota.minutes)))
    last = np.append(first[1:], key.size) if first.size else first
    days, begins = key[first], np.arange(first.size)
    for back in range(1, min(7, first.size)):  # at most six earlier days are within the seven
        near = days[back:] - days[:-back] < 7
        begins[back:][near] = np.flatnonzero(near)
    before = first[begins]
    sums = total[last] - total[before]
    return most(rota.worker[first], sums, rota.row[first], rota.workers.count)


def _since_joining(rota: Rota) -> tuple[Flags, Ints, Ints]:
    """Who joined in the sample's time and under 17 weeks ago; weeks since; minutes worked since.

    Without a first day of employment the weeks are those since the first shift, if that is more
    than a week after the sample's first day; else 17.
    """
    size = rota.workers.count
    total = np.bincount(rota.worker, rota.minutes, size).astype(np.int64)
    begun = rota.workers.started
    known = (begun != NO_DAY) & (begun >= rota.first_day)
    shift = np.full(size, rota.first_day, np.int64)
    shift[rota.worker[::-1]] = rota.day[::-1]
    late = (begun == NO_DAY) & (shift - rota.first_day > 6)
    since = np.where(known, begun, np.where(late, shift, rota.first_day))
    span = np.maximum(-(-(rota.last_day - since + 1) // 7), 1)
    counted = (known | late) & (span < REFERENCE_WEEKS)
    joined = known & counted & rota.worked
    return joined, np.where(counted, span, REFERENCE_WEEKS), total


def _average(figure: int) -> str:
    total, span = divmod(figure, FIGURE)
    return (
        f"{hours(total)} in {span} week{'s' * (span > 1)}, an average of "
        f"{hours(round(total / span))} a week; the limit is 48 h without a written opt-out."
    )


def may_be_special(rota: Rota) -> Flags:
    """Return which workers' job is or may be a special case, free of the limits on rest as such.

    Source: Working Time Regulations 1998 regs 21 and 24: security, care, transport, refuse and the
    like are free of regs 6, 10(1), 11(1)-(2) and 12(1), with compensatory rest. Not under 18. Most
    of them need somebody there around the clock, so someone who works half of the shifts or more
    at night, and whose job is not on record, may be one. Half is our choice.
    """
    job = rota.workers.job
    nights, shifts = _night_shifts(rota)
    often = (nights > 0) & (nights * 2 >= shifts)
    may: Flags = (job == 1) | ((job < 0) & often)
    return may


def _night_shifts(rota: Rota) -> tuple[Ints, Ints]:
    """Each worker's shifts with three hours or more of the night, and all shifts.

    Source: Working Time Regulations 1998 reg 2(1): night time is from 23:00 to 06:00.
    """
    nights = np.bincount(rota.worker, rota.night >= 180, rota.workers.count).astype(np.int64)
    return nights, np.bincount(rota.worker, minlength=rota.workers.count)


def weeks_covered(rota: Rota) -> int:
    """Return how many whole weeks a sample covers; up to six days off at its ends count in."""
    return (rota.last_day - rota.first_day + 7) // 7 if rota.worker.size else 0


def unknown_age(rota: Rota) -> Flags:
    """Return which workers on the rota have no day of birth on record."""
    ageless: Flags = rota.worked & (rota.workers.born == NO_DAY)
    return ageless
