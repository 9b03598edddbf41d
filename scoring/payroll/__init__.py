"""Samples of shifts and payslips: every rule on hours, pay and patterns, and the door to them."""

from datetime import date

from scoring.findings import Finding, Rule
from scoring.payroll import patterns, payslips, records, rest, working_time, young
from scoring.payroll.payslips import Pay, prepare_pay
from scoring.payroll.rota import Rota, prepare
from scoring.payroll.samples import Payslips, Shifts, Workers
from scoring.urgency import urgent

__all__ = ["HOUR_RULES", "PAY_RULES", "Payslips", "Shifts", "Workers", "judge_sample"]

HOUR_RULES: tuple[Rule[[Rota, date], tuple[Finding, ...]], ...] = (
    working_time.weekly_average,
    working_time.night_work,
    working_time.breaks,
    rest.daily_rest,
    rest.weekly_rest,
    rest.days_in_a_row,
    young.young_day,
    young.young_week,
    young.young_night,
    records.overlapping_shifts,
    records.identical_hours,
)

PAY_RULES: tuple[Rule[[Pay, date], tuple[Finding, ...]], ...] = (
    payslips.minimum_wage,
    payslips.living_wage,
    payslips.unpaid_hours,
    payslips.holiday,
    patterns.share_taken,
    patterns.repeated_deductions,
    patterns.own_account,
    patterns.shared_account,
    patterns.same_address,
    patterns.same_contact,
)


def judge_sample(
    shifts: Shifts, payslips: Payslips, workers: Workers, *, at: date
) -> tuple[Finding, ...]:
    """Judge a sample of shifts and payslips by every rule on hours, pay and patterns.

    A kind of record that is absent is not judged. Findings name workers by pseudonym only, and the
    order of rows makes no difference to them.

    Args:
        shifts: What was worked, or `Shifts.none()`.
        payslips: What was paid, or `Payslips.none()`.
        workers: Who they are, as far as known, or `Workers.unknown(count)`.
        at: The day of the judgement.
    """
    rota = prepare(shifts, workers)
    found: list[Finding] = []
    if shifts.worker.size:
        found += [each for rule in HOUR_RULES for each in rule(rota, at)]
    shared = (workers.account, workers.address, workers.phone, workers.kin)
    if payslips.worker.size or any((codes >= 0).any() for codes in shared):
        pay = prepare_pay(payslips, rota)
        found += [each for rule in PAY_RULES for each in rule(pay, at)]
    return (*found, *urgent(tuple(found), at))
