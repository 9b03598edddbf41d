"""Which single fact would change a proposal, and to what."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from scoring.decisions.grounds import ROUTE, missing_needs
from scoring.decisions.needs import needs
from scoring.decisions.propose import Proposal, propose
from scoring.decisions.reasons import reason_of
from scoring.findings import Finding
from scoring.reference.vocabulary import Decision, Outcome
from scoring.risk.records import Risk

SHOWN = 5


@dataclass(frozen=True, slots=True)
class Turn:
    """One fact that would change the proposal: the fact in words, and what would be proposed."""

    fact: str
    decision: Decision


def turns_of(
    proposal: Proposal,
    findings: tuple[Finding, ...],
    risk_of: Callable[[tuple[Finding, ...]], Risk],
    *,
    at: date,
) -> tuple[Turn, ...]:
    """Return the single facts that, learned or put right, would change a proposal.

    Args:
        proposal: What is proposed now.
        findings: What the rules concluded.
        risk_of: The risk that is left with other findings.
        at: The day.
    """
    turns = []
    for fact, changed in _changes(proposal, findings):
        then = propose(changed, risk_of(changed), at=at).decision
        if then is not proposal.decision:
            turns.append(Turn(fact, then))
    return tuple(turns[:SHOWN])


def _changes(
    proposal: Proposal, findings: tuple[Finding, ...]
) -> Iterable[tuple[str, tuple[Finding, ...]]]:
    for each in proposal.reasons:
        if each.outcome is Outcome.NOT_MET and each.rule != ROUTE:
            rest = tuple(f for f in findings if f is not each and f.rule != ROUTE)
            yield f"Put right: {reason_of(each)}", rest
    for each in missing_needs(findings):
        held = replace(each, outcome=Outcome.MET, detail="Known: answered.")
        known = tuple(held if f is each else f for f in findings)
        yield f"Known: {needs()[each.subject].missing}", known
    if proposal.decision is Decision.CLEAR:
        for each in proposal.reasons:
            lost = replace(each, outcome=Outcome.UNKNOWN)
            doubted = tuple(lost if f is each else f for f in findings)
            yield f"No longer known: {needs()[each.subject].missing}", doubted
