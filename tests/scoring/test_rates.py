from datetime import date, timedelta
from decimal import Decimal

import pytest

from scoring.geography.london import in_london, postcode_in_london
from scoring.reference.rate_tables import (
    EmployerCosts,
    LivingWageRow,
    MinimumWageRow,
    employer_cost_rows,
    living_wage_rows,
    minimum_wage_rows,
)
from scoring.reference.rates import (
    NoRate,
    Place,
    Rate,
    accommodation_offset,
    apprentice_rate_applies,
    employer_costs,
    living_wage,
    minimum_wage,
    minimum_wage_stale,
)


@pytest.mark.parametrize(
    ("at", "london", "uk"),
    [
        pytest.param(date(2026, 4, 30), "13.85", "12.60", id="the day before the pay-by day"),
        pytest.param(date(2026, 5, 1), "14.80", "13.45", id="on the pay-by day"),
        pytest.param(date(2026, 5, 2), "14.80", "13.45", id="the day after the pay-by day"),
        pytest.param(date(2027, 4, 30), "14.80", "13.45", id="the last day the last row serves"),
        pytest.param(date(2017, 5, 1), "9.75", "8.45", id="the first pay-by day of the table"),
    ],
)
def test_the_living_wage_is_the_one_that_must_be_paid(at: date, london: str, uk: str) -> None:
    rates = [living_wage(place, at) for place in (Place.LONDON, Place.UK)]
    assert [rate.amount for rate in rates if isinstance(rate, Rate)] == [
        Decimal(london),
        Decimal(uk),
    ]


@pytest.mark.parametrize("row", [row for row in living_wage_rows() if row.must_pay_by], ids=str)
def test_each_living_wage_begins_on_its_pay_by_day_and_not_before(row: LivingWageRow) -> None:
    assert row.must_pay_by
    on = living_wage(Place.LONDON, row.must_pay_by)
    before = living_wage(Place.LONDON, row.must_pay_by - timedelta(days=1))
    assert isinstance(on, Rate)
    assert on.amount == row.london
    assert isinstance(before, NoRate) or before.amount < row.london


@pytest.mark.parametrize(
    "at",
    [
        pytest.param(date(2016, 12, 31), id="before the first known pay-by day"),
        pytest.param(date(2027, 5, 1), id="the day the missing next rate must be paid"),
        pytest.param(date(2099, 1, 1), id="long after the table"),
    ],
)
def test_a_day_outside_the_living_wage_table_has_no_rate(at: date) -> None:
    rate = living_wage(Place.LONDON, at)
    assert isinstance(rate, NoRate)
    assert rate.reason.startswith("unknown: no rate for this date")


def test_once_the_next_announcement_is_overdue_the_rate_says_so() -> None:
    fresh, stale = (living_wage("London", day) for day in (date(2026, 10, 31), date(2026, 11, 1)))
    assert isinstance(fresh, Rate)
    assert fresh.stale == ""
    assert isinstance(stale, Rate)
    assert stale.stale == "Living Wage rates not updated since 22 October 2025"


def test_an_unknown_place_has_no_rate() -> None:
    rate = living_wage("Site 4, behind the depot", date(2026, 6, 1))
    assert isinstance(rate, NoRate)
    assert "not known to be in or outside London" in rate.reason


@pytest.mark.parametrize(
    ("age", "at", "amount"),
    [
        pytest.param(25, date(2016, 9, 30), "7.20", id="25 on 30 September 2016"),
        pytest.param(24, date(2016, 9, 30), "6.70", id="24 on 30 September 2016"),
        pytest.param(24, date(2016, 10, 1), "6.95", id="24 on 1 October 2016"),
        pytest.param(23, date(2021, 3, 31), "8.20", id="23 the day before the band fell to 23"),
        pytest.param(23, date(2021, 4, 1), "8.91", id="23 on the day the band fell to 23"),
        pytest.param(22, date(2021, 4, 1), "8.36", id="22 just under the band"),
        pytest.param(21, date(2024, 3, 31), "10.18", id="21 the day before the band fell to 21"),
        pytest.param(21, date(2024, 4, 1), "11.44", id="21 on the day the band fell to 21"),
        pytest.param(20, date(2026, 4, 1), "10.85", id="20 just under the adult band"),
        pytest.param(18, date(2026, 4, 1), "10.85", id="18 on the youth band"),
        pytest.param(17, date(2026, 4, 1), "8.00", id="17 just under the youth band"),
        pytest.param(16, date(2026, 4, 1), "8.00", id="16, the youngest"),
    ],
)
def test_the_minimum_wage_follows_age_and_day(age: int, at: date, amount: str) -> None:
    rate = minimum_wage(age, at)
    assert isinstance(rate, Rate)
    assert rate.amount == Decimal(amount)


def test_a_provisional_year_is_marked_and_keeps_the_last_confirmed_figure() -> None:
    rate = minimum_wage(30, date(2027, 4, 1))
    assert isinstance(rate, Rate)
    assert rate.provisional
    assert rate.confirmed_floor == Decimal("12.71")
    assert not getattr(minimum_wage(30, date(2027, 3, 31)), "provisional", True)


@pytest.mark.parametrize(
    ("age", "at"),
    [
        pytest.param(15, date(2026, 6, 1), id="a child of 15"),
        pytest.param(30, date(2016, 3, 31), id="the day before the table"),
        pytest.param(30, date(2028, 4, 1), id="the day after the table"),
    ],
)
def test_there_is_no_minimum_wage_outside_the_table(age: int, at: date) -> None:
    assert isinstance(minimum_wage(age, at), NoRate)


def test_the_apprentice_rate_is_for_under_19s_or_the_first_year() -> None:
    assert apprentice_rate_applies(18, in_first_year=False)
    assert apprentice_rate_applies(19, in_first_year=True)
    assert not apprentice_rate_applies(19, in_first_year=False)
    assert getattr(minimum_wage(30, date(2025, 4, 1), apprentice=True), "amount", 0) == Decimal(
        "7.55"
    )


def test_the_accommodation_offset_is_unknown_where_no_figure_was_published() -> None:
    assert getattr(accommodation_offset(date(2026, 4, 1)), "amount", 0) == Decimal("11.10")
    assert getattr(accommodation_offset(date(2026, 3, 31)), "amount", 0) == Decimal("10.66")
    assert isinstance(accommodation_offset(date(2027, 4, 1)), NoRate)
    assert isinstance(accommodation_offset(date(2016, 9, 30)), NoRate)


def test_employer_national_insurance_changed_in_april_2025() -> None:
    before, after = employer_costs(date(2025, 4, 5)), employer_costs(date(2025, 4, 6))
    assert not isinstance(before, NoRate)
    assert not isinstance(after, NoRate)
    assert (before.ni_rate, before.ni_threshold) == (Decimal("0.138"), Decimal(9100))
    assert (after.ni_rate, after.ni_threshold) == (Decimal("0.15"), Decimal(5000))
    assert isinstance(employer_costs(date(2020, 1, 1)), NoRate)


@pytest.mark.parametrize(
    ("place", "answer"),
    [
        ("London", True),
        ("City of Westminster", True),
        ("Royal Borough of Kensington & Chelsea", True),
        ("LB Camden", True),
        ("City of London", True),
        ("SW1E 6QP", True),
        ("UKI32", True),
        ("E09000033", True),
        ("10 Example Street, London", True),
        ("Leeds", False),
        ("LS1 1UR", False),
        ("UKE42", False),
        ("Scotland", False),
        ("CR0 1EA", True),
        ("CR3 5AA", None),
        ("E4 7QH", None),
        ("", None),
        ("England", None),
        ("Various", None),
    ],
)
def test_a_place_is_in_london_outside_it_or_unknown(place: str, answer: bool | None) -> None:
    assert in_london(place) is answer


def test_a_postcode_is_judged_by_its_district() -> None:
    assert postcode_in_london("sw1e6qp") is True
    assert postcode_in_london("M1 1AE") is False
    assert postcode_in_london("BR1 3UH") is True
    assert postcode_in_london("BR6 7XX") is None
    assert postcode_in_london("nonsense") is None


LIVING_WAGE = """
2011-05 8.30 7.20 -
2012-11 8.55 7.45 -
2013-11 8.80 7.65 -
2014-11 9.15 7.85 -
2015-11 9.40 8.25 -
2016-10-31 9.75 8.45 2017-05-01
2017-11-06 10.20 8.75 2018-05-06
2018-11-05 10.55 9.00 2019-05-05
2019-11-11 10.75 9.30 2020-05-11
2020-11-09 10.85 9.50 2021-05-09
2021-11-15 11.05 9.90 2022-05-15
2022-09-22 11.95 10.90 2023-05-14
2023-10-24 13.15 12.00 2024-05-01
2024-10-23 13.85 12.60 2025-05-01
2025-10-22 14.80 13.45 2026-05-01
"""
MINIMUM_WAGE = """
2016-04-01 7.20 25 6.70 5.30 3.87 3.30 -
2016-10-01 7.20 25 6.95 5.55 4.00 3.40 6.00
2017-04-01 7.50 25 7.05 5.60 4.05 3.50 6.40
2018-04-01 7.83 25 7.38 5.90 4.20 3.70 7.00
2019-04-01 8.21 25 7.70 6.15 4.35 3.90 7.55
2020-04-01 8.72 25 8.20 6.45 4.55 4.15 8.20
2021-04-01 8.91 23 8.36 6.56 4.62 4.30 8.36
2022-04-01 9.50 23 9.18 6.83 4.81 4.81 8.70
2023-04-01 10.42 23 10.18 7.49 5.28 5.28 9.10
2024-04-01 11.44 21 - 8.60 6.40 6.40 9.99
2025-04-01 12.21 21 - 10.00 7.55 7.55 10.66
2026-04-01 12.71 21 - 10.85 8.00 8.00 11.10
2027-04-01 13.21 21 - 11.27 8.31 8.31 -
"""


def test_every_row_of_the_living_wage_table_is_in_the_data() -> None:
    written = [line.split() for line in LIVING_WAGE.split("\n") if line]
    assert len(written) == len(living_wage_rows())
    for (announced, london, uk, due), row in zip(written, living_wage_rows(), strict=True):
        assert str(row.announced).startswith(announced)
        assert (str(row.london), str(row.uk)) == (london, uk)
        assert str(row.must_pay_by or "-") == due
        assert row.source


def test_every_row_of_the_minimum_wage_table_is_in_the_data() -> None:
    written = [line.split() for line in MINIMUM_WAGE.split("\n") if line]
    assert len(written) == len(minimum_wage_rows())
    for cells, row in zip(written, minimum_wage_rows(), strict=True):
        figures = (row.adult, row.adult_age, row.next, row.youth, row.under_18, row.apprentice)
        assert [str(row.start), *(str(each or "-") for each in (*figures, row.offset))] == cells
        assert row.source
    assert [row.start.year for row in minimum_wage_rows() if row.provisional] == [2027]


@pytest.mark.parametrize("row", minimum_wage_rows(), ids=lambda row: str(row.start))
def test_each_minimum_wage_begins_on_its_day_and_not_before(row: MinimumWageRow) -> None:
    bands = [(16, row.under_18), (18, row.youth), (row.adult_age, row.adult)]
    for age, amount in bands:
        on = minimum_wage(age, row.start)
        before = minimum_wage(age, row.start - timedelta(days=1))
        assert isinstance(on, Rate)
        assert (on.amount, on.effective) == (amount, row.start)
        assert isinstance(before, NoRate) or before.effective < row.start


@pytest.mark.parametrize("row", employer_cost_rows(), ids=lambda row: str(row.start))
def test_each_year_of_employers_costs_begins_on_its_day(row: EmployerCosts) -> None:
    before = employer_costs(row.start - timedelta(days=1))
    assert employer_costs(row.start) == row
    assert isinstance(before, NoRate) or before.start < row.start


@pytest.mark.parametrize(
    ("at", "known"),
    [
        pytest.param(date(2027, 4, 5), True, id="the last day of the last tax year"),
        pytest.param(date(2027, 4, 6), False, id="the day after"),
    ],
)
def test_employers_costs_end_with_their_last_tax_year(at: date, known: bool) -> None:
    assert isinstance(employer_costs(at), EmployerCosts) is known


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (date(2027, 3, 31), ""),
        (date(2027, 4, 1), "minimum wage rates not updated since 1 April 2026"),
        (date(2028, 4, 1), "minimum wage rates not updated since 1 April 2026"),
        (date(2016, 3, 31), ""),
    ],
)
def test_a_minimum_wage_past_its_last_confirmed_row_says_so(at: date, said: str) -> None:
    assert minimum_wage_stale(at) == said
