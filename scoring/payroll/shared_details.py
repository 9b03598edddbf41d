"""Details that workers share: accounts, addresses, telephone numbers, next of kin.

Each has innocent explanations, which the finding names: a sign is a reason to ask.
"""

from datetime import date

import numpy as np

from scoring.escalation.indicators import indicators_of
from scoring.escalation.route import urgent_route
from scoring.findings import Evidence, Finding, Rule, rule
from scoring.payroll.findings import PEOPLE, SHOWN, Verdicts, findings, named
from scoring.payroll.prepare import FILE, Pay, first_rows
from scoring.payroll.samples import UNKNOWN, Ints
from scoring.reference.vocabulary import Outcome, Severity, Theme

CONTROLLED = 3  # our choice: two may be a couple
HOUSEHOLD = 5
PayRule = Rule[[Pay, date], tuple[Finding, ...]]


@rule(
    "payslip.shared_account",
    version=1,
    theme=Theme.PAY,
    title="No two workers are paid into one bank account",
    source="ILO Indicators of Forced Labour (wages withheld); Employment Rights Act 1996 s13",
    valid_from=date(1996, 8, 22),
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
    valid_from=date(2006, 4, 6),
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
    valid_from=date(2021, 1, 1),
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
    valid_from=date(1996, 8, 22),
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


def _shared(
    judge: PayRule, pay: Pay, codes: Ints, people: Ints, at: date, least: int, said: str
) -> tuple[Finding, ...]:
    """A finding for each group code that `least` or more different workers have."""
    known = codes != UNKNOWN
    seen = np.unique(people[known])
    if not seen.size:
        detail = f"Unknown: whether workers {said} is not on record."
        return (judge.finding(Outcome.UNKNOWN, detail, subject="sample"),)
    pairs = np.unique(np.stack((codes[known], people[known]), axis=1), axis=0)
    first = np.flatnonzero(np.diff(pairs[:, 0], prepend=-1))
    groups = [each[:, 1] for each in np.split(pairs, first[1:]) if len(each) >= least]
    cases = tuple(_group(judge, pay, each, at, said) for each in groups)
    return cases + _others(judge, pay, seen.size, said, alone=not groups)


def _group(judge: PayRule, pay: Pay, members: Ints, at: date, said: str) -> Finding:
    names = named(pay.workers, members.tolist())
    detail = f"{len(members):,} workers {said}: {names}."
    money = judge is shared_account
    urgent = money and len(members) >= CONTROLLED
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
        evidence=_lines(pay, members, money),
        urgent=urgent,
        indicators=indicators_of(judge.card.id),
    )


def _lines(pay: Pay, members: Ints, money: bool) -> tuple[Evidence, ...]:
    """Where each member's detail stands: on a payslip for an account, else in the list."""
    paid = first_rows(pay, pay.slips.account != UNKNOWN) if money else pay.workers.row
    rows = np.where(paid > 0, paid, pay.workers.row)
    return tuple(
        Evidence(
            pay.workers.labels[index],
            FILE if money and paid[index] > 0 else PEOPLE,
            row=int(rows[index]) if rows[index] > 0 else None,
        )
        for index in members.tolist()[:SHOWN]
    )


def _others(judge: PayRule, pay: Pay, seen: int, said: str, *, alone: bool) -> tuple[Finding, ...]:
    """What is left to say: not seen among those on record, unknown for the rest."""
    results = []
    if alone:
        detail = f"Not seen among {seen:,} workers"
        proof = (Evidence(detail, PEOPLE),)
        results.append(judge.finding(Outcome.MET, f"{detail}.", subject="sample", evidence=proof))
    if seen < pay.workers.count:
        left = pay.workers.count - seen
        who = "1 worker" if left == 1 else f"{left:,} workers"
        detail = f"Unknown for {who}: whether they {said} is not on record."
        results.append(judge.finding(Outcome.UNKNOWN, detail, subject="sample"))
    return tuple(results)
