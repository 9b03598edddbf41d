"""From a figure to its band, by thresholds that do not depend on the last band."""

from decimal import Decimal

from scoring.reference.vocabulary import RiskBand
from scoring.reference.weights import section


def band_of(figure: Decimal) -> RiskBand:
    """Return the band of a figure, 0 to 100; a threshold belongs to the band above it."""
    reached = [name for name, least in section("bands").items() if figure >= least]
    return RiskBand(reached[-1]) if reached else RiskBand.LOW
