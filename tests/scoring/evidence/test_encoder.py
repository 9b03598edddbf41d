"""The encoder beside the classifier: through the same door, with the same promises."""

import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.settings import Settings
from scoring.evidence import CRITERIA, ModelRefused, load
from scoring.evidence.encoder import FURTHEST
from scoring.evidence.explain import explain
from scoring.reference.vocabulary import Criterion
from scoring.text import Document, Sentence

PLAIN = (
    "Our board approved this statement on 4 May 2025.",
    "Signed by Jane Example, Managing Director.",
    "We make and sell furniture in Leeds and deliver it across Europe.",
    "We buy timber from suppliers in Brazil, Poland and Malaysia.",
    "All buyers receive training on modern slavery every year.",
    "The weather in June was fine and the garden was in bloom.",
)
TOLD = (
    Criterion.APPROVAL,
    Criterion.SIGNATURE,
    Criterion.OPERATIONS,
    Criterion.SUPPLY_CHAINS,
    Criterion.RISK_MITIGATION,
)


def document(*texts: str) -> Document:
    found = tuple(Sentence(text, 1, index=at) for at, text in enumerate(texts))
    return Document("ab" * 32, "text/plain", (), found)


def test_a_plain_sentence_is_read_for_what_it_proves_and_small_talk_for_nothing() -> None:
    found = {
        (each.sentence, each.criterion) for each in load(encoder=True).judge(document(*PLAIN))
    }
    assert {(at, criterion) for at, criterion in enumerate(TOLD)} <= found
    assert len(PLAIN) - 1 not in {sentence for sentence, _ in found}


def test_it_names_both_in_its_version_and_leaves_the_other_alone() -> None:
    alone, both = load(), load(encoder=True)
    assert both.version.startswith(f"{alone.version}+")
    assert alone.encoder is None
    assert np.array_equal(both.linear([PLAIN]), alone.scores([PLAIN]))
    assert not np.array_equal(both.parts.thresholds, alone.parts.thresholds)


def test_areas_of_mitigation_are_scored_by_the_linear_part_alone() -> None:
    nine = len(CRITERIA)
    both, alone = (load(encoder=each).scores([PLAIN]) for each in (True, False))
    assert np.array_equal(both[:, nine:], alone[:, nine:])
    assert not np.array_equal(both[:, :nine], alone[:, :nine])


def test_documents_do_not_mix() -> None:
    encoder = load(encoder=True).encoder
    assert encoder is not None
    one, other = list(PLAIN), ["We audit our factories.", "Signed", "x" * 5_000]
    together = encoder.odds([one, other])
    assert np.array_equal(together[: len(one)], encoder.odds([one]))
    assert np.array_equal(together[len(one) :], encoder.odds([other]))


def test_text_far_away_changes_nothing() -> None:
    encoder = load(encoder=True).encoder
    assert encoder is not None
    more = [*PLAIN, *["The garden was in bloom."] * 10, "We audit our factories."]
    assert np.array_equal(encoder.odds([more])[0], encoder.odds([more[:-1]])[0])


@given(st.lists(st.text(max_size=200), max_size=5))
def test_any_text_has_log_odds_within_bounds(texts: list[str]) -> None:
    encoder = load(encoder=True).encoder
    assert encoder is not None
    odds = encoder.odds([texts])
    assert odds.shape == (len(texts), len(CRITERIA))
    assert np.abs(odds).max(initial=0) <= FURTHEST


def test_what_it_added_is_told_apart_from_what_words_added() -> None:
    why = explain(load(encoder=True), document(*PLAIN), 4, Criterion.RISK_MITIGATION)
    own = sum(each.weight for each in (*why.words, *why.letters, *why.neighbours))
    assert why.encoder > 0
    assert own + why.other_words + why.other_letters + why.base + why.encoder == pytest.approx(
        why.score, abs=1e-3
    )


def test_a_changed_network_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scoring.evidence.packaged.ENCODER_DIGEST", "0" * 64)
    load.cache_clear()
    with pytest.raises(ModelRefused, match="encoder file"):
        load(encoder=True)


def test_asking_for_it_where_it_is_not_installed_is_refused_at_the_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(ValueError, match="encoder"):
        Settings(home=tmp_path, encoder=True)


def test_settings_without_the_variable_have_the_encoder_where_it_is_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CANDOUR_ENCODER")
    assert Settings(home=tmp_path).encoder
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    assert not Settings(home=tmp_path).encoder
