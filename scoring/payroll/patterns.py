"""Patterns across workers and payslips that are signs of control: shared details, repeated debts.

Each has innocent explanations, which the finding names: a sign is a reason to ask.
"""

from datetime import date

import numpy as np

from scoring.findings import Evidence, Finding, Rule, rule
from scoring.indicators import indicators_of
from scoring.money import pence
from scoring.payroll.payslips import FILE, Pay, first_rows
from scoring.payroll.samples import UNKNOWN, Flags, Ints
from scoring.payroll.telling import Verdicts, findings
from scoring.urgent import urgent_route
from scoring.vocabulary import Outcome, Severity, Theme

REPEATS = 3
HOUSEHOLD = 5
PayRule = Rule[[Pay, date], tuple[Finding, ...]]


@rule(
    "payslip.shared_account",
    version=1,
    theme=Theme.PAY,
    title="No two workers are paid into one bank account",
    source="ILO Indicators of Forced Labour (wages withheld); Employment Rights Act 1996 s13",
)
def shared_account(pay: Pay, at: date) -> tuple[Finding, ...]:
    """Each bank account receives one worker's wages.

    Two workers with one account may be a couple. Three or more, or an agency's account, may mean
    that someone else holds their wages: that is urgent. Both thresholds are our choice.
    """
    codes = np.concatenate((pay.workers.account, pay.slips.account))
    people = np.concatenate((np.arange(pay.workers.count), pay.slips.worker))
    return _shared(shared_account, pay, codes, people, at, 2, "are paid into one bank account")


@rule(
    "workers.same_address",
    version=1,
    theme=Theme.CONDITIONS,
    title="Few workers live at one address",
    source="ILO Indicators of Forced Labour (abusive living conditions); Housing Act 2004 Part 2",
)
def same_address(pay: Pay, at: date) -> tuple[Finding, ...]:
    """Fewer than five workers live at one address.

    Families and shared houses are common; five or more, from which a house is often one that needs
    a licence, is our choice of where to ask who provides the home.
    """
    people = np.arange(pay.workers.count)
    said = "live at one address"
    return _shared(same_address, pay, pay.workers.address, people, at, HOUSEHOLD, said)


@rule(
    "workers.same_contact",
    version=1,
    theme=Theme.CONDITIONS,
    title="Workers have their own telephone number and next of kin",
    source="Ending Modern Slavery strategy 2021-2026, appendix 4 (presence of a controller)",
)
def same_contact(pay: Pay, at: date) -> tuple[Finding, ...]:
    """No two workers give the same telephone number, and no three the same next of kin.

    A family may share either. A supervisor's or agency's number for many may mean that someone
    speaks for them.
    """
    people = np.arange(pay.workers.count)
    phone, kin = pay.workers.phone, pay.workers.kin
    return (
        *_shared(same_contact, pay, phone, people, at, 2, "give the same telephone number"),
        *_shared(same_contact, pay, kin, people, at, 3, "give the same next of kin"),
    )


@rule(
    "payslip.own_account",
    version=1,
    theme=Theme.PAY,
    title="Wages go to an account in the worker's own name",
    source="ILO Indicators of Forced Labour (wages withheld); Employment Rights Act 1996 s13",
)
def own_account(pay: Pay, at: date) -> tuple[Finding, ...]:
    """Each worker's wages go to an account in that worker's own name.

    Wages paid to an agency's or another person's account may never reach the worker: urgent.
    """
    size, worker = pay.workers.count, pay.slips.worker
    no = np.bincount(worker[pay.slips.own_account == 0], minlength=size)
    yes = np.bincount(worker[pay.slips.own_account == 1], minlength=size)
    broken = (no > 0) | (pay.workers.own_account == 0)
    fine = ~broken & ((yes > 0) | (pay.workers.own_account == 1))
    why = "whose account wages are paid into is not on record"
    rows = first_rows(pay, pay.slips.own_account == 0)
    return findings(
        own_account,
        pay.workers,
        Verdicts(broken, ~broken & ~fine, fine, no, rows, why),
        lambda _: "Wages are paid into an account that is not in the worker's own name.",
        at=at,
        severity=Severity.CRITICAL,
        remedy="",
        file=FILE,
        urgent=True,
    )


@rule(
    "payslip.repeated_deductions",
    version=1,
    theme=Theme.PAY,
    title="No deduction repeats like a debt",
    source="ILO Indicators of Forced Labour (debt bondage); Employment Rights Act 1996 s13; "
    "Employment Agencies Act 1973 s6",
)
def repeated_deductions(pay: Pay, at: date) -> tuple[Finding, ...]:
    """No worker has the same sum taken from three or more payslips in a row.

    Tax, National Insurance and pension are not counted. A season ticket or a savings plan looks
    the same; a reason that names a fee, a loan, a fine or transport weighs more. Three is our
    choice.
    """
    if not pay.slips.worker.size:
        return ()
    found: list[Finding] = []
    for debt, severity in ((True, Severity.HIGH), (False, Severity.MEDIUM)):
        longest, amount = _repeats(pay, debt)
        broken = longest >= REPEATS
        found += _told(pay, broken, amount, debt, severity, at)
    return tuple(found) or _none(repeated_deductions, pay)


def _told(
    pay: Pay, broken: Flags, amount: Ints, debt: bool, severity: Severity, at: date
) -> tuple[Finding, ...]:
    reason = "for a fee, loan, fine or transport" if debt else "for a reason to be asked"
    none = np.zeros(broken.size, np.bool_)
    return findings(
        repeated_deductions,
        pay.workers,
        Verdicts(broken, none, none, amount, first_rows(pay, pay.slips.taken > 0)),
        lambda sum: f"{pence(sum)} taken from three or more payslips in a row {reason}.",
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


def _shared(
    judge: PayRule, pay: Pay, codes: Ints, people: Ints, at: date, least: int, said: str
) -> tuple[Finding, ...]:
    """A finding for each group code that `least` or more different workers have."""
    known = codes != UNKNOWN
    pairs = np.unique(np.stack((codes[known], people[known]), axis=1), axis=0)
    if not pairs.size:
        detail = f"Unknown: whether workers {said} is not on record."
        return (judge.finding(Outcome.UNKNOWN, detail, subject="sample"),)
    first = np.flatnonzero(np.diff(pairs[:, 0], prepend=-1))
    groups = [each[:, 1] for each in np.split(pairs, first[1:]) if len(each) >= least]
    return tuple(_group(judge, pay, each, at, said) for each in groups) or _none(judge, pay)


def _group(judge: PayRule, pay: Pay, members: Ints, at: date, said: str) -> Finding:
    names = ", ".join(pay.workers.labels[index] for index in members.tolist())
    detail = f"{len(members)} workers {said}: {names}."
    money = judge is shared_account
    urgent = money and len(members) >= REPEATS
    heavy = Severity.CRITICAL if urgent else Severity.HIGH if money else Severity.MEDIUM
    return judge.finding(
        Outcome.NOT_MET,
        detail,
        severity=heavy,
        remedy=urgent_route(at).text
        if urgent
        else "Find out, without asking the workers in "
        "front of others, whose it is and why it is shared.",
        subject=names,
        evidence=(Evidence(detail, "workers' file"),),
        urgent=urgent,
        indicators=indicators_of(judge.card.id),
    )


def _none(judge: PayRule, pay: Pay) -> tuple[Finding, ...]:
    said = f"Not seen among {pay.workers.count:,} workers"
    return (
        judge.finding(Outcome.MET, f"{said}.", subject="sample", evidence=(Evidence(said, FILE),)),
    )


def _repeats(pay: Pay, debt: bool) -> tuple[Ints, Ints]:
    """Each worker's longest run of equal deductions by payslip order, and the sum in pence."""
    slips = pay.slips
    order = np.lexsort((slips.row, slips.start, slips.worker))
    worker, taken = slips.worker[order], slips.taken[order]
    is_debt = slips.debt[order] == 1
    new = np.diff(worker, prepend=-1) != 0
    new[1:] |= (taken[1:] != taken[:-1]) | (is_debt[1:] != is_debt[:-1])
    first = np.flatnonzero(new)
    length = np.diff(np.append(first, worker.size))
    counted = (taken[first] > 0) & (is_debt[first] == debt)
    longest = np.zeros(pay.workers.count, np.int64)
    amount = np.zeros(pay.workers.count, np.int64)
    np.maximum.at(longest, worker[first][counted], length[counted])
    top = counted & (length == longest[worker[first]])
    amount[worker[first][top]] = taken[first][top]
    return longest, amount
