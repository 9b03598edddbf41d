"""An assessment: rules × facts at a date, kept with its findings and their proof, never edited."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from models.base import (
    Hundredths,
    enum_column,
    id_column,
    json_column,
    key_column,
    utc_column,
)
from scoring.reference.vocabulary import (
    Criterion,
    Decision,
    EvidenceStatus,
    Outcome,
    RiskBand,
    Severity,
    Theme,
)


class Assessment(SQLModel, table=True):
    """What was concluded of a supplier as it stood on a date; a new look makes a new row.

    Scores are points of 100 with two places, None where there was nothing to judge. `inputs` is
    everything that was judged, `breakdown` the contributions and levels behind the scores,
    `versions` what judged them; `digest` is the SHA-256 of the result, by which a recomputation is
    compared.
    """

    __table_args__ = (Index("ix_assessment_supplier_created", "supplier_id", "created_at"),)

    id: UUID = id_column()
    organisation_id: UUID = key_column("organisation.id")
    supplier_id: UUID = key_column("supplier.id", index=False)
    as_at: date
    created_at: datetime = utc_column()
    statement_id: UUID | None = key_column("statement.id", default=None)
    statement_score: Decimal | None = Field(default=None, sa_type=Hundredths)
    exposure: Decimal = Field(sa_type=Hundredths)
    control: Decimal = Field(sa_type=Hundredths)
    risk: Decimal = Field(sa_type=Hundredths)
    risk_low: Decimal = Field(sa_type=Hundredths)
    risk_high: Decimal = Field(sa_type=Hundredths)
    band: RiskBand = enum_column(RiskBand)
    decision: Decision = enum_column(Decision)
    reason: str = ""
    headline: str = ""
    too_little_known: bool = False
    urgent: bool = False
    inputs: dict[str, Any] = json_column(dict)
    breakdown: dict[str, Any] = json_column(dict)
    versions: dict[str, str] = json_column(dict)
    digest: str = Field(max_length=64)


class Finding(SQLModel, table=True):
    """What one rule concluded, in the order of the assessment."""

    id: UUID = id_column()
    assessment_id: UUID = key_column("assessment.id")
    position: int
    rule: str = Field(index=True)
    version: int
    theme: Theme = enum_column(Theme)
    title: str
    outcome: Outcome = enum_column(Outcome)
    severity: Severity = enum_column(Severity)
    detail: str
    source: str
    remedy: str = ""
    subject: str = ""
    urgent: bool = False
    indicators: list[str] = json_column(list)


class Evidence(SQLModel, table=True):
    """What a finding rests on: a sentence with its place on the page, or a value on a record."""

    id: UUID = id_column()
    finding_id: UUID = key_column("finding.id")
    position: int
    quote: str
    source: str
    document_sha256: str = Field(default="", index=True, max_length=64)
    page: int | None = None
    boxes: list[list[float]] = json_column(list)
    sentence: int | None = None
    row: int | None = None
    criterion: Criterion | None = enum_column(Criterion, default=None, nullable=True)
    probability: float | None = None
    status: EvidenceStatus = enum_column(EvidenceStatus)
    as_at: date | None = None
