"""Words into pieces: the longest known beginning first, and nothing lost on the way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.evidence.wordpiece import CONTINUED, UNKNOWN, Pieces

KNOWN = Pieces.listed([UNKNOWN, "audit", "aud", "##it", "##ed", "##s", "tier", "-", "2", "a"])


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        pytest.param("audit", ["audit"], id="a known word is one piece"),
        pytest.param("Audited", ["audit", "##ed"], id="the longest known beginning comes first"),
        pytest.param("auditits", ["audit", "##it", "##s"], id="the rest is divided alike"),
        pytest.param("tier-2", ["tier", "-", "2"], id="signs stand alone"),
        pytest.param("a fox", ["a", UNKNOWN], id="a word that cannot be spelt is unknown"),
        pytest.param("a" * 101, [UNKNOWN], id="so is a word beyond any length"),
        pytest.param(" \t\n", [], id="nothing is nothing"),
    ],
)
def test_a_text_is_divided(text: str, pieces: list[str]) -> None:
    assert KNOWN.of(text) == [KNOWN.numbers[each] for each in pieces]


@given(st.text(alphabet="audites-2 ", max_size=60))
def test_known_pieces_spell_the_word_again(text: str) -> None:
    names = {number: piece for piece, number in KNOWN.numbers.items()}
    for word in text.replace("-", " ").split():
        told = [names[each] for each in KNOWN.of(word)]
        assert told == [UNKNOWN] or "".join(each.removeprefix(CONTINUED) for each in told) == word
