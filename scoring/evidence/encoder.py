"""The encoder: a small transformer that reads a sentence between its neighbours.

It stands beside the linear model unless an installation turns it off. It is
all-MiniLM-L6-v2 (Apache-2.0) with fewer word pieces, fine-tuned by `benchmarks/encoder.py` and
kept with eight bits a weight.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from scoring.evidence.classes import CRITERIA
from scoring.evidence.wordpiece import END, START, Pieces

if TYPE_CHECKING:  # they take seconds to import
    from onnxruntime import InferenceSession

    from scoring.evidence.model_params import Floats

BEFORE, OWN, AFTER = 28, 72, 16
"""Pieces of the sentences before, of the sentence itself and of those after it that are read."""

FURTHEST = 6.0
"""Log odds further from even than this say no more."""

_LONGEST = 2_000
_REACH = 6
_QUOTES = re.compile("['`\u2018\u2019]")

Window = tuple[list[int], int, int]
"""The numbers of the pieces to read, and where among them the sentence itself starts and ends."""


@dataclass(frozen=True, slots=True, eq=False)
class Encoder:
    """A transformer and the word pieces that it reads.

    Attributes:
        session: The network: pieces, which of them are read and which are the sentence's own in;
            log odds of each of `CRITERIA` out.
        pieces: What divides words into pieces.
        version: The first twelve characters of the network's SHA-256.
    """

    session: "InferenceSession"
    pieces: Pieces
    version: str

    def odds(self, documents: Sequence[Sequence[str]]) -> "Floats":
        """Return the log odds of each of `CRITERIA` (columns) for every sentence (rows).

        Args:
            documents: Each document as its sentences in reading order.
        """
        some = [each for document in documents for each in windows(self.pieces, document)]
        odds = np.zeros((len(some), len(CRITERIA)), dtype=np.float32)
        for row, window in enumerate(some):
            # One by one: sentences read together share the scale that they are rounded to.
            pieces, read, own = padded([window])
            given = {"pieces": pieces, "read": read, "own": own}
            odds[row] = self.session.run(None, given)[0][0]
        return np.clip(odds, -FURTHEST, FURTHEST)


def windows(pieces: Pieces, sentences: Sequence[str]) -> Iterator[Window]:
    """Yield for each sentence of a document its pieces between its neighbours'."""
    start, end = pieces.numbers[START], pieces.numbers[END]
    parted = [pieces.of(legible(each)) for each in sentences]
    for place, whole in enumerate(parted):
        before = [piece for each in parted[max(0, place - _REACH) : place] for piece in each]
        after = [piece for each in parted[place + 1 : place + 1 + _REACH] for piece in each]
        before, own, after = before[-BEFORE:], whole[:OWN], after[:AFTER]
        first = len(before) + 2
        yield [start, *before, end, *own, end, *after], first, first + len(own)


def padded(some: Sequence[Window]) -> "tuple[NDArray[np.int64], Floats, Floats]":
    """Return pieces, which of them are read and which are the sentence's own, of equal length."""
    shape = (len(some), max(len(pieces) for pieces, _, _ in some))
    numbers = np.zeros(shape, dtype=np.int64)
    read, own = np.zeros(shape, dtype=np.float32), np.zeros(shape, dtype=np.float32)
    for row, (pieces, first, last) in enumerate(some):
        numbers[row, : len(pieces)] = pieces
        read[row, : len(pieces)] = own[row, first:last] = 1
    return numbers, read, own


def legible(sentence: str) -> str:
    """Return what labelled and real text share: ASCII without quotes or the stop at its end."""
    text = _QUOTES.sub("", sentence[:_LONGEST])
    text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return text.strip().rstrip(".;:, ")
