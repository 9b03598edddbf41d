"""The words of a page, the sentences that matter marked: the text beside it, or instead of it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from scoring.text import BlockKind, Page, Sentence


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words; `sentence` is the index of the marked sentence that it is, or None."""

    text: str
    sentence: int | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of the page in pieces."""

    kind: BlockKind
    pieces: tuple[Piece, ...]


def marked(
    page: Page, sentences: Iterable[Sentence], wanted: Collection[int]
) -> tuple[Passage, ...]:
    """Return the blocks of a page, its wanted sentences (by index) as pieces of their own.

    All words of the page are in the pieces, in their order; a sentence whose words do not stand in
    a block as they are, such as one read across a mended hyphen, is left unmarked.
    """
    left = [each for each in sentences if each.page == page.number and each.index in wanted]
    passages = []
    for block in page.blocks:
        pieces: list[Piece] = []
        at = 0
        while left and (start := block.text.find(left[0].text, at)) >= 0:
            sentence = left.pop(0)
            if start > at:
                pieces.append(Piece(block.text[at:start]))
            at = start + len(sentence.text)
            pieces.append(Piece(block.text[start:at], sentence.index))
        if at < len(block.text) or not pieces:
            pieces.append(Piece(block.text[at:]))
        passages.append(Passage(block.kind, tuple(pieces)))
    return tuple(passages)
