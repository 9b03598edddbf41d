from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from scoring.decisions import LONGEST, valid_until


@given(st.dates(date(2016, 1, 1), date(2100, 1, 1)))
def test_valid_until_never_outlives_the_wage_rates(at: date) -> None:
    until = valid_until(at)
    assert at <= until <= at + LONGEST
    days = (at + timedelta(days=n) for n in range(1, (until - at).days + 1))
    assert not any((day.month, day.day) in ((4, 1), (5, 1)) for day in days)
