"""What bytes are, told by their content and never by their name."""

import re
from enum import StrEnum


class MediaType(StrEnum):
    """The kinds of file that we can read."""

    PDF = "application/pdf"
    HTML = "text/html"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    TEXT = "text/plain"


_HTML = re.compile(rb"<(!doctype\s+html|html|head|body|main|article|div|p|h1)\b", re.IGNORECASE)


def sniff(data: bytes) -> MediaType | None:
    """Return what the bytes are, or None where they are nothing that we read.

    A PDF's header may stand anywhere in its first 1,024 bytes, as readers have long allowed.
    """
    head = data[:1024]
    if b"%PDF-" in head:
        return MediaType.PDF
    if head.startswith(b"PK\x03\x04"):
        return MediaType.DOCX if b"word/" in data else None
    if _HTML.search(data[:4096]):
        return MediaType.HTML
    return MediaType.TEXT if _is_text(data) else None


def _is_text(data: bytes) -> bool:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    sample = data[:65536]
    control = sum(byte < 32 and byte not in b"\t\n\r\f" for byte in sample)
    return control * 200 <= len(sample)
