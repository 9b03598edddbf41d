"""Documents as bytes between a reading process and the one that asked, and nothing but data.

JSON rather than pickle: a file that took over the process that reads it could hand back text,
but no code.
"""

from typing import Any

import orjson

from scoring.reference.vocabulary import ReadBy
from scoring.text import Block, BlockKind, Box, Document, Page, Sentence


def packed(document: Document) -> bytes:
    """Return a document as JSON."""
    return orjson.dumps(document)


def unpacked(data: bytes) -> Document:
    """Return the document that was packed.

    Raises:
        ValueError: The bytes are no document.
    """
    fields = orjson.loads(data)
    try:
        return Document(
            sha256=str(fields["sha256"]),
            media_type=str(fields["media_type"]),
            pages=tuple([_page(page) for page in fields["pages"]]),
            sentences=tuple([_sentence(sentence) for sentence in fields["sentences"]]),
            notices=tuple(map(str, fields["notices"])),
            title=str(fields["title"]),
            leads_to=tuple(map(str, fields["leads_to"])),
        )
    except (KeyError, TypeError) as error:
        raise ValueError("no document was sent back") from error


def _page(fields: dict[str, Any]) -> Page:
    return Page(
        int(fields["number"]),
        float(fields["width"]),
        float(fields["height"]),
        tuple(
            [
                Block(BlockKind(block["kind"]), str(block["text"]), _boxes(block["boxes"]))
                for block in fields["blocks"]
            ]
        ),
        ReadBy(fields["read_by"]),
        float(fields["confidence"]),
    )


def _sentence(fields: dict[str, Any]) -> Sentence:
    return Sentence(
        str(fields["text"]),
        int(fields["page"]),
        _boxes(fields["boxes"]),
        int(fields["index"]),
        tuple(map(str, fields["headings"])),
    )


def _boxes(boxes: list[dict[str, float]]) -> tuple[Box, ...]:
    return tuple([Box(b["x0"], b["top"], b["x1"], b["bottom"]) for b in boxes])
