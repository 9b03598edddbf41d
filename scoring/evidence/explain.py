"""Why a sentence was offered: the exact words that weighed, its surroundings, its likes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from scoring.evidence.calibration import chances
from scoring.evidence.classes import CLASSES
from scoring.evidence.classifier import Classifier
from scoring.evidence.context_window import REACH, VIEWS, listening
from scoring.evidence.features import layout, normalised, starts
from scoring.evidence.nearest import Nearest, nearest
from scoring.reference.vocabulary import Criterion
from scoring.text import Document

SHOWN = 8
"""Terms of each kind that are named; the rest are summed."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word, a pair of words or a run of letters, and what it added to the score."""

    text: str
    weight: float


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A sentence nearby, what it added to the score, and the words that weighed most in it."""

    sentence: int
    weight: float
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """A judgement taken apart; the parts add up to the score exactly.

    Attributes:
        criterion: What was judged.
        sentence: Index of the sentence in its document.
        probability: Calibrated, 0 to 1.
        threshold: The probability from which such a sentence is offered.
        score: The sum before calibration.
        base: Where the score starts from, and what the sentence's length added.
        encoder: What the encoder added, which cannot be taken apart; 0 without one.
        words: The words and pairs of the sentence that weighed most, heaviest first.
        other_words: What its remaining words and pairs added.
        letters: The runs of letters within its words that weighed most.
        other_letters: What its remaining runs of letters added.
        neighbours: The sentences around it that weighed, heaviest first.
        nearest: The labelled sentences most like it, by identifier.
    """

    criterion: Criterion
    sentence: int
    probability: float
    threshold: float
    score: float
    base: float
    encoder: float
    words: tuple[Term, ...]
    other_words: float
    letters: tuple[Term, ...]
    other_letters: float
    neighbours: tuple[Neighbour, ...]
    nearest: tuple[Nearest, ...]


def explain(
    classifier: Classifier, document: Document, sentence: int, criterion: Criterion
) -> Explanation:
    """Return why a sentence was judged as it was for a criterion.

    For an area of mitigation the score is that of the area within mitigation; the probability
    is also that of mitigation itself.

    Raises:
        IndexError: The document has no such sentence.
    """
    places = [at for at, each in enumerate(document.sentences) if each.index == sentence]
    if not places:
        raise IndexError(f"the document has no sentence {sentence}")
    first = max(0, places[0] - REACH)
    near, place = document.sentences[first : places[0] + REACH + 1], places[0] - first
    texts = [each.text for each in near]
    parts, column = classifier.parts, CLASSES.index(criterion)
    plain, owner = normalised([texts]), starts([texts])
    words = parts.lexicon.word_matrix(plain)
    own, rest = _named(words[place], parts.words[:, column], parts.lexicon.words)
    letters, other = _named(
        parts.lexicon.char_matrix([plain[place]]), parts.chars[:, column], parts.lexicon.chars
    )
    scores = classifier.scores([texts])
    score = float(scores[place, column])
    base = float(parts.bias[column] + layout([plain[place]])[0] @ parts.length[:, column])
    return Explanation(
        criterion,
        sentence,
        float(chances(scores, parts.slope, parts.shift)[place, column]),
        float(parts.thresholds[column]),
        score,
        base,
        score - float(classifier.linear([texts])[place, column]) if classifier.encoder else 0.0,
        own,
        rest,
        letters,
        other,
        tuple(
            Neighbour(near[at].index, weight, terms)
            for at, weight, terms in _around(classifier, words, owner, place, column)
        ),
        nearest(parts.examples, words[place], criterion) if parts.examples else (),
    )


def _around(
    classifier: Classifier,
    words: sparse.csr_matrix,
    owner: np.ndarray[tuple[int], np.dtype[np.int64]],
    place: int,
    column: int,
) -> list[tuple[int, float, tuple[Term, ...]]]:
    """Return which rows around a sentence weighed, how much, and by which words."""
    parts = classifier.parts
    weights: dict[int, np.ndarray[tuple[int], np.dtype[np.float32]]] = {}
    for block, view in enumerate(VIEWS[1:], start=1):
        listened = listening(owner, view)[place].tocoo()
        heard = parts.words[:, block * len(CLASSES) + column]
        for at, loudness in zip(listened.col, listened.data, strict=True):
            weights[int(at)] = weights.get(int(at), 0) + loudness * heard
    rows = []
    for at, heard in weights.items():
        terms, _ = _named(words[at], heard, parts.lexicon.words)
        rows.append((at, float((words[at] @ heard)[0]), terms))
    return sorted(rows, key=lambda each: (-abs(each[1]), each[0]))


def _named(
    row: sparse.csr_matrix,
    weights: np.ndarray[tuple[int], np.dtype[np.float32]],
    names: Sequence[str],
) -> tuple[tuple[Term, ...], float]:
    """Return the heaviest terms of a row, and the sum of the others."""
    terms = sorted(_terms(row, weights, names), key=lambda each: (-abs(each.weight), each.text))
    return tuple(terms[:SHOWN]), float(sum(each.weight for each in terms[SHOWN:]))


def _terms(
    row: sparse.csr_matrix,
    weights: np.ndarray[tuple[int], np.dtype[np.float32]],
    names: Sequence[str],
) -> Iterator[Term]:
    for column, value in zip(row.indices, row.data, strict=True):
        yield Term(names[column], float(value * weights[column]))
