"""The fast lane: words with their boxes from pdfium, in the frame of the page as shown."""

import ctypes
import math
import re
from sys import intern

import pypdfium2
import pypdfium2.raw as pdfium

from scrapers.documents.pdf.shapes import Token

_WORD = re.compile(r"[^\s\ufffe]+\ufffe?")
_LINE = re.compile(r"[^\r\n\ufffe]+\ufffe?")
_BOLD = re.compile(rb"bold|black|heavy|semibd|demi", re.IGNORECASE)
_FORCE_BOLD = 1 << 18
_TALL = re.compile(r"[A-Zbdfhklß0-9]")
_DEEP = re.compile(r"[gjpqy]")
_MARGIN = 0.3
_MARKS = dict.fromkeys([*range(0xF000, 0xF100)], "•")
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}
_GONE = dict.fromkeys([0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xFFFE, *range(32)], "")
_CLEAN = _MARKS | _LIGATURES | {0xFB05: "st", 0xFB06: "st"} | _GONE


class Frame:
    """How a page's own coordinates become those of the page as shown, from its top left."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self.left, self.bottom, self.right, self.top = _area(page)
        self.turn = page.get_rotation() // 90
        across, down = self.right - self.left, self.top - self.bottom
        self.width, self.height = (down, across) if self.turn % 2 else (across, down)

    def shown(
        self, x0: float, y0: float, x1: float, y1: float
    ) -> tuple[float, float, float, float]:
        """Return left, top, right, bottom as shown for a rectangle of the page's own."""
        if self.turn == 0:
            return x0 - self.left, self.top - y1, x1 - self.left, self.top - y0
        if self.turn == 1:
            return y0 - self.bottom, x0 - self.left, y1 - self.bottom, x1 - self.left
        if self.turn == 2:
            return self.right - x1, y0 - self.bottom, self.right - x0, y1 - self.bottom
        return self.top - y1, self.right - x1, self.top - y0, self.right - x0

    def direction(self, angle: float) -> int:
        """Return in quarter turns clockwise how text at this angle runs on the page as shown."""
        quarters: int = round(angle / (math.pi / 2)) + self.turn
        return quarters % 4

    def laid(self, token: Token, direction: int) -> Token:
        """Return the word in a frame in which it reads from left to right."""
        x0, top, x1, bottom = box = token.x0, token.top, token.x1, token.bottom
        if direction == 1:
            x0, top, x1, bottom = top, self.width - x1, bottom, self.width - x0
        elif direction == 2:
            x0, top, x1, bottom = (
                self.width - x1, self.height - bottom, self.width - x0, self.height - top,
            )  # fmt: skip
        elif direction == 3:
            x0, top, x1, bottom = self.height - bottom, x0, self.height - top, x1
        return Token(token.text, x0, top, x1, bottom, token.bold, token.broken, token.faint, box)


def _area(page: pypdfium2.PdfPage) -> tuple[float, float, float, float]:
    """Return the part of the page that is shown: its crop box, as far as on the sheet."""
    crop, media = page.get_cropbox(), page.get_mediabox()
    x0, y0 = max(crop[0], media[0]), max(crop[1], media[1])
    x1, y1 = min(crop[2], media[2]), min(crop[3], media[3])
    return (x0, y0, x1, y1) if x1 > x0 and y1 > y0 else media


def words_of(page: pypdfium2.PdfPage, frame: Frame) -> list[list[list[Token]]]:
    """Return for each of the four directions the printed lines that pdfium sees, as words.

    Words are in pdfium's order. Most pages have words in direction 0 only.
    """
    text_page = pdfium.FPDFText_LoadPage(page)
    if not text_page:
        return [[], [], [], []]
    try:
        return _read(text_page, frame)
    finally:
        pdfium.FPDFText_ClosePage(text_page)


def letters_drawn(page: pypdfium2.PdfPage) -> int:
    """Return how many characters a page draws, with and without a known letter, spaces apart."""
    text_page = pdfium.FPDFText_LoadPage(page)
    if not text_page:
        return 0
    try:
        return len("".join(_characters(text_page).split()))
    finally:
        pdfium.FPDFText_ClosePage(text_page)


class _Probe:
    """Asks pdfium for the boxes and types of single characters, with room made once."""

    def __init__(self, text_page: pdfium.FPDF_TEXTPAGE) -> None:
        self._page = text_page
        self._sides = [ctypes.c_double() for _ in range(4)]
        self._at_sides = [ctypes.byref(side) for side in self._sides]
        self._colour = [ctypes.c_uint() for _ in range(4)]
        self._at_colour = [ctypes.byref(part) for part in self._colour]
        self._name = ctypes.create_string_buffer(96)
        self._flags = ctypes.c_int()
        self._at_flags = ctypes.byref(self._flags)

    def tight(self, start: int, end: int) -> tuple[float, float, float, float]:
        """Return left, bottom, right and top of the ink of characters start to end."""
        left, right, low, high = self._sides
        pdfium.FPDFText_GetCharBox(self._page, start, *self._at_sides)
        x0, x1, y0, y1 = left.value, right.value, low.value, high.value
        for index in range(start + 1, end):
            pdfium.FPDFText_GetCharBox(self._page, index, *self._at_sides)
            x0, x1 = min(x0, left.value), max(x1, right.value)
            y0, y1 = min(y0, low.value), max(y1, high.value)
        return x0, y0, max(x1, x0 + 0.1), max(y1, y0 + 1.0)

    def is_bold(self, index: int) -> bool:
        """Whether a character's font is a bold one, by its name or its flags."""
        pdfium.FPDFText_GetFontInfo(self._page, index, self._name, 96, self._at_flags)
        return bool(_BOLD.search(self._name.value)) or bool(self._flags.value & _FORCE_BOLD)

    def is_faint(self, index: int) -> bool:
        """Whether a character is near white, near transparent, or drawn without ink."""
        red, green, blue, alpha = self._colour
        if pdfium.FPDFText_GetFillColor(self._page, index, *self._at_colour) and (
            min(red.value, green.value, blue.value) >= 225 or alpha.value < 40
        ):
            return True
        thing = pdfium.FPDFText_GetTextObject(self._page, index)
        return bool(thing) and pdfium.FPDFTextObj_GetTextRenderMode(thing) == 3


def _read(text_page: pdfium.FPDF_TEXTPAGE, frame: Frame) -> list[list[list[Token]]]:
    probe = _Probe(text_page)
    text = _characters(text_page)
    first, last = pdfium.FS_RECTF(), pdfium.FS_RECTF()
    at_first, at_last = ctypes.byref(first), ctypes.byref(last)
    loose = pdfium.FPDFText_GetLooseCharBox
    shown = frame.shown
    by_direction: list[list[list[Token]]] = [[], [], [], []]
    level = frame.turn == 0
    for line in _LINE.finditer(text):
        spans = [match.span() for match in _WORD.finditer(text, line.start(), line.end())]
        if not spans:
            continue
        angle = pdfium.FPDFText_GetCharAngle(text_page, spans[0][0])
        direction = frame.direction(angle) if angle > 0.1 else frame.turn
        upright = level and direction == 0
        faint = probe.is_faint(spans[0][0])
        bold = probe.is_bold(spans[0][0])
        tokens: list[Token] = []
        for start, end in spans:
            word, broken = _cleaned(text[start:end])
            if not word:
                continue
            loose(text_page, start, at_first)
            x0, x1, y0, y1 = first.left, first.right, first.bottom, first.top
            if end - start > 1:
                loose(text_page, end - 1, at_last)
                if upright and last.right > x0:
                    x1 = last.right
                else:
                    x0, x1 = min(x0, last.left), max(x1, last.right)
                    y0, y1 = min(y0, last.bottom), max(y1, last.top)
            if y1 - y0 < 1.0 or x1 - x0 < 0.1:
                x0, y0, x1, y1 = probe.tight(start, end)
            tokens.append(Token(word, *shown(x0, y0, x1, y1), bold, broken, faint))
        if not tokens:
            continue
        if direction == 0:
            tokens[-1].bold = probe.is_bold(spans[-1][0])
            ink = _ink(probe, frame, text, line.span(), tokens)
            for token in tokens:
                token.ink = ink
        else:
            tokens = [frame.laid(token, direction) for token in tokens]
        by_direction[direction].append(tokens)
    return by_direction


def _cleaned(word: str) -> tuple[str, bool]:
    """Return a word with its ligatures parted, and whether its hyphen is the printer's."""
    if word.isascii():
        return intern(word), False
    broken = word.endswith(("\ufffe", "\u00ad"))
    soft = "\u2010" if word.endswith("\u00ad") else "-"
    return word.translate(_CLEAN) + (soft if broken else ""), broken


def _characters(text_page: pdfium.FPDF_TEXTPAGE) -> str:
    """Return the page's characters, one for each of pdfium's indices."""
    count = pdfium.FPDFText_CountChars(text_page)
    if count <= 0:
        return ""
    buffer = ctypes.create_string_buffer((count + 1) * 2)
    written = pdfium.FPDFText_GetText(
        text_page, 0, count, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
    )
    text = buffer.raw[: max(written - 1, 0) * 2].decode("utf-16-le", errors="replace")
    if len(text) == count:
        return text
    codes = [pdfium.FPDFText_GetUnicode(text_page, index) for index in range(count)]
    return "".join(["\ufffe" if code == 2 else _one(code) for code in codes])


def _one(code: int) -> str:
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


def _ink(
    probe: _Probe,
    frame: Frame,
    text: str,
    span: tuple[int, int],
    tokens: list[Token],
) -> tuple[float, float]:
    """Return the upper and lower edge of a line's ink, by a tall and a deep letter of it.

    Fonts often misstate how far their letters reach; a box by their word would cut the tails
    off, or reach into the line above.
    """
    top, bottom = tokens[0].top, tokens[0].bottom
    if (tall := _TALL.search(text, *span)) is not None:
        top = frame.shown(*probe.tight(tall.start(), tall.end()))[1] - _MARGIN
    if (deep := _DEEP.search(text, *span)) is not None:
        bottom = frame.shown(*probe.tight(deep.start(), deep.end()))[3] + _MARGIN
    return (top, bottom) if top < bottom else (tokens[0].top, tokens[0].bottom)
