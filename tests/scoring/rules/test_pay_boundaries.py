"""Where the rules on pay and on the price floor turn: each threshold from both sides."""

from datetime import date
from decimal import Decimal

import pytest

from scoring.facts import ContractFacts, PayPeriod
from scoring.reference.rates import NoRate, Rate, minimum_wage
from scoring.reference.vocabulary import Outcome
from scoring.rules.floor import FloorYear, LabourHours, contract_years, floor_year, labour_hours
from scoring.rules.hourly import HourlyPay, NoPay, hourly_pay
from scoring.rules.pay import ADULT, living, minimum, pay_evidence
from scoring.rules.price import living_wage_floor, minimum_wage_floor

AT = date(2026, 11, 24)
TEN = Decimal(10)


def contract(**known: object) -> ContractFacts:
    return ContractFacts(**({"reference": "C1"} | known))  # type: ignore[arg-type]


def adult(day: date) -> Rate | NoRate:
    return minimum_wage(ADULT, day)


def year_of(start: date, **known: object) -> FloorYear:
    year = floor_year(
        start, LabourHours(Decimal(20000), Decimal(22000)), contract(**known), adult, at=AT
    )
    assert isinstance(year, FloorYear)
    return year


@pytest.mark.parametrize(
    ("start", "allowance"), [(date(2025, 4, 5), 5000), (date(2025, 4, 6), 10500)]
)
def test_employment_allowance_by_the_first_day_of_the_contract_year(
    start: date, allowance: int
) -> None:
    without, having = (
        year_of(start, workers=10),
        year_of(start, workers=10, employment_allowance=True),
    )
    for end in (0, 1):
        assert round(without.insurance[end] - having.insurance[end], 2) == allowance


def test_floor_year_with_every_rate_published_is_not_held() -> None:
    assert not year_of(date(2025, 5, 1), workers=10).held


def test_floor_year_without_headcount_has_pension_and_insurance_at_most_on_all_pay() -> None:
    year = year_of(date(2025, 5, 1))
    assert year.pension == (0, pytest.approx(year.wages[1] * Decimal("0.03")))
    assert year.insurance == (0, pytest.approx(year.wages[1] * Decimal("0.15")))


def test_contract_years_from_29_february_go_on_from_1_march() -> None:
    term = contract(start=date(2024, 2, 29), end=date(2026, 2, 28))
    assert contract_years(term, AT) == (date(2024, 2, 29), date(2025, 3, 1))


@pytest.mark.parametrize(
    ("weeks", "least", "most"),
    [
        (Decimal("46.4"), Decimal("520.00"), Decimal("520.00")),
        (Decimal("46.5"), Decimal("465.00"), Decimal("521.12")),
        (None, Decimal("520.00"), Decimal("582.76")),
    ],
)
def test_labour_hours_by_paid_weeks(weeks: Decimal | None, least: Decimal, most: Decimal) -> None:
    hours = labour_hours(contract(workers=1, weekly_hours=TEN, weeks_year=weeks))
    assert hours is not None
    assert (round(hours.least, 2), round(hours.most, 2)) == (least, most)


def test_labour_hours_given_are_the_least_and_leave_comes_on_top() -> None:
    hours = labour_hours(contract(labour_hours_year=Decimal("0.5")))
    assert hours is not None
    assert (hours.least, round(hours.most, 4)) == (Decimal("0.5"), Decimal("0.5603"))
    assert labour_hours(contract(labour_hours_year=Decimal(0))) is None


def pay_of(**known: object) -> HourlyPay | NoPay:
    given = {"pay": Decimal(13), "pay_period": PayPeriod.HOUR, "weekly_hours": TEN}
    return hourly_pay(contract(**(given | known)), AT, free_home=True)


def test_hourly_pay_by_the_piece_counts_less_than_one_piece_an_hour() -> None:
    pay = pay_of(pay=Decimal(30), pay_period=PayPeriod.PIECE, pieces_per_hour=Decimal("0.5"))
    assert isinstance(pay, HourlyPay)
    assert pay.amount == 15


def test_hourly_pay_with_deductions_names_no_accommodation() -> None:
    pay = pay_of(weekly_deductions=TEN)
    assert isinstance(pay, HourlyPay)
    assert pay.amount == 12
    assert "accommodation" not in pay.description


@pytest.mark.parametrize("week", [None, Decimal(0), Decimal(-1)])
def test_hourly_pay_with_deductions_and_no_weekly_hours_is_not_known(week: Decimal | None) -> None:
    assert isinstance(pay_of(weekly_deductions=TEN, weekly_hours=week), NoPay)


def test_hourly_pay_with_a_home_for_a_pound_a_day_changes_nothing() -> None:
    pay = pay_of(accommodation_per_day=Decimal(1), accommodation_days=Decimal(7))
    assert isinstance(pay, HourlyPay)
    assert pay.amount == 13


@pytest.mark.parametrize(("apprentice", "named"), [(None, True), (False, False)])
def test_pay_below_the_adult_rate_names_apprentices_unless_there_are_none(
    apprentice: bool | None, named: bool
) -> None:
    low = contract(pay=Decimal(10), pay_period=PayPeriod.HOUR, apprentice=apprentice)
    finding = minimum(low, AT)
    assert finding.outcome is Outcome.UNKNOWN
    assert ("apprentice" in finding.detail.lower()) is named


@pytest.mark.parametrize(
    ("workers", "outcome"),
    [(1, Outcome.NOT_MET), (2, Outcome.UNKNOWN), (3, Outcome.UNKNOWN)],
)
def test_living_wage_with_workers_under_18_is_open_for_several(
    workers: int, outcome: Outcome
) -> None:
    paid = contract(
        pay=Decimal(9),
        pay_period=PayPeriod.HOUR,
        weekly_hours=TEN,
        third_party=True,
        place="Westminster",
        start=date(2026, 6, 1),
        youngest_age=17,
        workers=workers,
    )
    finding = living(paid, AT)
    assert ("workers under 18" in finding.detail) is (outcome is Outcome.UNKNOWN)


def test_pay_evidence_quotes_the_pay_or_says_that_none_is_stated() -> None:
    paid = contract(pay=Decimal(13), pay_period=PayPeriod.HOUR)
    assert pay_evidence(paid).quote == "£13.00 per hour"
    assert pay_evidence(contract()).quote == "no pay stated per period not stated"


def price_of(**known: object) -> ContractFacts:
    given: dict[str, object] = {
        "annual_value": Decimal("194173.93"),  # full cover of ten cleaners: see test_price
        "workers": 10,
        "weekly_hours": Decimal(20),
        "place": "Nowhere Parva",
        "start": date(2026, 6, 1),
        "end": date(2027, 5, 31),
    }
    return contract(**(given | known))


def test_price_at_full_cover_in_an_unknown_place_is_open_by_its_place() -> None:
    finding = living_wage_floor(price_of(), AT)
    assert finding.outcome is Outcome.UNKNOWN
    assert "The price is between the two." not in finding.detail
    assert "Nowhere Parva" in finding.detail


def test_price_well_over_the_legal_minimum_is_never_open_by_its_place() -> None:
    finding = minimum_wage_floor(price_of(annual_value=Decimal(400000)), AT)
    assert "Nowhere Parva" not in finding.detail
