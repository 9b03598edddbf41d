from datetime import date
from decimal import Decimal

import pytest

from scoring.contract_terms import is_live, yearly_value

DAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("end", "live"),
    [(None, True), (date(2026, 11, 29), False), (DAY, True), (date(2030, 1, 1), True)],
)
def test_is_live_by_its_end_counts_its_last_day_and_an_unknown_end(
    end: date | None, live: bool
) -> None:
    assert is_live(end, DAY) is live


def test_yearly_value_of_a_total_is_spread_over_its_term_but_never_scaled_up() -> None:
    start, short, long = date(2024, 1, 1), date(2024, 3, 31), date(2027, 12, 31)
    total = Decimal(40_000)
    assert yearly_value(Decimal(7), total, start, long) == 7
    assert yearly_value(None, total, start, long) == Decimal("10000.00")
    assert yearly_value(None, total, start, short) == total
    assert yearly_value(None, total, start, None) is None
    assert yearly_value(None, None, start, long) is None
