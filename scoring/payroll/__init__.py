"""Samples of shifts and payslips: every rule on hours, pay and patterns, and the door to them."""

from datetime import date

from scoring.decisions.urgency import hold_questions, urgent
from scoring.findings import Finding, Rule
from scoring.payroll import (
    breaks,
    contract_terms,
    deductions,
    holiday,
    payslips,
    records,
    rest,
    shared_details,
    weekly_rest,
    working_time,
    young,
)
from scoring.payroll.prepare import Pay, prepare_pay
from scoring.payroll.rota import Rota, clocked_only, prepare
from scoring.payroll.samples import Payslips, Shifts, Workers

__all__ = [
    "HOUR_RULES",
    "PEOPLE_RULES",
    "SLIP_RULES",
    "Payslips",
    "Shifts",
    "Workers",
    "judge_sample",
]

TOTAL_RULES: tuple[Rule[[Rota, date], tuple[Finding, ...]], ...] = (
    working_time.weekly_average,
    working_time.sixty,
    rest.days_in_a_row,
    young.young_day,
    young.young_week,
    young.child,
    contract_terms.beyond_promise,
)
"""Rules that need only each day's hours, which a weekly grid gives too."""

CLOCK_RULES: tuple[Rule[[Rota, date], tuple[Finding, ...]], ...] = (
    working_time.night_work,
    breaks.breaks,
    rest.daily_rest,
    weekly_rest.weekly_rest,
    young.young_night,
    records.overlapping_shifts,
    records.identical_hours,
)
"""Rules that need the clock times of each shift."""

HOUR_RULES = (*TOTAL_RULES, *CLOCK_RULES)

SLIP_RULES: tuple[Rule[[Pay, date], tuple[Finding, ...]], ...] = (
    payslips.minimum_wage,
    payslips.living_wage,
    payslips.unpaid_hours,
    holiday.holiday,
    deductions.share_taken,
    deductions.repeated_deductions,
    deductions.net_pay,
    deductions.employer_costs,
)

PEOPLE_RULES: tuple[Rule[[Pay, date], tuple[Finding, ...]], ...] = (
    shared_details.own_account,
    shared_details.shared_account,
    shared_details.same_address,
    shared_details.same_contact,
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
    findings: list[Finding] = []
    if shifts.worker.size:
        findings += [each for rule in TOTAL_RULES if rule.in_force(at) for each in rule(rota, at)]
    clocked = clocked_only(rota)
    if clocked.worker.size:
        findings += [
            each for rule in CLOCK_RULES if rule.in_force(at) for each in rule(clocked, at)
        ]
    pay = prepare_pay(payslips, rota)
    if payslips.worker.size:
        findings += [each for rule in SLIP_RULES if rule.in_force(at) for each in rule(pay, at)]
    details = (workers.row, workers.account, workers.own_account, workers.address)
    if payslips.worker.size or any((codes >= 0).any() for codes in details):
        findings += [each for rule in PEOPLE_RULES if rule.in_force(at) for each in rule(pay, at)]
    return hold_questions((*findings, *urgent(tuple(findings), at)))
