"""Runs of lines become passages: text with the place of every word, hyphens mended."""

from dataclasses import replace

from scoring.text import BlockKind
from scrapers.documents.passages import Passage, Place
from scrapers.documents.pdf.hyphens import Hyphens
from scrapers.documents.pdf.shapes import Line, Run, Table, Token

_LONG_CELL = 12


class Writer:
    """Writes one passage word by word, keeping places."""

    def __init__(self, hyphens: Hyphens) -> None:
        self._hyphens = hyphens
        self._text = ""
        self._places: list[Place] = []
        self._line = 0

    def line(self, tokens: list[Token], ink: tuple[float, float]) -> None:
        """Add the words of one printed line, printed from the upper to the lower edge of `ink`."""
        for place, token in enumerate(tokens):
            text = token.text
            start = len(self._text)
            if place == 0 and self._parted():
                joined = self._hyphens.join(self._text, text)
                word_start = len(joined) - len(text)
                if word_start < start:
                    last = self._places[-1]
                    self._places[-1] = last._replace(end=word_start)
                self._text, start = joined, word_start
            else:
                if start:
                    self._text += " "
                    start += 1
                self._text += text
            box = token.box or (token.x0, ink[0], token.x1, ink[1])
            self._places.append(Place(start, len(self._text), self._line, *box))
        self._line += 1

    def mark(self, text: str) -> None:
        """Add characters that no word of the page stands for, as between two cells."""
        self._text += text

    def passage(self, kind: BlockKind, level: int = 0) -> Passage:
        """Return what was written."""
        return Passage(kind, self._text, tuple(self._places), level)

    def _parted(self) -> bool:
        return len(self._text) > 1 and self._text[-1] in "-‐" and self._text[-2].isalnum()


def passage_of(run: Run, kind: BlockKind, level: int, hyphens: Hyphens) -> Passage:
    """Return the passage of a run of lines; a bullet is its sign and not one of its words."""
    writer = Writer(hyphens)
    for number, line in enumerate(run.lines):
        tokens = line.tokens
        if number == 0 and run.mark and not run.mark[-1].isalnum() and len(run.mark) == 1:
            tokens = tokens[1:] if tokens[0].text == run.mark else _bare(tokens)
        writer.line(tokens, line.ink)
    return writer.passage(kind, level)


def rows_of(table: Table, hyphens: Hyphens) -> list[Passage]:
    """Return a passage for each row, or for each cell of a row in which one holds prose."""
    passages: list[Passage] = []
    for row in table.rows:
        cells = [cell for cell in row if cell]
        if any(len(cell) > _LONG_CELL for cell in cells):
            groups = [[cell] for cell in cells]
        else:
            groups = [cells] if cells else []
        for group in groups:
            writer = Writer(hyphens)
            for number, cell in enumerate(group):
                if number:
                    writer.mark(" |")
                for line in _lines(cell):
                    writer.line(line.tokens, line.ink)
            passages.append(writer.passage(BlockKind.TABLE_ROW))
    return passages


def _bare(tokens: list[Token]) -> list[Token]:
    first = tokens[0]
    return [replace(first, text=first.text[1:]), *tokens[1:]]


def _lines(cell: list[Token]) -> list[Line]:
    rows: list[list[Token]] = []
    for token in cell:
        if rows and abs(token.bottom - rows[-1][-1].bottom) < 0.5 * token.height:
            rows[-1].append(token)
        else:
            rows.append([token])
    return [Line.of(row) for row in rows]
