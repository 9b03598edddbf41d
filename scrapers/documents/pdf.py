"""PDF: words with their places, lines, blocks in reading order."""

from io import BytesIO

import pdfplumber

from scoring.text import BlockKind, Box, Word
from scrapers.documents.limits import ReadLimits
from scrapers.documents.passages import Leaf, Passage, Place
from scrapers.documents.sheaf import Sheaf
from scrapers.errors import DocumentUnreadable


def read_pdf(data: bytes, limits: ReadLimits) -> Sheaf:
    """Read a PDF's text layer.

    Raises:
        DocumentUnreadable: It does not open, or has more pages than `limits` allow.
    """
    try:
        document = pdfplumber.open(BytesIO(data))
    except Exception as error:
        raise DocumentUnreadable("the PDF does not open") from error
    with document:
        if len(document.pages) > limits.pages:
            raise DocumentUnreadable(
                f"the PDF has {len(document.pages):,} pages; at most {limits.pages:,} are read"
            )
        leaves = []
        for page in document.pages:
            words = [
                Word(word["text"], Box(word["x0"], word["top"], word["x1"], word["bottom"]))
                for word in page.extract_words(x_tolerance_ratio=0.15)
            ]
            leaf = Leaf(page.page_number, page.width, page.height, tuple(_blocks(words)))
            leaves.append(leaf)
            page.close()
    return Sheaf(leaves)


def _blocks(words: list[Word]) -> list[Passage]:
    lines: list[list[Word]] = []
    for word in words:
        if lines and abs(lines[-1][-1].box.bottom - word.box.bottom) < 3:
            lines[-1].append(word)
        else:
            lines.append([word])
    blocks: list[list[list[Word]]] = []
    for line in lines:
        height = line[0].box.bottom - line[0].box.top
        if blocks and line[0].box.top - blocks[-1][-1][0].box.bottom < 0.6 * height:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return [_passage(block) for block in blocks]


def _passage(lines: list[list[Word]]) -> Passage:
    places: list[Place] = []
    text = ""
    for number, line in enumerate(lines):
        for word in line:
            text += " " if text else ""
            places.append(Place(len(text), len(text) + len(word.text), number, word.box))
            text += word.text
    return Passage(BlockKind.PARAGRAPH, text, tuple(places))
