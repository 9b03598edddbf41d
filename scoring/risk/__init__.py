"""Exposure × control → residual risk, with every contribution and what would change it most."""

from scoring.risk.bands import band_of
from scoring.risk.control import control_of
from scoring.risk.order import digits_of_worth, place_in_ranking, worth_asking
from scoring.risk.records import Change, Control, Risk, Sensitivity
from scoring.risk.residual import bounds_of, residual_risk

__all__ = [
    "Change",
    "Control",
    "Risk",
    "Sensitivity",
    "band_of",
    "bounds_of",
    "control_of",
    "digits_of_worth",
    "place_in_ranking",
    "residual_risk",
    "worth_asking",
]
