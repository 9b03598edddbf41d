"""A report as a tagged PDF (PDF/UA-1), printed from its web page; it fetches nothing."""

from app.features.reports.as_html import as_html
from app.features.reports.table_types import Report
from app.features.reports.tagging import finish_tags


def as_pdf(report: Report) -> bytes:
    """Return a report as a PDF with tags, language, title, bookmarks and alternatives of charts.

    WeasyPrint is imported here, since few processes ever print.
    """
    import weasyprint  # noqa: PLC0415 (a second, and system libraries, that few processes need)
    from weasyprint.urls import URLFetcher  # noqa: PLC0415 (the same)

    only_its_own = URLFetcher(allowed_protocols=["data"], fail_on_errors=True)
    page = weasyprint.HTML(string=as_html(report), url_fetcher=only_its_own)
    pdf: bytes = page.write_pdf(pdf_variant="pdf/ua-1", finisher=finish_tags)
    return pdf
