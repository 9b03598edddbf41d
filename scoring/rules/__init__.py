"""The rule book: every rule on record, and the door that judges a supplier by them."""

from datetime import date

from scoring.escalation.urgency import urgent
from scoring.facts import ContractFacts, SupplierFacts
from scoring.findings import Finding, Rule
from scoring.payroll.rule_sets import HOUR_RULES, PEOPLE_RULES, SLIP_RULES
from scoring.rules import (
    accreditation,
    conditions,
    exclusion,
    freedom,
    observed,
    pay,
    price,
    recruitment,
    supply,
)
from scoring.rules.contradictions import CONTRADICTIONS, contradictions

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
    recruitment.identity_documents,
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
    exclusion.associated,
    exclusion.subcontractors,
    exclusion.self_cleaning,
)

RULEBOOK: tuple[Rule[..., Finding] | Rule[..., tuple[Finding, ...]], ...] = (
    *PER_CONTRACT,
    *PER_SUPPLIER,
    observed.signs,
    *HOUR_RULES,
    *SLIP_RULES,
    *PEOPLE_RULES,
    *CONTRADICTIONS,
    urgent,
)


def judge(facts: SupplierFacts, *, at: date) -> tuple[Finding, ...]:
    """Judge a supplier, each of its contracts and its answers by every rule in force.

    Args:
        facts: What is known; None and empty are unknown.
        at: The day the judgement is for; rates and rules are those of that day.
    """
    findings = (
        *(
            each(contract, at)
            for contract in facts.contracts
            for each in PER_CONTRACT
            if each.in_force(at)
        ),
        *(each(facts, at) for each in PER_SUPPLIER if each.in_force(at)),
        *(observed.signs(facts, at) if observed.signs.in_force(at) else ()),
    )
    return (*findings, *urgent(findings, at))
