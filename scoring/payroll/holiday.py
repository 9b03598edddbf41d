"""Paid holiday that builds up with the hours of those who work irregular hours."""

from datetime import date

import numpy as np

from scoring.findings import Finding, rule
from scoring.payroll.findings import Verdicts, findings, hours
from scoring.payroll.prepare import FILE, Pay, first_rows
from scoring.reference.vocabulary import Severity, Theme


@rule(
    "payslip.holiday",
    version=2,
    theme=Theme.PAY,
    title="Paid holiday builds up with hours worked",
    source="Working Time Regulations 1998 regs 13, 13A, 15B, 15F",
    valid_from=date(2009, 4, 1),
)
def holiday(pay: Pay, at: date) -> tuple[Finding, ...]:
    """Holiday accrues at 12.07 % of hours for those with irregular hours or part of the year.

    That is 5.6 weeks in the 46.4 that are worked (reg 15B). Everyone else has leave for the year,
    so a payslip that shows none earned is no breach. Where the contract is not said and the
    payslips' hours vary, or the rate falls short, the answer is unknown. Half an hour a payslip is
    left to rounding. It concerns holiday earned, which may be taken later.
    """
    slips, size = pay.slips, pay.workers.count
    due = np.maximum(pay.time.low, 0) * 1207 // 10000
    missing = np.where(slips.accrued >= 0, due - slips.accrued, 0)
    total = np.bincount(slips.worker, missing, size).astype(np.int64)
    slack = 30 * np.bincount(slips.worker, minlength=size)
    silent = np.bincount(slips.worker, (slips.accrued < 0) | (pay.time.low < 0), size) > 0
    seen = np.bincount(slips.worker, minlength=size) > 0
    shown = np.bincount(slips.worker, slips.accrued > 0, size) > 0
    irregular = pay.workers.irregular
    regular = (irregular == 0) | ((irregular < 0) & ~_varies(pay) & ~shown)
    concerned = seen & ~regular
    short = concerned & (total > slack) & ~silent
    broken = short & (irregular == 1)
    doubtful = concerned & (silent | (short & ~broken))
    return findings(
        holiday,
        pay.workers,
        Verdicts(
            broken,
            doubtful,
            concerned & ~doubtful & ~broken,
            total,
            first_rows(pay, np.ones(slips.row.size, np.bool_)),
            "whether the hours are irregular, or the holiday earned, is not on record",
        ),
        lambda missing: f"{hours(missing)} of paid holiday are missing.",
        at=at,
        severity=Severity.MEDIUM,
        remedy="Ask for the leave records, which must be kept for six years.",
        file=FILE,
    )


def _varies(pay: Pay) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Whether a worker's payslips show hours that differ by more than a tenth."""
    size, slips = pay.workers.count, pay.slips
    most = np.zeros(size, np.int64)
    least = np.full(size, np.iinfo(np.int64).max)
    known = slips.minutes >= 0
    daily = slips.minutes * 7 // np.maximum(slips.end - slips.start + 1, 1)
    np.maximum.at(most, slips.worker[known], daily[known])
    np.minimum.at(least, slips.worker[known], daily[known])
    varies: np.ndarray[tuple[int], np.dtype[np.bool_]] = most * 10 > least * 11
    return varies
