"""Payslips against the legal minimum, the Living Wage, the rota and holiday."""

from datetime import date

import numpy as np

from scoring.findings import Finding, rule
from scoring.money import pence
from scoring.payroll.legal import Bounds, living_bounds, minimum_bounds, over_18
from scoring.payroll.ready import FILE, Pay, first_rows, last_start, shortfall
from scoring.payroll.samples import Flags, Ints
from scoring.payroll.telling import Verdicts, findings, hours
from scoring.rates import living_wage_rows, living_wage_stale, minimum_wage_stale
from scoring.vocabulary import Severity, Theme

_NO_HOURS = "hours are not on record, or the rota does not cover the period"
SLACK = 15  # minutes a period: rounding between clock and payslip; our choice
SHOW = "Ask for the records behind these payslips, and for any shortfall to be paid."


@rule(
    "payslip.minimum_wage",
    version=1,
    theme=Theme.PAY,
    title="Each payslip reaches the legal minimum",
    source="National Minimum Wage Act 1998 s1; National Minimum Wage Regulations 2015 regs 4-16, "
    "30-35",
    valid_from=date(1999, 4, 1),
)
def minimum_wage(pay: Pay, at: date) -> tuple[Finding, ...]:
    """Each pay reference period pays the legal minimum for every hour worked.

    The hours are the more of payslip and rota; the rate is that of the worker's age on the first
    day of the period. Premiums for overtime or shifts, tips, expenses and holiday pay do not
    count; deductions and accommodation above the offset come off; a free home adds the offset.
    Where age or hours are not known, only what holds for every age is found.
    """
    bounds = minimum_bounds(pay.slips, pay.workers)
    sure = (pay.minutes >= 0) & bounds.known
    kept, everyone = pay.kept + pay.free_home, np.ones(sure.size, np.bool_)
    stale = minimum_wage_stale(last_start(pay))
    return findings(
        minimum_wage,
        pay.workers,
        _against(pay, kept, bounds, sure, everyone),
        lambda short: f"Paid {pence(short)} less than the legal minimum in all.",
        at=at,
        severity=Severity.CRITICAL,
        remedy=SHOW,
        file=FILE,
        note=stale,
    )


@rule(
    "payslip.living_wage",
    version=1,
    theme=Theme.PAY,
    title="Each payslip reaches the Living Wage",
    source="Living Wage Foundation: yearly rates; Ending Modern Slavery strategy 2021-2026, "
    "objective 2",
    valid_from=date(2011, 5, 1),
)
def living_wage(pay: Pay, at: date) -> tuple[Finding, ...]:
    """Each pay reference period pays the Living Wage for every hour, to workers of 18 and over.

    London's rate in London, else the UK's, as it must be paid on the first day of the period.
    Apprentices need not be paid it. Falling short is not a breach of law.
    """
    bounds = living_bounds(pay.slips, pay.workers)
    adult = over_18(pay.slips, pay.workers)
    learner = pay.workers.apprentice[pay.slips.worker] == 1
    sure = (pay.minutes >= 0) & bounds.known & (adult == 1)
    return findings(
        living_wage,
        pay.workers,
        _against(pay, pay.kept, bounds, sure, (adult != 0) & ~learner),
        lambda short: f"Paid {pence(short)} less than the Living Wage in all.",
        at=at,
        severity=Severity.HIGH,
        remedy="Agree with the supplier when these workers will be paid the Living Wage.",
        file=FILE,
        note=_living_note(pay, at),
    )


@rule(
    "payslip.unpaid_hours",
    version=1,
    theme=Theme.PAY,
    title="Hours on the rota are on the payslip",
    source="Employment Rights Act 1996 ss8, 13; National Minimum Wage Regulations 2015 regs 30-35",
    valid_from=date(1996, 8, 22),
)
def unpaid_hours(pay: Pay, at: date) -> tuple[Finding, ...]:
    """A payslip pays for all the hours that the rota shows in its period.

    Fifteen minutes a period are left to rounding: our choice. Where the rota does not cover the
    period (a weekend at its ends aside), more hours on it than on the payslip still count, fewer
    prove nothing.
    """
    told = pay.slips.minutes >= 0
    missing = np.where(told, np.maximum(pay.on_rota - pay.slips.minutes - SLACK, 0), 0)
    lost = np.where(missing > 0, missing + SLACK, 0)
    doubtful = ~told | (pay.rota < 0)
    return findings(
        unpaid_hours,
        pay.workers,
        _by_worker(pay, lost, doubtful, np.ones(lost.size, np.bool_), _NO_HOURS),
        lambda lost: f"The rota shows {hours(lost)} more than the payslips pay for.",
        at=at,
        severity=Severity.HIGH,
        remedy=SHOW,
        file=FILE,
    )


@rule(
    "payslip.holiday",
    version=1,
    theme=Theme.PAY,
    title="Paid holiday builds up with hours worked",
    source="Working Time Regulations 1998 regs 13, 13A, 15B",
    valid_from=date(2009, 4, 1),
)
def holiday(pay: Pay, at: date) -> tuple[Finding, ...]:
    """Holiday accrues at 12.07 % of the hours worked, over all of a worker's payslips.

    That is 5.6 weeks in the 46.4 that are worked. Half an hour a payslip is left to rounding. It
    concerns holiday earned, which may be taken later. A payslip that does not say is unknown.
    """
    slips = pay.slips
    due = np.maximum(pay.minutes, 0) * 1207 // 10000
    missing = np.where(slips.accrued >= 0, due - slips.accrued, 0)
    size = pay.workers.count
    total = np.bincount(slips.worker, missing, size).astype(np.int64)
    slack = 30 * np.bincount(slips.worker, minlength=size)
    silent = np.bincount(slips.worker, (slips.accrued < 0) | (pay.minutes < 0), size) > 0
    seen = np.bincount(slips.worker, minlength=size) > 0
    broken = (total > slack) & ~silent
    return findings(
        holiday,
        pay.workers,
        Verdicts(
            broken,
            silent,
            seen & ~silent & ~broken,
            total,
            first_rows(pay, np.ones(slips.row.size, np.bool_)),
            "the payslips do not show holiday earned, or hours",
        ),
        lambda missing: f"{hours(missing)} of paid holiday are missing.",
        at=at,
        severity=Severity.MEDIUM,
        remedy="Ask for the leave records, which must be kept for six years.",
        file=FILE,
    )


def _living_note(pay: Pay, at: date) -> str:
    """How old the rates are, where the newest of them served a payslip."""
    newest = living_wage_rows()[-1].must_pay_by
    return living_wage_stale(at) if newest and last_start(pay) >= newest else ""


def _against(pay: Pay, kept: Ints, bounds: Bounds, sure: Flags, concerned: Flags) -> Verdicts:
    """Sum what each worker is surely short of; what lies between the bounds is doubtful."""
    short = np.where(sure & concerned, shortfall(pay, kept, bounds.low), 0)
    unsure = ~sure | ~pay.kept_known | (shortfall(pay, kept, bounds.high) > 0)
    perhaps = concerned & unsure & (short == 0)
    why = "the rate, age, place or hours of some payslips are not known"
    return _by_worker(pay, short, perhaps, concerned, why)


def _by_worker(pay: Pay, figure: Ints, doubtful: Flags, concerned: Flags, why: str) -> Verdicts:
    size, worker = pay.workers.count, pay.slips.worker
    total = np.bincount(worker, figure, size).astype(np.int64)
    unsure = np.bincount(worker[doubtful & concerned], minlength=size) > 0
    seen = np.bincount(worker[concerned], minlength=size) > 0
    broken = total > 0
    fine = seen & ~broken & ~unsure
    return Verdicts(broken, unsure & ~broken, fine, total, first_rows(pay, figure > 0), why)
