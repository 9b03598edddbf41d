"""Sorted neighbourhoods: names near each other in several orders, so that one look-up is short.

A name with an error keeps its neighbours in an order that begins elsewhere: from its end, or with
its rarest words. So the cost of a look-up grows with the logarithm of the universe.
Source of the method: Hernández and Stolfo, The merge/purge problem for large databases (1995).
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

import numpy as np
from rapidfuzz import fuzz, process

REACH = 50
"""Neighbours looked at on each side, in each order."""

BEST = 8
"""Nearest names kept, in the order of words as given and in any order."""

SURE = 92.0
"""Where a name is this near in the order as given, other orders of its words are not compared."""


class _Order:
    """Names sorted by one way of writing them."""

    def __init__(self, written: Sequence[str]) -> None:
        order = sorted(range(len(written)), key=written.__getitem__)
        self._written = [written[place] for place in order]
        self._places = np.array(order, dtype=np.int64)

    def around(self, written: str) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
        """Return the places of the names that stand around a spelling."""
        at = bisect_left(self._written, written)
        return self._places[max(0, at - REACH) : at + REACH]


class Neighbourhoods:
    """Normalised names, arranged so that those like a given one are found fast.

    The places of names, from 0, are those of the sequence it was made from.
    """

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names
        self._times = Counter(word for name in names for word in set(name.split()))
        together = [name.replace(" ", "") for name in names]
        rare = [self._rarest_first(name) for name in names]
        self._rare = ["".join(words) for words in rare]
        self._orders = (
            _Order(together),
            _Order([name[::-1] for name in together]),
            _Order(self._rare),
            _Order(["".join((*words[1:], *words[:1])) for words in rare]),
        )

    def nearest(self, name: str) -> list[int]:
        """Return the places of the names most like a normalised one, in either order of words."""
        if not self._names:
            return []
        together = name.replace(" ", "")
        rare = "".join(self._rarest_first(name))
        looked_up = (together, together[::-1], rare, rare)
        around = [o.around(w) for o, w in zip(self._orders, looked_up, strict=True)]
        places = np.unique(np.concatenate(around)).tolist()
        straight = process.extract(
            name, [self._names[p] for p in places], scorer=fuzz.ratio, limit=BEST
        )
        longer = [p for p in places if self._names[p].startswith(f"{name} ")]
        longer = sorted(longer, key=lambda p: (len(self._names[p]), p))[:BEST]
        if straight[0][1] >= SURE:
            return list(dict.fromkeys([*(places[at] for _, _, at in straight), *longer]))
        reordered = process.extract(
            rare, [self._rare[p] for p in places], scorer=fuzz.ratio, limit=BEST
        )
        near = (places[at] for _, _, at in (*straight, *reordered))
        return list(dict.fromkeys([*near, *longer]))

    def _rarest_first(self, name: str) -> list[str]:
        """The words of a name, the rarest first; words that no name has come last."""
        times = self._times
        return sorted(name.split(), key=lambda word: (times.get(word, len(times) + 1), word))
