"""What bytes are, told by their content and never by their name."""

import re
from enum import StrEnum


class MediaType(StrEnum):
    """The kinds of file that we can read."""

    PDF = "application/pdf"
    HTML = "text/html"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    ARCHIVE = "multipart/related"
    TEXT = "text/plain"


_PAGE = re.compile(rb"<(!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_PART = re.compile(
    rb"\s*<(!--|meta|title|main|article|section|div|p|h1|h2|ul|table|form)\b", re.IGNORECASE
)
_MIME = re.compile(
    rb"(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){0,12}?(?:MIME-Version|Content-Type)\s*:"
    rb"[^\n]*(?:1\.0|multipart|text/html)",
    re.IGNORECASE,
)
_KNOWN = (
    (b"\xd0\xcf\x11\xe0", "an old Word file (.doc); save it as .docx or PDF"),
    (b"{\\rtf", "a rich text file (.rtf); save it as .docx or PDF"),
    (b"\x89PNG", "a picture; a PDF of it can be read"),
    (b"\xff\xd8\xff", "a picture; a PDF of it can be read"),
    (b"II*\x00", "a picture; a PDF of it can be read"),
    (b"MM\x00*", "a picture; a PDF of it can be read"),
    (b"GIF8", "a picture; a PDF of it can be read"),
    (b"RIFF", "a picture or a recording; send the statement as PDF or Word"),
    (b"\x00\x00\x00\x18ftyp", "a picture or a film; send the statement as PDF or Word"),
    (b"\x1f\x8b", "a packed file; unpack it and send the statement itself"),
    (b"PK\x03\x04", "a spreadsheet or another packed file; save the statement as PDF or Word"),
)


def sniff(data: bytes) -> MediaType | None:
    """Return what the bytes are, or None where they are nothing that we read.

    A PDF's header may stand anywhere in its first 1,024 bytes, as readers have long allowed.
    """
    if b"%PDF-" in data[:1024]:
        return MediaType.PDF
    if data.startswith(b"PK\x03\x04") and b"word/" in data:
        return MediaType.DOCX
    if any(data.startswith(magic) for magic, _ in _KNOWN):
        return None
    if _MIME.match(data[:4096]):
        return MediaType.ARCHIVE
    head = data[:4096]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", errors="replace").encode()
    if _PAGE.search(head) or _PART.match(head):
        return MediaType.HTML
    return MediaType.TEXT if _is_text(data) else None


def describe(data: bytes) -> str:
    """Return in words what bytes that we do not read are."""
    for magic, words in _KNOWN:
        if data.startswith(magic):
            return f"is {words}"
    return "is not a PDF, a web page, a Word document or text"


def _is_text(data: bytes) -> bool:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    sample = data[:65536]
    control = sum(byte < 32 and byte not in b"\t\n\r\f" for byte in sample)
    return control * 200 <= len(sample)
