"""The read document: frozen types shared by the readers that make it and the rules that judge it.

Lengths are PDF points (1/72 inch), the origin is the page's top left corner, pages count from 1.
Documents without pages (HTML, Markdown, Word) are one page of size 0 × 0 whose sentences carry no
boxes.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from scoring.reference.vocabulary import ReadBy


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in PDF points from the top left."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Word:
    """One word as printed, and where."""

    text: str
    box: Box
    size: float = 0.0
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a document in reading order, with the place it was read from.

    Attributes:
        text: The words, white space collapsed, hyphenation mended.
        page: Page number, from 1.
        boxes: One box per printed line; empty where the format has no places.
        index: Position in the whole document, from 0.
        headings: The path of headings above it, outermost first.
    """

    text: str
    page: int
    boxes: tuple[Box, ...] = ()
    index: int = 0
    headings: tuple[str, ...] = ()


class BlockKind(StrEnum):
    """What part a block plays on its page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    BOILERPLATE = "furniture"


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text that belongs together; sentences never cross its edge.

    Boilerplate (repeated headers and footers, page numbers) is kept but yields no sentences.
    """

    kind: BlockKind
    text: str
    boxes: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its size, its blocks in reading order, and how it was read."""

    number: int
    width: float
    height: float
    blocks: tuple[Block, ...]
    read_by: ReadBy = ReadBy.TEXT
    confidence: float = 1.0

    @property
    def text(self) -> str:
        """All words of the page, one block a line, boilerplate included."""
        return "\n".join(block.text for block in self.blocks)


@dataclass(frozen=True, slots=True)
class Document:
    """What was read from bytes.

    Attributes:
        sha256: Digest of the bytes, in hexadecimal: the document's identity.
        media_type: What the bytes are, by their content and not their name.
        pages: The pages in order.
        sentences: Every sentence in reading order.
        notices: What the reader repaired or could not read, in plain English.
        title: The document's own title, where it has one.
        leads_to: Where a web page leads on to a statement, as the page writes the addresses.
    """

    sha256: str
    media_type: str
    pages: tuple[Page, ...]
    sentences: tuple[Sentence, ...]
    notices: tuple[str, ...] = field(default=())
    title: str = ""
    leads_to: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """All words in reading order, pages parted by a form feed."""
        return "\f".join(page.text for page in self.pages)

    @property
    def words(self) -> int:
        """How many words were read."""
        return len(self.text.split())

    @property
    def read_by_ocr(self) -> bool:
        """Whether any page was read by optical character recognition."""
        return any(page.read_by is ReadBy.OCR for page in self.pages)
