"""Words that lie on a page and not in it: filled form fields and free-text annotations."""

import ctypes
import textwrap
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from scrapers.documents.pdf.shapes import Token
from scrapers.documents.pdf.words import Frame

_HIDDEN = 1 << 1 | 1 << 5  # annotation flags Hidden and NoView (ISO 32000-1, table 165)
_MARKS = {pdfium.FPDF_ANNOT_STAMP, pdfium.FPDF_ANNOT_INK}
_LINE = 11.0
_LETTER = 5.0
_MOST = 2_000


def annotation_lines(page: pypdfium2.PdfPage, frame: Frame) -> tuple[list[list[Token]], int]:
    """Return the lines of words that annotations show, and how many show only a drawing.

    Drawings are stamps, ink and digital signatures: what they say is not in the file as words.
    """
    lines: list[list[Token]] = []
    drawings = 0
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MOST)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        try:
            kind = pdfium.FPDFAnnot_GetSubtype(annotation)
            if pdfium.FPDFAnnot_GetFlags(annotation) & _HIDDEN:
                continue
            field = _value(annotation, b"FT")
            if kind in _MARKS or (kind == pdfium.FPDF_ANNOT_WIDGET and field == "Sig"):
                drawings += kind in _MARKS or bool(pdfium.FPDFAnnot_HasKey(annotation, b"V"))
            elif kind == pdfium.FPDF_ANNOT_WIDGET and field != "Btn":
                lines.extend(_laid(_value(annotation, b"V"), annotation, frame))
            elif kind == pdfium.FPDF_ANNOT_FREETEXT:
                lines.extend(_laid(_value(annotation, b"Contents"), annotation, frame))
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)
    return lines, drawings


def _value(annotation: pdfium.FPDF_ANNOTATION, key: bytes) -> str:
    length = pdfium.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    if length <= 2:
        return ""
    buffer = ctypes.create_string_buffer(length)
    at = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
    pdfium.FPDFAnnot_GetStringValue(annotation, key, at, length)
    return buffer.raw[: length - 2].decode("utf-16-le", errors="replace")


def _laid(text: str, annotation: pdfium.FPDF_ANNOTATION, frame: Frame) -> Iterator[list[Token]]:
    """Yield a text's lines, laid out in the annotation's rectangle."""
    rectangle = pdfium.FS_RECTF()
    if not text.strip() or not pdfium.FPDFAnnot_GetRect(annotation, ctypes.byref(rectangle)):
        return
    low, high = sorted((rectangle.bottom, rectangle.top))
    x0, top, x1, bottom = frame.shown(rectangle.left, low, rectangle.right, high)
    across = max(int((x1 - x0) / _LETTER), 12)
    rows = [row for part in text.splitlines() for row in textwrap.wrap(part, across)]
    height = min(_LINE, (bottom - top) / max(len(rows), 1))
    start = top if len(rows) > 1 else (top + bottom - height) / 2
    for number, row in enumerate(rows):
        step = min((x1 - x0) / max(len(row), 1), _LETTER)
        at = x0 + 1
        tokens = []
        for word in row.split():
            end = at + step * len(word)
            tokens.append(
                Token(word, at, start + number * height, end, start + (number + 1) * height)
            )
            at = end + step / 2
        if tokens:
            yield tokens
