"""The shapes of control and residual risk."""

from dataclasses import dataclass
from decimal import Decimal

from scoring.exposure.records import Contribution
from scoring.reference.vocabulary import RiskBand


@dataclass(frozen=True, slots=True)
class Control:
    """What a supplier shows that it does, 0 to 100; unknown counts as not shown.

    The contributions sum to the figure, and so do their ranges. `floor` is the figure below
    which a finding keeps the residual risk, with the reason.
    """

    low: Decimal
    figure: Decimal
    high: Decimal
    contributions: tuple[Contribution, ...] = ()
    unknown: tuple[str, ...] = ()
    floor: Decimal = Decimal(0)
    floor_reason: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that would change the risk: what, by how much, and to which band."""

    what: str
    points: Decimal
    band: RiskBand


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """A weight that, moved by `change` of itself, would change the band: to what and which."""

    weight: str
    change: Decimal
    figure: Decimal
    band: RiskBand


@dataclass(frozen=True, slots=True)
class Risk:
    """What is left after control, 0 to 100, in a band; contributions sum to the figure.

    `sensitivity` holds the weights that, moved by a fifth, would change the band; empty means
    that the band is firm.
    """

    low: Decimal
    figure: Decimal
    high: Decimal
    band: RiskBand
    contributions: tuple[Contribution, ...] = ()
    sensitivity: tuple[Sensitivity, ...] = ()
    what_would_change_it_most: tuple[Change, ...] = ()
    version: str = ""
