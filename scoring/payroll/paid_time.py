"""The hours that each payslip must pay for: the least and the most that the records allow.

Source: National Minimum Wage Regulations 2015 regs 21-35. What the file does not say leaves the
    two apart: breaks that are not recorded, nights that may be sleep-ins, time on call, gaps
    between visits, and monthly pay that may be a salary for basic hours.
"""

from dataclasses import dataclass

import numpy as np

from scoring.payroll.legal import minimum_bounds
from scoring.payroll.rota import DAY_SPAN, Rota, part, weeks
from scoring.payroll.samples import NO_DAY, Flags, Ints, Payslips, Workers
from scoring.payroll.work_kinds import TimeKind, WorkKind

LONGEST_BREAK = 60  # minutes that a break which is not recorded may have been; our choice
BROKEN_BY_A_BREAK = 240  # minutes of a shift from which a break is likely; our choice
VISIT = 180  # minutes: longer than most visits to a home; our choice
GAP = 90  # minutes between two visits within which travel is likely; our choice
VISITS = 3  # in a day, from which the gaps between them are asked about; our choice
NIGHT = 300  # minutes between 23:00 and 06:00 in which a worker may be asleep
LONGEST_SHIFT = (
    960  # minutes of one shift over a night from which some is likely sleep: our choice
)
LONGEST_SLEEP = 540  # minutes of it that may be sleep: our choice
NIGHT_SUM = 2500  # pence beyond the hours for each night, from which it is pay for one; our choice
SLACK = 15  # minutes a period: rounding between clock and payslip; our choice
YEAR_WEEKS = 52


@dataclass(frozen=True, slots=True, eq=False)
class PaidTime:
    """Minutes by payslip, and which doubts part the least from the most.

    Attributes:
        low: What was surely worked; -1 where neither payslip nor rota says.
        high: What may have been worked.
        rota: Minutes on the rota that are surely work.
        covers: The rota covers the period.
        salaried: The payslip is judged as salaried-hours work, over the year's basic hours.
        sleep_ins: Nights are left out because the payslip pays a sum for each, as for a sleep-in.
        waking: Minutes to pay for if the worker had to stay awake in those nights.
        doubts: For each question to ask, the payslips that it concerns.
    """

    low: Ints
    high: Ints
    rota: Ints
    covers: Flags
    salaried: Flags
    sleep_ins: Flags
    waking: Ints
    doubts: tuple[tuple[str, Flags], ...]


BREAKS = "breaks are not recorded: ask whether they were taken and were unpaid"
SLEEP = (
    "night shifts that the payslip leaves out may be sleep-ins: ask whether the worker may sleep, "
    "and for the times awake (reg 32)"
)
ON_CALL = "time on call: ask where the worker waits and whether they may sleep (reg 32)"
TRAVEL = "short gaps between visits: ask whether the worker travels in them (reg 34)"
SALARY = (
    "the month is paid for the contract's hours: ask whether the contract gives a yearly salary "
    "in equal parts (reg 21)"
)
OVER_BASIC = (
    "the rota shows more than the basic hours: ask whether they exceed the year's (regs 26-28)"
)
OUTPUT = (
    "output work: ask whether hours are rated under a written notice (regs 41-43); if not, every "
    "hour at work counts"
)
EXCLUDED = (
    "the contract is a placement, voluntary or called self-employed, which may be outside the "
    "minimum wage: ask for its terms (National Minimum Wage Act 1998 ss44, 54; regs 51-58)"
)
UNMEASURED = "unmeasured work: ask for the daily average agreement (regs 44-50)"


def paid_time(slips: Payslips, rota: Rota) -> PaidTime:
    """Return the least and the most hours that each payslip must pay for."""
    asleep, call = rota.kind == TimeKind.SLEEP_IN, rota.kind == TimeKind.ON_CALL
    worked = _minutes_of(rota, ~asleep)
    blank = (rota.pause < 0) & (rota.minutes > BROKEN_BY_A_BREAK) & (rota.clocked == 1) & ~asleep
    sure = _minutes_of(rota, ~asleep & ~call) - LONGEST_BREAK * (blank & ~call)
    day_and_night = _day_and_night(rota)
    sure = sure - LONGEST_SLEEP * day_and_night
    nights, gaps = np.where(_may_sleep(rota), worked, 0), _gaps(rota)
    by = _BySlip(slips, rota)
    most, least = by.sum(worked), by.sum(sure)
    travel, night = by.sum(gaps), by.sum(nights)
    covers = by.covers
    paid = slips.minutes
    count = by.sum((nights > 0).astype(np.int64))
    asleep_too = (paid >= 0) & (night > 0) & (np.abs(paid - (most - night)) <= SLACK)
    least = np.where(asleep_too, np.maximum(least - night, 0), least)
    sleep_ins = asleep_too & _paid_by_the_night(slips, rota.workers, count)
    waking = np.maximum(paid, most + travel)
    most = np.where(sleep_ins, np.maximum(most - night, 0), most)
    known = (paid >= 0) | covers
    low = np.where(known, np.maximum(paid, least), -1)
    high = np.where(known, np.maximum(paid, most + travel), -1)
    salary = _Salary(slips, rota, by, low, high)
    low, high = salary.low, salary.high
    open_ = low < high
    doubts = (
        (BREAKS, open_ & (by.sum(blank.astype(np.int64)) > 0)),
        (SLEEP, open_ & (asleep_too | (by.sum(day_and_night.astype(np.int64)) > 0))),
        (ON_CALL, open_ & (by.sum(np.where(call, worked, 0)) > 0)),
        (TRAVEL, open_ & (travel > 0)),
        (SALARY, open_ & salary.maybe),
        (OVER_BASIC, open_ & salary.over),
        (OUTPUT, open_ & salary.output),
        (UNMEASURED, open_ & salary.unmeasured),
        (EXCLUDED, open_ & salary.excluded),
    )
    return PaidTime(low, high, least, covers, salary.judged, sleep_ins, waking, doubts)


def _minutes_of(rota: Rota, which: Flags) -> Ints:
    """Minutes worked in some of the shifts, those within a sleep-in or time on call in full."""
    minutes = np.zeros(rota.worker.size, np.int64)
    minutes[which] = part(rota, which).minutes
    return minutes


class _BySlip:
    """Sums over the shifts that start in each payslip's period."""

    def __init__(self, slips: Payslips, rota: Rota) -> None:
        key = rota.worker * DAY_SPAN + rota.day
        self.first = np.searchsorted(key, slips.worker * DAY_SPAN + slips.start)
        self.last = np.searchsorted(key, slips.worker * DAY_SPAN + slips.end, side="right")
        opens, closes = _days_covered(rota)
        self.covers = (opens <= slips.start) & (slips.end <= closes) & bool(rota.worker.size)

    def sum(self, figure: Ints) -> Ints:
        total = np.concatenate(([0], np.cumsum(figure)))
        sums: Ints = total[self.last] - total[self.first]
        return sums


class _Salary:
    """Hours of salaried-hours work: the basic hours of the year, in equal parts (regs 21-29)."""

    def __init__(self, slips: Payslips, rota: Rota, by: _BySlip, low: Ints, high: Ints) -> None:
        who, workers = slips.worker, rota.workers
        contract, promised = workers.contract[who], workers.promised[who]
        has_basic = promised > 0
        month = _whole_months(slips)
        basic = _basic(slips, workers, month)
        usual = promised * np.maximum(_weekdays(slips), 0) // 5
        over = np.where(has_basic, _over(slips, rota), 0)
        alone = ~by.covers & (slips.minutes >= 0)
        over = np.where(
            alone, np.maximum(slips.minutes - np.maximum(usual, basic) - SLACK, 0), over
        )
        said = contract == WorkKind.SALARIED
        shown = (
            (contract == WorkKind.UNSAID) & has_basic & month & _paid_like_a_salary(slips, basic)
        )
        self.judged: Flags = (said | shown) & has_basic
        self.output: Flags = contract == WorkKind.OUTPUT
        self.unmeasured: Flags = contract == WorkKind.UNMEASURED
        self.excluded: Flags = contract == WorkKind.EXCLUDED
        # Hours that follow only from how many weekdays a month has leave both readings open.
        within = high <= np.maximum(usual, basic) + SLACK
        self.maybe: Flags = (contract == WorkKind.UNSAID) & has_basic & month & ~shown & within
        self.maybe &= (high > basic) & (high >= 0)
        vague = (said & ~has_basic) | self.unmeasured | self.output | self.excluded
        low = np.where(self.maybe, np.minimum(low, basic), low)
        low = np.where(vague, np.minimum(low, 0), low)
        self.low: Ints = np.where(self.judged, basic, low)
        self.high: Ints = np.where(self.judged, basic + over, high)
        self.over: Flags = self.judged & (over > 0)


def _paid_by_the_night(slips: Payslips, workers: Workers, count: Ints) -> Flags:
    """Whether pay beyond the payslip's hours at the legal minimum is a sum for each night.

    Source: National Minimum Wage Regulations 2015 reg 32; Royal Mencap Society v Tomlinson-Blake
    [2021] UKSC 8: a flat sum for a sleep-in is lawful, as only the time awake is work.
    """
    rates = minimum_bounds(slips, workers)
    beyond = slips.gross - slips.minutes * rates.high // 60
    enough: Flags = rates.known & (beyond >= count * NIGHT_SUM)
    return enough


def _may_sleep(rota: Rota) -> Flags:
    """Long nights beside other work of the same worker, whose kind the rota does not say."""
    if not rota.worker.size:
        return rota.worker > 0
    close = rota.rest_before < 660
    after = np.append(close[1:], False) & (np.append(rota.worker[1:], -1) == rota.worker)
    long = (rota.night >= NIGHT) & (rota.minutes >= 360) & (rota.clocked == 1)
    may: Flags = long & (rota.kind == TimeKind.UNSAID) & (close | after)
    return may


def _day_and_night(rota: Rota) -> Flags:
    """Shifts over a night that are too long to be all work, and whose kind is not said."""
    if not rota.worker.size:
        return rota.worker > 0
    which: Flags = (rota.night >= NIGHT) & (rota.minutes >= LONGEST_SHIFT) & (rota.clocked == 1)
    which &= rota.kind == TimeKind.UNSAID
    return which


def _gaps(rota: Rota) -> Ints:
    """Minutes of the gap before each visit in which the worker may be travelling."""
    if not rota.worker.size:
        return rota.worker
    same = np.zeros(rota.worker.size, np.bool_)
    same[1:] = (rota.worker[1:] == rota.worker[:-1]) & (rota.day[1:] == rota.day[:-1])
    visit = (rota.end - rota.start <= VISIT) & (rota.clocked == 1)
    after = np.append(False, visit[:-1])
    first = np.flatnonzero(~same)
    count = np.diff(np.append(first, same.size))
    many = np.repeat(count >= VISITS, count)
    gap = same & visit & after & many & (rota.rest_before > 0) & (rota.rest_before <= GAP)
    gap &= rota.kind != TimeKind.TRAVEL
    return np.where(gap, rota.rest_before, 0)


def _whole_months(slips: Payslips) -> Flags:
    """Which periods are a month: from a day of one month to the day before it in the next."""
    start, end = slips.start.astype("datetime64[D]"), (slips.end + 1).astype("datetime64[D]")
    months = end.astype("datetime64[M]") - start.astype("datetime64[M]")
    day = (start - start.astype("datetime64[M]")).astype(np.int64)
    day_after = (end - end.astype("datetime64[M]")).astype(np.int64)
    whole: Flags = (months.astype(np.int64) == 1) & (day == day_after)
    return whole


def _basic(slips: Payslips, workers: Workers, month: Flags) -> Ints:
    """The part of the year's basic hours that falls in a period, by days where it is no month.

    Source: National Minimum Wage Regulations 2015 regs 21, 24, 25: basic hours ÷ periods in the
    year. The year has 52 paid weeks, as an annual salary is worked out.
    """
    promised = np.maximum(workers.promised[slips.worker], 0)
    span = slips.end - slips.start + 1
    whole = np.where(month, promised * YEAR_WEEKS // 12, promised * span // 7)
    started = workers.started[slips.worker]
    late = (started != NO_DAY) & (started > slips.start) & (started <= slips.end)
    part: Ints = np.where(late, whole * (slips.end - started + 1) // np.maximum(span, 1), whole)
    return part


def _weekdays(slips: Payslips) -> Ints:
    first, after = slips.start.astype("datetime64[D]"), (slips.end + 1).astype("datetime64[D]")
    return np.asarray(np.busday_count(first, after), np.int64)


def _over(slips: Payslips, rota: Rota) -> Ints:
    """Minutes beyond the basic hours in the rota's weeks that begin in each period."""
    if not rota.worker.size:
        return np.zeros(slips.worker.size, np.int64)
    each = weeks(rota)
    promised = rota.workers.promised[each.worker]
    over = np.where(promised > 0, np.maximum(each.minutes - promised - SLACK, 0), 0)
    key = each.worker * DAY_SPAN + each.week * 7 - 3
    total = np.concatenate(([0], np.cumsum(over)))
    first = np.searchsorted(key, slips.worker * DAY_SPAN + slips.start)
    last = np.searchsorted(key, slips.worker * DAY_SPAN + slips.end, side="right")
    sums: Ints = total[last] - total[first]
    return sums


def _paid_like_a_salary(slips: Payslips, basic: Ints) -> Flags:
    """Whether pay is the basic hours at a whole-pence rate, and not the hours of the payslip so.

    That, or the same gross in two months of different hours, shows pay in equal parts of a yearly
    sum (reg 21(3)).
    """
    exact = _whole_pence(slips.gross, basic) & ~_whole_pence(slips.gross, slips.minutes)
    order = np.lexsort((slips.gross, slips.worker))
    worker, gross = slips.worker[order], slips.gross[order]
    again = np.zeros(order.size, np.bool_)
    same = (worker[1:] == worker[:-1]) & (gross[1:] == gross[:-1])
    same &= np.abs(np.diff(slips.minutes[order])) > SLACK
    again[1:] |= same
    again[:-1] |= same
    equal = np.zeros(order.size, np.bool_)
    equal[order] = again
    shown: Flags = (exact | equal) & (slips.minutes != basic)
    return shown


def _whole_pence(gross: Ints, minutes: Ints) -> Flags:
    """Whether a sum, rounded to the penny, is so many minutes at a whole-pence hourly rate."""
    known = minutes > 0
    hours = np.where(known, minutes, 1) / 60
    rate = np.round(gross / hours)
    whole: Flags = known & (gross > 0) & (np.abs(gross - rate * hours) <= 1)
    return whole


def _days_covered(rota: Rota) -> tuple[int, int]:
    """The sample's first and last day, with the weekend before or after on which nobody works."""
    first, last = (rota.first_day + 3) % 7, (rota.last_day + 3) % 7  # Monday 0
    return rota.first_day - {0: 2, 6: 1}.get(first, 0), rota.last_day + {4: 2, 5: 1}.get(last, 0)
