"""Readers of documents: bytes in, a Document with the place of every sentence out.

What reads and draws in this process is brought in when it is first used: it takes half a second
to import, and whatever hands documents to the reading processes needs none of it.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from scrapers.documents.limits import ReadLimits
from scrapers.documents.process_pool import Caller, read_document_safely, render_page_safely

if TYPE_CHECKING:
    from scrapers.documents.reading import read_document
    from scrapers.documents.rendering import render_page

__all__ = [
    "Caller",
    "ReadLimits",
    "read_document",
    "read_document_safely",
    "render_page",
    "render_page_safely",
]

_LATER = {"read_document": "reading", "render_page": "rendering"}


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
