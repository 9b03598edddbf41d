"""Two years side by side: each sentence is added, removed, reworded or unchanged, and only one."""

from hypothesis import given
from hypothesis import strategies as st

from scoring.statements.comparison import compare
from scoring.text import Document, Sentence

WORDS = st.lists(
    st.sampled_from(
        ["we", "train", "buyers", "visit", "farms", "pay", "wages", "fees", "review", "year"]
    ),
    min_size=3,
    max_size=9,
).map(" ".join)


def document(*texts: str) -> Document:
    sentences = tuple(Sentence(text, 1, (), index) for index, text in enumerate(texts))
    return Document("0", "text/plain", (), sentences)


def test_each_sentence_is_told_apart() -> None:
    comparison = compare(
        document("We trained 40 buyers.", "We visit farms.", "Our helpline took nine calls."),
        document("We trained 55 buyers.", "We visit farms!", "Fees were paid back to cooks."),
    )
    assert [s.text for s in comparison.added] == ["Fees were paid back to cooks."]
    assert [s.text for s in comparison.removed] == ["Our helpline took nine calls."]
    assert [p.later.text for p in comparison.reworded] == ["We trained 55 buyers."]
    assert [p.later.text for p in comparison.unchanged] == ["We visit farms!"]
    assert comparison.unchanged_share == 1 / 3


def test_one_new_figure_is_a_rewording_and_is_told() -> None:
    long = "In the year our buyers visited many of the farms that grow our fruit and flowers: {}."
    comparison = compare(document(long.format("31")), document(long.format("13")))
    assert not comparison.unchanged
    assert comparison.reworded[0].figures_changed
    assert compare(document("It was 1.5%."), document("It was 15%.")).reworded


def test_a_sentence_that_moved_is_still_the_same() -> None:
    comparison = compare(document("One is here.", "Two is there."), document("Two is there."))
    assert [p.earlier.index for p in comparison.unchanged] == [1]


@given(st.lists(WORDS, max_size=8), st.lists(WORDS, max_size=8))
def test_every_sentence_of_both_is_in_exactly_one_place(
    before: list[str], after: list[str]
) -> None:
    earlier, later = document(*before), document(*after)
    found = compare(earlier, later)
    pairs = [*found.reworded, *found.unchanged]
    assert sorted(s.index for s in [*found.added, *(p.later for p in pairs)]) == [
        s.index for s in later.sentences
    ]
    assert sorted(s.index for s in [*found.removed, *(p.earlier for p in pairs)]) == [
        s.index for s in earlier.sentences
    ]


@given(st.lists(WORDS, min_size=1, max_size=8))
def test_a_version_compared_with_itself_has_not_changed(texts: list[str]) -> None:
    found = compare(document(*texts), document(*texts))
    assert len(found.unchanged) == len(texts)
    assert found.unchanged_share == 1.0
