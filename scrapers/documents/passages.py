"""Passages, what every reader makes of its format, and their assembly into a Document."""

from dataclasses import dataclass

from scoring.text import Block, BlockKind, Box, Page, Sentence
from scoring.vocabulary import ReadBy
from scrapers.documents.sentences import split_sentences


@dataclass(frozen=True, slots=True)
class Place:
    """Where a stretch of a passage's text stands: characters start to end, on a printed line."""

    start: int
    end: int
    line: int
    box: Box


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of text that belongs together; `level` is a heading's depth, from 1."""

    kind: BlockKind
    text: str
    places: tuple[Place, ...] = ()
    level: int = 0

    def boxes(self, start: int, end: int) -> tuple[Box, ...]:
        """Return one box for each printed line that characters start to end touch."""
        lines: dict[int, Box] = {}
        for place in self.places:
            if place.start < end and place.end > start:
                known = lines.get(place.line)
                lines[place.line] = place.box if known is None else _around(known, place.box)
        return tuple(lines.values())


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page as a reader hands it over, before sentences are told apart."""

    number: int
    width: float
    height: float
    passages: tuple[Passage, ...]
    read_by: ReadBy = ReadBy.TEXT
    confidence: float = 1.0


def assemble(leaves: list[Leaf]) -> tuple[tuple[Page, ...], tuple[Sentence, ...]]:
    """Return the pages, and every sentence in reading order with its place and headings."""
    sentences: list[Sentence] = []
    path: list[tuple[int, str]] = []
    for leaf in leaves:
        for passage in leaf.passages:
            if passage.kind is BlockKind.FURNITURE:
                continue
            if passage.kind is BlockKind.HEADING:
                while path and path[-1][0] >= passage.level:
                    path.pop()
            headings = tuple(text for _, text in path)
            for start, end in split_sentences(passage.text):
                sentences.append(
                    Sentence(
                        text=passage.text[start:end],
                        page=leaf.number,
                        boxes=passage.boxes(start, end),
                        index=len(sentences),
                        headings=headings,
                    )
                )
            if passage.kind is BlockKind.HEADING:
                path.append((passage.level, passage.text))
    return tuple(_page(leaf) for leaf in leaves), tuple(sentences)


def _page(leaf: Leaf) -> Page:
    blocks = tuple(
        Block(passage.kind, passage.text, passage.boxes(0, len(passage.text)))
        for passage in leaf.passages
    )
    return Page(leaf.number, leaf.width, leaf.height, blocks, leaf.read_by, leaf.confidence)


def _around(one: Box, other: Box) -> Box:
    return Box(
        min(one.x0, other.x0),
        min(one.top, other.top),
        max(one.x1, other.x1),
        max(one.bottom, other.bottom),
    )
