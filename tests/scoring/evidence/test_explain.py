"""Why a sentence was offered: parts that add up, words that are there, likes by identifier."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.evidence import CLASSES, load
from scoring.evidence.explain import Explanation, explain
from scoring.reference.vocabulary import Criterion
from scoring.text import Document, Sentence

TEXTS = (
    "Training",
    "All buyers receive training on modern slavery every year.",
    "Last year 240 buyers took the course.",
    "The garden was in bloom.",
)


def document(*texts: str) -> Document:
    found = tuple(Sentence(text, 1, index=at) for at, text in enumerate(texts))
    return Document("ab" * 32, "text/plain", (), found)


def total(why: Explanation) -> float:
    own = sum(each.weight for each in (*why.words, *why.letters))
    return own + why.other_words + why.other_letters + why.base + _around(why)


def _around(why: Explanation) -> float:
    return sum(each.weight for each in why.neighbours)


@pytest.mark.parametrize("criterion", CLASSES, ids=lambda each: each.value)
@pytest.mark.parametrize("sentence", range(len(TEXTS)))
def test_the_parts_add_up_to_the_score(sentence: int, criterion: Criterion) -> None:
    why = explain(load(), document(*TEXTS), sentence, criterion)
    assert total(why) == pytest.approx(why.score, abs=1e-3)


@given(st.lists(st.text(max_size=80), min_size=1, max_size=5), st.sampled_from(CLASSES))
def test_any_text_is_explained(texts: list[str], criterion: Criterion) -> None:
    why = explain(load(), document(*texts), 0, criterion)
    assert total(why) == pytest.approx(why.score, abs=1e-3)


def test_the_word_that_matters_is_named() -> None:
    why = explain(load(), document(*TEXTS), 1, Criterion.RISK_MITIGATION)
    assert any("training" in each.text for each in why.words if each.weight > 0)
    assert {each.sentence for each in why.neighbours} <= {0, 2, 3}


def test_the_judgement_explained_is_the_judgement_made() -> None:
    paper = document(*TEXTS)
    made = {(each.sentence, each.criterion): each.probability for each in load().judge(paper)}
    assert made
    for (sentence, criterion), probability in made.items():
        assert sentence is not None
        assert criterion is not None
        why = explain(load(), paper, sentence, criterion)
        assert why.probability == pytest.approx(probability, abs=1e-3)
        assert why.probability >= why.threshold


def test_likes_are_named_by_identifier_likest_first() -> None:
    likes = explain(load(), document(*TEXTS), 1, Criterion.TRAINING).nearest
    assert likes
    assert all(each.statement and each.sentence >= 0 for each in likes)
    assert [each.likeness for each in likes] == sorted((e.likeness for e in likes), reverse=True)


def test_a_sentence_that_is_not_there_is_an_error() -> None:
    with pytest.raises(IndexError):
        explain(load(), document(*TEXTS), 99, Criterion.TRAINING)


def test_text_that_is_not_heard_is_not_read_for_an_explanation() -> None:
    far = ("The garden was in bloom.",) * 20
    long, short = document(*far, *TEXTS, *far), document(*far[:10], *TEXTS, *far[:10])
    for criterion in CLASSES:
        one, other = explain(load(), long, 21, criterion), explain(load(), short, 11, criterion)
        assert one.score == other.score
        assert (
            one.score
            == load().scores([[each.text for each in long.sentences]])[
                21, CLASSES.index(criterion)
            ]
        )
