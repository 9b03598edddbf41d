"""An assessment as callers and exports are given it: in a line, and whole."""

from datetime import date
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field, PlainSerializer
from sqlmodel import Session

from app.features.assessments.serializer import Finding, serialize_finding
from app.features.checks.decision_in_force import SupplierDecision, decisions_of, effective
from app.features.suppliers.queries import findings_of
from app.http.schemas import Figure, Published, UrgentRoute
from models import Assessment as AssessmentRow
from scoring.reference.vocabulary import Criterion, Decision, Level, RiskBand

Exact = Annotated[Decimal, PlainSerializer(str, return_type=str)]
"""A decimal with every place that it was computed to, as a string."""


class AssessmentSummary(Published):
    """An assessment in a line."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    as_at: date = Field(examples=["2026-11-25"])
    proposed: Decision = Field(description="What the rules proposed: clear, ask, refer or stop.")
    decision: Decision = Field(
        description="What counts today: the decision of a named person in force on the supplier, "
        "or the proposal where there is none."
    )
    headline: str = Field(description="Why, in at most twelve words.")
    reason: str = Field(description="Why, with everything that is not met.")
    too_little_known: bool = Field(
        description="Whether so little is known of what it sells that the band means little."
    )
    urgent: bool
    band: RiskBand
    risk: Figure
    risk_low: Figure
    risk_high: Figure
    exposure: Figure
    control: Figure
    statement_score: Figure | None


class ElementWords(Published):
    """A content element as one sentence of the statement states it."""

    name: str
    words: str
    result: bool = Field(description="Whether it is a figure, a finding or an outcome.")
    sentence: int | None


class CriterionLevel(Published):
    """How far a statement goes on one criterion, and what would take it further."""

    criterion: Criterion
    level: Level
    contribution: Exact = Field(description="Points that it adds to the statement's score.")
    max_contribution: Exact = Field(description="Points that it could add.")
    why: str
    raise_it: str = Field(description="What the next level takes; empty at the top.")
    elements: tuple[ElementWords, ...] = ()


class Contribution(Published):
    """What one part adds to a figure, in points of it, with the range for what is unknown."""

    part: str = Field(examples=["industry"])
    points: Exact
    low: Exact
    high: Exact
    reason: str
    value: str = Field(description="The value that it rests on; empty where it is unknown.")
    source: str
    known: bool = Field(description="Whether it rests on a fact, not on an assumption.")


class _Parts(Published):
    """A figure of 0 to 100 with its range, and what it is made of."""

    low: Exact
    figure: Exact
    high: Exact
    contributions: list[Contribution]


class ExposureParts(_Parts):
    """What the inherent risk is made of."""

    unknown: list[str] = Field(description="The factors of which nothing is known.")
    version: str


class ControlParts(_Parts):
    """What the control is made of; the floor is where a finding keeps the residual risk."""

    unknown: list[str]
    floor: Exact
    floor_reason: str


class RiskChange(Published):
    """One thing that would change the risk: by how many points, and to which band."""

    what: str
    points: Exact
    band: RiskBand


class RiskSensitivity(Published):
    """A weight that, moved by `change` of itself, would change the band."""

    weight: str
    change: Exact
    figure: Exact
    band: RiskBand


class RiskParts(_Parts):
    """What is left, and what would change it most; without sensitivity the band is firm."""

    band: RiskBand
    sensitivity: tuple[RiskSensitivity, ...] = ()
    what_would_change_it_most: tuple[RiskChange, ...] = ()
    version: str = ""


class Assessment(AssessmentSummary):
    """An assessment: never edited; a new look makes a new one."""

    supplier_id: UUID
    supplier_decision: SupplierDecision | None = Field(
        description="The last decision of a named person on the supplier; null where none is."
    )
    statement_id: UUID | None
    findings: list[Finding]
    levels: list[CriterionLevel] = Field(
        description="Each criterion of a statement: its level and what it adds to the score."
    )
    exposure_parts: ExposureParts
    control_parts: ControlParts
    risk_parts: RiskParts
    versions: dict[str, str] = Field(
        description="What judged: rules, criteria, model, reader.",
        examples=[{"rules": "5be0a1c2d3e4", "model": "0f1e2d3c4b5a"}],
    )
    digest: str = Field(description="SHA-256 of the result: equal digests are equal results.")
    urgent_route: UrgentRoute | None


def serialize_assessment_summary(
    row: AssessmentRow, decided: SupplierDecision | None
) -> AssessmentSummary:
    """Return the line of an assessment, with the last decision on its supplier."""
    columns = {
        name: getattr(row, name) for name in AssessmentSummary.model_fields if name != "proposed"
    }
    counts = effective(row.decision, decided)
    return AssessmentSummary(**columns | {"proposed": row.decision, "decision": counts})


def serialize_assessment(session: Session, row: AssessmentRow, *, today: date) -> Assessment:
    """Return an assessment with its findings, their evidence, and the parts of each score."""
    parts = row.breakdown
    decided = decisions_of(session, [row.supplier_id], today=today).get(row.supplier_id)
    return Assessment.model_validate(
        {
            **dict(serialize_assessment_summary(row, decided)),
            "supplier_id": row.supplier_id,
            "supplier_decision": decided,
            "statement_id": row.statement_id,
            "findings": [serialize_finding(each) for each in findings_of(session, row.id)],
            "levels": parts["levels"],
            "exposure_parts": parts["exposure"],
            "control_parts": parts["control"],
            "risk_parts": parts["risk"],
            "versions": row.versions,
            "digest": row.digest,
            "urgent_route": UrgentRoute.on(row.as_at) if row.urgent else None,
        }
    )
