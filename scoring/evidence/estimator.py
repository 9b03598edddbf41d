"""The packaged model as a scikit-learn estimator: what others load, explain and compare.

The service itself uses `Classifier`, which reads the same weights several times as fast. This
estimator is built from scikit-learn's own `TfidfVectorizer`, so that it checks the fast path too.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.base import BaseEstimator, ClassifierMixin, TransformerMixin
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import Pipeline

from scoring.evidence.calibration import chances
from scoring.evidence.classes import CLASSES
from scoring.evidence.context_window import VIEWS, listening
from scoring.evidence.features import char_vectoriser, layout, word_vectoriser
from scoring.evidence.model_params import Floats, Parts
from scoring.evidence.normalise import normalise
from scoring.evidence.packaged import load


class SentenceFeatures(TransformerMixin, BaseEstimator):  # type: ignore[misc]  # no types there
    """Sentences of one document to TF-IDF of words in every view, of letters, and length.

    Args:
        words: Fitted on words and pairs of words.
        chars: Fitted on runs of letters within words.
    """

    def __init__(self, words: TfidfVectorizer, chars: TfidfVectorizer) -> None:
        self.words = words
        self.chars = chars

    def fit(self, X: Sequence[str], y: object = None) -> "SentenceFeatures":  # noqa: ARG002, N803 (scikit-learn's interface)
        """Return itself: the vocabulary is given."""
        return self

    def transform(self, X: Sequence[str]) -> sparse.csr_matrix:  # noqa: N803 (scikit-learn's name)
        """Return one row a sentence; `X` holds one document's sentences in reading order."""
        plain = [normalise(sentence) for sentence in X]
        words, owner = self.words.transform(plain), np.zeros(len(plain), dtype=np.int64)
        views = [listening(owner, view) @ words for view in VIEWS]
        length = sparse.csr_matrix(layout(plain))
        return sparse.csr_matrix(sparse.hstack([*views, self.chars.transform(plain), length]))

    def __sklearn_is_fitted__(self) -> bool:
        """Whether it can transform: always."""
        return True


class CalibratedLinear(ClassifierMixin, BaseEstimator):  # type: ignore[misc]  # no types there
    """One linear score a class, calibrated by Platt's method; classes do not exclude each other.

    Args:
        coef: Weights, a row a feature and a column a class.
        intercept: Where each class starts from.
        slope: Calibration of each class: probability = logistic(slope * score + shift).
        shift: See `slope`.
        thresholds: Probability from which a class is predicted.
    """

    def __init__(
        self, coef: Floats, intercept: Floats, slope: Floats, shift: Floats, thresholds: Floats
    ) -> None:
        self.coef = coef
        self.intercept = intercept
        self.slope = slope
        self.shift = shift
        self.thresholds = thresholds

    @property
    def classes_(self) -> NDArray[Any]:
        """The criteria in column order."""
        return np.array([each.value for each in CLASSES])

    def fit(self, X: object, y: object = None) -> "CalibratedLinear":  # noqa: ARG002, N803 (scikit-learn's interface)
        """Return itself: the weights are given."""
        return self

    def decision_function(self, X: sparse.csr_matrix) -> NDArray[np.float64]:  # noqa: N803 (scikit-learn's name)
        """Return the score of each class before calibration."""
        return np.asarray(X.astype(np.float64) @ self.coef + self.intercept, dtype=np.float64)

    def predict_proba(self, X: sparse.csr_matrix) -> Floats:  # noqa: N803 (scikit-learn's name)
        """Return the probability of each class (columns) for each sentence (rows)."""
        return chances(np.asarray(self.decision_function(X)), self.slope, self.shift)

    def predict(self, X: sparse.csr_matrix) -> NDArray[np.bool_]:  # noqa: N803 (scikit-learn's name)
        """Return whether each class's probability reaches its threshold."""
        return np.asarray(self.predict_proba(X) >= self.thresholds)

    def __sklearn_is_fitted__(self) -> bool:
        """Whether it can predict: always."""
        return True


def load_estimator() -> Pipeline:
    """Return the packaged linear model as a scikit-learn pipeline with `predict_proba`.

    `predict_proba` takes the sentences of one document in reading order, since a sentence is read
    with its neighbours, and returns a row a sentence and a column a class of `classes_`.

    Raises:
        ModelRefused: The packaged file is not the one this version was made with.
    """
    return estimator_of(load().parts)


def estimator_of(parts: Parts) -> Pipeline:
    """Return a model's weights as a scikit-learn pipeline."""
    lexicon, classes = parts.lexicon, len(CLASSES)
    views = [parts.words[:, view * classes : (view + 1) * classes] for view in range(len(VIEWS))]
    return Pipeline(
        [
            (
                "features",
                SentenceFeatures(
                    _fitted(word_vectoriser(), lexicon.words, lexicon.word_idf),
                    _fitted(char_vectoriser(), lexicon.chars, lexicon.char_idf),
                ),
            ),
            (
                "classifier",
                CalibratedLinear(
                    np.vstack([*views, parts.chars, parts.length]),
                    parts.bias,
                    parts.slope,
                    parts.shift,
                    parts.thresholds,
                ),
            ),
        ]
    )


def _fitted(
    vectoriser: TfidfVectorizer, terms: Sequence[str], idf: NDArray[np.float32]
) -> TfidfVectorizer:
    """Give a vectoriser the terms and rarities that it would have learnt."""
    vectoriser.vocabulary_ = {term: column for column, term in enumerate(terms)}
    vectoriser.idf_ = idf.astype(np.float32)
    return vectoriser
