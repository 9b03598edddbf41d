"""The labelled sentences most like a given one, by identifier: their words are not kept.

Each labelled sentence is kept as a short random projection of its words: enough to tell which is
like which, too little to read. W. Johnson and J. Lindenstrauss (1984) bound what is lost.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from scoring.evidence.classes import CLASSES
from scoring.evidence.dataset import Statement, truth
from scoring.reference.vocabulary import Criterion

WIDTH = 64
"""Numbers kept of each labelled sentence."""

SHOWN = 3

_SEED = 20
_FULL = 127


@dataclass(frozen=True, slots=True)
class Nearest:
    """A labelled sentence: where it stands, and how like it is, from about 0 to 1."""

    collection: str
    statement: str
    sentence: int
    likeness: float


@dataclass(frozen=True, slots=True, eq=False)
class Examples:
    """Every labelled sentence that was said to be evidence, without its words.

    Attributes:
        places: Collection, statement and index of each, parted by tabs, one a line.
        labels: What each was offered for: one column for each of `CLASSES`.
        vectors: The projection of its words, each of length about 127.
    """

    places: str
    labels: NDArray[np.bool_]
    vectors: NDArray[np.int8]


def examples(group: Sequence[Statement], words: sparse.csr_matrix) -> Examples:
    """Return the labelled sentences of statements.

    Args:
        group: The statements.
        words: One row a sentence and one column a word, each row of length 1.
    """
    labels = truth(group)
    labelled: NDArray[np.bool_] = np.any(labels, axis=1)
    rows = [row for statement in group for row in statement]
    places = "\n".join(
        f"{row.collection}\t{row.statement}\t{row.index}"
        for row, wanted in zip(rows, labelled, strict=True)
        if wanted
    )
    projected = _unit(words[labelled] @ _projection(words.shape[1]))
    return Examples(places, labels[labelled], np.rint(projected * _FULL).astype(np.int8))


def nearest(
    corpus: Examples, words: sparse.csr_matrix, criterion: Criterion
) -> tuple[Nearest, ...]:
    """Return the sentences labelled with a criterion that are most like one, likest first.

    Args:
        corpus: The labelled sentences.
        words: One row: the sentence's words, of length 1.
        criterion: What the sentences found are labelled with.
    """
    candidates = np.flatnonzero(corpus.labels[:, CLASSES.index(criterion)])
    if not words.nnz or not len(candidates):
        return ()
    sought = _unit(words @ _projection(words.shape[1]))[0]
    likeness = corpus.vectors[candidates].astype(np.float32) @ sought / _FULL
    order = np.lexsort((candidates, -likeness))[:SHOWN]
    lines = corpus.places.split("\n")
    matches = [(lines[candidates[at]].split("\t"), float(likeness[at])) for at in order]
    return tuple(
        Nearest(collection, statement, int(index), round(like, 3))
        for (collection, statement, index), like in matches
    )


@lru_cache(maxsize=2)
def _projection(words: int) -> NDArray[np.float32]:
    return np.random.default_rng(_SEED).standard_normal((words, WIDTH), dtype=np.float32)


def _unit(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    length = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.maximum(length, 1e-9), dtype=np.float32)
