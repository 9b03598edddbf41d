"""Read the bytes of any document; return a Document, or a plain reason why not."""

from collections.abc import Callable
from hashlib import sha256

from scoring.text import Document
from scrapers.documents.docx import read_docx
from scrapers.documents.html import read_archive, read_html
from scrapers.documents.limits import ReadLimits
from scrapers.documents.markdown import read_markdown
from scrapers.documents.page_batch import PageBatch
from scrapers.documents.passages import assemble
from scrapers.documents.pdf import read_pdf
from scrapers.documents.sniffing import MediaType, describe, sniff
from scrapers.errors import DocumentUnreadable

_READERS: dict[MediaType, Callable[[bytes, ReadLimits], PageBatch]] = {
    MediaType.PDF: read_pdf,
    MediaType.HTML: read_html,
    MediaType.DOCX: read_docx,
    MediaType.ARCHIVE: read_archive,
    MediaType.TEXT: read_markdown,
}


def read_document(data: bytes, *, name: str = "", limits: ReadLimits = ReadLimits()) -> Document:
    """Read a document in this process; `name` is only used to speak of it.

    Raises:
        DocumentUnreadable: The bytes are no document that we can read; the reason is plain.
    """
    called = name or "the file"
    if not data.strip(b"\0 \t\r\n"):
        raise DocumentUnreadable(f"{called} is empty")
    if len(data) > limits.bytes:
        raise DocumentUnreadable(
            f"{called} is {len(data):,} bytes; at most {limits.bytes:,} are read"
        )
    media_type = sniff(data)
    if media_type is None:
        raise DocumentUnreadable(f"{called} {describe(data)}")
    try:
        batch = _READERS[media_type](data, limits)
    except RecursionError as error:
        raise DocumentUnreadable(f"{called} is nested too deeply to be read") from error
    pages, sentences = assemble(batch.pages)
    return Document(
        sha256=sha256(data).hexdigest(),
        media_type=media_type.value,
        pages=pages,
        sentences=sentences,
        notices=tuple(batch.notices),
        title=batch.title,
        leads_to=batch.leads_to,
    )
