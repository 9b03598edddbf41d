"""What is taken from pay: sums that repeat like a debt, most of pay, and pay that just vanishes.

Each has innocent explanations, which the finding names: a sign is a reason to ask. Tax, National
Insurance, pension, student loan, court orders, union dues, loans, advances and overpayments are no
such sign.
"""

from datetime import date

import numpy as np

from scoring.findings import Finding, rule
from scoring.payroll.findings import Verdicts, findings, weigh
from scoring.payroll.prepare import FILE, Pay, first_rows
from scoring.payroll.samples import Flags, Ints
from scoring.reference.money import pence
from scoring.reference.vocabulary import Outcome, Severity, Theme

REPEATS = 3
ASK_WHAT = "Ask what is owed, to whom, and for the worker's written agreement."


@rule(
    "payslip.repeated_deductions",
    version=2,
    theme=Theme.PAY,
    title="No deduction repeats like a debt",
    source="ILO Indicators of Forced Labour (debt bondage); Employment Rights Act 1996 s13; "
    "Employment Agencies Act 1973 s6",
    valid_from=date(1996, 8, 22),
)
def repeated_deductions(pay: Pay, at: date) -> tuple[Finding, ...]:
    """No worker has the same sum, or any sum for a debt, taken from three payslips in a row.

    A debt is a deduction that names a fee, a fine, a visa or transport, whatever the sums. Other
    deductions count where the sum repeats and they are for the employer's use or not named. What
    the law excepts is no sign: tax, student loan, court order, pension, union dues, a loan or
    advance, an overpayment. Three is our choice.
    """
    slips = pay.slips
    count = np.bincount(slips.worker, minlength=pay.workers.count)
    debts, owed = _repeats(pay, slips.owed, same=False)
    others, taken = _repeats(pay, slips.taken + slips.unclear - slips.owed, same=True)
    in_debt = debts >= REPEATS
    repeated = (others >= REPEATS) & ~in_debt
    some = np.bincount(slips.worker, slips.taken + slips.unclear, pay.workers.count) > 0
    few = (count > 0) & (count < REPEATS) & some
    none = np.zeros(count.size, np.bool_)
    fine = (count > 0) & ~in_debt & ~repeated & ~few
    cases = (
        *_repeated(pay, Verdicts(in_debt, none, none, owed, _rows(pay, slips.owed)), True, at),
        *_repeated(
            pay,
            Verdicts(
                repeated,
                few,
                fine,
                taken,
                _rows(pay, slips.taken + slips.unclear),
                "fewer than three payslips",
            ),
            False,
            at,
        ),
    )
    judged = tuple(each for each in cases if each.outcome is not Outcome.NOT_APPLICABLE)
    return judged or cases[:1]


def _rows(pay: Pay, amount: Ints) -> Ints:
    return first_rows(pay, amount > 0)


def _repeated(pay: Pay, verdicts: Verdicts, debt: bool, at: date) -> tuple[Finding, ...]:
    reason = "for a fee, fine, visa or transport" if debt else "for a reason to be asked"
    top = Severity.HIGH if debt else Severity.MEDIUM
    return findings(
        repeated_deductions,
        pay.workers,
        verdicts,
        lambda sum: f"{pence(sum)} in all taken on three or more payslips in a row {reason}.",
        at=at,
        severity=lambda each: weigh(each, some=1000, much=10000, top=top),
        remedy=ASK_WHAT,
        file=FILE,
    )


@rule(
    "payslip.share_taken",
    version=2,
    theme=Theme.PAY,
    title="Workers keep most of their pay",
    source="ILO Indicators of Forced Labour (withholding of wages, debt bondage); Employment "
    "Rights Act 1996 s13; National Minimum Wage Regulations 2015 reg 14",
    valid_from=date(1996, 8, 22),
)
def share_taken(pay: Pay, at: date) -> tuple[Finding, ...]:
    """Deductions and rent take less than half of a worker's gross pay on each payslip.

    What the law excepts is not counted: tax, court orders, union dues, loans, an overpayment. Rent
    within the offset is lawful, so where only that brings it to half, the answer is unknown. Half
    is our choice, and so is a third of gross where less than half is left as net pay. A worker
    left with pocket money cannot leave; by itself the sum is a reason to ask.
    """
    slips = pay.slips
    own = slips.taken + slips.unclear
    over, whole = own + pay.rent_over, own + slips.rent
    little = (slips.net >= 0) & (2 * (slips.net + slips.excepted) < slips.gross)
    most = (whole > 0) & ((2 * over >= slips.gross) | (little & (3 * whole >= slips.gross)))
    perhaps = (whole > 0) & (2 * whole >= slips.gross) & ~most
    size = pay.workers.count
    count = np.bincount(slips.worker[most], minlength=size)
    open_ = np.bincount(slips.worker[perhaps], minlength=size) > 0
    seen = np.bincount(slips.worker, minlength=size) > 0
    return findings(
        share_taken,
        pay.workers,
        Verdicts(
            count > 0,
            open_ & (count == 0),
            seen & (count == 0) & ~open_,
            count,
            first_rows(pay, most),
            "rent within the lawful offset takes half or more of a small wage: ask what is left "
            "to live on",
        ),
        lambda slips: (
            f"Half or more of what the worker earned was taken on {slips} "
            f"payslip{'s' * (slips > 1)}."
        ),
        at=at,
        severity=Severity.CRITICAL,
        remedy=ASK_WHAT,
        file=FILE,
    )


@rule(
    "payslip.net_pay",
    version=1,
    theme=Theme.PAY,
    title="Net pay is what the payslip explains",
    source="Employment Rights Act 1996 ss8, 13; ILO Indicators of Forced Labour (withholding of "
    "wages)",
    valid_from=date(1996, 8, 22),
)
def net_pay(pay: Pay, at: date) -> tuple[Finding, ...]:
    """The deductions on a payslip explain all that parts gross from net pay.

    Where the payslip shows tax, over five pounds unexplained is too much. Where it shows none, up
    to 35 % of gross may be tax, National Insurance and pension; more is too much. Both are our
    choice.
    """
    slips, size = pay.slips, pay.workers.count
    amount = np.bincount(slips.worker, pay.missing, size).astype(np.int64)
    stated = np.bincount(slips.worker, slips.net >= 0, size) > 0
    return findings(
        net_pay,
        pay.workers,
        Verdicts(
            amount > 0,
            amount < 0,
            stated & (amount == 0),
            amount,
            first_rows(pay, pay.missing > 0),
        ),
        lambda missing: f"{pence(missing)} between gross and net pay has no named deduction.",
        at=at,
        severity=lambda each: weigh(each, some=1000, much=5000, top=Severity.HIGH),
        remedy="Ask for an itemised payslip with every deduction and its purpose.",
        file=FILE,
        in_all=lambda total: f"{pence(total)} in all.",
    )


@rule(
    "payslip.employer_costs",
    version=1,
    theme=Theme.PAY,
    title="The employer pays its own National Insurance",
    source="Social Security Contributions and Benefits Act 1992 Sch 1 para 3A (employer's "
    "contributions); Employment Rights Act 1996 s13; Conduct of Employment Agencies and "
    "Employment Businesses Regulations 2003 reg 13A (key information document)",
    valid_from=date(1996, 8, 22),
)
def employer_costs(pay: Pay, at: date) -> tuple[Finding, ...]:
    """Nothing is taken from pay for the employer's National Insurance or apprenticeship levy.

    An employer may not recover its own contributions from the worker. An umbrella company may meet
    them from what the agency pays it, but not from the worker's gross pay. Its margin alone is no
    breach where the worker was given the key information document: then ask for that document.
    """
    slips, size = pay.slips, pay.workers.count
    own = np.bincount(slips.worker, slips.employer_costs, size).astype(np.int64)
    margin = np.bincount(slips.worker, slips.umbrella, size) > 0
    seen = np.bincount(slips.worker, minlength=size) > 0
    uncertain: Flags = margin & (own == 0)
    return findings(
        employer_costs,
        pay.workers,
        Verdicts(
            own > 0,
            uncertain,
            seen & (own == 0) & ~uncertain,
            own,
            first_rows(pay, slips.employer_costs > 0),
            "an umbrella company's margin is taken: ask for the key information document and what "
            "the agency pays the umbrella company",
        ),
        lambda sum: (
            f"{pence(sum)} is taken from pay for the employer's own National Insurance or "
            "apprenticeship levy. Umbrella companies sometimes do this."
        ),
        at=at,
        severity=Severity.HIGH,
        remedy="Ask the agency and the umbrella company for the key information document "
        "and the assignment rate. Ask for a payslip with gross pay after the employer's costs.",
        file=FILE,
        in_all=lambda total: f"{pence(total)} in all.",
    )


def _repeats(pay: Pay, amount: Ints, *, same: bool) -> tuple[Ints, Ints]:
    """Each worker's longest run of payslips with such a sum, and what it took in pence.

    Args:
        pay: The payslips.
        amount: Pence on each.
        same: Only equal sums make a run.
    """
    slips = pay.slips
    order = np.lexsort((slips.row, slips.start, slips.worker))
    worker, taken = slips.worker[order], amount[order]
    new = np.diff(worker, prepend=-1) != 0
    new[1:] |= taken[1:] != taken[:-1] if same else (taken[1:] > 0) != (taken[:-1] > 0)
    first = np.flatnonzero(new)
    length = np.diff(np.append(first, worker.size))
    counted = taken[first] > 0
    sums = np.add.reduceat(taken, first) if first.size else first
    longest = np.zeros(pay.workers.count, np.int64)
    total = np.zeros(pay.workers.count, np.int64)
    np.maximum.at(longest, worker[first][counted], length[counted])
    top = counted & (length == longest[worker[first]])
    np.maximum.at(total, worker[first][top], sums[top])
    return longest, total
