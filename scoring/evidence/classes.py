"""What the classifier can tell apart: nine criteria, and the areas within risk mitigation."""

from scoring.reference.vocabulary import Criterion

CRITERIA: tuple[Criterion, ...] = (
    Criterion.APPROVAL,
    Criterion.SIGNATURE,
    Criterion.STRUCTURE,
    Criterion.OPERATIONS,
    Criterion.SUPPLY_CHAINS,
    Criterion.RISK_DESCRIPTION,
    Criterion.RISK_MITIGATION,
    Criterion.REMEDIATION,
    Criterion.EFFECTIVENESS,
)
"""The nine criteria that Project AIMS labelled in statements of all three countries."""

AREAS: tuple[Criterion, ...] = (
    Criterion.POLICIES,
    Criterion.DUE_DILIGENCE,
    Criterion.TRAINING,
    Criterion.GRIEVANCE,
    Criterion.SUPPLIER_TERMS,
    Criterion.RECRUITMENT_PAY,
    Criterion.PARTNERSHIP,
)
"""What the United Kingdom asks for apart, and the Australian labels keep as mitigation."""

CLASSES: tuple[Criterion, ...] = CRITERIA + AREAS
MITIGATION = CRITERIA.index(Criterion.RISK_MITIGATION)
