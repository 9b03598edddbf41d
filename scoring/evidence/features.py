"""Sentences to numbers: TF-IDF of words and of letters within words, and length."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.feature_extraction.text import TfidfVectorizer

from scoring.evidence.normalise import normalise

WORD = r"[a-z0-9&%]+"
LAYOUT = 1
"""Columns of the layout: length in words. Place in the text is left out on purpose: it won
nothing on held-out statements, and text added elsewhere would change a sentence's reading."""

_FULL_LENGTH = 60


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
    _word_vectors: TfidfVectorizer = field(init=False, repr=False)
    _char_vectors: TfidfVectorizer = field(init=False, repr=False)

    def __post_init__(self) -> None:
        words, chars = word_vectoriser(self.words), char_vectoriser(self.chars)
        words.idf_, chars.idf_ = self.word_idf, self.char_idf
        object.__setattr__(self, "_word_vectors", words)
        object.__setattr__(self, "_char_vectors", chars)

    def word_matrix(self, texts: Sequence[str]) -> sparse.csr_matrix:
        """Return one row a normalised text and one column a word or pair of words."""
        return sparse.csr_matrix(self._word_vectors.transform(texts))

    def char_matrix(self, texts: Sequence[str]) -> sparse.csr_matrix:
        """Return one row a normalised text and one column a run of letters."""
        return sparse.csr_matrix(self._char_vectors.transform(texts))


def word_vectoriser(words: Sequence[str] | None = None, *, least: int = 3) -> TfidfVectorizer:
    """Return the reader of words and pairs, for a known vocabulary or to learn one.

    Args:
        words: The vocabulary in column order, or None to learn it.
        least: How many sentences must hold a word for it to be learnt.
    """
    return TfidfVectorizer(
        lowercase=False,
        token_pattern=WORD,
        ngram_range=(1, 2),
        sublinear_tf=True,
        min_df=least,
        vocabulary=_columns(words),
        dtype=np.float32,
    )


def char_vectoriser(chars: Sequence[str] | None = None, *, least: int = 5) -> TfidfVectorizer:
    """Return the reader of letter runs, for a known vocabulary or to learn one."""
    return TfidfVectorizer(
        lowercase=False,
        analyzer="char_wb",
        ngram_range=(3, 5),
        sublinear_tf=True,
        min_df=least,
        vocabulary=_columns(chars),
        dtype=np.float32,
    )


def _columns(terms: Sequence[str] | None) -> dict[str, int] | None:
    return None if terms is None else {term: column for column, term in enumerate(terms)}


def normalised(documents: Sequence[Sequence[str]]) -> list[str]:
    """Return every sentence of every document as the classifier reads it, in order."""
    return [normalise(sentence) for document in documents for sentence in document]


def layout(plain: Sequence[str]) -> NDArray[np.float32]:
    """Return the length of every normalised sentence, between 0 and 1: `LAYOUT` columns."""
    lengths = [min(len(text.split()), _FULL_LENGTH) / _FULL_LENGTH for text in plain]
    return np.array(lengths, dtype=np.float32).reshape(-1, LAYOUT)


def starts(documents: Sequence[Sequence[str]]) -> NDArray[np.int64]:
    """Return for every sentence the number of its document."""
    return np.repeat(np.arange(len(documents)), [len(each) for each in documents])
