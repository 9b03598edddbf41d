"""Contradictions: the statement says one thing, and pay, answers or registers deny it."""

import re
from datetime import date

from scoring.facts import SupplierFacts
from scoring.findings import Evidence, Finding, rule
from scoring.indicators import indicators_of
from scoring.vocabulary import EvidenceStatus, Outcome, Severity, Theme

_LIVING_WAGE = re.compile(r"\bliving wage\b", re.IGNORECASE)
_CLAIMED = frozenset({EvidenceStatus.DONE, EvidenceStatus.VAGUE})


@rule(
    "contradiction.living_wage",
    version=1,
    theme=Theme.STATEMENT,
    title="What the statement says of the Living Wage agrees with pay on contracts",
    source="Ending Modern Slavery strategy 2021-2026, objective 2; Home Office, Transparency in "
    "supply chains guidance (2025)",
)
def living_wage(
    said: tuple[Evidence, ...], findings: tuple[Finding, ...], facts: SupplierFacts, at: date
) -> tuple[Finding, ...]:
    """A statement that tells of paying the Living Wage stands beside contracts that pay less.

    Both are shown: the sentence and the contract's pay. A promise for the future or a denial is
    no claim, and a contract whose pay is unknown contradicts nothing.
    """
    claims = tuple(
        each for each in said if each.status in _CLAIMED and _LIVING_WAGE.search(each.quote)
    )
    short = [
        each
        for each in findings
        if each.rule == "pay.living_wage" and each.outcome is Outcome.NOT_MET
    ]
    return tuple(
        living_wage.finding(
            Outcome.NOT_MET,
            f"{facts.name} writes that it pays the Living Wage, yet on {at} the record of this "
            f"contract shows less. {each.detail}",
            severity=Severity.HIGH,
            remedy="Ask the supplier which workers its sentence means, and for their payslips.",
            subject=each.subject,
            evidence=claims + each.evidence,
            indicators=indicators_of("contradiction.living_wage"),
        )
        for each in short
        if claims
    )


def contradictions(
    statement_evidence: tuple[Evidence, ...],
    findings: tuple[Finding, ...],
    facts: SupplierFacts,
    *,
    at: date,
) -> tuple[Finding, ...]:
    """Find where a statement says one thing and pay, answers or records another.

    Args:
        statement_evidence: Sentences of the supplier's statements, with their status.
        findings: What `judge` and `judge_sample` found.
        facts: What is known of the supplier.
        at: The day the judgement is for.
    """
    return living_wage(statement_evidence, findings, facts, at)
