"""The rule book: every rule on record, and the door that judges a supplier by them."""

from datetime import date

from scoring.facts import ContractFacts, SupplierFacts
from scoring.findings import Finding, Rule
from scoring.rules import pay, price, said_against_shown
from scoring.rules.said_against_shown import contradictions

__all__ = ["RULEBOOK", "contradictions", "judge"]

PER_CONTRACT: tuple[Rule[[ContractFacts, date], Finding], ...] = (
    pay.minimum,
    pay.living,
    price.living_wage_floor,
    price.minimum_wage_floor,
    price.indexation,
)

RULEBOOK: tuple[Rule[..., Finding] | Rule[..., tuple[Finding, ...]], ...] = (
    *PER_CONTRACT,
    said_against_shown.living_wage,
)


def judge(facts: SupplierFacts, *, at: date) -> tuple[Finding, ...]:
    """Judge a supplier, each of its contracts and its answers by every rule.

    Args:
        facts: What is known; None and empty are unknown.
        at: The day the judgement is for; rates and rule versions are those of that day.
    """
    return tuple(rule(contract, at) for contract in facts.contracts for rule in PER_CONTRACT)
