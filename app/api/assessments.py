"""`/v1/assessments`: what was concluded of a supplier on a day, with findings and proof."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter
from pydantic import Field

from app.api.asked import OrganisationDep, SessionDep, require_scope
from app.api.shapes import Finding, UrgentRoute
from app.api.suppliers import AssessmentSummary
from app.queries.suppliers import assessment_of, findings_of
from app.queries.values import finding_value
from app.security.roles import Scope

router = APIRouter(
    prefix="/assessments", tags=["assessments"], dependencies=[require_scope(Scope.READ_CHECKS)]
)


class Assessment(AssessmentSummary):
    """An assessment: never edited; a new look makes a new one."""

    supplier_id: UUID
    statement_id: UUID | None
    findings: list[Finding]
    levels: list[dict[str, Any]] = Field(
        description="Each criterion of a statement: its level and what it adds to the score."
    )
    exposure_parts: dict[str, Any] = Field(description="What the inherent risk is made of.")
    control_parts: dict[str, Any] = Field(description="What the control is made of.")
    risk_parts: dict[str, Any] = Field(description="What is left, and what would change it most.")
    versions: dict[str, str] = Field(
        description="What judged: rules, criteria, model, reader.",
        examples=[{"rules": "5be0a1c2d3e4", "model": "0f1e2d3c4b5a"}],
    )
    digest: str = Field(description="SHA-256 of the result: equal digests are equal results.")
    urgent_route: UrgentRoute | None


@router.get("/{assessment_id}", summary="One assessment")
def get_assessment(
    session: SessionDep, organisation: OrganisationDep, assessment_id: UUID
) -> Assessment:
    """Return an assessment: findings, the evidence of each, and the parts of each score."""
    row = assessment_of(session, organisation, assessment_id)
    return Assessment(
        **dict(AssessmentSummary.of(row)),
        supplier_id=row.supplier_id,
        statement_id=row.statement_id,
        findings=[Finding.of(finding_value(each)) for each in findings_of(session, row.id)],
        levels=row.breakdown["levels"],
        exposure_parts=row.breakdown["exposure"],
        control_parts=row.breakdown["control"],
        risk_parts=row.breakdown["risk"],
        versions=row.versions,
        digest=row.digest,
        urgent_route=UrgentRoute.on(row.as_at) if row.urgent else None,
    )
