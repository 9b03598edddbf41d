"""Shapes that several resources answer with: figures, days, the risk and the urgent route."""

from datetime import date
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer

from app.input_values import day_in, decimal_number, require_instant, whole_number
from scoring.escalation.route import urgent_route
from scoring.reference.vocabulary import RiskBand
from scoring.risk import Risk as RiskValue

Figure = Annotated[Decimal, PlainSerializer(lambda value: f"{value:.2f}", return_type=str)]
"""A decimal with two places, as a string so that nothing is lost on the way."""


def _day(value: object) -> object:
    """A number is no day: as seconds since 1970 it would be a wrong one."""
    if isinstance(value, str):
        return day_in(value)
    if value is not None and not isinstance(value, date):
        raise ValueError("a day is text, such as 2026-11-25")
    return value


def _instant(value: object) -> object:
    if isinstance(value, str):
        return require_instant(value)
    if value is not None and not isinstance(value, date):
        raise ValueError("an instant is text, such as 2026-11-25T09:00:00Z")
    return value


def _number(value: object) -> object:
    return decimal_number(value) if isinstance(value, str) else value


def _whole(value: object) -> object:
    return whole_number(value) if isinstance(value, str) else value


Day = Annotated[date, BeforeValidator(_day)]
"""A day as ISO 8601 writes it, of the years 1900 to 2200."""
Instant = Annotated[AwareDatetime, BeforeValidator(_instant)]
"""An instant with its time zone, as ISO 8601 writes it."""
Number = Annotated[Decimal, BeforeValidator(_number)]
"""A number, as JSON's own or as text in digits and one point."""
Whole = Annotated[int, BeforeValidator(_whole)]
"""A whole number in an address, in digits."""


class Published(BaseModel):
    """A shape of an answer: every field is always there, also one that has a default."""

    model_config = ConfigDict(json_schema_serialization_defaults_required=True)


class Risk(Published):
    """What is left of the inherent risk, 0 to 100, with its range for what is unknown."""

    figure: Figure
    low: Figure
    high: Figure
    band: RiskBand

    @classmethod
    def of(cls, value: RiskValue) -> "Risk":
        """Return the shape of a residual risk."""
        return cls(figure=value.figure, low=value.low, high=value.high, band=value.band)


class UrgentRoute(Published):
    """What to do, and what nobody may do, where people may be being exploited now."""

    headline: str
    do: list[str]
    do_not: list[str]

    @classmethod
    def on(cls, at: date) -> "UrgentRoute":
        """Return the route as it stands on a day."""
        route = urgent_route(at)
        return cls(headline=route.headline, do=list(route.do), do_not=list(route.do_not))


class SupplierReference(Published):
    """A supplier by name and identifier."""

    id: UUID
    name: str
    company_numbers: list[str] = Field(default_factory=list)


class Links(Published):
    """Where to go on."""

    next: str | None = None
