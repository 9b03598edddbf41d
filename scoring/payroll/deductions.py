"""What is taken from pay: sums that repeat like a debt, and half of pay or more.

Each has innocent explanations, which the finding names: a sign is a reason to ask.
"""

from datetime import date

import numpy as np

from scoring.findings import Finding, rule
from scoring.money import pence
from scoring.payroll.ready import FILE, Pay, first_rows
from scoring.payroll.samples import Ints
from scoring.payroll.telling import Verdicts, findings
from scoring.vocabulary import Outcome, Severity, Theme

REPEATS = 3


@rule(
    "payslip.repeated_deductions",
    version=1,
    theme=Theme.PAY,
    title="No deduction repeats like a debt",
    source="ILO Indicators of Forced Labour (debt bondage); Employment Rights Act 1996 s13; "
    "Employment Agencies Act 1973 s6",
    valid_from=date(1996, 8, 22),
)
def repeated_deductions(pay: Pay, at: date) -> tuple[Finding, ...]:
    """No worker has the same sum, or any sum for a debt, taken from three payslips in a row.

    A debt is a reason that names a fee, a loan, a fine or transport, whatever the sums. Tax,
    National Insurance and pension are not counted. A season ticket or a savings plan also repeats
    the same sum, and weighs less. Three is our choice.
    """
    slips = np.bincount(pay.slips.worker, minlength=pay.workers.count)
    few = (slips > 0) & (slips < REPEATS)
    debts, owed = _repeats(pay, True)
    others, taken = _repeats(pay, False)
    in_debt, repeated = debts >= REPEATS, others >= REPEATS
    none = np.zeros(slips.size, np.bool_)
    rest = (slips >= REPEATS) & ~in_debt & ~repeated
    found = (
        *_told(pay, Verdicts(in_debt, none, none, owed, _taken_rows(pay)), True, at),
        *_told(
            pay,
            Verdicts(repeated, few, rest, taken, _taken_rows(pay), "fewer than three payslips"),
            False,
            at,
        ),
    )
    judged = tuple(each for each in found if each.outcome is not Outcome.NOT_APPLICABLE)
    return judged or found[:1]


def _taken_rows(pay: Pay) -> Ints:
    return first_rows(pay, pay.slips.taken > 0)


def _told(pay: Pay, verdicts: Verdicts, debt: bool, at: date) -> tuple[Finding, ...]:
    reason = "for a fee, loan, fine or transport" if debt else "for a reason to be asked"
    severity = Severity.HIGH if debt else Severity.MEDIUM
    return findings(
        repeated_deductions,
        pay.workers,
        verdicts,
        lambda sum: f"{pence(sum)} in all taken on three or more payslips in a row {reason}.",
        at=at,
        severity=severity,
        remedy="Ask what is owed, to whom, and for the worker's written agreement.",
        file=FILE,
    )


@rule(
    "payslip.share_taken",
    version=1,
    theme=Theme.PAY,
    title="Workers keep most of their pay",
    source="ILO Indicators of Forced Labour (withholding of wages, debt bondage); Employment "
    "Rights Act 1996 s13",
    valid_from=date(1996, 8, 22),
)
def share_taken(pay: Pay, at: date) -> tuple[Finding, ...]:
    """Deductions and rent take less than half of a worker's gross pay on each payslip.

    Tax, National Insurance and pension are not counted. Half is our choice: a worker left with
    pocket money cannot leave, which is urgent.
    """
    taken = pay.slips.taken + pay.slips.rent
    most = (2 * taken >= pay.slips.gross) & (taken > 0)
    count = np.bincount(pay.slips.worker[most], minlength=pay.workers.count)
    seen = np.bincount(pay.slips.worker, minlength=pay.workers.count) > 0
    return findings(
        share_taken,
        pay.workers,
        Verdicts(count > 0, count < 0, seen & (count == 0), count, first_rows(pay, most)),
        lambda slips: (
            f"Half or more of gross pay was taken on {slips} payslip{'s' * (slips > 1)}."
        ),
        at=at,
        severity=Severity.CRITICAL,
        remedy="",
        file=FILE,
        urgent=True,
    )


def _repeats(pay: Pay, debt: bool) -> tuple[Ints, Ints]:
    """Each worker's longest run of deductions by payslip order, and what it took in pence."""
    slips = pay.slips
    order = np.lexsort((slips.row, slips.start, slips.worker))
    worker, taken = slips.worker[order], slips.taken[order]
    is_debt = slips.debt[order] == 1
    new = np.diff(worker, prepend=-1) != 0
    differs = (taken[1:] > 0) != (taken[:-1] > 0) if debt else taken[1:] != taken[:-1]
    new[1:] |= differs | (is_debt[1:] != is_debt[:-1])
    first = np.flatnonzero(new)
    length = np.diff(np.append(first, worker.size))
    counted = (taken[first] > 0) & (is_debt[first] == debt)
    sums = np.add.reduceat(taken, first) if first.size else first
    longest = np.zeros(pay.workers.count, np.int64)
    amount = np.zeros(pay.workers.count, np.int64)
    np.maximum.at(longest, worker[first][counted], length[counted])
    top = counted & (length == longest[worker[first]])
    np.maximum.at(amount, worker[first][top], sums[top])
    return longest, amount
