"""The shapes of inherent risk: factors, what each adds, and the sum with its range."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

MOST = Decimal(100)
_PENNY = Decimal("0.01")


class Factor(StrEnum):
    """The six factors by which PPN 009 has buyers judge where the risk lies, and the scale."""

    INDUSTRY = "industry"
    WORKFORCE = "workforce"
    LOCATION = "location"
    CONTEXT = "context"
    COMMODITY = "commodity"
    BUSINESS_MODEL = "business_model"
    SCALE = "scale"

    @property
    def label(self) -> str:
        """The factor in words."""
        return self.value.replace("_", " ").capitalize()


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


@dataclass(frozen=True, slots=True)
class Level:
    """How much one factor is there, 0 to 100, with the range for what is not known of it."""

    low: Decimal
    figure: Decimal
    high: Decimal
    reason: str
    value: str = ""
    source: str = ""
    known: bool = True

    def weighed(self, factor: Factor, share: Decimal) -> Contribution:
        """Return what the level adds to an exposure in which the factor has a share."""
        return Contribution(
            factor.value,
            to_penny(self.figure * share),
            to_penny(self.low * share),
            to_penny(self.high * share),
            self.reason,
            self.value,
            self.source,
            self.known,
        )


def to_penny(amount: Decimal) -> Decimal:
    """Return a figure rounded to hundredths, half to even."""
    return amount.quantize(_PENNY)
