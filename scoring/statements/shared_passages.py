"""Passages that a statement shares with other suppliers' statements, by MinHash.

Each sentence of some length gets a print: the least hash of its runs of three words under each of
60 hash functions. Two prints agree in as many places as their sentences share runs, so that
copies among many thousand sentences are found without comparing each with each. See A. Broder,
"On the resemblance and containment of documents" (1997). Own code, since this room uses no
library but numpy for it.
"""

import re
import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np

from scoring.text import Document

_RUN = 3
_FUNCTIONS = 60
_ROWS = 3
_LEAST_WORDS = 10
_PRIME = (1 << 61) - 1
_CHANCE = np.random.default_rng(54)
_FACTORS = _CHANCE.integers(1, _PRIME >> 32, _FUNCTIONS, dtype=np.uint64)
_OFFSETS = _CHANCE.integers(0, _PRIME, _FUNCTIONS, dtype=np.uint64)

LIKE = 0.5
COMMON_SHARE = 0.02
COMMON_LEAST = 5
_COMMONPLACE = (
    re.compile(r"(pursuant to|accordance with|requirements? of|under) .{0,30}section 54"),
    re.compile(r"section 54.{0,60}modern slavery act"),
    re.compile(r"modern slavery is a (crime|criminal offence).{0,80}(human rights|act 2015)"),
    re.compile(r"(slavery|takes|take) .{0,40}(servitude).{0,40}(forced|compulsory)"),
    re.compile(r"act(ing)? ethically and with integrity in all (of )?our business"),
    re.compile(r"zero[- ]tolerance (approach )?(to|towards) (modern )?slavery"),
    re.compile(r"approved by (the|our) board of directors"),
    re.compile(
        r"(no|not) (modern )?slavery (or|and) human trafficking .{0,40}(business|supply chain)"
    ),
)


@dataclass(frozen=True, slots=True)
class Print:
    """The print of one sentence: its index in its document, and the least hashes."""

    sentence: int
    least: tuple[int, ...]

    @property
    def key(self) -> int:
        """A number of 64 bits, signed, that sentences of the same words share, by which to store.

        Case and marks apart, equal keys are the same words; a chance equality of two different
        sentences is about one in 2^64.
        """
        digest = blake2b(repr(self.least).encode(), digest_size=8).digest()
        return int.from_bytes(digest, signed=True)


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """A sentence that also stands in another statement.

    Attributes:
        sentence: Index of the sentence in this document.
        other: The other document, as the caller names it.
        other_sentence: Index of the sentence there.
        likeness: Share of runs of three words in common, estimated, 0 to 1.
    """

    sentence: int
    other: str
    other_sentence: int
    likeness: float


def prints_of(document: Document) -> tuple[Print, ...]:
    """Return the prints of a document's sentences that are long enough to be somebody's own.

    Commonplace sentences, which the law or its guidance puts in everyone's mouth, have none. The
    prints are the same in every process and may be stored.
    """
    prints = []
    for sentence in document.sentences:
        words = re.findall(r"\w+", sentence.text.casefold())
        if len(words) < _LEAST_WORDS or _is_commonplace(sentence.text):
            continue
        prints.append(Print(sentence.index, _least(words)))
    return tuple(prints)


def shared_passages(
    mine: Sequence[Print], others: Mapping[str, Sequence[Print]], *, least: float = LIKE
) -> tuple[SharedPassage, ...]:
    """Return where sentences of mine stand in others, nearest first within each sentence.

    A sentence found in more than one in fifty of the others (and in five at the least) is left
    out as commonplace: so many have it from one template or from the guidance.
    """
    places: dict[tuple[int, tuple[int, ...]], list[tuple[str, Print]]] = defaultdict(list)
    for name, prints in others.items():
        for other in prints:
            for key in _bands(other):
                places[key].append((name, other))
    most = most_that_share(len(others))
    passages: list[SharedPassage] = []
    for own in mine:
        best: dict[str, SharedPassage] = {}
        for name, other in {c for key in _bands(own) for c in places.get(key, ())}:
            likeness = _likeness(own, other)
            known = best.get(name)
            if likeness >= least and (known is None or likeness > known.likeness):
                best[name] = SharedPassage(own.sentence, name, other.sentence, likeness)
        if len(best) <= most:
            passages.extend(
                sorted(best.values(), key=lambda passage: (-passage.likeness, passage.other))
            )
    return tuple(passages)


def most_that_share(others: int) -> int:
    """Return in how many of so many other statements a sentence may stand before it is common."""
    return max(COMMON_LEAST, int(COMMON_SHARE * others))


def _is_commonplace(text: str) -> bool:
    plain = " ".join(text.casefold().split())
    return any(pattern.search(plain) for pattern in _COMMONPLACE)


def _least(words: list[str]) -> tuple[int, ...]:
    runs = {" ".join(words[place : place + _RUN]) for place in range(len(words) - _RUN + 1)}
    hashes = np.array([zlib.crc32(run.encode()) for run in sorted(runs)], dtype=np.uint64)
    mixed = (hashes[:, None] * _FACTORS + _OFFSETS) % np.uint64(_PRIME)
    return tuple(int(value) for value in mixed.min(axis=0))


def _bands(print_: Print) -> Iterator[tuple[int, tuple[int, ...]]]:
    for place in range(0, _FUNCTIONS, _ROWS):
        yield place, print_.least[place : place + _ROWS]


def _likeness(one: Print, other: Print) -> float:
    same = sum(a == b for a, b in zip(one.least, other.least, strict=True))
    return same / _FUNCTIONS
