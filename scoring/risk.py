"""Exposure × control → residual risk, with every contribution and what would change it most."""

from dataclasses import dataclass
from decimal import Decimal

from scoring.exposure import Contribution, Exposure
from scoring.findings import Finding
from scoring.vocabulary import RiskBand

MOST = Decimal(100)
FULL_EFFECT = Decimal("0.6")
BANDS = ((Decimal(25), RiskBand.LOW), (Decimal(45), RiskBand.MEDIUM), (Decimal(65), RiskBand.HIGH))


@dataclass(frozen=True, slots=True)
class Control:
    """What a supplier shows that it does, 0 to 100; unknown counts as not shown."""

    low: Decimal
    figure: Decimal
    high: Decimal
    contributions: tuple[Contribution, ...] = ()
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that would change the risk: what, by how much, and to which band."""

    what: str
    points: Decimal
    band: RiskBand


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """How firm the band is: which weights, moved by a fifth, would change it."""

    weight: str
    change: Decimal
    figure: Decimal
    band: RiskBand


@dataclass(frozen=True, slots=True)
class Risk:
    """What is left after control, 0 to 100, in a band; contributions sum to the figure."""

    low: Decimal
    figure: Decimal
    high: Decimal
    band: RiskBand
    contributions: tuple[Contribution, ...] = ()
    sensitivity: tuple[Sensitivity, ...] = ()
    what_would_change_it_most: tuple[Change, ...] = ()
    version: str = ""


def band_of(figure: Decimal) -> RiskBand:
    """Return the band of a figure; the thresholds are fixed, with no memory of the last band."""
    return next((band for limit, band in BANDS if figure < limit), RiskBand.VERY_HIGH)


def control_of(
    statement_score: Decimal | None,
    findings: tuple[Finding, ...],
    *,
    accreditation_verified: bool | None,
) -> Control:
    """Return what the supplier shows that it does.

    Args:
        statement_score: The statement's score, 0 to 100, or None when there is none to judge.
        findings: Findings on the law, pay and conditions.
        accreditation_verified: Whether an accreditation was found in its register.
    """
    del findings, accreditation_verified
    figure = (statement_score or Decimal(0)) / 2
    return Control(figure, figure, MOST)


def residual_risk(exposure: Exposure, control: Control) -> Risk:
    """Return what is left of the exposure after control."""
    figure = exposure.figure * (1 - FULL_EFFECT * control.figure / MOST)
    return Risk(
        low=exposure.low * (1 - FULL_EFFECT * control.high / MOST),
        figure=figure,
        high=exposure.high * (1 - FULL_EFFECT * control.low / MOST),
        band=band_of(figure),
    )
