"""The rule book: every rule on record, and the door that judges a supplier by them."""

from datetime import date

from scoring.facts import ContractFacts, SupplierFacts
from scoring.findings import Finding, Rule
from scoring.payroll import HOUR_RULES, PAY_RULES
from scoring.rules import (
    accreditation,
    conditions,
    exclusion,
    freedom,
    observed,
    pay,
    price,
    recruitment,
    said_against_shown,
    supply,
)
from scoring.rules.said_against_shown import contradictions
from scoring.urgency import urgent

__all__ = ["PER_CONTRACT", "PER_SUPPLIER", "RULEBOOK", "contradictions", "judge"]

PER_CONTRACT: tuple[Rule[[ContractFacts, date], Finding], ...] = (
    pay.minimum,
    pay.living,
    price.living_wage_floor,
    price.minimum_wage_floor,
    price.indexation,
)

PER_SUPPLIER: tuple[Rule[[SupplierFacts, date], Finding], ...] = (
    accreditation.accreditation,
    recruitment.fees,
    recruitment.terms_as_promised,
    recruitment.contract_language,
    recruitment.identity_kept,
    recruitment.right_to_work,
    freedom.to_leave,
    freedom.threats,
    freedom.contact,
    conditions.accommodation_tied,
    conditions.accommodation_decent,
    conditions.safety,
    conditions.payslips,
    conditions.own_account,
    conditions.deductions,
    conditions.as_promised,
    conditions.rest_days,
    conditions.overtime_voluntary,
    conditions.grievance,
    conditions.union,
    conditions.training,
    supply.licence,
    supply.tiers,
    exclusion.mandatory,
    exclusion.discretionary,
    exclusion.debarment,
    exclusion.self_cleaning,
)

RULEBOOK: tuple[Rule[..., Finding] | Rule[..., tuple[Finding, ...]], ...] = (
    *PER_CONTRACT,
    *PER_SUPPLIER,
    observed.signs,
    *HOUR_RULES,
    *PAY_RULES,
    said_against_shown.living_wage,
    urgent,
)


def judge(facts: SupplierFacts, *, at: date) -> tuple[Finding, ...]:
    """Judge a supplier, each of its contracts and its answers by every rule in force.

    Args:
        facts: What is known; None and empty are unknown.
        at: The day the judgement is for; rates and rules are those of that day.
    """
    found = (
        *(each(contract, at) for contract in facts.contracts for each in PER_CONTRACT),
        *(each(facts, at) for each in PER_SUPPLIER if in_force(each, at)),
        *observed.signs(facts, at),
    )
    return (*found, *urgent(found, at))


def in_force(rule: Rule[[SupplierFacts, date], Finding], at: date) -> bool:
    """Return whether a rule is in force on a day."""
    card = rule.card
    return (card.valid_from is None or card.valid_from <= at) and (
        card.valid_to is None or at <= card.valid_to
    )
