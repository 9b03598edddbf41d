"""Our reader of words and letters gives scikit-learn's numbers."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.evidence.features import Lexicon, char_vectoriser, word_vectoriser
from scoring.evidence.normalise import normalise

TEXTS = [
    "we buy timber from suppliers in brazil, poland and malaysia",
    "we audit suppliers in brazil; we audit suppliers in poland",
    "training on modern slavery is given to all buyers every yyyy",
    "a b co-op 9 % of buyers (all) &c",
]


@pytest.fixture(scope="module")
def learnt() -> tuple[Lexicon, object, object]:
    words, chars = word_vectoriser(least=1).fit(TEXTS), char_vectoriser(least=1).fit(TEXTS)
    lexicon = Lexicon(
        tuple(words.get_feature_names_out()),
        tuple(chars.get_feature_names_out()),
        words.idf_.astype(np.float32),
        chars.idf_.astype(np.float32),
    )
    return lexicon, words, chars


@given(st.lists(st.sampled_from(" ".join(TEXTS).split()) | st.text(max_size=9), max_size=30))
def test_rows_are_those_of_scikit_learn(
    learnt: tuple[Lexicon, object, object], words: list[str]
) -> None:
    lexicon, by_word, by_char = learnt
    texts = [normalise(" ".join(words)), *TEXTS]
    for ours, theirs in (
        (lexicon.word_matrix(texts), by_word),
        (lexicon.char_matrix(texts), by_char),
    ):
        expected = theirs.transform(texts)  # type: ignore[attr-defined]  # scikit-learn is untyped
        np.testing.assert_allclose(ours.toarray(), expected.toarray(), atol=1e-6)


def test_no_text_has_an_empty_row(learnt: tuple[Lexicon, object, object]) -> None:
    assert learnt[0].word_matrix(["", TEXTS[0]]).getnnz(axis=1).tolist()[0] == 0
    assert learnt[0].char_matrix([]).shape == (0, len(learnt[0].chars))
