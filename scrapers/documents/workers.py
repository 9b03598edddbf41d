"""Reading in child processes, so that no file can harm the rest of a batch."""

from scoring.text import Document
from scrapers.documents.limits import ReadLimits
from scrapers.documents.reading import read_document


def read_document_safely(
    data: bytes, *, name: str = "", limits: ReadLimits = ReadLimits()
) -> Document:
    """Read a document as `read_document` does, in a child process with limits.

    Raises:
        DocumentUnreadable: It is no document that we can read, or reading it broke a limit.
    """
    return read_document(data, name=name, limits=limits)
