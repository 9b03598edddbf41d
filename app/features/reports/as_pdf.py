"""A report as a tagged PDF (PDF/UA-1): the same sections, tables and charts as its web page."""

from pathlib import Path
from typing import Any

from app.features.reports.as_html import day, title_of
from app.features.reports.charts import alternative, chart
from app.features.reports.table_types import Report, Table, Unit
from app.typesetting import TypesetDocument
from scoring.escalation.route import HELPLINE

TEMPLATE = Path(__file__).parent / "templates" / "report.typ"


def as_pdf(report: Report) -> bytes:
    """Return a report as a PDF with tags, language, title, bookmarks and described charts."""
    charts = {
        f"{table.id}.svg": drawn for table in report.tables if (drawn := chart(table)) is not None
    }
    data = {
        "title": title_of(report),
        "organisation": report.organisation,
        "heading": "Ending modern slavery in our supply chain",
        "when": f"Report to the strategy board, as known on {day(report.at)}. Compared with "
        f"{day(report.since)}.",
        "foot": "For the board. Only the section on what may be shared may be given to partners. "
        f"Candour proposes; a named person decides. Figures {report.version}. In an emergency "
        f"call 999. Modern Slavery & Exploitation Helpline: {HELPLINE}, open day and night.",
        "sections": [
            {
                "title": section.title,
                "words": section.words,
                "points": section.points,
                "tables": [_table(table, charts) for table in section.tables],
            }
            for section in report.sections
        ],
    }
    with TypesetDocument(TEMPLATE, data, charts) as document:
        return document.pdf()


def _table(table: Table, charts: dict[str, bytes]) -> dict[str, Any]:
    name = f"{table.id}.svg"
    cells = range(len(table.columns) - 1)
    return {
        "title": table.title,
        "sentence": table.sentence,
        "chart": name if name in charts else "",
        "alt": alternative(table),
        "columns": [heading or table.title for heading in table.columns],
        "numbers": [
            any(row.cells[each].unit is not Unit.TEXT for row in table.rows) for each in cells
        ],
        "rows": [[row.heading, *(cell.text for cell in row.cells)] for row in table.rows],
        "source": table.source,
        "sources": [f"{row.heading}: {row.source}" for row in table.rows if row.source],
    }
