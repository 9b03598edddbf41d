"""A report as a tagged PDF (PDF/UA-1), printed from its web page; it fetches nothing."""

from app.features.reports.as_html import as_html
from app.features.reports.table_types import Report
from app.features.reports.tagging import finish_tags

NO_PDF = (
    "No PDF was made: this system has no Pango library. "
    "Install it (Debian: libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0) and try again."
)


class PdfUnavailable(RuntimeError):
    """This system cannot make PDFs; the other forms of a report can be made."""


def as_pdf(report: Report) -> bytes:
    """Return a report as a PDF with tags, language, title, bookmarks and alternatives of charts.

    Raises:
        PdfUnavailable: The system lacks a library that WeasyPrint needs.
    """
    return print_page(as_html(report))


def print_page(html: str) -> bytes:
    """Return a web page that needs nothing else as a tagged PDF.

    WeasyPrint is imported here, since few processes ever print.

    Raises:
        PdfUnavailable: The system lacks a library that WeasyPrint needs.
    """
    try:
        import weasyprint  # noqa: PLC0415 (a second, and system libraries, that few processes need)
    except OSError as error:
        raise PdfUnavailable(NO_PDF) from error
    from weasyprint.urls import URLFetcher  # noqa: PLC0415 (the same)

    only_its_own = URLFetcher(allowed_protocols=["data"], fail_on_errors=True)
    page = weasyprint.HTML(string=html, url_fetcher=only_its_own)
    pdf: bytes = page.write_pdf(pdf_variant="pdf/ua-1", finisher=finish_tags)
    return pdf
