"""Ruled tables: pdfplumber's way of finding cells, by the rulings that pdfium sees.

pdfplumber would parse the whole page in Python to learn where its lines are, which takes forty
times as long as the rest of the reading; its finder of cells works on any lines.
"""

from itertools import groupby, pairwise
from typing import Any

from pdfplumber import table as finder

from scrapers.documents.pdf.shapes import Segment, Table, Token
from scrapers.documents.pdf.table_lines import Ruling

_NEAR = 3.0
_MOST_EDGES = 400
_MOST_WORDS_IN_CELL = 60

Edges = tuple[float, float, float, float]


def tables_of(rulings: list[Ruling], tokens: list[Token]) -> list[Segment]:
    """Return the tables that rulings make, as segments holding those of the words within.

    A frame around a text, or a page parted in boxes of prose, is no table.
    """
    segments: list[Segment] = []
    for cells in _grids(rulings):
        rows: list[list[list[Token]]] = []
        rest = tokens
        for _, row in groupby(sorted(cells, key=lambda c: (c[1], c[0])), key=lambda c: c[1]):
            filled: list[list[Token]] = []
            for cell in row:
                inside, rest = _parted(rest, cell)
                filled.append(inside)
            if any(filled):
                rows.append(filled)
        if not _is_table(rows):
            continue
        segment = Segment.around([token for row in rows for cell in row for token in cell])
        segment.table = Table(rows)
        segments.append(segment)
        tokens = rest
    return segments


def _grids(rulings: list[Ruling]) -> list[list[Edges]]:
    """Return the groups of touching cells that rulings at three places each way make."""
    if min(_places(rulings, level=True), _places(rulings, level=False)) < 3:
        return []
    edges: list[dict[str, Any]] = finder.merge_edges(
        [
            {
                "x0": r.x0,
                "x1": r.x1,
                "top": r.top,
                "bottom": r.bottom,
                "width": r.x1 - r.x0,
                "height": r.bottom - r.top,
                "orientation": "h" if r.level else "v",
            }
            for r in rulings
        ],
        _NEAR,
        _NEAR,
        _NEAR,
        _NEAR,
    )
    if len(edges) > _MOST_EDGES:
        return []
    points = finder.edges_to_intersections(edges, _NEAR, _NEAR)
    grids: list[list[Edges]] = finder.cells_to_tables(finder.intersections_to_cells(points))
    return grids


def _places(rulings: list[Ruling], *, level: bool) -> int:
    values = sorted(r.top if level else r.x0 for r in rulings if r.level is level)
    return bool(values) + sum(b - a > (6.0 if level else 12.0) for a, b in pairwise(values))


def _parted(tokens: list[Token], cell: Edges) -> tuple[list[Token], list[Token]]:
    """Return the words whose middle lies in the cell, in order of reading, and all others."""
    x0, top, x1, bottom = cell
    inside: list[Token] = []
    rest: list[Token] = []
    for token in tokens:
        across, down = (token.x0 + token.x1) / 2, (token.top + token.bottom) / 2
        (inside if x0 <= across <= x1 and top <= down <= bottom else rest).append(token)
    lines: list[list[Token]] = []
    for token in sorted(inside, key=lambda t: (t.top + t.bottom) / 2):
        if lines and token.top < (lines[-1][0].top + lines[-1][0].bottom) / 2:
            lines[-1].append(token)
        else:
            lines.append([token])
    return [token for line in lines for token in sorted(line, key=lambda t: t.x0)], rest


def _is_table(rows: list[list[list[Token]]]) -> bool:
    if sum(sum(bool(cell) for cell in row) >= 2 for row in rows) < 2:
        return False
    cells = [cell for row in rows for cell in row if cell]
    if sum(len(cell) > _MOST_WORDS_IN_CELL for cell in cells) * 3 >= len(cells):
        return False
    flowing = sum(
        not above[-1].text.endswith((".", ";", ":")) and below[0].text[:1].islower()
        for above, below in pairwise(cells)
    )
    return flowing * 4 <= len(cells)
