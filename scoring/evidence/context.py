"""What stands next to a sentence helps to read it: neighbours within two sentences."""

import numpy as np
from numpy.typing import NDArray

OFFSETS: tuple[int, ...] = (0, -1, 1, -2, 2)
"""The sentence itself, then its neighbours, by distance in reading order."""

WEIGHTS: tuple[float, ...] = (1.0, 0.5, 0.5, 0.3, 0.3)
"""How loud each is heard while learning: the nearer, the louder (chosen on grouped folds)."""


def neighbours(
    owner: NDArray[np.int64], offset: int
) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Return for every sentence the row of its neighbour, and whether it has one.

    Args:
        owner: For every sentence the number of its document; documents do not mix.
        offset: Distance in reading order; negative is before.
    """
    rows = np.arange(len(owner)) + offset
    inside = (rows >= 0) & (rows < len(owner))
    rows = np.clip(rows, 0, max(0, len(owner) - 1))
    return rows, inside & (owner[rows] == owner)


def heard(
    scores: NDArray[np.float32], owner: NDArray[np.int64], classes: int
) -> NDArray[np.float32]:
    """Sum what each sentence says of itself and what its neighbours say of it.

    Args:
        scores: One row a sentence; one block of `classes` columns for each of `OFFSETS`.
        owner: For every sentence the number of its document.
        classes: Columns of a block.
    """
    total = scores[:, :classes].copy()
    for block, offset in enumerate(OFFSETS[1:], start=1):
        rows, has = neighbours(owner, offset)
        part = scores[rows, block * classes : (block + 1) * classes]
        total += np.where(has[:, None], part, 0)
    return total
