"""A report as a workbook: one sheet a table, with the data behind its chart."""

from collections.abc import Mapping
from datetime import UTC, datetime, time
from io import BytesIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from app.features.reports.as_html import title_of
from app.features.reports.table_types import Cell, Report, Standing, Table, Unit

FIRST_ROW = 4
"""Row of the headings, from 0: title, sentence and source stand above, then an empty one."""
_FORMATS = {Unit.COUNT: "#,##0", Unit.POUNDS: "£#,##0", Unit.PERCENT: '0"%"', Unit.POINTS: "0"}


def as_xlsx(report: Report) -> bytes:
    """Return a report as an Excel workbook; text is never taken for a formula."""
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    made = datetime.combine(report.at, time(), tzinfo=UTC).replace(tzinfo=None)
    book.set_properties({"title": title_of(report), "created": made})
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    numbers = {
        unit: book.add_format({"num_format": number_format})
        for unit, number_format in _FORMATS.items()
    }
    bases = _formats_of_bases(book, report)
    _about(book, report, bold, wrap)
    for table in report.tables:
        sheet = book.add_worksheet(table.id[:31])
        _head(sheet, table, bold)
        for place, row in enumerate(table.rows, start=FIRST_ROW + 1):
            sheet.write_string(place, 0, row.heading, wrap)
            for column, cell in enumerate(row.cells, start=1):
                _write(sheet, place, column, cell, numbers, wrap, bases)
            if row.source:
                sheet.write_string(place, len(row.cells) + 1, row.source)
    book.close()
    return out.getvalue()


def _formats_of_bases(book: xlsxwriter.Workbook, report: Report) -> dict[str, Format]:
    """A format for each base, so that a percentage shows its base and stays a number."""
    cells = (cell for table in report.tables for row in table.rows for cell in row.cells)
    named = dict.fromkeys(cell.base for cell in cells if cell.base)
    return {base: book.add_format({"num_format": f'0"% ({base})"'}) for base in named}


def _about(book: xlsxwriter.Workbook, report: Report, bold: Format, wrap: Format) -> None:
    sheet = book.add_worksheet("about")
    sheet.set_column(0, 0, 100)
    sheet.write_string(0, 0, title_of(report), bold)
    lines = [f"Compared with {report.since}. Figures {report.version}."]
    for section in report.sections:
        lines += [section.title, *section.words, *section.points]
    for place, line in enumerate(lines, start=1):
        sheet.write_string(place, 0, line, wrap)


def _head(sheet: Worksheet, table: Table, bold: Format) -> None:
    sheet.set_column(0, 0, 50)
    sheet.set_column(1, max(len(table.columns), 2), 18)
    sheet.write_string(0, 0, table.title, bold)
    sheet.write_string(1, 0, table.sentence)
    sheet.write_string(2, 0, f"Source: {table.source}")
    for column, heading in enumerate(table.columns):
        sheet.write_string(FIRST_ROW, column, heading or table.title, bold)
    sheet.freeze_panes(FIRST_ROW + 1, 1)


def _write(
    sheet: Worksheet,
    row: int,
    column: int,
    cell: Cell,
    numbers: Mapping[Unit, Format],
    wrap: Format,
    bases: Mapping[str, Format],
) -> None:
    if cell.base:
        sheet.write_number(row, column, cell.value, bases[cell.base])
    elif cell.standing is Standing.KNOWN and cell.unit is not Unit.TEXT:
        sheet.write_number(row, column, cell.value, numbers[cell.unit])
    else:
        sheet.write_string(row, column, cell.text, wrap)
