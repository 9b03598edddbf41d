from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.facts import ContractFacts
from scoring.reference.vocabulary import Outcome
from scoring.rules.price import indexation, living_wage_floor, minimum_wage_floor

AT = date(2026, 11, 24)
# Ten cleaners, 20 hours a week: 10,400 hours a year at £14.80 from 1 June 2026.
# wages 153,920.00; holiday × 5.6/46.4 = 18,576.55; each 17,249.66
# National Insurance 10 × (17,249.66 - 5,000) × 15 % = 18,374.48
# pension 10 × (17,249.66 - 6,240) × 3 % = 3,302.90; with full cover in all 194,173.93
# least, leave within 52 paid weeks: wages 153,920.00, each 15,392.00
# National Insurance 10 × 10,392 × 15 % = 15,588.00; pension 10 × 9,152 × 3 % = 2,745.60
# in all 172,253.60


def contract(**known: object) -> ContractFacts:
    facts: dict[str, object] = {
        "reference": "C1",
        "annual_value": Decimal("194173.93"),
        "workers": 10,
        "weekly_hours": Decimal(20),
        "place": "Westminster",
        "start": date(2026, 6, 1),
        "end": date(2027, 5, 31),
    }
    return ContractFacts(**(facts | known))


@pytest.mark.parametrize(
    ("price", "outcome"),
    [
        pytest.param("172253.59", Outcome.NOT_MET, id="a penny under the least"),
        pytest.param("172253.60", Outcome.UNKNOWN, id="the least"),
        pytest.param("194173.92", Outcome.UNKNOWN, id="a penny under full cover"),
        pytest.param("194173.93", Outcome.MET, id="full cover"),
        pytest.param("300000", Outcome.MET, id="well over"),
    ],
)
def test_price_against_labour_at_the_living_wage_by_where_it_lies(
    price: str, outcome: Outcome
) -> None:
    found = living_wage_floor(contract(annual_value=Decimal(price)), AT)
    assert found.outcome is outcome
    assert "£172,253.60 to £194,173.93" in found.detail
    line = found.evidence[1].quote
    assert "10,400 to 11,655 paid hours; £14.80 for 365 days" in line
    assert "wages £153,920.00 to £172,496.55" in line
    assert "National Insurance £15,588.00 to £18,374.48, pension £2,745.60 to £3,302.90" in line


def lines(contract_: ContractFacts, rule: Any = living_wage_floor) -> str:
    return " ".join(each.quote for each in rule(contract_, AT).evidence)


TEN = {"workers": 10, "weekly_hours": Decimal(40), "place": "Leeds"}


def test_minimum_wage_floor_ten_full_time_posts_within_52_paid_weeks_is_not_below() -> None:
    # 10 × 40 × 52 × 12.71 = 264,368.00; NI 10 × (26,436.80 - 5,000) × 15 % = 32,155.20;
    # pension 10 × (26,436.80 - 6,240) × 3 % = 6,059.04; in all 302,582.24
    year = {"start": date(2026, 4, 6), "end": date(2027, 4, 5)}
    found = minimum_wage_floor(contract(**TEN, **year, annual_value=Decimal(310000)), AT)
    assert found.outcome is Outcome.UNKNOWN
    assert "£302,582.24 to £340,231.89" in found.detail
    assert "cover" in found.remedy


def test_floor_a_year_is_split_at_each_change_of_rates() -> None:
    # one day at 12.21 and 364 at 12.71: 340,231.89 - (340,231.89 - 326,478.79) ÷ 365 = 340,194.21
    late = contract(**TEN, start=date(2026, 3, 31), end=date(2027, 3, 30))
    assert "£340,194.21" in lines(late, minimum_wage_floor)
    # the Living Wage of 12.60 is under the legal 12.71 in April: 12.71 × 25 and 13.45 × 340 days
    spring = contract(**TEN, start=date(2026, 4, 6), end=date(2027, 4, 5))
    assert "£12.71 for 25 days, £13.45 for 340 days" in lines(spring)


def test_minimum_wage_floor_term_time_pays_39_weeks_with_leave_on_top() -> None:
    # 20 × 7 × 39 × 12.71 × (1 + 5.6 ÷ 46.4) = 77,772.05; each 3,888.60, under both thresholds
    school = {"workers": 20, "weekly_hours": Decimal(7), "annual_value": Decimal(95000)}
    year = {"start": date(2026, 4, 6), "end": date(2027, 4, 5)}
    given = minimum_wage_floor(contract(**school, **year, weeks_year=Decimal(39)), AT)
    assert (given.outcome, "costs £77,772.05 in" in given.detail) == (Outcome.MET, True)
    read = minimum_wage_floor(contract(**school, **year, title="School cleaning"), AT)
    assert (read.outcome, "£77,772.05 to" in read.detail) == (Outcome.UNKNOWN, True)


def test_floor_the_employment_allowance_comes_off_where_it_is_had() -> None:
    found = living_wage_floor(contract(employment_allowance=True), AT)
    assert "National Insurance £5,088.00 to £7,874.48" in found.evidence[1].quote


def test_each_year_is_summed_with_its_own_rate() -> None:
    three = contract(start=date(2024, 6, 1), end=date(2027, 5, 31), annual_value=Decimal(150000))
    detail = lines(three)
    assert [rate for rate in ("£13.15", "£13.85", "£14.80") if rate in detail] == [
        "£13.15",
        "£13.85",
        "£14.80",
    ]


def test_a_year_past_the_table_holds_the_last_rate_and_says_so() -> None:
    long = contract(end=date(2029, 5, 31))
    assert "rate held as later ones are not published" in lines(long)


@pytest.mark.parametrize(
    ("known", "outcome"),
    [
        pytest.param({"annual_value": None}, Outcome.UNKNOWN, id="no price"),
        pytest.param({"weekly_hours": None}, Outcome.UNKNOWN, id="no hours"),
        pytest.param(
            {"workers": None, "labour_hours_year": Decimal(10400)},
            Outcome.UNKNOWN,
            id="between the sums with and without thresholds",
        ),
        pytest.param(
            {
                "workers": None,
                "labour_hours_year": Decimal(10400),
                "annual_value": Decimal(153919),
            },
            Outcome.NOT_MET,
            id="under even the lowest sum",
        ),
        pytest.param(
            {"place": "somewhere"}, Outcome.UNKNOWN, id="over the UK floor, place unknown"
        ),
        pytest.param(
            {"annual_value": Decimal(100000), "let_on": date(2018, 1, 1)},
            Outcome.UNKNOWN,
            id="let before the policy",
        ),
        pytest.param(
            {"annual_value": None, "total_value": Decimal(194174)},
            Outcome.MET,
            id="whole value over one year",
        ),
    ],
)
def test_what_is_missing_leaves_the_floor_unknown(
    known: dict[str, object], outcome: Outcome
) -> None:
    assert living_wage_floor(contract(**known), AT).outcome is outcome


def test_the_levy_is_added_where_the_employer_is_known_to_pay_it() -> None:
    # 194,173.93 + (153,920.00 + 18,576.55) × 0.5 % = 195,036.41
    due = contract(annual_value=Decimal("195036.40"), pays_levy=True)
    found = living_wage_floor(due, AT)
    assert found.outcome is Outcome.UNKNOWN
    assert "levy £769.60 to £862.48" in found.evidence[1].quote
    assert "£195,036.41" in found.detail
    assert living_wage_floor(contract(annual_value=due.annual_value), AT).outcome is Outcome.MET


def test_the_rates_behind_the_sum_are_shown_and_their_age() -> None:
    assert "National Insurance 15.0% above £5,000.00" in lines(contract())
    assert "3% of £6,240.00 to £50,270.00 for each worker" in lines(contract())
    detail = living_wage_floor(contract(), AT).detail
    assert "rates not updated since 22 October 2025" in detail


@pytest.mark.parametrize(
    ("start", "said"),
    [
        pytest.param(date(2023, 4, 5), "2024-04-05 to", id="the day before the figures begin"),
        pytest.param(date(2023, 4, 6), "2023-04-06 to", id="the day that the figures begin"),
    ],
)
def test_years_before_the_employers_figures_are_left_out(start: date, said: str) -> None:
    found = minimum_wage_floor(contract(start=start, end=date(2026, 12, 31)), AT)
    assert found.evidence[1].quote.startswith(said)


def test_a_price_below_the_legal_minimum_refers_and_never_stops() -> None:
    found = minimum_wage_floor(contract(annual_value=Decimal(120000), let_on=date(2018, 1, 1)), AT)
    assert (found.outcome, found.severity.value) == (Outcome.NOT_MET, "high")
    assert "asked" in found.remedy


@given(price=st.decimals(0, 500000, places=2), more=st.decimals(0, 100000, places=2))
def test_raising_the_price_never_worsens_the_floor(price: Decimal, more: Decimal) -> None:
    order = [Outcome.NOT_MET, Outcome.UNKNOWN, Outcome.MET]
    low = living_wage_floor(contract(annual_value=price), AT)
    high = living_wage_floor(contract(annual_value=price + more), AT)
    assert order.index(low.outcome) <= order.index(high.outcome)


@pytest.mark.parametrize(
    ("known", "outcome"),
    [
        pytest.param({"indexed": False}, Outcome.NOT_MET, id="fixed price over 1 April"),
        pytest.param({"indexed": True}, Outcome.MET, id="price follows"),
        pytest.param({"indexed": None}, Outcome.UNKNOWN, id="not stated"),
        pytest.param(
            {"indexed": False, "end": date(2027, 3, 31)},
            Outcome.NOT_APPLICABLE,
            id="ends the day before rates change",
        ),
        pytest.param(
            {"indexed": False, "end": date(2027, 4, 1)},
            Outcome.NOT_MET,
            id="ends the day rates change",
        ),
        pytest.param({"indexed": False, "end": None}, Outcome.UNKNOWN, id="no end"),
    ],
)
def test_a_fixed_price_that_outlives_a_rate(known: dict[str, object], outcome: Outcome) -> None:
    assert indexation(contract(**known), AT).outcome is outcome
