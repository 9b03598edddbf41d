"""Attacks on the suppression: an attacker who knows the rules and every output learns no small
count."""

from collections import defaultdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.disclosure_control import (
    BASE,
    THRESHOLD,
    Record,
    core,
    diverse,
    large_enough,
    released,
    shown,
    shown_total,
)

HIDDEN = range(THRESHOLD)
names = st.sampled_from(["cleaning", "care", "catering"])
places = st.sampled_from(["Westminster", "Kensington and Chelsea"])
signs = st.sampled_from(["debt", "fear", "hours"])
told = st.builds(Record, st.integers(0, 24), st.tuples(names, places, signs))
records = st.lists(told, max_size=60)
days = st.integers(0, 9)


@settings(deadline=None)
@given(st.lists(st.integers(0, 60), max_size=8), st.data())
def test_a_hidden_count_changes_nothing_that_is_shown(
    counts: list[int], data: st.DataObject
) -> None:
    other = [data.draw(st.sampled_from(HIDDEN)) if each in HIDDEN else each for each in counts]
    assert [shown(each) for each in counts] == [shown(each) for each in other]
    assert shown_total(counts) == shown_total(other)


@settings(deadline=None)
@given(st.integers(0, 500), st.integers(0, 500))
def test_two_dates_differ_by_nothing_or_by_five_and_more(first: int, second: int) -> None:
    before, after = shown(first), shown(second)
    if before is not None and after is not None:
        assert abs(after - before) % BASE == 0


@settings(deadline=None)
@given(st.integers(0, 100), st.integers(0, 4))
def test_a_growth_under_five_is_never_certain(before: int, more: int) -> None:
    """Whatever an attacker sees of two dates, growth by another number under five looks alike."""
    seen = (shown(before), shown(before + more))
    alike = {
        growth
        for start in range(106)
        for growth in range(10)
        if (shown(start), shown(start + growth)) == seen
    }
    assert len(alike) >= 2


def test_a_negative_count_is_refused() -> None:
    with pytest.raises(ValueError, match="not negative"):
        shown(-1)


@settings(deadline=None)
@given(records)
def test_every_group_that_is_released_has_five_suppliers(given_records: list[Record]) -> None:
    left = core(given_records)
    for place in range(3):
        groups = defaultdict(set)
        for each in left:
            groups[each.values[place]].add(each.supplier)
        assert all(len(group) >= THRESHOLD for group in groups.values())
    tables = released(given_records, 3).tables
    assert all(count >= THRESHOLD for table in tables for count in table.values())


@settings(deadline=None)
@given(records, st.randoms(use_true_random=False))
def test_the_core_does_not_depend_on_order(given_records: list[Record], chance) -> None:  # type: ignore[no-untyped-def]
    mixed = list(given_records)
    chance.shuffle(mixed)
    assert set(core(mixed)) == set(core(given_records))


@settings(deadline=None)
@given(records)
def test_what_is_left_out_can_be_taken_away_unseen(given_records: list[Record]) -> None:
    left = set(core(given_records))
    out = [each for each in given_records if each not in left]
    whole = released(given_records, 3)
    for gone in out:
        assert released([each for each in given_records if each != gone], 3) == whole


@settings(deadline=None)
@given(records, st.integers(0, 2), st.integers(0, 4), st.integers(0, 4))
def test_a_small_group_may_have_any_size_under_five(
    given_records: list[Record], place: int, first: int, second: int
) -> None:
    """In any of the tables, at any size under five, everything that is released is the same."""

    def with_group_of(size: int) -> list[Record]:
        small = []
        for number in range(size):
            values = ["cleaning", "Westminster", "debt"]
            values[place] = "the small group"
            small.append(Record(f"new {number}", tuple(values)))
        return [*given_records, *small]

    assert released(with_group_of(first), 3) == released(with_group_of(second), 3)


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 9), told), max_size=60), days, days)
def test_no_pair_of_dates_reveals_a_small_count(
    history: list[tuple[int, Record]], one: int, two: int
) -> None:
    """For each record hidden at the earlier date there is another history that looks the same.

    Taken out before the earlier date and told only by the later one, the record leaves both
    outputs as they were: so neither, nor their difference, tells how many there were.
    """
    first, second = min(one, two), max(one, two)

    def at(events: list[tuple[int, Record]], day: int) -> object:
        return released([record for when, record in events if when <= day], 3)

    left = set(core([record for when, record in history if when <= first]))
    for place, (when, record) in enumerate(history):
        if when <= first and record not in left:
            other = [*history[:place], (second, record), *history[place + 1 :]]
            kept_later = second > first
            assert not kept_later or at(other, first) == at(history, first)
            assert at(other, second) == at(history, second)


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from("abcdef"), st.sets(st.integers(0, 9)), max_size=6))
def test_only_groups_of_five_are_told_of(groups: dict[str, set[int]]) -> None:
    told = large_enough(groups)
    assert all((len(group) >= THRESHOLD) == (name in told) for name, group in groups.items())


def test_the_same_supplier_twice_does_not_make_a_group_large() -> None:
    assert large_enough({"security": [1, 1, 1, 1, 1]}) == ()


def of(trade: str, first: int, signed: int, without: int) -> tuple[list[Record], list[Record]]:
    """The signs of suppliers of one trade in Camden, and the suppliers, with one and without."""
    every = range(first, first + signed + without)
    signs_of = [Record(each, (trade, "Camden", "debt")) for each in every[:signed]]
    return signs_of, [Record(each, (trade, "Camden")) for each in every]


@pytest.mark.parametrize(
    ("signed", "without", "shows"),
    [
        (5, 1, None),
        (6, 0, None),
        (5, 4, None),
        (6, 5, None),
        (5, 5, 5),
        (8, 12, 10),
        (4, 90, None),
    ],
)
def test_released_group_of_which_most_have_the_sign_is_left_out(
    signed: int, without: int, shows: int | None
) -> None:
    signs_of, population = of("cleaning", 0, signed, without)
    assert released(signs_of, 3, population).suppliers == shows


def test_released_group_left_out_for_its_share_is_in_no_other_table() -> None:
    most, mostly_signed = of("cleaning", 0, 6, 1)
    few, others = of("care", 10, 6, 34)
    tables = released([*most, *few], 3, [*mostly_signed, *others]).tables
    assert tables == ({"care": 5}, {"Camden": 5}, {"debt": 5})


def test_released_suppliers_of_a_small_group_do_not_hide_the_share_of_a_large_one() -> None:
    most, mostly_signed = of("cleaning", 0, 6, 5)
    _, small = of("car washing", 20, 0, 4)
    assert released(most, 3, [*mostly_signed, *small]).suppliers is None


@settings(deadline=None)
@given(records, st.lists(st.tuples(names, places), max_size=25))
def test_no_group_is_released_of_which_most_suppliers_have_a_record(
    given_records: list[Record], kinds: list[tuple[str, str]]
) -> None:
    population = [Record(n, values) for n, values in enumerate(kinds)]
    everyone = core(population)
    left = diverse(given_records, population)
    for place in range(3):
        groups = defaultdict(set)
        for each in left:
            groups[each.values[place]].add(each.supplier)
        for value, group in groups.items():
            among = [each for each in everyone if place == 2 or each.values[place] == value]
            assert THRESHOLD <= len(group) <= len(among) / 2
