"""What a page shows beside its words: pictures, outlines, and shapes that cover what is below."""

import ctypes
from dataclasses import dataclass, field

import pypdfium2
import pypdfium2.raw as pdfium

from scrapers.documents.pdf.words import Frame

Edges = tuple[float, float, float, float]
_MOST_OBJECTS = 4_000
_LEAST_SEGMENTS = 8
_THIN = 4.0


@dataclass(slots=True)
class Drawn:
    """What a page shows beside its words, in the frame of the page as shown.

    Attributes:
        pictures: Share of the page's area that pictures take.
        forms: Share that the largest form takes; it may hold pictures of its own.
        outlines: How many paths there are.
        areas: The edges of each picture.
        shapes: The edges of each path with many corners, as drawn letters have.
        corners: How many corners those have together.
        covers: The edges of filled shapes and pictures that were painted after some words.
    """

    pictures: float = 0.0
    forms: float = 0.0
    outlines: int = 0
    areas: list[Edges] = field(default_factory=list)
    shapes: list[Edges] = field(default_factory=list)
    corners: int = 0
    covers: list[Edges] = field(default_factory=list)


def drawn_on(page: pypdfium2.PdfPage, frame: Frame) -> Drawn:
    """Return what a page shows beside its words; its first 4,000 objects are looked at."""
    edges = [ctypes.c_float() for _ in range(4)]
    at = [ctypes.byref(edge) for edge in edges]
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    whole = max(frame.width * frame.height, 1.0)
    drawn = Drawn()
    words = False
    for index in range(min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        thing = pdfium.FPDFPage_GetObject(page, index)
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            words = True
            continue
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            drawn.outlines += 1
            segments = pdfium.FPDFPath_CountSegments(thing)
            pdfium.FPDFPath_GetDrawMode(thing, ctypes.byref(fill), ctypes.byref(stroke))
            if not fill.value or (not words and segments < _LEAST_SEGMENTS):
                continue
        elif kind not in {pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM}:
            continue
        if not pdfium.FPDFPageObj_GetBounds(thing, *at):
            continue
        left, bottom, right, top = (edge.value for edge in edges)
        area = frame.shown(left, bottom, right, top)
        share = abs((right - left) * (top - bottom)) / whole
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            drawn.pictures += share
            drawn.areas.append(area)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM:
            drawn.forms = max(drawn.forms, share)
            continue
        elif segments >= _LEAST_SEGMENTS:
            drawn.shapes.append(area)
            drawn.corners += segments
        if words and min(right - left, top - bottom) >= _THIN:
            drawn.covers.append(area)
    return drawn
