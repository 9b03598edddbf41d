"""Exposure × control → residual risk, with every contribution and what would change it most."""

from scoring.risk.bands import band_of
from scoring.risk.control import control_of
from scoring.risk.order import place_in_ranking
from scoring.risk.records import Change, Control, Risk, Sensitivity
from scoring.risk.residual import residual_risk

__all__ = [
    "Change",
    "Control",
    "Risk",
    "Sensitivity",
    "band_of",
    "control_of",
    "place_in_ranking",
    "residual_risk",
]
