from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.facts import ContractFacts, PayPeriod, SupplierFacts
from scoring.reference.vocabulary import Outcome, Severity
from scoring.rules import RULEBOOK, judge
from scoring.rules.pay import living, minimum

AT = date(2026, 11, 24)
ORDER = [Outcome.NOT_MET, Outcome.UNKNOWN, Outcome.NOT_APPLICABLE, Outcome.MET]


def hourly(amount: str, **known: object) -> ContractFacts:
    facts: dict[str, object] = {
        "reference": "C1",
        "pay": Decimal(amount),
        "pay_period": PayPeriod.HOUR,
        "weekly_hours": Decimal(40),
        "youngest_age": 30,
        "place": "Westminster",
        "start": date(2025, 4, 1),
        "end": date(2028, 3, 31),
        "third_party": True,
    }
    return ContractFacts(**(facts | known))


@pytest.mark.parametrize(
    ("contract", "at", "outcome"),
    [
        pytest.param(hourly("12.70"), AT, Outcome.NOT_MET, id="a penny under the minimum"),
        pytest.param(hourly("12.71"), AT, Outcome.MET, id="at the minimum"),
        pytest.param(hourly("12.72"), AT, Outcome.MET, id="a penny over the minimum"),
        pytest.param(
            hourly("12.21"), date(2026, 3, 31), Outcome.MET, id="the day before the rise"
        ),
        pytest.param(hourly("12.21"), date(2026, 4, 1), Outcome.NOT_MET, id="the day of the rise"),
        pytest.param(hourly("9"), date(2015, 1, 1), Outcome.UNKNOWN, id="before the table"),
        pytest.param(hourly("9"), date(2029, 1, 1), Outcome.UNKNOWN, id="after the table"),
        pytest.param(
            hourly("12.71", unpaid_weekly_hours=Decimal(1)), AT, Outcome.NOT_MET, id="unpaid hour"
        ),
        pytest.param(
            hourly("12.71", weekly_deductions=Decimal("0.01")), AT, Outcome.NOT_MET, id="deduction"
        ),
        pytest.param(
            hourly("12.71", accommodation_per_day=Decimal("11.10")),
            AT,
            Outcome.MET,
            id="accommodation at the offset",
        ),
        pytest.param(
            hourly("12.71", accommodation_per_day=Decimal("11.11")),
            AT,
            Outcome.NOT_MET,
            id="accommodation a penny over the offset",
        ),
        pytest.param(
            hourly("12.71", accommodation_per_day=Decimal("11.09")),
            AT,
            Outcome.MET,
            id="accommodation a penny under the offset",
        ),
        pytest.param(
            hourly(
                "10.77", accommodation_per_day=Decimal(0), accommodation_days=Decimal(7)
            ),  # 40 × 10.77 + 7 × 11.10 = 508.50; 40 × 12.71 = 508.40
            AT,
            Outcome.MET,
            id="a free home makes up for less pay",
        ),
        pytest.param(
            hourly("10.76", accommodation_per_day=Decimal(0), accommodation_days=Decimal(7)),
            AT,
            Outcome.NOT_MET,
            id="a free home is not enough",
        ),
        pytest.param(
            hourly("10.77", accommodation_per_day=Decimal(0)),
            AT,
            Outcome.NOT_MET,
            id="no charge and no days is no home",
        ),
        pytest.param(
            hourly("12.71", accommodation_per_day=Decimal(-1)),
            AT,
            Outcome.UNKNOWN,
            id="a charge below zero",
        ),
        pytest.param(
            hourly("12.80", youngest_age=None), AT, Outcome.MET, id="above every age's rate"
        ),
        pytest.param(
            hourly("11", youngest_age=None), AT, Outcome.UNKNOWN, id="between the ages' rates"
        ),
        pytest.param(
            hourly("7.99", youngest_age=None), AT, Outcome.NOT_MET, id="below every age's rate"
        ),
        pytest.param(
            hourly("10.85", youngest_age=20, workers=1), AT, Outcome.MET, id="one worker of 20"
        ),
        pytest.param(
            hourly("10.84", youngest_age=20), AT, Outcome.NOT_MET, id="under the youngest's rate"
        ),
        pytest.param(
            hourly("10.85", youngest_age=20), AT, Outcome.UNKNOWN, id="ages mixed, one pay figure"
        ),
        pytest.param(
            hourly("12.71"), date(2027, 4, 1), Outcome.UNKNOWN, id="under a provisional rate only"
        ),
        pytest.param(
            hourly("12.70"), date(2027, 4, 1), Outcome.NOT_MET, id="under the last confirmed rate"
        ),
        pytest.param(hourly("1", pay=None), AT, Outcome.UNKNOWN, id="no pay"),
        pytest.param(hourly("1", pay_period=None), AT, Outcome.UNKNOWN, id="pay with no period"),
        pytest.param(hourly("-1"), AT, Outcome.UNKNOWN, id="pay below zero"),
    ],
)
def test_the_legal_minimum(contract: ContractFacts, at: date, outcome: Outcome) -> None:
    found = minimum(contract, at)
    assert found.outcome is outcome
    assert found.severity is (Severity.CRITICAL if outcome is Outcome.NOT_MET else Severity.INFO)
    assert found.subject == "C1"


@pytest.mark.parametrize(
    ("pay", "period", "more", "outcome"),
    [
        pytest.param("101.68", PayPeriod.DAY, {"daily_hours": Decimal(8)}, Outcome.MET, id="day"),
        pytest.param(
            "101.67", PayPeriod.DAY, {"daily_hours": Decimal(8)}, Outcome.NOT_MET, id="day under"
        ),
        pytest.param("101.68", PayPeriod.DAY, {}, Outcome.UNKNOWN, id="day without its hours"),
        pytest.param("508.40", PayPeriod.WEEK, {}, Outcome.MET, id="week"),
        pytest.param("508.39", PayPeriod.WEEK, {}, Outcome.NOT_MET, id="week under"),
        pytest.param("2203.07", PayPeriod.MONTH, {}, Outcome.MET, id="month"),
        pytest.param("2203.06", PayPeriod.MONTH, {}, Outcome.NOT_MET, id="month under"),
        pytest.param("26436.80", PayPeriod.YEAR, {}, Outcome.MET, id="year"),
        pytest.param("26436.79", PayPeriod.YEAR, {}, Outcome.NOT_MET, id="year under"),
        pytest.param(
            "0.1271", PayPeriod.PIECE, {"pieces_per_hour": Decimal(100)}, Outcome.MET, id="piece"
        ),
        pytest.param(
            "0.1270",
            PayPeriod.PIECE,
            {"pieces_per_hour": Decimal(100)},
            Outcome.NOT_MET,
            id="piece under",
        ),
        pytest.param("0.1271", PayPeriod.PIECE, {}, Outcome.UNKNOWN, id="piece without output"),
    ],
)
def test_pay_for_any_period_becomes_an_hourly_rate(
    pay: str, period: PayPeriod, more: dict[str, object], outcome: Outcome
) -> None:
    assert minimum(hourly(pay, pay_period=period, **more), AT).outcome is outcome


@pytest.mark.parametrize(
    ("contract", "at", "outcome"),
    [
        pytest.param(hourly("14.79"), AT, Outcome.NOT_MET, id="a penny under London's"),
        pytest.param(hourly("14.80"), AT, Outcome.MET, id="at London's"),
        pytest.param(hourly("14.81"), AT, Outcome.MET, id="a penny over London's"),
        pytest.param(hourly("13.44", place="Leeds"), AT, Outcome.NOT_MET, id="under the UK's"),
        pytest.param(hourly("13.45", place="Leeds"), AT, Outcome.MET, id="at the UK's"),
        pytest.param(hourly("13.85"), date(2026, 4, 30), Outcome.MET, id="before the pay-by day"),
        pytest.param(hourly("13.85"), date(2026, 5, 1), Outcome.NOT_MET, id="on the pay-by day"),
        pytest.param(hourly("20"), date(2027, 5, 1), Outcome.UNKNOWN, id="after the table"),
        pytest.param(hourly("14", place=""), AT, Outcome.UNKNOWN, id="place unknown, between"),
        pytest.param(hourly("13.44", place=""), AT, Outcome.NOT_MET, id="under both rates"),
        pytest.param(hourly("14.80", place=""), AT, Outcome.MET, id="over both rates"),
        pytest.param(
            hourly("13", let_on=date(2019, 7, 15)), AT, Outcome.UNKNOWN, id="let before the policy"
        ),
        pytest.param(
            hourly("13", let_on=date(2019, 7, 16)), AT, Outcome.NOT_MET, id="let on policy day"
        ),
        pytest.param(
            hourly("13", weekly_hours=Decimal("1.9")),
            AT,
            Outcome.NOT_APPLICABLE,
            id="under two hours a week",
        ),
        pytest.param(
            hourly("13", weekly_hours=Decimal(2)), AT, Outcome.NOT_MET, id="two hours a week"
        ),
        pytest.param(
            hourly("13", end=date(2025, 5, 25)), AT, Outcome.NOT_APPLICABLE, id="55 days"
        ),
        pytest.param(hourly("13", end=date(2025, 5, 26)), AT, Outcome.NOT_MET, id="56 days"),
        pytest.param(
            hourly("13", third_party=False, weekly_hours=Decimal(1)),
            AT,
            Outcome.NOT_MET,
            id="direct staff count whatever their hours",
        ),
        pytest.param(hourly("13", youngest_age=17), AT, Outcome.UNKNOWN, id="some under 18"),
        pytest.param(hourly("13", youngest_age=18), AT, Outcome.NOT_MET, id="all 18 or over"),
        pytest.param(hourly("13", apprentice=True), AT, Outcome.NOT_APPLICABLE, id="apprentices"),
    ],
)
def test_the_living_wage(contract: ContractFacts, at: date, outcome: Outcome) -> None:
    assert living(contract, at).outcome is outcome


def test_a_free_home_does_not_count_for_the_living_wage() -> None:
    home = {"accommodation_per_day": Decimal(0), "accommodation_days": Decimal(7)}
    assert living(hourly("14.79", **home), AT).outcome is Outcome.NOT_MET


def test_an_overdue_table_is_told_on_the_finding() -> None:
    assert "rates not updated since 22 October 2025" in living(hourly("14.80"), AT).detail


def test_a_contract_let_before_the_policy_is_not_a_breach() -> None:
    found = living(hourly("13", let_on=date(2018, 1, 1)), AT)
    assert "Not yet required" in found.detail


@given(
    pay=st.decimals("0", "40", places=2),
    more=st.decimals("0", "20", places=2),
    age=st.sampled_from([None, 16, 18, 21, 30]),
    place=st.sampled_from(["Westminster", "Leeds", "somewhere"]),
    unpaid=st.sampled_from([None, Decimal(3)]),
    at=st.dates(date(2017, 1, 1), date(2028, 12, 31)),
)
def test_raising_pay_never_worsens_a_pay_finding(
    pay: Decimal, more: Decimal, age: int | None, place: str, unpaid: Decimal | None, at: date
) -> None:
    known = {"youngest_age": age, "place": place, "unpaid_weekly_hours": unpaid}
    for judged in (minimum, living):
        low = judged(hourly(str(pay), **known), at)
        high = judged(hourly(str(pay + more), **known), at)
        assert ORDER.index(low.outcome) <= ORDER.index(high.outcome)


def test_judging_a_supplier_gives_each_contract_its_pay_findings() -> None:
    facts = SupplierFacts("Example", contracts=(hourly("12"), hourly("15", reference="C2")))
    found = [(each.rule, each.subject) for each in judge(facts, at=AT) if each.subject]
    assert len(found) == len(set(found)) == 10
    assert {rule for rule, _ in found} <= {each.card.id for each in RULEBOOK}
