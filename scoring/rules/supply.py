"""Who supplies the workers: licences of labour providers, and subcontractors at every tier."""

from datetime import date

from scoring.escalation.route import labour_authority
from scoring.facts import AnswerValue, SupplierFacts
from scoring.findings import Finding, rule
from scoring.reference.vocabulary import Outcome, Theme
from scoring.rules.answers import gated, judged, value_of


@rule(
    "supply.licence",
    version=1,
    theme=Theme.LAW,
    title="Labour providers hold the licence that they need",
    source="Gangmasters (Licensing) Act 2004 ss3-6, 12-13; Fair Work Agency (from 7 April 2026; "
    "before: Gangmasters and Labour Abuse Authority)",
    valid_from=date(2006, 10, 1),
)
def licence(facts: SupplierFacts, at: date) -> Finding:
    """Those who supply workers to licensed sectors are in the public register.

    A licence is needed to supply workers to agriculture, horticulture, shellfish gathering, and
    the processing and packing of their produce. Grounds maintenance and landscape gardening are
    not agricultural work, so no licence is needed for them. Licences come from the Fair Work
    Agency since 7 April 2026 and came from the Gangmasters and Labour Abuse Authority before.
    """
    authority = labour_authority(at)
    for question, why in (
        ("supply.labour_provider", "no labour provider supplies the workers"),
        ("supply.licensed_work", "none of the work is in a licensed sector"),
    ):
        if value_of(facts, question, at) is AnswerValue.NO:
            detail = f"Not needed: {why}. Licences come from {authority}."
            return licence.finding(Outcome.NOT_APPLICABLE, detail)
    finding = judged(licence, facts, "supply.licence", at)
    return licence.finding(
        finding.outcome,
        f"{finding.detail} Licences come from {authority}.",
        severity=finding.severity,
        remedy=finding.remedy,
        evidence=finding.evidence,
        indicators=finding.indicators,
    )


@rule(
    "supply.tiers",
    version=1,
    theme=Theme.CONDITIONS,
    title="Every subcontractor is known",
    source="Home Office, Transparency in supply chains guidance (2025); PPN 009 guidance "
    "(supply-chain mapping); Procurement Act 2023 s28",
    valid_from=date(2015, 10, 29),
)
def tiers(facts: SupplierFacts, at: date) -> Finding:
    """Every subcontractor that works on the contract is known, at every tier.

    Exploitation hides where nobody knows who employs the workers.
    """
    return gated(
        tiers,
        facts,
        "supply.tiers",
        at,
        gate="supply.subcontracted",
        why="no subcontractor works on the contract",
    )
