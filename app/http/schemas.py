"""Shapes that several resources answer with: findings, their proof, and the urgent route."""

from datetime import date
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, BeforeValidator, Field, PlainSerializer

from scoring import findings
from scoring.escalation.route import urgent_route
from scoring.reference.vocabulary import (
    Criterion,
    EvidenceStatus,
    Outcome,
    RiskBand,
    Severity,
    Theme,
)
from scoring.risk import Risk as RiskValue

Figure = Annotated[Decimal, PlainSerializer(lambda value: f"{value:.2f}", return_type=str)]
"""A decimal with two places, as a string so that nothing is lost on the way."""


def _text(value: object) -> object:
    """A number is no day: taken for seconds since 1970 it would be a wrong one."""
    if value is not None and not isinstance(value, str | date):
        raise ValueError("a day or an instant is text, such as 2026-11-25")
    return value


Day = Annotated[date, BeforeValidator(_text)]
"""A day as ISO 8601 writes it."""
Instant = Annotated[AwareDatetime, BeforeValidator(_text)]
"""An instant with its time zone, as ISO 8601 writes it."""


class Evidence(BaseModel):
    """What a finding rests on: a sentence and its place on the page, or a value on a record."""

    quote: str = Field(examples=["All of our cleaners are paid the London Living Wage."])
    source: str = Field(examples=["Modern Slavery Statement 2026"])
    document: str = Field("", description="SHA-256 of the document; empty for a record.")
    page: int | None = Field(None, description="Page, from 1.", examples=[2])
    boxes: list[tuple[float, float, float, float]] = Field(
        default_factory=list,
        description="x0, top, x1, bottom of each printed line, in PDF points from the top left.",
    )
    sentence: int | None = Field(
        None, description="Place in the document's reading order, from 0; null for a record."
    )
    row: int | None = Field(None, description="Row of the list that it was read from, from 1.")
    criterion: Criterion | None = None
    probability: float | None = Field(
        None, description="Calibrated probability that the sentence tells of the criterion."
    )
    status: EvidenceStatus = EvidenceStatus.DONE

    @classmethod
    def of(cls, value: findings.Evidence) -> "Evidence":
        """Return the shape of a piece of evidence."""
        return cls(
            quote=value.quote,
            source=value.source,
            document=value.document,
            page=value.page,
            boxes=[(box.x0, box.top, box.x1, box.bottom) for box in value.boxes],
            sentence=value.sentence,
            row=value.row,
            criterion=value.criterion,
            probability=value.probability,
            status=value.status,
        )


class Finding(BaseModel):
    """What one rule concluded, with its source, its proof, and what would put it right."""

    rule: str = Field(examples=["pay.minimum_wage"])
    version: int = Field(examples=[1])
    theme: Theme
    title: str = Field(examples=["Pay is at least the legal minimum"])
    outcome: Outcome
    severity: Severity
    detail: str
    source: str = Field(examples=["National Minimum Wage Act 1998 s1"])
    remedy: str = ""
    subject: str = ""
    urgent: bool = False
    indicators: list[str] = Field(default_factory=list)
    evidence: list[Evidence] = Field(default_factory=list)

    @classmethod
    def of(cls, value: findings.Finding) -> "Finding":
        """Return the shape of a finding."""
        return cls(
            rule=value.rule,
            version=value.version,
            theme=value.theme,
            title=value.title,
            outcome=value.outcome,
            severity=value.severity,
            detail=value.detail,
            source=value.source,
            remedy=value.remedy,
            subject=value.subject,
            urgent=value.urgent,
            indicators=list(value.indicators),
            evidence=[Evidence.of(each) for each in value.evidence],
        )


class Risk(BaseModel):
    """What is left of the inherent risk, 0 to 100, with its range for what is unknown."""

    figure: Figure
    low: Figure
    high: Figure
    band: RiskBand

    @classmethod
    def of(cls, value: RiskValue) -> "Risk":
        """Return the shape of a residual risk."""
        return cls(figure=value.figure, low=value.low, high=value.high, band=value.band)


class UrgentRoute(BaseModel):
    """What to do, and what nobody may do, where people may be being exploited now."""

    headline: str
    do: list[str]
    do_not: list[str]

    @classmethod
    def on(cls, at: date) -> "UrgentRoute":
        """Return the route as it stands on a day."""
        route = urgent_route(at)
        return cls(headline=route.headline, do=list(route.do), do_not=list(route.do_not))


class SupplierReference(BaseModel):
    """A supplier by name and identifier."""

    id: UUID
    name: str
    company_numbers: list[str] = Field(default_factory=list)


class Links(BaseModel):
    """Where to go on."""

    next: str | None = None
