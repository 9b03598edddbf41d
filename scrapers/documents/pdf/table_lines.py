"""Rulings: the level and upright strokes and box edges that are drawn on a page."""

import ctypes
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from scrapers.documents.pdf.words import Frame

_MOST_OBJECTS = 4_000
_MOST_POINTS = 2_000
_SHORT = 5.0
_LEANING = 0.6
_WHITE = 245


@dataclass(frozen=True, slots=True)
class Ruling:
    """One stroke, level or upright, in points from the top left of the page as shown."""

    x0: float
    top: float
    x1: float
    bottom: float
    level: bool


def rulings_of(page: pypdfium2.PdfPage, frame: Frame) -> list[Ruling]:
    """Return the rulings of a page; what is drawn in white alone is none."""
    rulings: list[Ruling] = []
    matrix = pdfium.FS_MATRIX()
    for index in range(min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        thing = pdfium.FPDFPage_GetObject(page, index)
        if pdfium.FPDFPageObj_GetType(thing) != pdfium.FPDF_PAGEOBJ_PATH or not _is_drawn(thing):
            continue
        pdfium.FPDFPageObj_GetMatrix(thing, ctypes.byref(matrix))
        rulings.extend(_strokes(thing, matrix, frame))
    return rulings


def _is_drawn(path: pdfium.FPDF_PAGEOBJECT) -> bool:
    """Whether a path leaves a mark on white paper."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroke))
    if stroke.value:
        return True
    parts = [ctypes.c_uint(0) for _ in range(4)]
    pdfium.FPDFPageObj_GetFillColor(path, *[ctypes.byref(part) for part in parts])
    return bool(fill.value) and min(part.value for part in parts[:3]) < _WHITE


def _strokes(path: pdfium.FPDF_PAGEOBJECT, matrix: pdfium.FS_MATRIX, frame: Frame) -> list[Ruling]:
    x, y = ctypes.c_float(), ctypes.c_float()
    at_x, at_y = ctypes.byref(x), ctypes.byref(y)
    rulings: list[Ruling] = []
    start = last = (0.0, 0.0)
    for index in range(min(pdfium.FPDFPath_CountSegments(path), _MOST_POINTS)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        pdfium.FPDFPathSegment_GetPoint(segment, at_x, at_y)
        point = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            rulings.extend(_ruling(last, point, frame))
        if pdfium.FPDFPathSegment_GetClose(segment):
            rulings.extend(_ruling(point, start, frame))
        last = point
    return rulings


def _ruling(one: tuple[float, float], other: tuple[float, float], frame: Frame) -> list[Ruling]:
    left, right = sorted((one[0], other[0]))
    low, high = sorted((one[1], other[1]))
    x0, top, x1, bottom = frame.shown(left, low, right, high)
    if bottom - top <= _LEANING and x1 - x0 >= _SHORT:
        return [Ruling(x0, top, x1, top, level=True)]
    if x1 - x0 <= _LEANING and bottom - top >= _SHORT:
        return [Ruling(x0, top, x0, bottom, level=False)]
    return []
