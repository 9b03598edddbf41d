"""A report as files: the same figures as JSON, workbook, page, PDF, and what may be shared."""

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum

from app.features.reports.as_html import as_html
from app.features.reports.as_json import as_json
from app.features.reports.as_pdf import as_pdf
from app.features.reports.as_xlsx import as_xlsx
from app.features.reports.table_types import Report


class Form(StrEnum):
    """What a report may be rendered as."""

    JSON = "json"
    XLSX = "xlsx"
    HTML = "html"
    PDF = "pdf"

    @property
    def media_type(self) -> str:
        """The form's media type (IANA)."""
        return _MEDIA_TYPES[self]


_MEDIA_TYPES = {
    Form.JSON: "application/json",
    Form.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Form.HTML: "text/html; charset=utf-8",
    Form.PDF: "application/pdf",
}
_RENDER: dict[Form, Callable[[Report], bytes]] = {
    Form.JSON: as_json,
    Form.XLSX: as_xlsx,
    Form.HTML: lambda report: as_html(report).encode(),
    Form.PDF: as_pdf,
}


def rendered(report: Report, form: Form) -> bytes:
    """Return a report in one form."""
    return _RENDER[form](report)


def to_share(report: Report) -> Report:
    """Return what of a report may leave the organisation: the tables made for that, alone."""
    return replace(report, sections=tuple(s for s in report.sections if s.id == "sharing"))


def files_of(report: Report) -> dict[str, bytes]:
    """Return every file of a report by its name."""
    named = {f"report-{report.at}.{form}": rendered(report, form) for form in Form}
    shared = to_share(report)
    return named | {
        f"sharing-{report.at}.{form}": rendered(shared, form) for form in (Form.JSON, Form.XLSX)
    }
