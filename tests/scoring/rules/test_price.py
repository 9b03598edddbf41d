from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.facts import ContractFacts
from scoring.rules.price import indexation, living_wage_floor, minimum_wage_floor
from scoring.vocabulary import Outcome

AT = date(2026, 11, 24)
# Ten cleaners, 20 hours a week: 10,400 hours a year at £14.80 from 1 June 2026.
# wages 153,920.00; holiday × 5.6/46.4 = 18,576.55; each 17,249.66
# National Insurance 10 × (17,249.66 - 5,000) × 15 % = 18,374.48
# pension 10 × (17,249.66 - 6,240) × 3 % = 3,302.90; in all 194,173.93


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
        pytest.param("194173.92", Outcome.NOT_MET, id="a penny under the floor"),
        pytest.param("194173.94", Outcome.MET, id="a penny over the floor"),
        pytest.param("300000", Outcome.MET, id="well over the floor"),
    ],
)
def test_a_price_below_the_labour_at_the_living_wage(price: str, outcome: Outcome) -> None:
    found = living_wage_floor(contract(annual_value=Decimal(price)), AT)
    assert found.outcome is outcome
    assert "10,400 hours × £14.80 = £153,920.00, holiday £18,576.55" in found.detail
    assert "National Insurance £18,374.48, pension £3,302.90: £194,173.93" in found.detail


def test_each_year_is_summed_with_its_own_rate() -> None:
    three = contract(start=date(2024, 6, 1), end=date(2027, 5, 31), annual_value=Decimal(150000))
    detail = living_wage_floor(three, AT).detail
    assert [rate for rate in ("£13.15", "£13.85", "£14.80") if rate in detail] == [
        "£13.15",
        "£13.85",
        "£14.80",
    ]


def test_a_year_past_the_table_holds_the_last_rate_and_says_so() -> None:
    long = contract(end=date(2029, 5, 31))
    assert "rate held as later ones are not published" in living_wage_floor(long, AT).detail


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
                "annual_value": Decimal(172496),
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
    assert found.outcome is Outcome.NOT_MET
    assert "levy £862.48: £195,036.41" in found.detail
    assert living_wage_floor(contract(annual_value=due.annual_value), AT).outcome is Outcome.MET


def test_the_rates_behind_the_sum_are_shown_and_their_age() -> None:
    detail = living_wage_floor(contract(), AT).detail
    assert "National Insurance 15.0% above £5,000.00" in detail
    assert "3% of £6,240.00 to £50,270.00 for each worker" in detail
    assert "rates not updated since 22 October 2025" in detail


@pytest.mark.parametrize(
    ("start", "said"),
    [
        pytest.param(date(2023, 4, 5), "from 2024-04-05", id="the day before the figures begin"),
        pytest.param(date(2023, 4, 6), "from 2023-04-06", id="the day that the figures begin"),
    ],
)
def test_years_before_the_employers_figures_are_left_out(start: date, said: str) -> None:
    found = minimum_wage_floor(contract(start=start, end=date(2026, 12, 31)), AT)
    assert found.detail.split("by year: ")[1].startswith(said)


def test_a_price_below_the_legal_minimum_is_critical_even_before_the_policy() -> None:
    found = minimum_wage_floor(contract(annual_value=Decimal(120000), let_on=date(2018, 1, 1)), AT)
    assert (found.outcome, found.severity.value) == (Outcome.NOT_MET, "critical")
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
