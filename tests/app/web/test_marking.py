"""Marked words of a page: nothing lost, nothing added, sentences whole."""

from hypothesis import given
from hypothesis import strategies as st

from app.features.statements.highlighting import marked
from scoring.text import Block, BlockKind, Page, Sentence

WORDS = st.text(st.sampled_from("ab <&é"), min_size=1, max_size=8)


@given(st.lists(st.lists(WORDS, min_size=1, max_size=4), min_size=1, max_size=4), st.data())
def test_all_words_of_the_page_are_kept_in_order(
    told: list[list[str]], data: st.DataObject
) -> None:
    blocks = tuple(Block(BlockKind.PARAGRAPH, ". ".join(each)) for each in told)
    sentences = [
        Sentence(text, 1, index=index)
        for index, text in enumerate(part for each in told for part in each)
    ]
    wanted = data.draw(st.sets(st.sampled_from(range(len(sentences)))))
    passages = marked(Page(1, 0, 0, blocks), sentences, wanted)
    assert ["".join(piece.text for piece in each.pieces) for each in passages] == [
        block.text for block in blocks
    ]
    for piece in (piece for each in passages for piece in each.pieces):
        if piece.sentence is not None:
            assert piece.sentence in wanted
            assert piece.text == sentences[piece.sentence].text


def test_a_wanted_sentence_is_a_piece_of_its_own() -> None:
    page = Page(2, 0, 0, (Block(BlockKind.PARAGRAPH, "One. Two. Three."),))
    (passage,) = marked(page, [Sentence("Two.", 2, index=7), Sentence("One.", 1, index=0)], {0, 7})
    assert [(piece.text, piece.sentence) for piece in passage.pieces] == [
        ("One. ", None),
        ("Two.", 7),
        (" Three.", None),
    ]
