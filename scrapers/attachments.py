"""What may be sent as evidence: told by its content, never by its name, and nothing that runs."""

from enum import StrEnum

from scrapers.documents.sniffing import MediaType, sniff


class AttachmentKind(StrEnum):
    """The kinds of evidence that are taken, by the ending that their names have."""

    PDF = "pdf"
    WORD = "docx"
    EXCEL = "xlsx"
    PNG = "png"
    JPEG = "jpg"
    TEXT = "txt"


_MACROS = b"vbaProject"
"""Stands in the directory of an Office file that carries a program."""


def attachment_kind(data: bytes) -> AttachmentKind | None:
    """Return what the bytes are, or None where they are nothing that is taken.

    A web page and an Office file with macros are not: they may run something when opened.
    """
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return AttachmentKind.PNG
    if data.startswith(b"\xff\xd8\xff"):
        return AttachmentKind.JPEG
    if data.startswith(b"PK\x03\x04"):
        if _MACROS in data:
            return None
        if b"xl/workbook" in data:
            return AttachmentKind.EXCEL
    return {
        MediaType.PDF: AttachmentKind.PDF,
        MediaType.DOCX: AttachmentKind.WORD,
        MediaType.TEXT: AttachmentKind.TEXT,
    }.get(sniff(data) or MediaType.HTML)
