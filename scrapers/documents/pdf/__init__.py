"""PDF documents: words from pdfium, tables from pdfplumber, scans by character recognition."""

from scrapers.documents.pdf.reader import read_pdf

__all__ = ["read_pdf"]
