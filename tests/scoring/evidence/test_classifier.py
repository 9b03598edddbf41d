"""The packaged classifier, through its public door."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.evidence import CLASSES, CRITERIA, ModelRefused, load
from scoring.evidence.packaged import opened, packaged_bytes
from scoring.evidence.pinned import DIGEST
from scoring.text import Document, Sentence
from scoring.vocabulary import Criterion

PLAIN = [
    "Our board approved this statement on 4 May 2025.",
    "Signed by Jane Example, Managing Director.",
    "We make and sell furniture in Leeds and deliver it across Europe.",
    "We buy timber from suppliers in Brazil, Poland and Malaysia.",
    "All buyers receive training on modern slavery every year.",
    "The weather in June was fine and the garden was in bloom.",
]


def document(*sentences: str) -> Document:
    found = tuple(Sentence(text, 1, index=place) for place, text in enumerate(sentences))
    return Document("ab" * 32, "text/plain", (), found)


@pytest.mark.parametrize(
    ("place", "criterion"),
    [
        pytest.param(0, Criterion.APPROVAL, id="the board's approval is approval"),
        pytest.param(1, Criterion.SIGNATURE, id="a signed name and role is a signature"),
        pytest.param(2, Criterion.OPERATIONS, id="what is made where is operations"),
        pytest.param(3, Criterion.SUPPLY_CHAINS, id="what is bought where is supply chains"),
        pytest.param(4, Criterion.RISK_MITIGATION, id="training is mitigation"),
    ],
)
def test_a_plain_sentence_is_read_for_what_it_proves(place: int, criterion: Criterion) -> None:
    row = load().probabilities([PLAIN])[place, : len(CRITERIA)]
    assert CRITERIA[int(np.argmax(row))] is criterion


def test_small_talk_proves_nothing() -> None:
    small_talk = document(PLAIN[5])
    assert load().judge(small_talk) == ()


def test_evidence_carries_its_proof() -> None:
    found = load().judge(document(*PLAIN))
    assert found
    for each in found:
        assert each.quote == PLAIN[each.sentence or 0]
        assert each.document == "ab" * 32
        assert each.probability is not None
        assert 0 < each.probability <= 1


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=300), max_size=12))
def test_any_text_gets_probabilities_and_no_crash(sentences: list[str]) -> None:
    found = load().probabilities([sentences])
    assert found.shape == (len(sentences), len(CLASSES))
    assert np.isfinite(found).all()
    assert ((found >= 0) & (found <= 1)).all()
    load().judge(document(*sentences))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(max_size=120), min_size=1, max_size=6))
def test_text_added_elsewhere_changes_no_judgement(added: list[str]) -> None:
    alone = load().probabilities([[*PLAIN, ".", "."]])
    longer = load().probabilities([[*PLAIN, ".", ".", *added]])
    np.testing.assert_allclose(longer[: len(PLAIN)], alone[: len(PLAIN)], atol=1e-6)


def test_documents_judged_together_are_judged_as_alone() -> None:
    both = load().probabilities([PLAIN, PLAIN[::-1]])
    np.testing.assert_allclose(both[: len(PLAIN)], load().probabilities([PLAIN]), atol=1e-6)


def test_a_sentence_of_five_thousand_words_is_judged() -> None:
    assert load().probabilities([["supplier audit " * 2500]]).shape == (1, len(CLASSES))


def test_a_changed_model_file_is_refused() -> None:
    body = bytearray(packaged_bytes())
    body[1000] ^= 1
    with pytest.raises(ModelRefused, match="changed"):
        opened(bytes(body), digest=DIGEST)


def test_a_file_that_is_no_model_is_refused() -> None:
    with pytest.raises(ModelRefused, match="skops"):
        opened(b"not a model")
