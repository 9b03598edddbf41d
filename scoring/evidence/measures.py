"""How well judgements agree with people's labels: by criterion, by statement, with intervals."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scoring.evidence.model_params import Floats
from scoring.reference.vocabulary import Criterion

BINS = 10
"""Bins of the calibration error, of equal width between 0 and 1."""

DRAWS = 1_000
"""Draws of the bootstrap."""

_SEED = 20
_OUTER = (2.5, 97.5)


@dataclass(frozen=True, slots=True)
class Interval:
    """A figure, and between which two it lies in 95 of 100 draws of whole statements."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class CriterionMeasure:
    """Agreement on one criterion, sentence by sentence.

    Attributes:
        criterion: Which.
        labelled: Sentences that people offered for it.
        offered: Sentences that the classifier offered for it.
        precision: Share of the offered that are labelled.
        recall: Share of the labelled that are offered.
        f1: Their harmonic mean.
        calibration_error: Mean distance between a probability and how often it is right.
    """

    criterion: Criterion
    labelled: int
    offered: int
    precision: float
    recall: float
    f1: Interval
    calibration_error: float


@dataclass(frozen=True, slots=True)
class Measured:
    """Agreement on a collection of statements.

    Attributes:
        statements: How many.
        sentences: How many.
        criteria: Agreement on each criterion, in the order asked for.
        macro_f1: Mean F1 of the criteria that at least one sentence was labelled for.
        presence: Share of statement and criterion pairs where "it is told of" agrees.
    """

    statements: int
    sentences: int
    criteria: tuple[CriterionMeasure, ...]
    macro_f1: Interval
    presence: Interval


def measure(
    criteria: Sequence[Criterion],
    truth: NDArray[np.bool_],
    said: NDArray[np.bool_],
    probabilities: Floats,
    owner: NDArray[np.int64],
) -> Measured:
    """Return how judgements agree with labels.

    Args:
        criteria: What the columns of the three tables stand for.
        truth: Labels: one row a sentence.
        said: Judgements, of the same shape.
        probabilities: What each judgement rests on, of the same shape.
        owner: For every sentence the number of its statement, from 0.
    """
    count = int(owner.max()) + 1 if len(owner) else 0
    both, offered, labelled = (
        _by_statement(table, owner, count) for table in (truth & said, said, truth)
    )
    draws = _draws(count)
    drawn = _f1(draws @ both, draws @ offered, draws @ labelled)
    whole = _f1(both.sum(0), offered.sum(0), labelled.sum(0))
    present = labelled.sum(0) > 0
    agree = ((labelled > 0) == (offered > 0)).mean(axis=1) if count else np.zeros(0)
    return Measured(
        count,
        len(owner),
        tuple(
            _criterion(each, column, truth, said, probabilities, whole, drawn)
            for column, each in enumerate(criteria)
        ),
        _interval(
            _mean(whole[present]),
            drawn[:, present].mean(axis=1) if present.any() else drawn[:, 0],
        ),
        _interval(_mean(agree), draws @ agree / max(1, count)),
    )


def calibration_error(probabilities: Floats, truth: NDArray[np.bool_]) -> float:
    """Return the expected calibration error over bins of equal width.

    Source: M. Naeini and others, "Obtaining well calibrated probabilities using Bayesian
    binning" (2015).
    """
    if not len(truth):
        return 0.0
    place = np.minimum((probabilities * BINS).astype(int), BINS - 1)
    size = np.bincount(place, minlength=BINS)
    gap = np.bincount(place, probabilities - truth, minlength=BINS)
    return float(np.abs(gap)[size > 0].sum() / len(truth))


def _criterion(
    criterion: Criterion,
    column: int,
    truth: NDArray[np.bool_],
    said: NDArray[np.bool_],
    probabilities: Floats,
    whole: NDArray[np.float64],
    drawn: NDArray[np.float64],
) -> CriterionMeasure:
    true, offered = truth[:, column], said[:, column]
    right = float((true & offered).sum())
    return CriterionMeasure(
        criterion,
        int(true.sum()),
        int(offered.sum()),
        right / max(1.0, float(offered.sum())),
        right / max(1.0, float(true.sum())),
        _interval(float(whole[column]), drawn[:, column]),
        calibration_error(probabilities[:, column], true),
    )


def _by_statement(
    table: NDArray[np.bool_], owner: NDArray[np.int64], count: int
) -> NDArray[np.float64]:
    sums = np.zeros((count, table.shape[1]))
    np.add.at(sums, owner, table)
    return sums


def _draws(count: int) -> NDArray[np.float64]:
    """Return how often each statement is drawn in each of the bootstrap's draws."""
    if not count:
        return np.zeros((DRAWS, 0))
    chance = np.full(count, 1 / count)
    return np.random.default_rng(_SEED).multinomial(count, chance, DRAWS).astype(np.float64)


def _f1(
    both: NDArray[np.float64], offered: NDArray[np.float64], labelled: NDArray[np.float64]
) -> NDArray[np.float64]:
    return np.asarray(2 * both / np.maximum(1, offered + labelled))


def _interval(value: float, drawn: NDArray[np.float64]) -> Interval:
    if not len(drawn):
        return Interval(value, value, value)
    low, high = np.percentile(drawn, _OUTER)
    return Interval(value, float(low), float(high))


def _mean(values: NDArray[np.float64]) -> float:
    return float(values.mean()) if len(values) else 0.0
