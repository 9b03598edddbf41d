"""Ruled tables: noticed by their rulings, their cells found by pdfplumber."""

import ctypes
from itertools import pairwise
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from scrapers.documents.pdf.shapes import Segment, Table, Token

_MOST_OBJECTS = 4_000
_THIN, _LONG, _SHORT, _TALLEST = 2.5, 25.0, 8.0, 200.0
_WHITE = 245


def has_rulings(page: pypdfium2.PdfPage) -> bool:
    """Whether rules or boxes stand at three places across and three down, as a table's do.

    A frame around the page, an underlining or a row of shaded lines has fewer.
    """
    edges = [ctypes.c_float() for _ in range(4)]
    at = [ctypes.byref(edge) for edge in edges]
    across: list[float] = []
    down: list[float] = []
    for index in range(min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        thing = pdfium.FPDFPage_GetObject(page, index)
        if pdfium.FPDFPageObj_GetType(thing) != pdfium.FPDF_PAGEOBJ_PATH or not _is_drawn(thing):
            continue
        pdfium.FPDFPageObj_GetBounds(thing, *at)
        left, bottom, right, top = (edge.value for edge in edges)
        flat, slim = top - bottom <= _THIN, right - left <= _THIN
        if flat and right - left >= _LONG:
            down.append(top)
        elif slim and top - bottom >= _SHORT:
            across.append(left)
        elif not flat and not slim and top - bottom <= _TALLEST and right - left >= _LONG:
            across.extend((left, right))
            down.extend((bottom, top))
    return _places(across, 12.0) >= 3 and _places(down, 6.0) >= 3


def _places(values: list[float], apart: float) -> int:
    values = sorted(values)
    return bool(values) + sum(b - a > apart for a, b in pairwise(values))


def _is_drawn(path: pdfium.FPDF_PAGEOBJECT) -> bool:
    """Whether a path leaves a mark on white paper: shading in white is no ruling."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroke))
    if stroke.value:
        return True
    parts = [ctypes.c_uint(0) for _ in range(4)]
    pdfium.FPDFPageObj_GetFillColor(path, *[ctypes.byref(part) for part in parts])
    return bool(fill.value) and min(part.value for part in parts[:3]) < _WHITE


def _is_ruling(thing: dict[str, Any]) -> bool:
    colour = thing.get("non_stroking_color")
    white = isinstance(colour, tuple) and all(part >= 0.97 for part in colour) and len(colour) < 4
    return thing["object_type"] != "rect" or bool(thing.get("stroke")) or not white


def tables_of(page: Any, tokens: list[Token]) -> list[Segment]:
    """Return pdfplumber's tables on its page as segments, holding those of the words within.

    A frame around a text, or a page parted in boxes of prose, is no table.
    """
    left, top = float(page.bbox[0]), float(page.bbox[1])
    segments: list[Segment] = []
    for found in page.filter(_is_ruling).find_tables():
        rows: list[list[list[Token]]] = []
        rest = tokens
        for row in found.rows:
            cells: list[list[Token]] = []
            for cell in row.cells:
                if cell is not None:
                    edges = (cell[0] - left, cell[1] - top, cell[2] - left, cell[3] - top)
                    inside, rest = _parted(rest, edges)
                    cells.append(inside)
            if any(cells):
                rows.append(cells)
        if not _is_table(rows):
            continue
        segment = Segment.around([token for row in rows for cell in row for token in cell])
        segment.table = Table(rows)
        segments.append(segment)
        tokens = rest
    return segments


def _parted(
    tokens: list[Token], cell: tuple[float, float, float, float]
) -> tuple[list[Token], list[Token]]:
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
    filled = [sum(bool(cell) for cell in row) for row in rows]
    if sum(count >= 2 for count in filled) < 2:
        return False
    cells = [cell for row in rows for cell in row if cell]
    if sum(len(cell) > 60 for cell in cells) * 3 >= len(cells):
        return False
    flowing = sum(
        not above[-1].text.endswith((".", ";", ":")) and below[0].text[:1].islower()
        for above, below in pairwise(cells)
    )
    return flowing * 4 <= len(cells)
