"""Passages, what every reader makes of its format, and their assembly into a Document."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from scoring.reference.vocabulary import ReadBy
from scoring.text import Block, BlockKind, Box, Page, Sentence
from scrapers.documents.sentences import split_sentences


class Place(NamedTuple):
    """Where characters start to end of a passage stand: on which line, between what edges."""

    start: int
    end: int
    line: int
    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of text that belongs together; `level` is a heading's depth, from 1."""

    kind: BlockKind
    text: str
    places: tuple[Place, ...] = ()
    level: int = 0

    def boxes(self, start: int, end: int) -> tuple[Box, ...]:
        """Return one box for each printed line that characters start to end touch."""
        lines: dict[int, tuple[float, float, float, float]] = {}
        for first, last, line, x0, top, x1, bottom in self.places:
            if first < end and last > start:
                known = lines.get(line)
                if known is None:
                    lines[line] = (x0, top, x1, bottom)
                else:
                    lines[line] = (
                        min(known[0], x0),
                        min(known[1], top),
                        max(known[2], x1),
                        max(known[3], bottom),
                    )
        return tuple([Box(*edges) for edges in lines.values()])


@dataclass(frozen=True, slots=True)
class RawPage:
    """One page as a reader hands it over, before sentences are told apart."""

    number: int
    width: float
    height: float
    passages: tuple[Passage, ...]
    read_by: ReadBy = ReadBy.TEXT
    confidence: float = 1.0


def assemble(raw_pages: Iterable[RawPage]) -> tuple[tuple[Page, ...], tuple[Sentence, ...]]:
    """Return the pages, and every sentence in reading order with its place and headings."""
    pages: list[Page] = []
    sentences: list[Sentence] = []
    path: list[tuple[int, str]] = []
    for raw_page in raw_pages:
        pages.append(_page(raw_page))
        for passage in raw_page.passages:
            if passage.kind is BlockKind.BOILERPLATE:
                continue
            if passage.kind is BlockKind.HEADING:
                while path and path[-1][0] >= passage.level:
                    path.pop()
            headings = tuple(text for _, text in path)
            for start, end in split_sentences(passage.text):
                sentences.append(
                    Sentence(
                        text=passage.text[start:end],
                        page=raw_page.number,
                        boxes=passage.boxes(start, end),
                        index=len(sentences),
                        headings=headings,
                    )
                )
            if passage.kind is BlockKind.HEADING:
                path.append((passage.level, passage.text))
    return tuple(pages), tuple(sentences)


def _page(raw_page: RawPage) -> Page:
    blocks = tuple(
        Block(passage.kind, passage.text, passage.boxes(0, len(passage.text)))
        for passage in raw_page.passages
    )
    return Page(
        raw_page.number,
        raw_page.width,
        raw_page.height,
        blocks,
        raw_page.read_by,
        raw_page.confidence,
    )
