from datetime import date, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.payroll.clock import to_local, to_utc
from scoring.payroll.samples import NO_DAY
from scoring.reference.vocabulary import Outcome
from tests.scoring.payroll.sample import Shift, day, minute, of, outcome, people, shifts

MET, NOT_MET, UNKNOWN = Outcome.MET, Outcome.NOT_MET, Outcome.UNKNOWN
NEITHER = Outcome.NOT_APPLICABLE
MONDAY = date(2026, 5, 4)


def weekly(minutes_last: int, weeks: int = 17) -> list[Shift]:
    """Six eight-hour days a week, with the last shift longer or shorter."""
    rows: list[Shift] = []
    for week in range(weeks):
        for each in range(6):
            on = MONDAY + timedelta(days=7 * week + each)
            rows.append((0, f"{on}T08:00", f"{on}T16:20", 20))
    on = rows[-1][1][:10]
    end = datetime.fromisoformat(f"{on}T08:20") + timedelta(minutes=minutes_last)
    return [*rows[:-1], (0, f"{on}T08:00", end.isoformat(timespec="minutes"), 20)]


@pytest.mark.parametrize(
    ("last", "weeks", "opted", "expected"),
    [
        pytest.param(479, 17, 0, MET, id="a minute under 816 hours"),
        pytest.param(480, 17, 0, MET, id="at 816 hours"),
        pytest.param(481, 17, 0, NOT_MET, id="a minute over 816 hours"),
        pytest.param(481, 17, -1, UNKNOWN, id="over, opt-out not on record"),
        pytest.param(481, 17, 1, NEITHER, id="over, with a written opt-out"),
        pytest.param(480, 16, 0, UNKNOWN, id="a sample of sixteen weeks"),
        pytest.param(1200, 18, 0, NOT_MET, id="any seventeen weeks in a row count"),
    ],
)
def test_the_48_hour_week(last: int, weeks: int, opted: int, expected: Outcome) -> None:
    who = people(1, opted_out=[opted])
    assert outcome("hours.weekly_average", shifts(weekly(last, weeks)), who=who) is expected


def test_a_late_joiner_is_averaged_over_the_same_seventeen_weeks() -> None:
    late = [(1, start, end, pause) for _, start, end, pause in weekly(480)[60:]]
    found = of("hours.weekly_average", shifts(weekly(480) + late), who=people(2, opted_out=[0, 0]))
    assert [each.outcome for each in found] == [MET]


@pytest.mark.parametrize(
    ("end", "next_start", "expected"),
    [
        pytest.param("2026-06-01T21:00", "2026-06-02T08:01", MET, id="eleven hours and a minute"),
        pytest.param("2026-06-01T21:00", "2026-06-02T08:00", MET, id="eleven hours"),
        pytest.param("2026-06-01T21:00", "2026-06-02T07:59", NOT_MET, id="a minute under eleven"),
        pytest.param("2026-06-01T21:01", "2026-06-03T08:00", NOT_MET, id="over thirteen hours on"),
    ],
)
def test_daily_rest(end: str, next_start: str, expected: Outcome) -> None:
    later = (datetime.fromisoformat(next_start) + timedelta(hours=4)).isoformat()
    rows = [(0, "2026-06-01T08:00", end, 60), (0, next_start, later, 0)]
    assert outcome("hours.daily_rest", shifts(rows)) is expected


def test_a_split_shift_within_thirteen_hours_leaves_the_rest_due() -> None:
    rows = [
        (0, "2026-06-01T06:00", "2026-06-01T10:00", 0),
        (0, "2026-06-01T15:00", "2026-06-01T19:00", 0),
    ]
    assert outcome("hours.daily_rest", shifts(rows)) is MET


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        pytest.param("2026-06-01T20:00", MET, id="twelve hours' rest fits"),
        pytest.param("2026-06-01T20:01", NOT_MET, id="a minute too long for twelve"),
    ],
)
def test_under_18_daily_rest_is_twelve_hours(end: str, expected: Outcome) -> None:
    who = people(1, born=[day("2009-06-02")])
    rows = [(0, "2026-06-01T08:00", end, 60)]
    assert outcome("hours.daily_rest", shifts(rows), who=who) is expected


def daily(count: int, skip: tuple[int, ...] = (), until: str = "16:00") -> list[Shift]:
    days = [MONDAY + timedelta(days=each) for each in range(count) if each not in skip]
    return [(0, f"{on}T08:00", f"{on}T{until}", 30) for on in days]


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        pytest.param(11, MET, id="eleven days in a row"),
        pytest.param(12, MET, id="twelve days in a row"),
        pytest.param(13, NOT_MET, id="thirteen days in a row"),
    ],
)
def test_days_in_a_row(count: int, expected: Outcome) -> None:
    assert outcome("hours.days_in_a_row", shifts(daily(count))) is expected


@pytest.mark.parametrize(
    ("end", "pause", "born", "expected"),
    [
        pytest.param("14:00", 0, "1990-01-01", MET, id="six hours need no break"),
        pytest.param("14:01", 0, "1990-01-01", NOT_MET, id="over six hours without"),
        pytest.param("14:01", 19, "1990-01-01", NOT_MET, id="nineteen minutes"),
        pytest.param("14:01", 20, "1990-01-01", MET, id="twenty minutes"),
        pytest.param("14:01", 21, "1990-01-01", MET, id="twenty-one minutes"),
        pytest.param("14:01", -1, "1990-01-01", UNKNOWN, id="not recorded"),
        pytest.param("12:30", 0, "2010-01-01", MET, id="under 18, four and a half hours"),
        pytest.param("12:31", 29, "2010-01-01", NOT_MET, id="under 18, 29 minutes"),
        pytest.param("12:31", 30, "2010-01-01", MET, id="under 18, thirty minutes"),
    ],
)
def test_breaks(end: str, pause: int, born: str, expected: Outcome) -> None:
    rows = [(0, "2026-06-01T08:00", f"2026-06-01T{end}", pause)]
    who = people(1, born=[day(born)])
    assert outcome("hours.breaks", shifts(rows), who=who) is expected


def test_shifts_that_follow_at_once_are_one_long_shift() -> None:
    rows = [
        (0, "2026-06-01T06:00", "2026-06-01T10:00", 0),
        (0, "2026-06-01T10:05", "2026-06-01T14:00", 0),
    ]
    assert outcome("hours.breaks", shifts(rows)) is NOT_MET


@pytest.mark.parametrize(
    ("born", "end", "expected"),
    [
        pytest.param("2008-06-02", "16:00", MET, id="the day before 18, eight hours"),
        pytest.param("2008-06-02", "16:01", NOT_MET, id="the day before 18, a minute over"),
        pytest.param("2008-06-01", "20:00", NEITHER, id="18 on the day"),
    ],
)
def test_under_18_eight_hours_a_day(born: str, end: str, expected: Outcome) -> None:
    rows = [(0, "2026-06-01T08:00", f"2026-06-01T{end}", 0)]
    who = people(1, born=[day(born)])
    assert outcome("hours.young_day", shifts(rows), who=who) is expected


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        pytest.param("16:30", MET, id="forty hours"),
        pytest.param("16:31", NOT_MET, id="five minutes over forty hours"),
    ],
)
def test_under_18_forty_hours_a_week(until: str, expected: Outcome) -> None:
    who = people(1, born=[day("2009-01-01")])
    assert outcome("hours.young_week", shifts(daily(5, until=until)), who=who) is expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        pytest.param("2026-06-01T15:00", "2026-06-01T23:00", MET, id="until eleven"),
        pytest.param("2026-06-01T15:00", "2026-06-01T23:01", NOT_MET, id="a minute past eleven"),
        pytest.param("2026-06-01T06:00", "2026-06-01T10:00", MET, id="from six"),
        pytest.param("2026-06-01T05:59", "2026-06-01T10:00", NOT_MET, id="a minute before six"),
    ],
)
def test_under_18_no_nights(start: str, end: str, expected: Outcome) -> None:
    who = people(1, born=[day("2009-01-01")])
    assert outcome("hours.young_night", shifts([(0, start, end, 0)]), who=who) is expected


def nights(last: int) -> list[Shift]:
    """Six eight-hour nights a week from 20:00, with the last one longer or shorter."""
    rows: list[Shift] = []
    for each in (each for each in range(17 * 7) if each % 7 < 6):
        on = datetime(2026, 5, 4, 20) + timedelta(days=each)  # noqa: DTZ001
        rows.append((0, on.isoformat(), (on + timedelta(hours=8)).isoformat(), 0))
    on = datetime.fromisoformat(rows[-1][1])
    return [*rows[:-1], (0, on.isoformat(), (on + timedelta(minutes=last)).isoformat(), 0)]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(nights(479), MET, id="a minute under 816 hours"),
        pytest.param(nights(480), MET, id="816 hours"),
        pytest.param(nights(481), NOT_MET, id="a minute over 816 hours"),
        pytest.param(nights(480)[:-6], UNKNOWN, id="sixteen weeks"),
        pytest.param(weekly(481), NEITHER, id="by day"),
    ],
)
def test_night_workers_have_no_opt_out(rows: list[Shift], expected: Outcome) -> None:
    who = people(1, opted_out=[1])
    assert outcome("hours.night_work", shifts(rows), who=who) is expected


@pytest.mark.parametrize(
    ("nightly", "expected"),
    [
        pytest.param("02:00", NOT_MET, id="three hours of night on each shift"),
        pytest.param("01:59", NEITHER, id="a minute under three hours of night"),
    ],
)
def test_who_is_a_night_worker(nightly: str, expected: Outcome) -> None:
    rows = [
        (0, f"{on}T16:00", f"{on + timedelta(days=1)}T{nightly}", 0)
        for on in (MONDAY + timedelta(days=each) for each in range(17 * 7))
    ]
    assert outcome("hours.night_work", shifts(rows)) is expected


@pytest.mark.parametrize(
    ("next_start", "expected"),
    [
        pytest.param("12:01", MET, id="a minute after the end"),
        pytest.param("12:00", MET, id="at the end"),
        pytest.param("11:59", NOT_MET, id="a minute before the end"),
    ],
)
def test_overlap_begins_with_a_minute(next_start: str, expected: Outcome) -> None:
    rows = [
        (0, "2026-06-01T08:00", "2026-06-01T12:00", 0),
        (0, f"2026-06-01T{next_start}", "2026-06-01T14:00", 0),
    ]
    assert outcome("records.overlapping_shifts", shifts(rows)) is expected


def test_overlapping_shifts_are_named_and_their_hours_counted_once() -> None:
    rows = [
        (0, "2026-06-01T08:00", "2026-06-01T16:00", 0),
        (0, "2026-06-01T12:00", "2026-06-01T18:00", 0),
    ]
    found = of("records.overlapping_shifts", shifts(rows))[0]
    assert (found.outcome, found.evidence[0].row) == (NOT_MET, 3)
    young = of("hours.young_day", shifts(rows), who=people(1, born=[day("2009-01-01")]))[0]
    assert "10 h 00 min" in young.detail


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        pytest.param(19, MET, id="nineteen"),
        pytest.param(20, NOT_MET, id="twenty"),
        pytest.param(21, NOT_MET, id="twenty-one"),
    ],
)
def test_hours_too_even(count: int, expected: Outcome) -> None:
    assert outcome("records.identical_hours", shifts(daily(count))) is expected


def test_a_worker_with_unread_rows_is_never_met() -> None:
    who = people(1, incomplete=[1])
    assert outcome("hours.daily_rest", shifts(daily(3)), who=who) is UNKNOWN


def test_a_night_shift_over_each_clock_change_has_its_true_length() -> None:
    spring = shifts([(0, "2026-03-28T22:00", "2026-03-29T06:00", 0)])
    autumn = shifts([(0, "2026-10-24T22:00", "2026-10-25T06:00", 0)])
    assert (spring.end - spring.start).tolist() == [7 * 60]
    assert (autumn.end - autumn.start).tolist() == [9 * 60]


@given(st.integers(minute("2000-01-01T00:00"), minute("2090-01-01T00:00")))
def test_clock_time_and_back_is_the_same_instant_but_for_the_repeated_hour(instant: int) -> None:
    clock = to_local(np.array([instant]))
    back, never, twice = to_utc(clock)
    assert not never[0]
    assert back[0] == instant or (twice[0] and back[0] == instant - 60)


def long_days(first: int, last: int, until: str) -> list[Shift]:
    """A shift from 08:00 every day but Sunday, in some weeks of a sample of seventeen."""
    days = [MONDAY + timedelta(days=7 * week + each) for week in range(17) for each in range(6)]
    return [(0, f"{on}T08:00", f"{on}T{until}", 0) for on in days[6 * first : 6 * last]]


ALL_WEEKS = [(1, start, end, pause) for _, start, end, pause in long_days(0, 17, "12:00")]


@pytest.mark.parametrize(
    ("started", "until", "expected"),
    [
        pytest.param("2026-07-06", "16:00", MET, id="eight weeks of 48 hours"),
        pytest.param("2026-07-06", "16:01", NOT_MET, id="eight weeks of over 48 hours"),
        pytest.param("2020-01-01", "16:01", MET, id="employed for longer, over 17 weeks"),
        pytest.param("", "16:00", MET, id="start not on record, 48 hours"),
        pytest.param("", "16:01", UNKNOWN, id="start not on record, over 48 hours"),
    ],
)
def test_a_newcomer_is_averaged_over_the_weeks_employed(
    started: str, until: str, expected: Outcome
) -> None:
    joined = NO_DAY if not started else day(started)
    who = people(2, opted_out=[0, 1], started=[joined, NO_DAY])
    found = of("hours.weekly_average", shifts(long_days(9, 17, until) + ALL_WEEKS), who=who)
    assert [each.outcome for each in found if each.outcome is not MET] == (
        [] if expected is MET else [expected]
    )


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        pytest.param("17:59", MET, id="just under sixty hours"),
        pytest.param("18:00", MET, id="sixty hours"),
        pytest.param("18:01", NOT_MET, id="six minutes over sixty hours"),
    ],
)
def test_sixty_hours_in_seven_days(until: str, expected: Outcome) -> None:
    over_the_edge = long_days(0, 2, until)[3:9]
    assert outcome("hours.sixty", shifts(over_the_edge)) is expected


@pytest.mark.parametrize(
    ("born", "expected"),
    [
        pytest.param("2010-06-02", NOT_MET, id="16 tomorrow"),
        pytest.param("2010-06-01", MET, id="16 today"),
        pytest.param("2010-05-31", MET, id="16 yesterday"),
        pytest.param("", UNKNOWN, id="not on record"),
    ],
)
def test_nobody_under_16_works(born: str, expected: Outcome) -> None:
    who = people(1, born=[day(born) if born else NO_DAY])
    rows = [(0, "2026-06-01T16:00", "2026-06-01T18:00", 0)]
    assert outcome("hours.child", shifts(rows), who=who) is expected


@pytest.mark.parametrize(
    ("promised", "until", "expected"),
    [
        pytest.param(1920, "15:59", MET, id="just under half as much again"),
        pytest.param(1920, "16:00", NOT_MET, id="half as much again"),
        pytest.param(1920, "16:01", NOT_MET, id="more than half as much again"),
        pytest.param(-1, "16:01", UNKNOWN, id="promise not on record"),
    ],
)
def test_hours_beyond_the_promise(promised: int, until: str, expected: Outcome) -> None:
    who = people(1, promised=[promised])
    rows = shifts(long_days(0, 2, until))
    assert outcome("hours.beyond_promise", rows, who=who) is expected


def test_rows_of_two_people_under_one_identifier_prove_nothing() -> None:
    rows = shifts(long_days(0, 2, "22:00"))
    assert outcome("hours.sixty", rows) is NOT_MET
    assert outcome("hours.sixty", rows, who=people(1, shared_id=[1])) is UNKNOWN
