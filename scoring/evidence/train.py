"""Train: labelled statements in, a calibrated model and what it said of unseen statements out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from scoring.evidence.calibration import calibrate, chances, choose_thresholds
from scoring.evidence.classes import CLASSES
from scoring.evidence.classifier import Classifier
from scoring.evidence.fit import SEED, fit
from scoring.evidence.parts import Floats, Parts
from scoring.evidence.rows import (
    LabelledSentence,
    Statement,
    areas_known,
    statements,
    texts,
    truth,
)

FOLDS = 5


@dataclass(frozen=True, slots=True, eq=False)
class Trained:
    """A model and what it said of statements it had not seen.

    Attributes:
        parts: The model, trained on every statement.
        statements: The statements it was trained on.
        fold: For every statement the fold in which it was held out.
        held_out: Calibrated probability of each class for every sentence, by a model that had
            not seen its statement.
        chosen: For every sentence and class whether that probability reaches the threshold
            chosen without the sentence's fold.
    """

    parts: Parts
    statements: tuple[Statement, ...]
    fold: NDArray[np.int64]
    held_out: Floats
    chosen: NDArray[np.bool_]


def train(rows: Sequence[LabelledSentence], *, folds: int = FOLDS) -> Trained:
    """Train on labelled sentences; whole statements are held out, fold by fold, to calibrate."""
    group = statements(rows)
    fold = assign_folds(len(group), folds)
    sentence_fold = np.repeat(fold, [len(each) for each in group])
    scores = np.zeros((len(sentence_fold), len(CLASSES)), dtype=np.float32)
    for held in range(folds):
        seen = [each for each, number in zip(group, fold, strict=True) if number != held]
        unseen = [each for each, number in zip(group, fold, strict=True) if number == held]
        scores[sentence_fold == held] = Classifier(fit(seen), "fold").scores(texts(unseen))
    labels, known = truth(group), areas_known(group)
    probabilities = np.zeros_like(scores)
    chosen = np.zeros(scores.shape, dtype=bool)
    for held in range(folds):
        inside, outside = sentence_fold == held, sentence_fold != held
        slope, shift = calibrate(scores[outside], labels[outside], known[outside])
        outer = chances(scores[outside], slope, shift)
        limits = choose_thresholds(outer, labels[outside], known[outside])
        probabilities[inside] = chances(scores[inside], slope, shift)
        chosen[inside] = probabilities[inside] >= limits
    slope, shift = calibrate(scores, labels, known)
    limits = choose_thresholds(chances(scores, slope, shift), labels, known)
    parts = replace(fit(group), slope=slope, shift=shift, thresholds=limits)
    return Trained(parts, group, fold, probabilities, chosen)


def assign_folds(count: int, folds: int) -> NDArray[np.int64]:
    """Return a fold for each of so many statements, evenly and by a fixed seed."""
    return np.random.default_rng(SEED).permutation(count) % folds
