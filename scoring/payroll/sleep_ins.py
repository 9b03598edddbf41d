"""Nights that a payslip leaves out and pays by the night, as an employer pays for sleep-ins."""

from datetime import date

import numpy as np

from scoring.findings import Finding, rule
from scoring.payroll.findings import Verdicts, findings, hours
from scoring.payroll.legal import minimum_bounds
from scoring.payroll.prepare import FILE, Pay, first_rows
from scoring.reference.money import pence
from scoring.reference.vocabulary import Severity, Theme

WHY = (
    "the payslip leaves nights out and pays a sum for each, as for sleep-ins: ask where the worker"
    " sleeps, whether they may sleep all night, and for the times awake (reg 32)"
)


@rule(
    "payslip.sleep_ins",
    version=1,
    theme=Theme.PAY,
    title="Nights paid by a sum are nights to sleep",
    source="National Minimum Wage Regulations 2015 reg 32; Royal Mencap Society v "
    "Tomlinson-Blake [2021] UKSC 8",
    valid_from=date(2021, 3, 19),
)
def sleep_ins(pay: Pay, at: date) -> tuple[Finding, ...]:
    """A night that is paid by a sum and not by the hour is one in which the worker may sleep.

    It is read as a sleep-in where the payslip's hours leave the night out, the worker has other
    work close to it, and at least £25 a night are paid beyond those hours at the legal minimum.
    The minimum wage is then judged on the hours outside the night. Records cannot show whether the
    worker may sleep, so this stays unknown: the finding gives what is due if they must stay awake.
    A sleep-in that the rota names concerns nobody here. The sum is our choice.
    """
    time, size = pay.time, pay.workers.count
    due = -(-time.waking * minimum_bounds(pay.slips, pay.workers).high // 60)
    night = np.where(time.sleep_ins, time.waking - time.high, 0)
    missing = np.where(time.sleep_ins, np.maximum(due - pay.least - pay.free_home, 0), 0)
    minutes, sums = (
        np.bincount(pay.slips.worker, each, size).astype(np.int64) for each in (night, missing)
    )
    doubtful = np.bincount(pay.slips.worker, time.sleep_ins, size) > 0
    none = np.zeros(size, np.bool_)

    def between(index: int) -> str:
        if not sums[index]:
            return f"{hours(int(minutes[index]))}; pay reaches the minimum awake or asleep."
        return (
            f"{hours(int(minutes[index]))}; awake all night, {pence(int(sums[index]))} is short."
        )

    return findings(
        sleep_ins,
        pay.workers,
        Verdicts(none, doubtful, none, sums, first_rows(pay, time.sleep_ins), WHY, between),
        pence,
        at=at,
        severity=Severity.INFO,
        remedy="",
        file=FILE,
    )
