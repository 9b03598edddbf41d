"""Fit the linear model on labelled statements: words, letters, neighbours and length."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn import __version__ as sklearn_version
from sklearn.svm import LinearSVC

from scoring.evidence.calibration import FEWEST
from scoring.evidence.classes import CLASSES, CRITERIA, MITIGATION
from scoring.evidence.context_window import VIEWS, listening
from scoring.evidence.dataset import Statement, areas_known, targets, texts, truth
from scoring.evidence.features import (
    LAYOUT,
    Lexicon,
    char_vectoriser,
    layout,
    normalised,
    starts,
    word_vectoriser,
)
from scoring.evidence.model_params import Floats, Parts

STRENGTH = 0.2
"""Inverse of the ridge penalty (chosen on grouped folds of the training statements)."""

SEED = 20

_NEVER = -12.0
_LEAST = 0.03
"""A smaller share of an example is left out."""


def fit(group: Sequence[Statement]) -> Parts:
    """Return a model fitted on statements; uncalibrated, with every threshold at one half."""
    sentences = texts(group)
    plain = normalised(sentences)
    lexicon = learn_lexicon(normalised(texts([each for each in group if not each[0].unlabelled])))
    columns = _columns(lexicon, plain, sentences)
    known, labels = areas_known(group), truth(group)
    target = targets(group)
    weights = np.zeros((columns.shape[1] + 1, len(CLASSES)), dtype=np.float64)
    for column in range(len(CRITERIA)):
        weights[:, column] = _one(columns, target[:, column])
    rows = known & labels[:, MITIGATION]
    for column in range(len(CRITERIA), len(CLASSES)):
        own = labels[rows, column].astype(np.float64)
        weights[:, column] = _one(columns[rows], own)
    return _parts(lexicon, weights)


def learn_lexicon(plain: Sequence[str]) -> Lexicon:
    """Return the words and letter runs of normalised sentences, with their rarity."""
    words, chars = word_vectoriser().fit(plain), char_vectoriser().fit(plain)
    return Lexicon(
        tuple(words.get_feature_names_out()),
        tuple(chars.get_feature_names_out()),
        words.idf_.astype(np.float32),
        chars.idf_.astype(np.float32),
    )


def _columns(
    lexicon: Lexicon, plain: Sequence[str], sentences: Sequence[Sequence[str]]
) -> sparse.csr_matrix:
    words, owner = lexicon.word_matrix(plain), starts(sentences)
    blocks = [listening(owner, view) @ words for view in VIEWS]
    length = sparse.csr_matrix(layout(plain))
    return sparse.csr_matrix(sparse.hstack([*blocks, lexicon.char_matrix(plain), length]))


def _one(columns: sparse.csr_matrix, target: NDArray[np.float64]) -> NDArray[np.float64]:
    """Fit one class; a sentence that is in part an example of it counts on both sides in part."""
    if (target >= 0.5).sum() < FEWEST or (target < 0.5).sum() < FEWEST:
        return np.concatenate([np.zeros(columns.shape[1]), [_NEVER]])
    for_it, against = np.flatnonzero(target > _LEAST), np.flatnonzero(target < 1 - _LEAST)
    model = LinearSVC(C=STRENGTH, random_state=SEED)
    model.fit(
        columns[np.concatenate([for_it, against])],
        np.repeat([True, False], [len(for_it), len(against)]),
        sample_weight=np.concatenate([target[for_it], 1 - target[against]]),
    )
    return np.concatenate([model.coef_[0], model.intercept_])


def _parts(lexicon: Lexicon, weights: NDArray[np.float64]) -> Parts:
    count, letters = len(lexicon.words), len(lexicon.chars)
    after_words = count * len(VIEWS)
    blocks = [weights[block * count : (block + 1) * count] for block in range(len(VIEWS))]
    ones = np.ones(len(CLASSES))
    return Parts(
        lexicon=lexicon,
        words=_single(np.hstack(blocks)),
        chars=_single(weights[after_words : after_words + letters]),
        length=_single(weights[after_words + letters : after_words + letters + LAYOUT]),
        bias=_single(weights[-1]),
        slope=_single(ones),
        shift=_single(0 * ones),
        thresholds=_single(0.5 * ones),
        sklearn=sklearn_version,
    )


def _single(values: NDArray[np.float64]) -> Floats:
    return np.asarray(values, dtype=np.float32)
