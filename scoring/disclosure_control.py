"""Small counts kept from view, so that no sum or difference of what is shown gives them away.

Three tools, each with its own proof (tests/scoring/test_suppression.py tries to break them):

* `shown` rounds one count of people to the nearest five and hides it under five; a total is the
  sum of what is shown, so a hidden count changes nothing that can be read.
* `released` counts records about suppliers by several dimensions at once. Records in a group of
  fewer than five suppliers are left out of *every* table before anything is counted, until each
  group that is left has five: what is left out changes nothing that can be read.
  Beside that, a group is left out where more than half of its suppliers have a record (`diverse`):
  who knows that a supplier is in it would else know what most likely is so of it.
* `large_enough` names the groups of which a mean may be told. Their sizes are not told beside it,
  for an exact total elsewhere less the sizes shown would tell those hidden.

Source: strategy, sections 3 and 5.4 (partners share anonymous data); the threshold of five and the
rounding to five are those that public bodies use for counts of people (UK statistical disclosure
control practice); the left-out records are the k-core of the tables, our choice because it needs
no second round of hiding. That no group is released of which most have the sign is the plainest
form of l-diversity (Machanavajjhala and others, 2007, with l = 2 and the sign as the value that
must not be inferred).
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
        suppliers = _groups(left)
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


def diverse(records: Iterable[Record], population: Iterable[Record]) -> tuple[Record, ...]:
    """Return the records of groups in which at most half of the suppliers have one.

    Leaving a group out makes others small, so `core` is taken before and after each round, until
    nothing changes. Suppliers in a group of fewer than five are not counted among the population
    either, so that how many they are changes nothing.

    Args:
        records: What is said of suppliers.
        population: Each supplier once, with a record or without: its values in the first
            dimensions. Of the dimensions after those, every supplier may have any value.
    """
    everyone = core(population)
    dimensions = len(everyone[0].values) if everyone else 0
    members = _groups(everyone)
    left = core(records)
    while True:
        groups = _groups(left)
        too_many = {
            (place, value)
            for (place, value), signed in groups.items()
            if 2 * len(signed) > len(members[place, value] if place < dimensions else everyone)
        }
        remaining = core(each for each in left if too_many.isdisjoint(enumerate(each.values)))
        if len(remaining) == len(left):
            return remaining
        left = remaining


def _groups(records: Iterable[Record]) -> dict[tuple[int, str], set[Hashable]]:
    """The suppliers of each group: of each value in each dimension."""
    groups: dict[tuple[int, str], set[Hashable]] = defaultdict(set)
    for each in records:
        for place, value in enumerate(each.values):
            groups[place, value].add(each.supplier)
    return groups


@dataclass(frozen=True, slots=True)
class Released:
    """What may leave the organisation: for each dimension its groups with their rounded counts.

    `suppliers` is the rounded count of all suppliers that are in the tables, None where there is
    no table.
    """

    tables: tuple[Mapping[str, int], ...]
    suppliers: int | None


def released(
    records: Iterable[Record],
    dimensions: int,
    population: Iterable[Record] | None = None,
) -> Released:
    """Return counts of suppliers by each dimension, in the order of the groups' names.

    Args:
        records: What is told of suppliers; a supplier may have several.
        dimensions: How many values each record has.
        population: Each supplier once, as `diverse` takes them; None where to be among the
            counted says nothing of a supplier.
    """
    left = core(records) if population is None else diverse(records, population)
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
