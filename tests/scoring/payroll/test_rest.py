"""Rest in the week, at its thresholds, and every hour rule against plain loops."""

from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from scoring.findings import Finding
from scoring.payroll import judge_sample
from scoring.payroll.samples import NO_DAY, UNKNOWN, Payslips, Shifts, Workers
from scoring.reference.vocabulary import Outcome
from tests.scoring.payroll import plain
from tests.scoring.payroll.sample import (
    AT,
    Shift,
    day,
    minute,
    of,
    outcome,
    people,
    shifts,
    workers_of,
)

MET, NOT_MET, UNSURE = Outcome.MET, Outcome.NOT_MET, Outcome.UNKNOWN
MONDAY = date(2026, 5, 4)


def daily(days: list[int], until: str = "16:00") -> list[Shift]:
    on = [MONDAY + timedelta(days=each) for each in days]
    return [(0, f"{each}T08:00", f"{each}T{until}", 30) for each in on]


def off(*days: int, weeks: int = 4) -> list[Shift]:
    return daily([each for each in range(7 * weeks) if each not in days])


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(off(6, weeks=1), MET, id="six days and a day off"),
        pytest.param(off(6, 13, 20, 27), MET, id="every seventh day off"),
        pytest.param(off(5, 6, 19, 20), MET, id="two days off in each fortnight"),
        pytest.param(off(6, 7, 20, 21), MET, id="two days off over the edge of two weeks"),
        pytest.param(off(0, 13, 14, 27), MET, id="twelve days in a row, a day off in each week"),
        pytest.param(off(13, 27), NOT_MET, id="one day off in each fortnight"),
        pytest.param(off(), NOT_MET, id="no day off"),
        pytest.param(daily(list(range(10))), UNSURE, id="ten days, then the sample ends"),
        pytest.param(daily(list(range(4, 14))), UNSURE, id="ten days, as the sample begins"),
    ],
)
def test_weekly_rest(rows: list[Shift], expected: Outcome) -> None:
    assert outcome("hours.weekly_rest", shifts(rows)) is expected


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        pytest.param("2026-05-16T23:59", UNSURE, id="a minute over 24 hours, not on top of 11"),
        pytest.param("2026-05-17T00:00", UNSURE, id="24 hours to the minute"),
        pytest.param("2026-05-17T00:01", NOT_MET, id="a minute under 24 hours"),
    ],
)
def test_the_day_of_rest_is_24_hours_within_the_week(end: str, expected: Outcome) -> None:
    late = (0, "2026-05-16T17:00", end, 30)
    early = (0, "2026-05-18T00:00", "2026-05-18T07:00", 30)
    rows = [*off(6, 13, 20, 27), late, early]
    assert outcome("hours.weekly_rest", shifts(rows)) is expected


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        pytest.param("09:59", MET, id="a minute over 35 hours"),
        pytest.param("10:00", MET, id="35 hours to the minute"),
        pytest.param("10:01", UNSURE, id="a minute under 35 hours"),
        pytest.param("21:00", UNSURE, id="24 hours to the minute"),
        pytest.param("21:01", NOT_MET, id="a minute under 24 hours"),
    ],
)
def test_rest_over_sunday_midnight_counts_for_the_week_in_which_it_begins(
    end: str, expected: Outcome
) -> None:
    nights = [
        (0, f"{on}T21:00", f"{on + timedelta(days=1)}T06:00", 30)
        for on in (MONDAY + timedelta(days=each) for each in range(26))
        if on.weekday() < 6
    ]
    sunday = (0, "2026-05-17T08:00", f"2026-05-17T{end}", 30)
    assert outcome("hours.weekly_rest", shifts([*nights, sunday])) is expected


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        pytest.param("2026-05-08T23:59", MET, id="a minute over 48 hours"),
        pytest.param("2026-05-09T00:00", MET, id="48 hours to the minute"),
        pytest.param("2026-05-09T00:01", NOT_MET, id="a minute under 48 hours"),
    ],
)
def test_under_18_the_week_has_48_hours_of_rest(last: str, expected: Outcome) -> None:
    rows = [
        *daily([0, 1, 2, 3]),
        (0, "2026-05-08T18:00", last, 30),
        (0, "2026-05-11T00:00", "2026-05-11T04:00", 0),
    ]
    who = people(1, born=[day("2009-06-01")])
    assert outcome("hours.weekly_rest", shifts(rows), who=who) is expected
    if expected is NOT_MET:
        assert outcome("hours.weekly_rest", shifts(rows), who=people(1)) is MET


BORN = [date(2009, 6, 1), date(1990, 1, 1), None, date(2011, 1, 1)]
STARTED = [None, date(2026, 5, 20), date(2020, 1, 1), None]
OPTED = [False, None, True, False]
PROMISED = [2400, None, 600, 2400]
worked = st.lists(
    st.tuples(
        st.integers(0, 3),
        st.integers(0, 60 * 24 * 150),
        st.integers(1, 900),
        st.sampled_from([None, 0, 19, 20, 30, 45]),
    ),
    min_size=1,
    max_size=150,
)
full = st.tuples(
    st.integers(0, 3), st.integers(0, 1), st.sampled_from([0, 6, 9, 22]), st.integers(5, 14)
).map(
    lambda it: [
        (it[0], 1440 * each + 60 * it[2], 60 * it[3], 20)
        for each in range(126)
        if not (it[1] and each % 7 == 6)
    ]
)


def made(rows: list[tuple[int, int, int, int | None]]) -> Shifts:
    base = minute("2026-03-02T00:00")
    table = np.array(
        [[who, base + at, base + at + long, -1 if p is None else p] for who, at, long, p in rows],
        np.int64,
    )
    worker, start, end, pause = table.T
    row = np.arange(2, len(rows) + 2)
    kind, clocked = np.zeros(len(rows), np.int64), np.ones(len(rows), np.int64)
    return Shifts(worker, start, end, pause, row, kind, clocked)


def everyone() -> Workers:
    def days(values: list[date | None]) -> list[int]:
        return [NO_DAY if each is None else day(each.isoformat()) for each in values]

    return people(
        4,
        born=days(BORN),
        started=days(STARTED),
        opted_out=[UNKNOWN if each is None else int(each) for each in OPTED],
        promised=[UNKNOWN if each is None else each for each in PROMISED],
    )


def summed(found: list[Finding]) -> tuple[set[str], int, int]:
    """Who is not met, and how many are unknown and met, from findings in words."""
    first = {each.outcome: each.detail for each in found}
    words = [first.get(each, "").replace("Met for", "Unknown for") for each in (UNSURE, MET)]
    counts = [int(each.split()[2].replace(",", "")) if each else 0 for each in words]
    broken = {who for each in found if each.outcome is NOT_MET for who in workers_of(each)}
    return broken, counts[0], counts[1]


@given(st.one_of(worked, st.tuples(worked, full).map(lambda it: [*it[0][:9], *it[1]])))
@example([(1, 1440 * each, 600, 20) for each in range(14)])
def test_every_hour_rule_agrees_with_plain_loops(
    rows: list[tuple[int, int, int, int | None]],
) -> None:
    base = datetime(2026, 3, 2, tzinfo=UTC)
    plainly: dict[str, list[plain.Shift]] = {}
    for who, at, long, pause in rows:
        start = base + timedelta(minutes=at)
        plainly.setdefault(f"Worker 00{who + 1}", []).append(
            plain.Shift(start, start + timedelta(minutes=long), pause)
        )
    known = {
        f"Worker 00{who + 1}": plain.Person(BORN[who], OPTED[who], STARTED[who], PROMISED[who])
        for who in range(4)
    }
    found = judge_sample(made(rows), Payslips.none(), everyone(), at=AT)
    for rule, told in plain.judge(plainly, known).items():
        verdicts = [each[0] for each in told.values() if each is not None]
        broken = {name for name, each in told.items() if each and each[0] == plain.BROKEN}
        assert summed([each for each in found if each.rule == rule]) == (
            broken,
            verdicts.count(plain.DOUBTFUL),
            verdicts.count(plain.FINE),
        ), rule


@given(worked, st.integers(0, 149), st.integers(1, 400))
def test_ending_work_earlier_never_breaks_a_rest_rule(
    rows: list[tuple[int, int, int, int | None]], which: int, less: int
) -> None:
    place = which % len(rows)
    who, at, long, pause = rows[place]
    rested = [*rows[:place], (who, at, max(long - less, 1), pause), *rows[place + 1 :]]
    for rule in ("hours.daily_rest", "hours.weekly_rest", "hours.days_in_a_row", "hours.sixty"):
        before, after = (of(rule, made(each), who=everyone()) for each in (rows, rested))
        assert summed(after)[0] <= summed(before)[0], rule


@given(worked, st.integers(0, 149))
def test_a_longer_break_never_breaks_the_rule_on_breaks(
    rows: list[tuple[int, int, int, int | None]], which: int
) -> None:
    place = which % len(rows)
    who, at, long, pause = rows[place]
    rested = [*rows[:place], (who, at, long, (pause or 0) + 30), *rows[place + 1 :]]
    before, after = (of("hours.breaks", made(each), who=everyone()) for each in (rows, rested))
    assert summed(after)[0] <= summed(before)[0]


@given(worked, st.randoms())
def test_the_order_of_rows_changes_nothing(
    rows: list[tuple[int, int, int, int | None]], luck: object
) -> None:
    whole, none = made(rows), Payslips.none()
    order = np.array(sorted(range(len(rows)), key=lambda _: luck.random()))  # type: ignore[attr-defined] # hypothesis gives a Random
    mixed = Shifts(*(getattr(whole, name)[order] for name in Shifts.__slots__))
    who = everyone()
    assert judge_sample(whole, none, who, at=AT) == judge_sample(mixed, none, who, at=AT)
