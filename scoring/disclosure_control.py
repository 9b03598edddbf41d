"""Small counts kept from view, so that no sum or difference of what is shown gives them away.

Three tools, each with its own proof (tests/scoring/test_suppression.py tries to break them):

* `shown` rounds one count of people to the nearest five and hides it under five; a total is the
  sum of what is shown, so a hidden count changes nothing that can be read.
* `released` counts records about suppliers by several dimensions at once. Records in a group of
  fewer than five suppliers are left out of *every* table before anything is counted, until each
  group that is left has five: what is left out changes nothing that can be read.
* `large_enough` names the groups of which a mean may be told. Their sizes are not told beside it,
  for an exact total elsewhere less the sizes shown would tell those hidden.

Source: strategy, sections 3 and 5.4 (partners share anonymous data); the threshold of five and the
rounding to five are those that public bodies use for counts of people (UK statistical disclosure
control practice); the left-out records are the k-core of the tables, our choice because it needs
no second round of hiding.
"""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass

THRESHOLD = 5
"""The smallest count that is shown."""
BASE = 5
"""Shown counts are multiples of this, so that two dates differ by nothing or by at least five."""


def shown(count: int) -> int | None:
    """Return a count as it may be read: rounded to the nearest five, None under five.

    Raises:
        ValueError: The count is negative.
    """
    if count < 0:
        raise ValueError("a count is not negative")
    return None if count < THRESHOLD else (count + BASE // 2) // BASE * BASE


def shown_total(counts: Iterable[int]) -> int | None:
    """Return the sum of the counts as they are shown; None where none of them is.

    It is at most what the true total may round to: hidden counts are not in it.
    """
    seen = [each for count in counts if (each := shown(count)) is not None]
    return sum(seen) if seen else None


@dataclass(frozen=True, slots=True)
class Record:
    """One thing told of one supplier: what it is in each dimension, in the dimensions' order."""

    supplier: Hashable
    values: tuple[str, ...]


def core(records: Iterable[Record]) -> tuple[Record, ...]:
    """Return the records that are left when every group of fewer than five suppliers is left out.

    A group is a value of a dimension. Leaving one out can make another small, so it is repeated
    until nothing changes; what is left is the same in whatever order it is done.
    """
    left = tuple(records)
    while True:
        suppliers: dict[tuple[int, str], set[Hashable]] = defaultdict(set)
        for each in left:
            for place, value in enumerate(each.values):
                suppliers[place, value].add(each.supplier)
        remaining = tuple(
            each
            for each in left
            if all(
                len(suppliers[place, value]) >= THRESHOLD
                for place, value in enumerate(each.values)
            )
        )
        if len(remaining) == len(left):
            return remaining
        left = remaining


@dataclass(frozen=True, slots=True)
class Released:
    """What may leave the organisation: for each dimension its groups with their rounded counts.

    `suppliers` is the rounded count of all suppliers that are in the tables, None where there is
    no table.
    """

    tables: tuple[Mapping[str, int], ...]
    suppliers: int | None


def released(records: Iterable[Record], dimensions: int) -> Released:
    """Return counts of suppliers by each dimension, in the order of the groups' names.

    Args:
        records: What is told of suppliers; a supplier may have several.
        dimensions: How many values each record has.
    """
    left = core(records)
    tables: list[Mapping[str, int]] = []
    for place in range(dimensions):
        groups: dict[str, set[Hashable]] = defaultdict(set)
        for each in left:
            groups[each.values[place]].add(each.supplier)
        counts = {name: shown(len(groups[name])) for name in sorted(groups)}
        tables.append({name: count for name, count in counts.items() if count is not None})
    return Released(tuple(tables), shown(len({each.supplier for each in left})))


def large_enough(groups: Mapping[str, Collection[Hashable]]) -> tuple[str, ...]:
    """Return the names of the groups of five suppliers or more, in order of name.

    A figure about such a group (a mean, never its size) may stand beside exact totals.
    """
    return tuple(sorted(name for name, each in groups.items() if len(set(each)) >= THRESHOLD))
