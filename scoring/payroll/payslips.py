"""Payslips against the legal minimum, the Living Wage and the rota."""

from datetime import date

import numpy as np

from scoring.findings import Finding, rule
from scoring.payroll.findings import findings, hours, weigh
from scoring.payroll.legal import living_bounds, minimum_bounds, over_18
from scoring.payroll.paid_time import SLACK
from scoring.payroll.prepare import FILE, Pay, last_start
from scoring.payroll.wage import NO_HOURS, RATE, by_worker, read_pay
from scoring.reference.money import pence
from scoring.reference.rate_tables import living_wage_rows
from scoring.reference.rates import living_wage_stale, minimum_wage_stale
from scoring.reference.vocabulary import Severity, Theme

SHOW = "Ask for the records behind these payslips, and for any shortfall to be paid."


@rule(
    "payslip.minimum_wage",
    version=4,
    theme=Theme.PAY,
    title="Each payslip reaches the legal minimum",
    source="National Minimum Wage Act 1998 ss1, 44, 54; National Minimum Wage Regulations 2015 "
    "regs 4-16 (rate and pay), 21-50 (hours), 51-58 (exclusions)",
    valid_from=date(1999, 4, 1),
)
def minimum_wage(pay: Pay, at: date) -> tuple[Finding, ...]:
    """Each pay reference period pays the legal minimum for every hour worked.

    The hours are the more of payslip and rota, or the basic hours of salaried work (regs 21-29).
    The rate is that of the worker's age on the first day of the period (reg 4); an apprentice's
    rate holds under 19 or in the first 12 months (reg 5). Premiums, what overtime pays above the
    ordinary rate, tips, expenses and holiday pay do not count (reg 10). Arrears may be of an
    earlier period (reg 9). All that is paid for one period counts together. Deductions for the
    employer's use and the job's expenses come off (regs 12, 13); tax, loans, union dues and the
    like do not. Accommodation above the offset comes off, and a free home adds the offset (regs
    14-16). Sleep-ins, named in the rota or paid by the night, count only while awake (reg 32),
    and travel between visits counts (reg 34). Output work may have rated hours (regs 41-43). A
    placement or a volunteer may be outside the law (regs 51-58). Where the records leave two
    readings, the answer is unknown, with both figures and the question. It weighs more with the
    sum and the workers.
    """
    bounds = minimum_bounds(pay.slips, pay.workers)
    everyone = np.ones(pay.slips.worker.size, np.bool_)
    read = read_pay(pay, bounds, everyone, everyone, pay.free_home)
    return findings(
        minimum_wage,
        pay.workers,
        by_worker(pay, read.short, read.perhaps, everyone, RATE, read),
        lambda short: f"Paid {pence(short)} less than the legal minimum in all.",
        at=at,
        severity=lambda each: weigh(each, some=500, much=10000, top=Severity.CRITICAL),
        remedy=SHOW,
        file=FILE,
        note=minimum_wage_stale(last_start(pay)),
        in_all=lambda total: f"{pence(total)} less than the legal minimum in all.",
    )


@rule(
    "payslip.living_wage",
    version=4,
    theme=Theme.PAY,
    title="Each payslip reaches the Living Wage",
    source="Living Wage Foundation: yearly rates; Ending Modern Slavery strategy 2021-2026, "
    "objective 2",
    valid_from=date(2011, 5, 1),
)
def living_wage(pay: Pay, at: date) -> tuple[Finding, ...]:
    """Each pay reference period pays the Living Wage for every hour, to workers of 18 and over.

    London's rate in London, else the UK's, as it must be paid on the first day of the period.
    Hours and deductions are read as for the legal minimum. Apprentices need not be paid it.
    Falling short is not a breach of law.
    """
    bounds = living_bounds(pay.slips, pay.workers)
    adult = over_18(pay.slips, pay.workers)
    learner = pay.workers.apprentice[pay.slips.worker] == 1
    concerned = (adult != 0) & ~learner
    read = read_pay(pay, bounds, concerned, adult == 1, np.zeros_like(pay.most))
    return findings(
        living_wage,
        pay.workers,
        by_worker(pay, read.short, read.perhaps, concerned, RATE, read),
        lambda short: f"Paid {pence(short)} less than the Living Wage in all.",
        at=at,
        severity=lambda each: weigh(each, some=100, much=2500, top=Severity.HIGH),
        remedy="Agree with the supplier when these workers will be paid the Living Wage.",
        file=FILE,
        note=_living_note(pay, at),
        in_all=lambda total: f"{pence(total)} less than the Living Wage in all.",
    )


@rule(
    "payslip.unpaid_hours",
    version=3,
    theme=Theme.PAY,
    title="Hours on the rota are on the payslip",
    source="Employment Rights Act 1996 ss8, 13; National Minimum Wage Regulations 2015 regs 21-35",
    valid_from=date(1996, 8, 22),
)
def unpaid_hours(pay: Pay, at: date) -> tuple[Finding, ...]:
    """A payslip pays for all the hours that the rota shows in its period.

    Only hours that are surely work count: not sleep-ins, and less an hour for each long shift
    whose break is not recorded. Salaried work is paid over the year, so its payslips need not
    agree (regs 21-29). Fifteen minutes a period are left to rounding: our choice. Where the rota
    does not cover the period (a weekend at its ends aside), more hours on it than on the payslip
    still count, fewer prove nothing.
    """
    paid, time = pay.slips.minutes, pay.time
    judged = (paid >= 0) & ~time.salaried
    missing = np.where(judged, np.maximum(time.rota - paid - SLACK, 0), 0)
    lost = np.where(missing > 0, missing + SLACK, 0)
    open_ = judged & (time.high > paid + SLACK) & (lost == 0)
    doubtful = (paid < 0) | ~time.covers | open_
    why = "; ".join(text for text, which in time.doubts if (which & open_).any()) or NO_HOURS
    concerned = ~time.salaried
    return findings(
        unpaid_hours,
        pay.workers,
        by_worker(pay, lost, doubtful, concerned, why),
        lambda lost: f"The rota shows {hours(lost)} more than the payslips pay for.",
        at=at,
        severity=lambda each: weigh(each, some=30, much=240, top=Severity.HIGH),
        remedy=SHOW,
        file=FILE,
        in_all=lambda total: f"{hours(total)} in all.",
    )


def _living_note(pay: Pay, at: date) -> str:
    """How old the rates are, where the newest of them served a payslip."""
    newest = living_wage_rows()[-1].must_pay_by
    stale = living_wage_stale(at) if newest and last_start(pay) >= newest else ""
    return f"{stale}: an administrator adds the new one on the page Rates" if stale else ""
