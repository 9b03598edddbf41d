"""A report as one web page that needs nothing else: styles and charts are in it."""

from base64 import b64encode
from datetime import date
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from app.features.reports.charts import alternative, chart
from app.features.reports.table_types import Report, Table, Unit
from scoring.escalation.route import HELPLINE

SHORT = 14
"""Most lines of a table that is not broken over pages."""
LONG_WORD = 30
"""Letters from which a word may be broken anywhere."""
TEMPLATES = Path(__file__).parent / "templates"


def as_html(report: Report) -> str:
    """Return a report as an accessible page."""
    return (
        _pages()
        .get_template("report.html")
        .render(
            report=report,
            title=title_of(report),
            style=Markup((TEMPLATES / "report.css").read_text("utf-8")),  # noqa: S704 (our own file)
            **drawn_by(),
        )
    )


def title_of(report: Report) -> str:
    """Return the report's title, by which a reader tells it from others."""
    return (
        f"Ending modern slavery in our supply chain: report to the strategy board of "
        f"{report.organisation}, as known on {day(report.at)}"
    )


def drawn_by() -> dict[str, object]:
    """Return what the template of sections needs beside the report."""
    return {
        "chart": _picture,
        "alternative": alternative,
        "is_number": _is_number,
        "is_short": _is_short,
        "is_long": _is_long,
        "helpline": HELPLINE,
    }


def day(value: date) -> str:
    """Return a day in full: `25 November 2026`."""
    return f"{value.day} {value:%B %Y}"


def _pages() -> Environment:
    made = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    made.filters["day"] = day
    return made


def _picture(table: Table) -> str:
    drawn = chart(table)
    return f"data:image/svg+xml;base64,{b64encode(drawn).decode()}" if drawn else ""


def _is_number(table: Table, column: int) -> bool:
    return any(row.cells[column].unit is not Unit.TEXT for row in table.rows)


def _is_short(table: Table) -> bool:
    """Whether a table with its chart stays on one page."""
    wordy = any(cell.unit is Unit.TEXT for row in table.rows for cell in row.cells)
    return len(table.rows) <= SHORT and not (wordy and len(table.rows) > SHORT // 2)


def _is_long(heading: str) -> bool:
    """Whether a heading has a word that must be broken to fit."""
    return max(map(len, heading.split()), default=0) > LONG_WORD
