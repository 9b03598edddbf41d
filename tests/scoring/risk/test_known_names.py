"""Well-known names rank by their trade, near the order that a person wrote down before looking."""

from datetime import date
from decimal import Decimal

from scoring.exposure import exposure_of
from scoring.facts import SupplierFacts

# The order was written down on 30 November 2026, by trade and money, before any figure was seen.
IN_ORDER = (
    ("Laing O'Rourke Construction Ltd", 1_500_000),
    ("Balfour Beatty Regional Construction Limited", 2_500_000),
    ("FM Conway Limited", 2_200_000),
    ("Reed Specialist Recruitment Ltd", 720_000),
    ("OCS Group UK Ltd", 450_000),
    ("ISS Facility Services Limited", 640_000),
    ("G4S Secure Solutions (UK) Limited", 1_250_000),
    ("Care UK Community Partnerships Ltd", 2_100_000),
    ("Allied Healthcare Group Ltd", 400_000),
    ("Sanctuary Care Limited", 300_000),
    ("Compass Contract Services (UK) Limited", 520_000),
    ("Kingfisher Uniforms Ltd", 26_000),
    ("Full Support Healthcare Ltd", 95_000),
    ("Veolia ES (UK) Limited", 5_400_000),
    ("Arco Ltd", 42_000),
    ("Greenfingers Grounds Maintenance Ltd", 52_000),
    ("Bidfood (BFS Group Ltd)", 81_000),
    ("Computacenter (UK) Ltd", 640_000),
    ("Teva UK Limited", 20_000),
    ("Tesco Stores Ltd", 3_000),
    ("Smith's Nursery School", 4_000),
    ("Microsoft Ireland Operations Ltd", 300_000),
    ("Pinsent Masons LLP", 90_000),
    ("Barclays Bank plc", 50_000),
)
HIGH, LOW = 10, 3
"""Guarding, care, construction and the like come first; software, law and banks come last."""


def places() -> list[int]:
    """Place of each name by its exposure, in the order written down."""
    at = date(2026, 11, 30)
    figures = [
        exposure_of(SupplierFacts(name=name, spend=Decimal(paid)), at=at).figure
        for name, paid in IN_ORDER
    ]
    ranked = sorted(range(len(figures)), key=lambda i: -figures[i])
    return [ranked.index(i) for i in range(len(figures))]


def test_rank_of_known_names_is_near_the_order_written_down() -> None:
    ranked = places()
    n = len(ranked)
    apart = sum((place - wanted) ** 2 for wanted, place in enumerate(ranked))
    spearman = 1 - 6 * apart / (n * (n * n - 1))
    assert spearman >= 0.75, ranked


def test_rank_of_known_names_keeps_hard_trades_above_desks() -> None:
    ranked = places()
    assert max(ranked[:HIGH]) < min(ranked[-LOW:])
