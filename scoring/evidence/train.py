"""Train: labelled statements in, a calibrated model and what it said of unseen statements out."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from scoring.evidence.calibration import calibrated, chances
from scoring.evidence.classes import CLASSES
from scoring.evidence.classifier import Classifier, joined
from scoring.evidence.dataset import (
    LabelledSentence,
    Statement,
    areas_known,
    encodings,
    statements,
    texts,
    truth,
)
from scoring.evidence.features import normalised
from scoring.evidence.fit import SEED, fit
from scoring.evidence.model_params import Floats, Parts
from scoring.evidence.nearest import examples

FOLDS = 5


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """What was said of held-out sentences (rows) for each class (columns).

    Attributes:
        probabilities: Calibrated, by a model that had not seen the sentence's statement.
        chosen: Whether that reaches the threshold chosen without the sentence's fold.
    """

    probabilities: Floats
    chosen: NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Trained:
    """A model and what it said of statements it had not seen.

    Attributes:
        parts: The model, trained on every statement.
        learnt: How many statements of each collection it was trained on.
        held: The statements that were held out in turn, all others being in training.
        fold: For every held statement the fold in which it was held out.
        judged: What the model said of every sentence of `held`.
        beside: What it said with the encoder beside it; None where that is not known.
    """

    parts: Parts
    learnt: dict[str, int]
    held: tuple[Statement, ...]
    fold: NDArray[np.int64]
    judged: Judged
    beside: Judged | None

    @property
    def sentence_fold(self) -> NDArray[np.int64]:
        """For every sentence of `held` the fold in which it was held out."""
        return np.repeat(self.fold, [len(each) for each in self.held])


def train(
    rows: Sequence[LabelledSentence], *, hold: Collection[str] = (), folds: int = FOLDS
) -> Trained:
    """Train on labelled sentences, and judge statements of some collections held out in turn.

    Args:
        rows: Labelled sentences of any collections.
        hold: The collections whose statements are held out, whole, to calibrate and to measure;
            the others stay in training. None given: all of them.
        folds: How many parts the held statements are divided into.
    """
    group = statements(rows)
    held = tuple(each for each in group if _is_held(each, hold))
    always_seen = [each for each in group if not _is_held(each, hold)]
    fold = assign_folds(held, folds)
    sentence_fold = np.repeat(fold, [len(each) for each in held])
    scores = np.zeros((len(sentence_fold), len(CLASSES)), dtype=np.float32)
    for out in range(folds):
        seen = [each for each, number in zip(held, fold, strict=True) if number != out]
        unseen = [each for each, number in zip(held, fold, strict=True) if number == out]
        if unseen:
            scored = Classifier(fit([*always_seen, *seen]), "fold").scores(texts(unseen))
            scores[sentence_fold == out] = scored
    labels, known = truth(held), areas_known(held)
    slope, shift, limits = calibrated(scores, labels, known)
    parts = replace(fit(group), slope=slope, shift=shift, thresholds=limits)
    judged, beside = _judged(scores, labels, known, sentence_fold), None
    odds = encodings(held)
    if odds is not None:
        both = joined(scores, odds)
        beside = _judged(both, labels, known, sentence_fold)
        parts = replace(parts, beside=calibrated(both, labels, known))
    labelled = [each for each in group if not each[0].unlabelled]
    words = parts.lexicon.word_matrix(normalised(texts(labelled)))
    parts = replace(parts, examples=examples(labelled, words))
    collections = [each[0].collection for each in group]
    learnt = {each: collections.count(each) for each in sorted(set(collections))}
    return Trained(parts, learnt, held, fold, judged, beside)


def _is_held(statement: Statement, hold: Collection[str]) -> bool:
    return not statement[0].unlabelled and (not hold or statement[0].collection in hold)


def assign_folds(held: Sequence[Statement], folds: int) -> NDArray[np.int64]:
    """Return a fold for each statement: each collection divided evenly, by a fixed seed."""
    order = np.random.default_rng(SEED).permutation(len(held))
    fold = np.zeros(len(held), dtype=np.int64)
    for collection in sorted({each[0].collection for each in held}):
        mine = [place for place in order if held[place][0].collection == collection]
        fold[mine] = np.arange(len(mine)) % folds
    return fold


def _judged(
    scores: Floats,
    labels: NDArray[np.bool_],
    known: NDArray[np.bool_],
    sentence_fold: NDArray[np.int64],
) -> Judged:
    """Calibrate and judge each fold by what was learnt from the other folds' held-out scores."""
    probabilities = np.zeros_like(scores)
    chosen = np.zeros(scores.shape, dtype=bool)
    for out in sorted(set(sentence_fold.tolist())):
        inside, outside = sentence_fold == out, sentence_fold != out
        slope, shift, limits = calibrated(scores[outside], labels[outside], known[outside])
        probabilities[inside] = chances(scores[inside], slope, shift)
        chosen[inside] = probabilities[inside] >= limits
    return Judged(probabilities, chosen)
