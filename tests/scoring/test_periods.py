from datetime import date
from decimal import Decimal

import pytest

from scoring.periods import Period, a_year, covers_year, in_words, merge

APRIL = Period(date(2022, 4, 1), date(2022, 4, 30))
MAY = Period(date(2022, 5, 1), date(2022, 5, 31))
JULY = Period(date(2022, 7, 1), date(2022, 7, 31))
YEAR = Period(date(2022, 4, 1), date(2023, 3, 31))


def test_a_year_of_a_month_is_an_estimate_and_of_a_year_the_sum_itself() -> None:
    assert a_year(Decimal(30), [APRIL]) == Decimal("365.25")
    assert a_year(Decimal("10.01"), [YEAR]) == Decimal("10.01")
    assert a_year(Decimal(30), []) is None
    assert covers_year([YEAR])
    assert not covers_year([APRIL])


def test_merge_joins_neighbours_and_leaves_gaps() -> None:
    assert merge([JULY, MAY, APRIL]) == (Period(APRIL.start, MAY.end), JULY)
    assert in_words(merge([JULY, MAY, APRIL])) == "April to May 2022 and July 2022"


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (APRIL, "April 2022"),
        (YEAR, "April 2022 to March 2023"),
        (Period(date(2022, 4, 3), date(2022, 4, 9)), "3 April 2022 to 9 April 2022"),
    ],
)
def test_period_in_words_names_whole_months(period: Period, words: str) -> None:
    assert str(period) == words


def test_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="is before"):
        Period(MAY.start, APRIL.start)
