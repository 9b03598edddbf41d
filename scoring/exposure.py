"""Country, sector, goods, workforce and business model → inherent risk with its range."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from scoring.facts import SupplierFacts

UNKNOWN_FIGURE = Decimal(50)
MOST = Decimal(100)


class Factor(StrEnum):
    """The six factors by which PPN 009 has buyers judge where the risk lies."""

    INDUSTRY = "industry"
    WORKFORCE = "workforce"
    LOCATION = "location"
    CONTEXT = "context"
    COMMODITY = "commodity"
    BUSINESS_MODEL = "business_model"


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one part adds to a score, in points of that score.

    Attributes:
        part: Which factor or control it is.
        points: What it adds to the figure.
        low: The least it could add, were the unknown known.
        high: The most it could add.
        reason: Why, in words, for a person.
        value: The value it rests on, as found; empty when unknown.
        source: Where the value and the scale come from.
        known: Whether it rests on a fact, not on an assumption.
    """

    part: str
    points: Decimal
    low: Decimal
    high: Decimal
    reason: str
    value: str = ""
    source: str = ""
    known: bool = True


@dataclass(frozen=True, slots=True)
class Exposure:
    """Inherent risk before anything the supplier does about it, 0 (least) to 100.

    The contributions' points sum to the figure, their lows to low, their highs to high.
    """

    low: Decimal
    figure: Decimal
    high: Decimal
    contributions: tuple[Contribution, ...] = ()
    unknown: tuple[str, ...] = ()
    version: str = ""


def exposure_of(facts: SupplierFacts, *, at: date) -> Exposure:
    """Return the inherent risk of a supplier as its facts tell on a day.

    Source: the six factors of Cabinet Office PPN 009 (17 February 2025); the weights are ours.
    """
    del facts, at
    share = MOST / len(Factor)
    parts = tuple(
        Contribution(factor, share / 2, Decimal(0), share, "Not known", known=False)
        for factor in Factor
    )
    return Exposure(
        Decimal(0), UNKNOWN_FIGURE, MOST, parts, tuple(factor.value for factor in Factor)
    )
