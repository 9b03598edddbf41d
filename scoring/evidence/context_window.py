"""What stands around a sentence helps to read it: the views from which its words are heard."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

REACH = 10
"""Sentences before and after that are heard at all: text further away changes nothing."""

_FADE = 0.85
_FAR = 0.3


def _faded(direction: int) -> dict[int, float]:
    return {direction * away: _FAR * _FADE**away for away in range(1, REACH + 1)}


VIEWS: tuple[dict[int, float], ...] = (
    {0: 1.0},
    {-1: 0.5},
    {1: 0.5},
    {-2: 0.3},
    {2: 0.3},
    _faded(-1),
    _faded(1),
)
"""Each view: how loud a sentence at a distance is heard. First the sentence itself, then its
neighbours one by one, then what was said before and after, fading (chosen on grouped folds)."""


def listening(owner: NDArray[np.int64], view: dict[int, float]) -> sparse.csr_matrix:
    """Return the matrix that turns rows of sentences into rows of what is heard from a view.

    Args:
        owner: For every sentence the number of its document; documents do not mix.
        view: Loudness by distance in reading order; negative is before.
    """
    count = len(owner)
    rows, columns, loudness = [], [], []
    for distance, weight in view.items():
        row = np.arange(max(0, -distance), min(count, count - distance))
        row = row[owner[row] == owner[row + distance]]
        rows.append(row)
        columns.append(row + distance)
        loudness.append(np.full(len(row), weight, dtype=np.float32))
    places = (np.concatenate(rows), np.concatenate(columns))
    return sparse.csr_matrix((np.concatenate(loudness), places), shape=(count, count))


def heard(
    scores: NDArray[np.float32], owner: NDArray[np.int64], classes: int
) -> NDArray[np.float32]:
    """Sum what each sentence says of itself and what its surroundings say of it.

    Args:
        scores: One row a sentence; one block of `classes` columns for each of `VIEWS`.
        owner: For every sentence the number of its document.
        classes: Columns of a block.
    """
    total = scores[:, :classes].copy()
    for view, block in zip(VIEWS[1:], _blocks(scores, classes), strict=True):
        total += listening(owner, view) @ block
    return total


def _blocks(scores: NDArray[np.float32], classes: int) -> Iterator[NDArray[np.float32]]:
    for block in range(1, len(VIEWS)):
        yield scores[:, block * classes : (block + 1) * classes]
