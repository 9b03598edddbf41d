"""PDF: each page read by its fast lane, checked, laid out in reading order."""

import re
from io import BytesIO
from itertools import pairwise
from typing import Any

import pdfplumber
import pypdfium2
import pypdfium2.raw as pdfium

from scoring.reference.vocabulary import ReadBy
from scrapers.documents.limits import ReadLimits
from scrapers.documents.page_batch import PageBatch
from scrapers.documents.pdf.annotations import annotation_lines
from scrapers.documents.pdf.columns import segments_of
from scrapers.documents.pdf.crosscheck import faults_of, read_again
from scrapers.documents.pdf.drawings import Drawn, drawn_on
from scrapers.documents.pdf.invisible_text import seen_of
from scrapers.documents.pdf.layout import pages_of
from scrapers.documents.pdf.scanned import Scanner, matters, needs_recognition
from scrapers.documents.pdf.shapes import Segment, Sheet, Token
from scrapers.documents.pdf.table_lines import rulings_of
from scrapers.documents.pdf.tables import tables_of
from scrapers.documents.pdf.words import Frame, letters_drawn, words_of
from scrapers.errors import DocumentUnreadable

_FEW_WORDS = 80
_CATALOGUE = re.compile(rb"(\d+)\s+(\d+)\s+obj\s*<<[^>]{0,400}?/Type\s*/Catalog")


def read_pdf(data: bytes, limits: ReadLimits) -> PageBatch:
    """Read a PDF: its text layer, and by character recognition the pages that have none.

    Raises:
        DocumentUnreadable: It does not open, is locked by a password, or has more pages than
            `limits` allow.
    """
    document, repaired = _opened(data)
    with document:
        if len(document) > limits.pages:
            raise DocumentUnreadable(
                f"the PDF has {len(document):,} pages; at most {limits.pages:,} are read"
            )
        if len(document) == 0:
            raise DocumentUnreadable("the PDF has no pages")
        with Reading(document, data, limits) as reading:
            sheets = [reading.sheet(index) for index in range(len(document))]
            if _is_xfa(document) and reading.words < _FEW_WORDS:
                raise DocumentUnreadable(
                    "the PDF is an Adobe form (XFA) whose words only Adobe Reader shows; open it "
                    "there and print it to a new PDF, or paste its text"
                )
        attached = pdfium.FPDFDoc_GetAttachmentCount(document)
        title = " ".join(document.get_metadata_value("Title").split())
    notices = (
        ["The PDF is damaged; words may be missing.", *reading.notices]
        if repaired
        else (reading.notices)
    )
    if attached > 0:
        files = "a file" if attached == 1 else f"{attached} files"
        notices = [*notices, f"The PDF has {files} attached, not read here. Send them separately."]
    return PageBatch(pages_of(sheets), notices, title)


def _is_xfa(document: pypdfium2.PdfDocument) -> bool:
    return document.get_formtype() in {pdfium.FORMTYPE_XFA_FULL, pdfium.FORMTYPE_XFA_FOREGROUND}


def _opened(data: bytes) -> tuple[pypdfium2.PdfDocument, bool]:
    """Open a PDF; one cut off before its end is given a new one that names its catalogue."""
    try:
        return pypdfium2.PdfDocument(data), False
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).casefold():
            raise DocumentUnreadable("the PDF is locked by a password") from error
        catalogues = _CATALOGUE.findall(data)
        if not catalogues:
            raise DocumentUnreadable("the PDF does not open") from error
    end = b"\ntrailer\n<< /Root %s %s R >>\nstartxref\n0\n%%%%EOF" % catalogues[-1]
    try:
        return pypdfium2.PdfDocument(data + end), True
    except pypdfium2.PdfiumError as error:
        raise DocumentUnreadable("the PDF does not open") from error


class Reading:
    """One reading of one PDF: opens the slower readers only when a page calls for them."""

    def __init__(self, document: pypdfium2.PdfDocument, data: bytes, limits: ReadLimits) -> None:
        self._document, self._data = document, data
        self._plumber: Any = None
        self._scanner = Scanner(limits)
        self._own: list[str] = []
        self._layered = b"/OCProperties" in data
        self.words = 0

    def __enter__(self) -> "Reading":
        return self

    def __exit__(self, *_: object) -> None:
        if self._plumber:
            self._plumber.close()

    @property
    def notices(self) -> list[str]:
        """What was repaired, left out or could not be read, in plain English."""
        return [*self._own, *self._scanner.notices]

    def sheet(self, index: int) -> Sheet:
        """Read one page; a page that does not open is noticed and left empty."""
        try:
            page = self._document[index]
        except pypdfium2.PdfiumError:
            self._own.append(f"Page {index + 1} does not open and was not read.")
            return Sheet(index + 1, 0.0, 0.0)
        try:
            return self._read(page, index + 1)
        finally:
            page.close()

    def _read(self, page: pypdfium2.PdfPage, number: int) -> Sheet:
        frame = Frame(page)
        sheet = Sheet(number, frame.width, frame.height)
        words = words_of(page, frame)
        main = max(range(4), key=lambda turn: sum(map(len, words[turn])))
        drawn = drawn_on(page, frame)
        lines = self._visible(page, frame, number, words[main], drawn)
        added, marks = annotation_lines(page, frame)
        lines = [*lines, *added] if main == 0 else lines
        if marks:
            self._scanner.note_unreadable(number)
        count = sum(map(len, lines))
        self.words += count
        fault = faults_of([token for line in lines for token in line])
        if (
            not fault
            and count < _FEW_WORDS
            and letters_drawn(page)
            > 4 * sum(len(token.text) for line in lines for token in line if token.text.isalnum())
            + 20
        ):
            fault = "its font does not say which letters it shows"
        if fault:
            lines, fault = self._checked(number, lines, fault)
        if fault or needs_recognition(drawn, count):
            printed = [] if fault else lines
            seen, confidence = self._scanner.read(page, frame, number, printed)
            if sum(map(len, seen)) > sum(map(len, printed)):
                sheet.read_by, sheet.confidence = ReadBy.OCR, confidence
            if seen:
                lines, words, main = [*printed, *seen], [[], [], [], []], 0
            elif fault:
                self._own.append(f"Page {number} may be misread: {fault}.")
        elif main == 0 and matters(lines, last=number == len(self._document)):
            lines = [*lines, *self._scanner.read_parts(page, frame, number, lines, drawn)]
        else:
            self._scanner.note_pictures(drawn, number)
        tables: list[Segment] = []
        if lines and main == 0 and sheet.read_by is ReadBy.TEXT:
            tables, lines = _tables(page, frame, lines)
        _share_edges(lines)
        sheet.segments = [*tables, *segments_of(lines)]
        sheet.asides = [segments_of(words[turn]) for turn in range(4) if turn != main]
        return sheet

    def _visible(
        self,
        page: pypdfium2.PdfPage,
        frame: Frame,
        number: int,
        lines: list[list[Token]],
        drawn: Drawn,
    ) -> list[list[Token]]:
        lines, hidden = seen_of(page, frame, lines, drawn.covers, layered=self._layered)
        if hidden:
            self._own.append(
                f"Page {number} holds {hidden} words that a reader cannot see; they were left out."
            )
        return lines

    def _checked(
        self, number: int, lines: list[list[Token]], fault: str
    ) -> tuple[list[list[Token]], str]:
        """Return the words of the other engine where those are sound, else these and the fault."""
        page = self._second(number)
        if page is None:
            return lines, fault
        try:
            again = read_again(page)
        except Exception:  # whatever ails the second reader, the first has read
            return lines, fault
        finally:
            page.close()
        if not again or faults_of([token for line in again for token in line]):
            return lines, fault
        self._own.append(f"Page {number} was read by the second reader: {fault} for the first.")
        return again, ""

    def _second(self, number: int) -> Any:
        """Return pdfplumber's page, or None where pdfplumber does not open the document."""
        if self._plumber is None:
            try:
                self._plumber = pdfplumber.open(BytesIO(self._data))
            except Exception:  # it fails on files that pdfium repairs
                self._plumber = False
        if not self._plumber or number > len(self._plumber.pages):
            return None
        return self._plumber.pages[number - 1]


def _share_edges(lines: list[list[Token]]) -> None:
    """Let words of one line hold the same two numbers: a fifth less memory for a long document."""
    for line in lines:
        for before, token in pairwise(line):
            if token.top == before.top and token.bottom == before.bottom:
                token.top, token.bottom = before.top, before.bottom


def _tables(
    page: pypdfium2.PdfPage, frame: Frame, lines: list[list[Token]]
) -> tuple[list[Segment], list[list[Token]]]:
    """Return the page's ruled tables, and the lines without their words."""
    tables = tables_of(rulings_of(page, frame), [token for line in lines for token in line])
    if not tables:
        return [], lines
    taken = {id(token) for table in tables for token in table.tokens}
    rest = [[token for token in line if id(token) not in taken] for line in lines]
    return tables, [line for line in rest if line]
