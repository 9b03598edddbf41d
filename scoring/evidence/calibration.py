"""From scores to calibrated probabilities, and from which probability a sentence is offered."""

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from scoring.evidence.classes import CLASSES, CRITERIA, MITIGATION
from scoring.evidence.model_params import Floats

FEWEST = 3
"""A class with fewer examples than this is neither calibrated nor given a threshold."""

METHOD = (
    "Probabilities are calibrated\nby Platt's method, and thresholds chosen for the best F1, on "
    "statements held out whole."
)
"""How probabilities and thresholds come about, for the model card."""

_GRID = np.arange(0.10, 0.80, 0.02)
_SMOOTH = 3


def calibrated(scores: Floats, labels: NDArray[np.bool_], known: NDArray[np.bool_]) -> Floats:
    """Return slope, shift and threshold (rows) of each class, from held-out scores."""
    slope, shift = calibrate(scores, labels, known)
    return np.stack(
        [slope, shift, choose_thresholds(chances(scores, slope, shift), labels, known)]
    )


def calibrate(
    scores: Floats, labels: NDArray[np.bool_], known: NDArray[np.bool_]
) -> tuple[Floats, Floats]:
    """Return slope and shift of each class by Platt's method on held-out scores.

    Source: J. Platt, "Probabilistic outputs for support vector machines" (1999).
    """
    slope, shift = np.ones(len(CLASSES)), np.zeros(len(CLASSES))
    for column in range(len(CLASSES)):
        rows = _labelled(column, labels, known)
        if FEWEST <= labels[rows, column].sum() < rows.sum():
            platt = LogisticRegression(C=1e4).fit(scores[rows, column, None], labels[rows, column])
            slope[column], shift[column] = platt.coef_[0, 0], platt.intercept_[0]
    return slope.astype(np.float32), shift.astype(np.float32)


def chances(scores: Floats, slope: Floats, shift: Floats) -> Floats:
    """Return calibrated probabilities; an area's is its chance within mitigation times that."""
    chance = 1 / (1 + np.exp(-np.clip(slope * scores + shift, -30, 30)))
    chance[:, len(CRITERIA) :] *= chance[:, [MITIGATION]]
    return np.asarray(chance, dtype=np.float32)


def choose_thresholds(
    chance: Floats, labels: NDArray[np.bool_], known: NDArray[np.bool_]
) -> Floats:
    """Return for each class the threshold with the best F1, smoothed over its neighbours.

    The smoothing keeps a class with few examples from a threshold that is best by luck.
    """
    limits = np.full(len(CLASSES), 0.5, dtype=np.float32)
    for column in range(len(CLASSES)):
        rows = np.ones(len(labels), dtype=bool) if column < len(CRITERIA) else known
        if labels[rows, column].sum() >= FEWEST:
            limits[column] = best_threshold(chance[rows, column], labels[rows, column])
    return limits


def best_threshold(chance: Floats, labels: NDArray[np.bool_]) -> float:
    """Return the probability from which F1 is best, smoothed over its neighbours."""
    scored = [f1(chance >= each, labels) for each in _GRID]
    smooth = np.convolve(np.pad(scored, _SMOOTH, "edge"), _kernel(), "valid")
    return float(_GRID[int(np.argmax(smooth))])


def f1(said: NDArray[np.bool_], true: NDArray[np.bool_]) -> float:
    """Return the F1 of the positive class; 0 where nothing is right."""
    both = float((said & true).sum())
    return 2 * both / max(1.0, float(said.sum() + true.sum()))


def _labelled(
    column: int, labels: NDArray[np.bool_], known: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    everything = np.ones(len(labels), dtype=bool)
    return everything if column < len(CRITERIA) else known & labels[:, MITIGATION]


def _kernel() -> NDArray[np.float64]:
    width = 2 * _SMOOTH + 1
    return np.ones(width) / width
