"""Pages that are pictures of text: noticed, and read by character recognition where needed."""

import ctypes
from dataclasses import dataclass
from statistics import median

import pypdfium2
import pypdfium2.raw as pdfium

from scrapers.documents.pdf.shapes import Token
from scrapers.documents.pdf.words import Frame
from scrapers.documents.recognition import Recognised, Recognition, engine, recognise
from scrapers.documents.rendering import picture_of

_SCALE = 2.4
_MOST_OBJECTS = 4_000
_FEW_WORDS = 3
_SCANT_WORDS = 40
_MOST_OF_PAGE = 0.5
_OUTLINES = 40
_LARGE = 0.08


class Scanner:
    """Reads a document's scanned pages, up to a number of them, and says what it left out."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._read: list[int] = []
        self._beyond: list[int] = []
        self._missing: list[int] = []
        self._pictured: list[int] = []

    @property
    def notices(self) -> list[str]:
        """What was read by recognition and what was not, in plain English."""
        told = []
        if self._read:
            told.append(f"{_pages(self._read)} read by character recognition; check the wording.")
        if self._beyond:
            told.append(
                f"{_pages(self._beyond)} not read: at most {self._most} scanned pages are."
            )
        if self._missing:
            told.append(
                f"{_pages(self._missing)} not read: without words of its own, and character "
                "recognition is not installed here."
            )
        if self._pictured:
            told.append(
                f"{_pages(self._pictured, 'show')} pictures beside the text; words within a "
                "picture were not read."
            )
        return told

    def note_pictures(self, page: pypdfium2.PdfPage, frame: Frame, number: int) -> None:
        """Remember a page of text that also shows a picture large enough to hold words."""
        if _drawn(page, frame).pictures >= _LARGE:
            self._pictured.append(number)

    def read(
        self, page: pypdfium2.PdfPage, frame: Frame, number: int, printed: list[list[Token]]
    ) -> tuple[list[list[Token]], float]:
        """Return the lines seen in a page's picture beside those printed, and the confidence."""
        if engine() is None:
            self._missing.append(number)
            return [], 0.0
        if len(self._read) >= self._most:
            self._beyond.append(number)
            return [], 0.0
        picture = picture_of(page, _SCALE)
        found = recognise(picture)
        scale = picture.width / frame.width if frame.width else _SCALE
        lines = [[_token(word, found, scale, frame) for word in line] for line in found.lines]
        lines = _beside(lines, printed)
        _level(lines)
        if lines:
            self._read.append(number)
        return lines, found.confidence


def needs_recognition(page: pypdfium2.PdfPage, frame: Frame, words: int) -> bool:
    """Whether a page with so few words shows pictures, or outlines, that may hold its text."""
    if words >= _SCANT_WORDS:
        return False
    drawn = _drawn(page, frame)
    share = max(drawn.pictures, drawn.forms)
    if words < _FEW_WORDS:
        return share > 0.02 or drawn.outlines >= _OUTLINES
    return share >= _MOST_OF_PAGE


@dataclass(slots=True)
class _Drawn:
    """What a page shows beside its words: shares of its area, and how many paths."""

    pictures: float = 0.0
    forms: float = 0.0
    outlines: int = 0


def _drawn(page: pypdfium2.PdfPage, frame: Frame) -> _Drawn:
    edges = [ctypes.c_float() for _ in range(4)]
    at = [ctypes.byref(edge) for edge in edges]
    whole = max(frame.width * frame.height, 1.0)
    drawn = _Drawn()
    for index in range(min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        thing = pdfium.FPDFPage_GetObject(page, index)
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            drawn.outlines += 1
        elif kind in {pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM}:
            pdfium.FPDFPageObj_GetBounds(thing, *at)
            left, bottom, right, top = (edge.value for edge in edges)
            share = abs((right - left) * (top - bottom)) / whole
            if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                drawn.pictures += share
            else:
                drawn.forms = max(drawn.forms, share)
    return drawn


def _token(word: Recognised, found: Recognition, scale: float, frame: Frame) -> Token:
    x0, top, x1, bottom = (edge / scale for edge in (word.x0, word.top, word.x1, word.bottom))
    box = None
    if found.turns == 1:
        box = frame.width - bottom, x0, frame.width - top, x1
    elif found.turns == 2:
        box = frame.width - x1, frame.height - bottom, frame.width - x0, frame.height - top
    elif found.turns == 3:
        box = top, frame.height - x1, bottom, frame.height - x0
    return Token(word.text, x0, top, x1, bottom, box=box)


def _level(lines: list[list[Token]]) -> None:
    """Give lines of about the usual height that height: recognition sees it a little differently.

    Only the reading frame is levelled; the boxes on the page stay as recognised.
    """
    if not lines:
        return
    usual = median(line[0].height for line in lines)
    for token in (token for line in lines for token in line):
        if 0.8 * usual <= token.height <= 1.15 * usual:
            token.ink = (token.top, token.bottom)
            middle = (token.top + token.bottom) / 2
            token.top, token.bottom = middle - usual / 2, middle + usual / 2


def _pages(numbers: list[int], verb: str = "") -> str:
    """Name pages as the subject of a sentence: of `verb`, or of what was done to them."""
    shown = ", ".join(str(number) for number in numbers[:12])
    more = f" and {len(numbers) - 12} more" if len(numbers) > 12 else ""
    if len(numbers) == 1:
        return f"Page {shown} {verb + 's' if verb else 'was'}"
    return f"Pages {shown}{more} {verb or 'were'}"


def _beside(recognised: list[list[Token]], printed: list[list[Token]]) -> list[list[Token]]:
    """Return the recognised words that stand where no word is printed."""
    boxes = [(t.x0, t.top, t.x1, t.bottom) for line in printed for t in line]
    rest = [
        [
            t
            for t in line
            if not any(
                min(t.x1, x1) > max(t.x0, x0) and min(t.bottom, bottom) > max(t.top, top)
                for x0, top, x1, bottom in boxes
            )
        ]
        for line in recognised
    ]
    return [line for line in rest if line]
