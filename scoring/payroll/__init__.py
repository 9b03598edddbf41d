"""Samples of shifts and payslips: every rule on hours, pay and patterns, and the door to them."""

from datetime import date

from scoring.escalation.urgency import hold_questions, urgent
from scoring.findings import Finding
from scoring.payroll.prepare import prepare_pay
from scoring.payroll.rota import clocked_only, prepare
from scoring.payroll.rule_sets import (
    CLOCK_RULES,
    HOUR_RULES,
    PEOPLE_RULES,
    SLIP_RULES,
    TOTAL_RULES,
)
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
