"""Country, sector, goods, workforce and business model → inherent risk with its range."""

from scoring.exposure.figure import exposure_of
from scoring.exposure.named import Named, named_in_statement
from scoring.exposure.records import Contribution, Exposure, Factor
from scoring.exposure.tiers import Tier, flow_up, join

__all__ = [
    "Contribution",
    "Exposure",
    "Factor",
    "Named",
    "Tier",
    "exposure_of",
    "flow_up",
    "join",
    "named_in_statement",
]
