from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.payroll import judge_sample
from scoring.payroll.samples import Payslips, Shifts
from scoring.reference.vocabulary import Outcome, Severity
from tests.scoring.payroll.sample import AT, day, of, outcome, people, shifts, slips, workers_of

MET, NOT_MET, UNKNOWN = Outcome.MET, Outcome.NOT_MET, Outcome.UNKNOWN
NEITHER = Outcome.NOT_APPLICABLE
ADULT = {"born": [day("1990-01-01")], "london": [1], "apprentice": [0]}
NONE = Shifts.none()


@pytest.mark.parametrize(
    ("slip", "known", "expected"),
    [
        pytest.param({"gross": 127099}, {}, NOT_MET, id="a penny under the minimum"),
        pytest.param({"gross": 127100}, {}, MET, id="at the minimum"),
        pytest.param({"gross": 127101}, {}, MET, id="a penny over the minimum"),
        pytest.param({"gross": 127200, "taken": 101}, {}, NOT_MET, id="deductions take it under"),
        pytest.param({"gross": 127200, "taken": 100}, {}, MET, id="deductions leave it"),
        pytest.param(
            {"gross": 127100, "rent": 33300, "rent_days": 30}, {}, MET, id="rent at the offset"
        ),
        pytest.param(
            {"gross": 127100, "rent": 33301, "rent_days": 30},
            {},
            NOT_MET,
            id="rent a penny over the offset",
        ),
        pytest.param(
            {"gross": 127100, "rent": 33299, "rent_days": 30},
            {},
            MET,
            id="rent a penny under the offset",
        ),
        pytest.param(
            {"gross": 93800, "rent_days": 30}, {}, MET, id="a free home counts as the offset"
        ),
        pytest.param(
            {"gross": 93799, "rent_days": 30}, {}, NOT_MET, id="a penny under with a free home"
        ),
        pytest.param({"gross": 127200, "uncounted": 100}, {}, MET, id="a premium leaves it"),
        pytest.param(
            {"gross": 127200, "uncounted": 101}, {}, NOT_MET, id="a premium takes it under"
        ),
        pytest.param({"gross": 90000, "minutes": -1}, {}, UNKNOWN, id="hours not on record"),
        pytest.param(
            {"gross": 122100, "start": day("2026-03-31"), "end": day("2026-04-29")},
            {},
            MET,
            id="a period begun before the rise keeps the old rate",
        ),
        pytest.param(
            {"gross": 122100, "start": day("2026-04-01"), "end": day("2026-04-30")},
            {},
            NOT_MET,
            id="a period begun on the day of the rise has the new rate",
        ),
        pytest.param(
            {"gross": 108500}, {"born": [day("2005-06-02")]}, MET, id="the day before 21"
        ),
        pytest.param(
            {"gross": 108500}, {"born": [day("2005-06-01")]}, NOT_MET, id="21 on day one"
        ),
        pytest.param(
            {"gross": 108500}, {"born": [day("2008-06-01")]}, MET, id="18 on the first day"
        ),
        pytest.param(
            {"gross": 80000}, {"born": [day("2008-06-02")]}, MET, id="17 on the first day"
        ),
        pytest.param(
            {"gross": 80000},
            {"apprentice": [1], "started": [day("2025-06-02")]},
            MET,
            id="an apprentice on the last day of the first year",
        ),
        pytest.param(
            {"gross": 80000},
            {"apprentice": [1], "started": [day("2025-06-01")]},
            NOT_MET,
            id="an adult apprentice after the first year",
        ),
        pytest.param(
            {"gross": 80000},
            {"apprentice": [1], "born": [day("2007-06-02")], "started": [day("2024-06-01")]},
            MET,
            id="an apprentice the day before 19",
        ),
        pytest.param(
            {"gross": 80000},
            {"apprentice": [1], "born": [day("2007-06-01")], "started": [day("2024-06-01")]},
            NOT_MET,
            id="an apprentice of 19 after the first year",
        ),
        pytest.param(
            {"gross": 80000}, {"apprentice": [1]}, UNKNOWN, id="an apprentice since when unknown"
        ),
        pytest.param({"gross": 127200, "unclear": 101}, {}, UNKNOWN, id="not named, under"),
        pytest.param({"gross": 127200, "unclear": 100}, {}, MET, id="not named, still reached"),
        pytest.param({"gross": 127100, "excepted": 50000}, {}, MET, id="what never counts"),
        pytest.param(
            {"gross": 133000, "start": day("2027-04-01"), "end": day("2027-04-30")},
            {},
            UNKNOWN,
            id="over a provisional rate",
        ),
        pytest.param({"gross": 100000}, {"born": [-(2**31)]}, UNKNOWN, id="age unknown, between"),
        pytest.param({"gross": 79999}, {"born": [-(2**31)]}, NOT_MET, id="age unknown, under all"),
        pytest.param({"gross": 127100}, {"born": [-(2**31)]}, MET, id="age unknown, over all"),
        pytest.param(
            {"gross": 1, "start": day("2015-01-01"), "end": day("2015-01-31")},
            {},
            UNKNOWN,
            id="before the table",
        ),
        pytest.param(
            {"gross": 127100, "start": day("2027-04-01"), "end": day("2027-04-30")},
            {},
            UNKNOWN,
            id="under a provisional rate only",
        ),
        pytest.param(
            {"gross": 1, "start": day("2028-04-01"), "end": day("2028-04-30")},
            {},
            UNKNOWN,
            id="after the table",
        ),
    ],
)
def test_the_minimum_wage_of_a_payslip(
    slip: dict[str, int], known: dict[str, list[int]], expected: Outcome
) -> None:
    who = people(1, **(ADULT | known))
    assert outcome("payslip.minimum_wage", NONE, slips([slip]), who) is expected


@pytest.mark.parametrize(
    ("slip", "known", "expected"),
    [
        pytest.param({"gross": 147999}, {}, NOT_MET, id="a penny under London's"),
        pytest.param({"gross": 148000}, {}, MET, id="at London's"),
        pytest.param({"gross": 134499}, {"london": [0]}, NOT_MET, id="a penny under the UK's"),
        pytest.param({"gross": 134500}, {"london": [0]}, MET, id="at the UK's"),
        pytest.param({"gross": 140000}, {"london": [-1]}, UNKNOWN, id="between, place unknown"),
        pytest.param(
            {"gross": 138500, "start": day("2026-04-30"), "end": day("2026-05-29")},
            {},
            MET,
            id="a period begun before the pay-by day",
        ),
        pytest.param(
            {"gross": 138500, "start": day("2026-05-01"), "end": day("2026-05-31")},
            {},
            NOT_MET,
            id="a period begun on the pay-by day",
        ),
        pytest.param({"gross": 90000}, {"born": [day("2008-06-02")]}, NEITHER, id="under 18"),
        pytest.param({"gross": 130000}, {"apprentice": [1]}, NEITHER, id="an apprentice"),
        pytest.param(
            {"gross": 200000, "start": day("2027-05-01"), "end": day("2027-05-31")},
            {},
            UNKNOWN,
            id="after the table",
        ),
    ],
)
def test_the_living_wage_of_a_payslip(
    slip: dict[str, int], known: dict[str, list[int]], expected: Outcome
) -> None:
    who = people(1, **(ADULT | known))
    assert outcome("payslip.living_wage", NONE, slips([slip]), who) is expected


def test_the_shortfall_is_summed_to_the_penny() -> None:
    two = slips([{"gross": 127099}, {"gross": 127000, "start": day("2026-07-01")}])
    found = of("payslip.minimum_wage", NONE, two, people(1, **ADULT))[0]
    assert "£1.01" in found.detail
    assert found.severity is Severity.MEDIUM


@pytest.mark.parametrize(
    ("short", "workers", "severity"),
    [
        pytest.param(499, 1, Severity.MEDIUM, id="under five pounds"),
        pytest.param(500, 1, Severity.HIGH, id="five pounds"),
        pytest.param(9999, 1, Severity.HIGH, id="under a hundred pounds"),
        pytest.param(10000, 1, Severity.CRITICAL, id="a hundred pounds"),
        pytest.param(1000, 5, Severity.CRITICAL, id="half as much over five workers"),
    ],
)
def test_a_shortfall_weighs_more_with_the_sum_and_the_workers(
    short: int, workers: int, severity: Severity
) -> None:
    rows = [{"worker": each, "gross": 127100 - short} for each in range(workers)]
    who = people(workers, **{name: value * workers for name, value in ADULT.items()})
    found = of("payslip.minimum_wage", NONE, slips(rows), who)
    assert [each.severity for each in found] == [severity]
    assert len(workers_of(found[0])) == workers


ONE_DAY = {"start": day("2026-06-01"), "end": day("2026-06-01")}


@pytest.mark.parametrize(
    ("paid", "expected"),
    [
        pytest.param(465, MET, id="fifteen minutes are rounding"),
        pytest.param(464, NOT_MET, id="sixteen minutes are missing"),
        pytest.param(480, MET, id="every minute is paid"),
        pytest.param(-1, UNKNOWN, id="the payslip shows no hours"),
    ],
)
def test_hours_on_the_rota_are_paid(paid: int, expected: Outcome) -> None:
    worked = shifts([(0, "2026-06-01T08:00", "2026-06-01T16:30", 30)])
    slip = slips([ONE_DAY | {"minutes": paid}])
    assert outcome("payslip.unpaid_hours", worked, slip) is expected


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        pytest.param("2026-06-26", UNKNOWN, id="a Friday five days before the end"),
        pytest.param("2026-06-30", MET, id="the last day of the period"),
        pytest.param("2026-07-02", MET, id="past the end"),
    ],
)
def test_a_rota_that_stops_before_the_period_ends_proves_nothing(
    last: str, expected: Outcome
) -> None:
    rows = [(0, f"{on}T08:00", f"{on}T16:00", 0) for on in ("2026-06-01", last)]
    slip = slips([{"minutes": 960}])
    assert outcome("payslip.unpaid_hours", shifts(rows), slip) is expected


def test_a_weekend_at_the_ends_of_a_rota_is_covered() -> None:
    rows = [(0, f"{on}T08:00", f"{on}T16:00", 0) for on in ("2026-06-01", "2026-06-12")]
    week = {"start": day("2026-05-30"), "end": day("2026-06-14"), "minutes": 960}
    assert outcome("payslip.unpaid_hours", shifts(rows), slips([week])) is MET
    longer = week | {"end": day("2026-06-15")}
    assert outcome("payslip.unpaid_hours", shifts(rows), slips([longer])) is UNKNOWN


def test_unpaid_hours_count_for_the_minimum_wage() -> None:
    worked = shifts([(0, "2026-06-01T08:00", "2026-06-01T18:00", 0)])
    slip = slips([ONE_DAY | {"minutes": 480, "gross": 480 * 1271 // 60}])
    assert outcome("payslip.minimum_wage", worked, slip, people(1, **ADULT)) is NOT_MET


@pytest.mark.parametrize(
    ("accrued", "expected"),
    [
        pytest.param(694, MET, id="due less the half hour of rounding"),
        pytest.param(693, NOT_MET, id="a minute less"),
        pytest.param(724, MET, id="12.07 % of a hundred hours"),
        pytest.param(-1, UNKNOWN, id="not shown"),
    ],
)
def test_holiday_builds_up_for_irregular_hours(accrued: int, expected: Outcome) -> None:
    who = people(1, irregular=[1])
    assert outcome("payslip.holiday", NONE, slips([{"accrued": accrued}]), who) is expected


@pytest.mark.parametrize(
    ("hours", "known", "expected"),
    [
        pytest.param((2400, 2400), {}, NEITHER, id="the same hours each week"),
        pytest.param((2400, 1200), {}, UNKNOWN, id="hours that vary, contract not said"),
        pytest.param((2400, 1200), {"irregular": [0]}, NEITHER, id="a regular contract"),
        pytest.param((2400, 1200), {"irregular": [1]}, NOT_MET, id="irregular hours"),
    ],
)
def test_holiday_that_does_not_build_up_is_a_breach_only_for_irregular_hours(
    hours: tuple[int, int], known: dict[str, list[int]], expected: Outcome
) -> None:
    rows = [{"minutes": each, "accrued": 0} for each in hours]
    assert outcome("payslip.holiday", NONE, slips(rows), people(1, **known)) is expected


@pytest.mark.parametrize(
    ("taken", "expected"),
    [
        pytest.param(64999, MET, id="a penny under half"),
        pytest.param(65000, NOT_MET, id="half"),
        pytest.param(65001, NOT_MET, id="a penny over half"),
    ],
)
def test_half_of_pay_taken_is_critical_and_by_itself_not_urgent(
    taken: int, expected: Outcome
) -> None:
    found = of("payslip.share_taken", NONE, slips([{"taken": taken}]))
    assert found[0].outcome is expected
    assert not found[0].urgent


def months(count: int, taken: int = 5000, debt: int = 1) -> list[dict[str, int]]:
    starts = [day(f"2026-{month:02}-01") for month in range(1, count + 1)]
    return [
        {"start": each, "end": each + 27, "taken": taken, "owed": taken * debt} for each in starts
    ]


@pytest.mark.parametrize(
    ("rows", "severity"),
    [
        pytest.param(months(2), None, id="twice"),
        pytest.param(months(3), Severity.HIGH, id="three times, for a fee"),
        pytest.param(months(3, debt=0), Severity.MEDIUM, id="three times, for another reason"),
        pytest.param(months(3, taken=0), None, id="nothing taken"),
        pytest.param(
            [*months(2), *months(3, taken=6000)[2:]],
            Severity.HIGH,
            id="a debt counts whatever the sums",
        ),
        pytest.param(
            [*months(2, debt=0), *months(3, taken=6000, debt=0)[2:]], None, id="sums that differ"
        ),
    ],
)
def test_deductions_that_repeat(rows: list[dict[str, int]], severity: Severity | None) -> None:
    found = of("payslip.repeated_deductions", NONE, slips(rows))
    short = [each for each in found if each.outcome is NOT_MET]
    assert [each.severity for each in short] == ([severity] if severity else [])


def test_fewer_than_three_payslips_cannot_show_a_repeat() -> None:
    assert outcome("payslip.repeated_deductions", NONE, slips(months(2))) is UNKNOWN
    assert outcome("payslip.repeated_deductions", NONE, slips(months(3, taken=0))) is MET


@given(
    gross=st.integers(0, 300000),
    more=st.integers(0, 50000),
    minutes=st.integers(-1, 12000),
    born=st.sampled_from([-(2**31), day("2009-01-01"), day("2006-01-01"), day("1990-01-01")]),
    london=st.sampled_from([-1, 0, 1]),
)
def test_raising_pay_never_worsens_a_payslip(
    gross: int, more: int, minutes: int, born: int, london: int
) -> None:
    order = [NOT_MET, UNKNOWN, NEITHER, MET]
    who = people(1, born=[born], london=[london])
    for rule in ("payslip.minimum_wage", "payslip.living_wage"):
        low, high = (
            outcome(rule, NONE, slips([{"gross": each, "minutes": minutes}]), who)
            for each in (gross, gross + more)
        )
        assert order.index(low) <= order.index(high)


paid = st.lists(
    st.fixed_dictionaries(
        {
            "worker": st.integers(0, 3),
            "start": st.sampled_from([day("2026-03-02"), day("2026-04-06"), day("2026-05-04")]),
            "gross": st.integers(0, 300000),
            "taken": st.sampled_from([0, 5000, 90000]),
            "minutes": st.integers(-1, 12000),
            "owed": st.just(0),
            "unclear": st.sampled_from([0, 700]),
            "account": st.integers(-1, 3),
            "own_account": st.sampled_from([-1, 0, 1]),
        }
    ),
    min_size=1,
    max_size=25,
)


@given(paid, st.randoms(use_true_random=False))
def test_the_order_of_payslips_changes_nothing(rows: list[dict[str, int]], luck: Random) -> None:
    whole = slips([row | {"end": row["start"] + 27} for row in rows])
    order = list(range(len(rows)))
    luck.shuffle(order)
    mixed = Payslips(*(getattr(whole, name)[order] for name in Payslips.__slots__))
    who = people(4, born=[day("1990-01-01")] * 4, london=[1, 0, -1, 1])
    assert judge_sample(NONE, whole, who, at=AT) == judge_sample(NONE, mixed, who, at=AT)
