"""Sentences to numbers: TF-IDF of words and of letters within words, and length.

The vocabulary is learnt by scikit-learn's `TfidfVectorizer`; sentences are turned into rows by
our own reader of the same rules, several times as fast, since a word's runs of letters are looked
up once and not at every sentence.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.feature_extraction.text import TfidfVectorizer

from scoring.evidence.normalise import normalise

WORD = r"[a-z0-9&%]+"
RUNS = (3, 5)
"""Shortest and longest run of letters."""

LAYOUT = 1
"""Columns of the layout: length in words. Place in the text is left out on purpose: it won
nothing on held-out statements, and text added elsewhere would change a sentence's reading."""

_FULL_LENGTH = 60
_WORDS = re.compile(WORD)
_REMEMBERED = 50_000


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The words, word pairs and letter runs that a model knows, with their rarity.

    Attributes:
        words: Words and pairs of words, in column order.
        chars: Runs of letters within words, in column order.
        word_idf: Inverse document frequency of each word.
        char_idf: The same of each run of letters.
    """

    words: tuple[str, ...]
    chars: tuple[str, ...]
    word_idf: NDArray[np.float32]
    char_idf: NDArray[np.float32]
    _word_columns: dict[str, int] = field(init=False, repr=False)
    _char_columns: dict[str, int] = field(init=False, repr=False)
    _spelt: dict[str, list[int]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_word_columns", _columns(self.words))
        object.__setattr__(self, "_char_columns", _columns(self.chars))
        object.__setattr__(self, "_spelt", {})

    def word_matrix(self, texts: Sequence[str]) -> sparse.csr_matrix:
        """Return one row a normalised text and one column a word or pair of words."""
        return _matrix((self._word_indices(text) for text in texts), self.word_idf)

    def char_matrix(self, texts: Sequence[str]) -> sparse.csr_matrix:
        """Return one row a normalised text and one column a run of letters."""
        if len(self._spelt) > _REMEMBERED:
            self._spelt.clear()
        return _matrix((self._spelling(text) for text in texts), self.char_idf)

    def _word_indices(self, text: str) -> list[int]:
        columns, words = self._word_columns, _WORDS.findall(text)
        indices = [columns[word] for word in words if word in columns]
        pairs = (f"{first} {second}" for first, second in pairwise(words))
        indices += [columns[pair] for pair in pairs if pair in columns]
        return indices

    def _spelling(self, text: str) -> list[int]:
        indices: list[int] = []
        for word in text.split():
            spelt = self._spelt.get(word)
            if spelt is None:
                columns = self._char_columns
                spelt = [columns[run] for run in _runs(word) if run in columns]
                self._spelt[word] = spelt
            indices += spelt
        return indices


def word_vectoriser(*, least: int = 3) -> TfidfVectorizer:
    """Return what learns words and pairs; `least` sentences must hold one for it to be learnt."""
    return TfidfVectorizer(
        lowercase=False,
        token_pattern=WORD,
        ngram_range=(1, 2),
        sublinear_tf=True,
        min_df=least,
        dtype=np.float32,
    )


def char_vectoriser(*, least: int = 5) -> TfidfVectorizer:
    """Return what learns runs of letters within words."""
    return TfidfVectorizer(
        lowercase=False,
        analyzer="char_wb",
        ngram_range=RUNS,
        sublinear_tf=True,
        min_df=least,
        dtype=np.float32,
    )


def normalised(documents: Sequence[Sequence[str]]) -> list[str]:
    """Return every sentence of every document as the classifier reads them, in order."""
    return [normalise(sentence) for document in documents for sentence in document]


def layout(plain: Sequence[str]) -> NDArray[np.float32]:
    """Return the length of every normalised sentence, between 0 and 1: `LAYOUT` columns."""
    lengths = [min(len(text.split()), _FULL_LENGTH) / _FULL_LENGTH for text in plain]
    return np.array(lengths, dtype=np.float32).reshape(-1, LAYOUT)


def starts(documents: Sequence[Sequence[str]]) -> NDArray[np.int64]:
    """Return for every sentence the number of its document."""
    return np.repeat(np.arange(len(documents)), [len(each) for each in documents])


def _columns(terms: Sequence[str]) -> dict[str, int]:
    return {term: column for column, term in enumerate(terms)}


def _runs(word: str) -> Iterable[str]:
    """Yield the runs of letters of a word between two spaces, as scikit-learn's `char_wb` does."""
    edged = f" {word} "
    for length in range(RUNS[0], RUNS[1] + 1):
        yield edged[:length]
        if length >= len(edged):
            return
        yield from (edged[at : at + length] for at in range(1, len(edged) - length + 1))


def _matrix(rows: Iterable[list[int]], idf: NDArray[np.float32]) -> sparse.csr_matrix:
    """Return rows of columns as TF-IDF: logarithmic counts, each row of length 1."""
    index_rows = list(rows)
    ends = np.cumsum([0, *(len(row) for row in index_rows)])
    columns = np.fromiter((each for row in index_rows for each in row), np.int32, int(ends[-1]))
    counts = np.ones(len(columns), dtype=np.float32)
    table = sparse.csr_matrix((counts, columns, ends), shape=(len(index_rows), len(idf)))
    table.sum_duplicates()
    table.data = (1 + np.log(table.data)) * idf[table.indices]
    length = np.sqrt(np.asarray(table.multiply(table).sum(axis=1))).ravel()
    table.data /= np.repeat(np.maximum(length, 1e-12), np.diff(table.indptr))
    return table
