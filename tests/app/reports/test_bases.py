"""A percentage always says what it is a share of."""

from decimal import Decimal

from app.features.reports.cells import percent


def test_percent_shows_its_base_in_what_it_counts() -> None:
    assert percent(12, 25).text == "48% (12 of 25)"
    assert percent(Decimal(1200), Decimal(2500)).text == "48% (£1,200 of £2,500)"
    assert percent(1, 1).text == "100% (1 of 1)"
    assert percent(0, 0).text == "not known"
