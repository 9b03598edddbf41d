"""Pages that are pictures of text: noticed, and read by character recognition where needed."""

import re
import time
from statistics import median

import pypdfium2

from scrapers.documents.limits import ReadLimits
from scrapers.documents.pdf.drawings import Drawn, Edges
from scrapers.documents.pdf.shapes import Token
from scrapers.documents.pdf.words import Frame
from scrapers.documents.recognition import Recognised, Recognition, engine, recognise
from scrapers.documents.rendering import picture_of

_SCALE = 2.4
_FEW_WORDS = 3
_SCANT_WORDS = 40
_MOST_OF_PAGE = 0.5
_OUTLINES = 40
_LARGE = 0.08
_EDGE = 3.0
_LEAST_SIDE = 12
_LEAST_LETTERS = 6
_LEAST_WIDTH, _LEAST_TALL, _TALLEST = 40.0, 10.0, 60.0
_LEAST_CORNERS = 120
_MOST_AREAS = 6
_MOST_PARTED = 4
_INSTEAD = "Send a PDF with text in it, or paste the text."
_SIGNED = re.compile(r"\b(?:signed|signature|approved|on behalf of)\b", re.IGNORECASE)


class Scanner:
    """Reads a document's scanned pages within its limits, and says what it left out."""

    def __init__(self, limits: ReadLimits) -> None:
        self._limits = limits
        self._begun = time.process_time()
        self._late: list[int] = []
        self._cut: list[int] = []
        self._read: list[int] = []
        self._beyond: list[int] = []
        self._missing: list[int] = []
        self._pictured: list[int] = []
        self._parts: list[int] = []
        self._unreadable: list[int] = []

    @property
    def notices(self) -> list[str]:
        """What was read by recognition and what was not, in plain English."""
        lines = []
        if self._parts:
            lines.append(
                f"Words in a picture on {_places(self._parts)} were read by character "
                "recognition; check the wording."
            )
        lines.extend(
            f"Page {number} holds a picture that we could not read." for number in self._unreadable
        )
        if self._read:
            lines.append(f"{_pages(self._read)} read by character recognition; check the wording.")
        if self._beyond:
            lines.append(
                f"{_pages(self._beyond)} not read: at most {self._limits.ocr_pages} scanned pages "
                f"are. {_INSTEAD}"
            )
        if self._late:
            lines.append(
                f"{_pages(self._late)} not read: recognising the pictures before took all the "
                f"processor time that a document may use. {_INSTEAD}"
            )
        if self._cut:
            lines.append(
                f"{_pages(self._cut)} not read in full: recognising one page took more than "
                f"{self._limits.ocr_page_seconds:g} seconds of processor time. {_INSTEAD}"
            )
        if self._missing:
            lines.append(
                f"{_pages(self._missing)} not read: without words of its own, and character "
                "recognition is not installed here."
            )
        if self._pictured:
            lines.append(
                f"{_pages(self._pictured, 'show')} pictures beside the text; words within a "
                "picture were not read."
            )
        return lines

    def note_pictures(self, drawn: Drawn, number: int) -> None:
        """Remember a page of text that also shows a picture large enough to hold words."""
        if drawn.pictures >= _LARGE:
            self._pictured.append(number)

    def note_unreadable(self, number: int) -> None:
        """Remember a page with a stamp, ink or a digital signature."""
        if number not in self._unreadable:
            self._unreadable.append(number)

    def read_parts(
        self,
        page: pypdfium2.PdfPage,
        frame: Frame,
        number: int,
        printed: list[list[Token]],
        drawn: Drawn,
    ) -> list[list[Token]]:
        """Return the words in pictures and outlines on a page where people sign.

        What cannot be recognised there is noticed: it may be the approval or the signature.
        """
        all_lines: list[list[Token]] = []
        areas = _parts_of(drawn, frame)
        if not areas:
            return []
        if (
            engine() is None
            or self._spent()
            or len(self._parts) + len(self._unreadable) >= _MOST_PARTED
        ):
            self.note_unreadable(number)
            return []
        ends = time.process_time() + self._limits.ocr_page_seconds
        picture = picture_of(page, _SCALE)
        scale = picture.width / frame.width if frame.width else _SCALE
        for x0, top, x1, bottom in areas:
            edges = (x0 - _EDGE, top - _EDGE, x1 + _EDGE, bottom + _EDGE)
            left, upper = max(int(edges[0] * scale), 0), max(int(edges[1] * scale), 0)
            crop = picture.crop(
                (left, upper, min(int(edges[2] * scale), picture.width),
                 min(int(edges[3] * scale), picture.height))
            )  # fmt: skip
            if crop.width < _LEAST_SIDE or crop.height < _LEAST_SIDE:
                continue
            seen = recognise(crop, seconds=ends - time.process_time())
            self._note_cut(seen, number)
            lines = [
                [_moved(_token(word, seen, scale, frame), left / scale, upper / scale)
                 for word in line]
                for line in seen.lines
            ] if seen.turns == 0 else []  # fmt: skip
            lines = _beside(lines, printed)
            if sum(len(token.text) for line in lines for token in line) >= _LEAST_LETTERS:
                all_lines.extend(lines)
            elif (
                not seen.lines and (x1 - x0) * (bottom - top) < _LARGE * frame.width * frame.height
            ):
                self.note_unreadable(number)
        if all_lines:
            self._parts.append(number)
        return all_lines

    def read(
        self, page: pypdfium2.PdfPage, frame: Frame, number: int, printed: list[list[Token]]
    ) -> tuple[list[list[Token]], float]:
        """Return the lines seen in a page's picture beside those printed, and the confidence."""
        if engine() is None:
            self._missing.append(number)
            return [], 0.0
        if len(self._read) >= self._limits.ocr_pages:
            self._beyond.append(number)
            return [], 0.0
        if self._spent():
            self._late.append(number)
            return [], 0.0
        picture = picture_of(page, _SCALE)
        recognition = recognise(picture, seconds=self._limits.ocr_page_seconds)
        self._note_cut(recognition, number)
        scale = picture.width / frame.width if frame.width else _SCALE
        lines = [
            [_token(word, recognition, scale, frame) for word in line]
            for line in recognition.lines
        ]
        lines = _beside(lines, printed)
        _level(lines)
        if lines:
            self._read.append(number)
        return lines, recognition.confidence

    def _spent(self) -> bool:
        """Whether reading this document has used the processor time for recognition."""
        return time.process_time() - self._begun > self._limits.ocr_seconds

    def _note_cut(self, recognition: Recognition, number: int) -> None:
        if not recognition.complete and number not in self._cut:
            self._cut.append(number)


def matters(lines: list[list[Token]], *, last: bool) -> bool:
    """Whether a page is one where people approve and sign: it says so, or is the last."""
    return last or _SIGNED.search(" ".join(t.text for line in lines for t in line)) is not None


def _parts_of(drawn: Drawn, frame: Frame) -> list[Edges]:
    """Return the pictures and the outlines of letters that may hold words, at most six."""
    whole = frame.width * frame.height
    areas = [
        area
        for area in drawn.areas
        if area[2] - area[0] > _LEAST_WIDTH
        and area[3] - area[1] > _LEAST_TALL
        and (area[2] - area[0]) * (area[3] - area[1]) < _MOST_OF_PAGE * whole
    ]
    letters = [area for area in drawn.shapes if area[3] - area[1] < _TALLEST]
    if letters and drawn.corners >= _LEAST_CORNERS:
        areas.append(
            (min(a[0] for a in letters), min(a[1] for a in letters),
             max(a[2] for a in letters), max(a[3] for a in letters))
        )  # fmt: skip
    return areas[:_MOST_AREAS]


def needs_recognition(drawn: Drawn, words: int) -> bool:
    """Whether a page with so few words shows pictures, or outlines, that may hold its text."""
    if words >= _SCANT_WORDS:
        return False
    share = max(drawn.pictures, drawn.forms)
    if words < _FEW_WORDS:
        return share > 0.02 or drawn.outlines >= _OUTLINES
    return share >= _MOST_OF_PAGE


def _token(word: Recognised, recognition: Recognition, scale: float, frame: Frame) -> Token:
    x0, top, x1, bottom = (edge / scale for edge in (word.x0, word.top, word.x1, word.bottom))
    box = None
    if recognition.turns == 1:
        box = frame.width - bottom, x0, frame.width - top, x1
    elif recognition.turns == 2:
        box = frame.width - x1, frame.height - bottom, frame.width - x0, frame.height - top
    elif recognition.turns == 3:
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


def _moved(token: Token, right: float, down: float) -> Token:
    """Return a word of a part of the page at its place on the whole page."""
    token.x0, token.x1 = token.x0 + right, token.x1 + right
    token.top, token.bottom = token.top + down, token.bottom + down
    return token


def _places(numbers: list[int]) -> str:
    shown = ", ".join(str(number) for number in numbers[:12])
    return f"page {shown}" if len(numbers) == 1 else f"pages {shown}"


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
