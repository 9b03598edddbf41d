"""Readers of documents: bytes in, a Document with the place of every sentence out."""

from scrapers.documents.limits import ReadLimits
from scrapers.documents.process_pool import read_document_safely
from scrapers.documents.reading import read_document
from scrapers.documents.rendering import render_page

__all__ = ["ReadLimits", "read_document", "read_document_safely", "render_page"]
