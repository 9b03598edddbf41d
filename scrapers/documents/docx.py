"""Word documents: paragraphs, headings, lists and table rows in the order of the body.

The body is walked by its XML, since content controls, text boxes and accepted insertions, where
names, dates and signatures often are, do not show in python-docx's paragraphs.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

import docx
from docx.oxml.ns import qn

from scoring.text import BlockKind
from scrapers.documents.characters import cleaned
from scrapers.documents.html import read_markup
from scrapers.documents.limits import ReadLimits
from scrapers.documents.page_batch import PageBatch
from scrapers.documents.passages import Passage, RawPage
from scrapers.documents.word_objects import chunk_markup, diagram_lines, object_notices
from scrapers.documents.word_parts import (
    as_plain_word,
    hide_words,
    notes_of,
    notices_of,
    words_in_pictures,
)
from scrapers.documents.wrapping import unwrapped
from scrapers.errors import DocumentUnreadable

_P, _TBL, _TR, _TC = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_CHUNK = qn("w:altChunk")
_BOX = qn("w:txbxContent")
_DELETED = {qn("w:del"), qn("w:moveFrom"), qn("w:instrText")}
_EQUATION_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_HEADING = re.compile(r"heading\s*(\d)", re.IGNORECASE)
_SPEAKS = re.compile(
    r"\b(?:approved|signed|signature|on behalf of|chief executive|director|slavery)\b",
    re.IGNORECASE,
)
_MOST_UNPACKED = 400_000_000


def read_docx(data: bytes, limits: ReadLimits) -> PageBatch:  # noqa: ARG001 (one shape for all readers)
    """Read a Word document as one page without places.

    Page headers and footers are boilerplate, unless they speak of approval, signature or slavery.
    Footnotes follow the body. Hidden and white words are left out with a notice.

    Raises:
        DocumentUnreadable: The bytes do not open as a Word document, or unpack to far too much.
    """
    try:
        with ZipFile(BytesIO(data)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
    except BadZipFile as error:
        raise DocumentUnreadable("the Word document does not open") from error
    if unpacked > _MOST_UNPACKED:
        raise DocumentUnreadable(
            f"the Word document unpacks to {unpacked:,} bytes; that is no text"
        )
    try:
        data = as_plain_word(data)
        document = docx.Document(BytesIO(data))
        hidden = hide_words(document)
        notices = [*notices_of(document, hidden), *object_notices(document)]
        styles = {style.style_id: str(style.name) for style in document.styles}
        passages = [*_headers_footers(document, "header"), *_body(document, styles)]
        for part in notes_of(document):
            passages.extend(_blocks(part, styles))
        passages.extend(Passage(BlockKind.LIST_ITEM, cleaned(t)) for t in diagram_lines(document))
        passages.extend(_headers_footers(document, "footer"))
        words = " ".join(passage.text for passage in passages)
        seen, unread = words_in_pictures(document, words)
        passages.extend(Passage(BlockKind.PARAGRAPH, text) for text in seen)
        title = cleaned(str(document.core_properties.title or ""))
    except Exception as error:
        raise DocumentUnreadable(
            "the Word document does not open; save it again as .docx or PDF and send that"
        ) from error
    return PageBatch([RawPage(1, 0.0, 0.0, tuple(passages))], [*notices, *unread], title=title)


def _body(document: Any, styles: dict[str, str]) -> Iterator[Passage]:
    """Yield the body's passages, those of inserted web pages and text in their place."""
    for child in document.element.body:
        if child.tag != _CHUNK:
            yield from _blocks([child], styles)
        elif (markup := chunk_markup(document, child)) is not None:
            for page in read_markup(markup).pages:
                yield from page.passages


def _blocks(parent: Any, styles: dict[str, str]) -> Iterator[Passage]:
    for child in parent:
        if child.tag == _P:
            yield from _paragraph(child, styles)
        elif child.tag == _TBL:
            yield from _rows(child, styles)
        elif child.tag not in _DELETED and child.tag != _FALLBACK and len(child):
            yield from _blocks(child, styles)


def _paragraph(paragraph: Any, styles: dict[str, str]) -> Iterator[Passage]:
    kind, level = _kind(paragraph, styles)
    for text in unwrapped("".join(_words(paragraph)).split("\n"), short=0):
        if plain := cleaned(text):
            yield Passage(kind, plain, level=level)
    for box in paragraph.iter(_BOX):
        if not any(above.tag == _FALLBACK for above in box.iterancestors()):
            yield from _blocks(box, styles)


def _words(node: Any) -> Iterator[str]:
    """Yield the printed text of a paragraph without that of its text boxes."""
    for child in node:
        if child.tag in _DELETED or child.tag in {_FALLBACK, _BOX}:
            continue
        if child.tag in {qn("w:t"), _EQUATION_TEXT}:
            yield child.text or ""
        elif child.tag == qn("w:sym"):
            yield "•"  # a picture of a picture font, such as a tick or an arrow
        elif child.tag in {qn("w:br"), qn("w:cr")}:
            yield "\n"
        elif child.tag == qn("w:tab"):
            yield " "
        elif child.tag == qn("w:noBreakHyphen"):
            yield "-"
        else:
            yield from _words(child)


def _kind(paragraph: Any, styles: dict[str, str]) -> tuple[BlockKind, int]:
    properties = paragraph.find(qn("w:pPr"))
    if properties is None:
        return BlockKind.PARAGRAPH, 0
    named = properties.find(qn("w:pStyle"))
    style = styles.get(named.get(qn("w:val"), ""), "") if named is not None else ""
    if style == "Title":
        return BlockKind.HEADING, 1
    if heading := _HEADING.match(style):
        return BlockKind.HEADING, int(heading[1])
    if style.startswith("List") or properties.find(qn("w:numPr")) is not None:
        return BlockKind.LIST_ITEM, 0
    return BlockKind.PARAGRAPH, 0


def _rows(table: Any, styles: dict[str, str]) -> Iterator[Passage]:
    """Yield a passage for each row, or the blocks of its cells where one holds several."""
    for row in table.iter(_TR):
        if next(row.iterancestors(_TBL)) is not table:
            continue
        cells = [list(_blocks(cell, styles)) for cell in row.iter(_TC)
                 if next(cell.iterancestors(_TR)) is row]  # fmt: skip
        if any(len(cell) > 2 for cell in cells):
            for cell in cells:
                yield from cell
        elif texts := [" ".join(passage.text for passage in cell) for cell in cells if cell]:
            yield Passage(BlockKind.TABLE_ROW, " | ".join(texts))


def _headers_footers(document: Any, part: str) -> Iterator[Passage]:
    seen = set()
    for section in document.sections:
        edges = [getattr(section, part), getattr(section, f"first_page_{part}")]
        paragraphs = [
            paragraph
            for edge in edges
            if not edge.is_linked_to_previous
            for paragraph in edge._element.iter(_P)
        ]
        for paragraph in paragraphs:
            text = cleaned("".join(_words(paragraph)))
            if text and text not in seen:
                seen.add(text)
                speaks = _SPEAKS.search(text) and len(text.split()) > 3
                yield Passage(BlockKind.PARAGRAPH if speaks else BlockKind.BOILERPLATE, text)
