"""Word documents: paragraphs, headings, lists and table rows in the order of the body."""

from io import BytesIO

import docx
from docx.table import Table
from docx.text.paragraph import Paragraph

from scoring.text import BlockKind
from scrapers.documents.limits import ReadLimits
from scrapers.documents.passages import Leaf, Passage
from scrapers.documents.sheaf import Sheaf
from scrapers.errors import DocumentUnreadable


def read_docx(data: bytes, limits: ReadLimits) -> Sheaf:  # noqa: ARG001 (one shape for all readers)
    """Read a Word document's body as one page without places.

    Raises:
        DocumentUnreadable: The bytes do not open as a Word document.
    """
    try:
        document = docx.Document(BytesIO(data))
    except Exception as error:
        raise DocumentUnreadable("the Word document does not open") from error
    passages: list[Passage] = []
    for item in document.iter_inner_content():
        if isinstance(item, Table):
            passages.extend(_rows(item))
        elif passage := _paragraph(item):
            passages.append(passage)
    title = " ".join(str(document.core_properties.title or "").split())
    return Sheaf([Leaf(1, 0.0, 0.0, tuple(passages))], title=title)


def _paragraph(paragraph: Paragraph) -> Passage | None:
    text = " ".join(paragraph.text.split())
    if not text:
        return None
    style = str(paragraph.style.name) if paragraph.style is not None else ""
    if style == "Title":
        return Passage(BlockKind.HEADING, text, level=1)
    if style.startswith("Heading ") and style[8:].isdigit():
        return Passage(BlockKind.HEADING, text, level=int(style[8:]))
    kind = BlockKind.LIST_ITEM if style.startswith("List") else BlockKind.PARAGRAPH
    return Passage(kind, text)


def _rows(table: Table) -> list[Passage]:
    rows = []
    for row in table.rows:
        cells = dict.fromkeys(" ".join(cell.text.split()) for cell in row.cells)
        if text := " | ".join(cell for cell in cells if cell):
            rows.append(Passage(BlockKind.TABLE_ROW, text))
    return rows
