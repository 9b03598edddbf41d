"""A vetted list as a workbook or CSV: the sender's columns as given, ours to the right of them.

A cell that begins like a formula is written as text: in a workbook by its type, in CSV by an
apostrophe before it, since a name from outside must never run in a reader's spreadsheet.
"""

import csv
import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO

import xlsxwriter

from app.features.imports.results import VettedRow

OURS = (
    "Candour: supplier",
    "Candour: decision",
    "Candour: proposed",
    "Candour: decided by a person",
    "Candour: needs a person today",
    "Candour: risk band",
    "Candour: residual risk of 100",
    "Candour: at least",
    "Candour: at most",
    "Candour: statement score of 100",
    "Candour: why",
    "Candour: as of",
    "Candour: about this row",
)
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,10})(?:\.([0-9]{1,4}))?")
_STARTS_LIKE_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_LONGEST_CELL = 32_767
"""Characters that a cell of a workbook can hold."""

Cell = str | Decimal | date | None


def as_workbook(headings: Sequence[str], rows: Iterable[VettedRow]) -> bytes:
    """Return the list as a workbook."""
    out = BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options | {"in_memory": True}) as book:
        sheet = book.add_worksheet("Vetted list")
        bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "dd/mm/yyyy"})
        figures = [book.add_format({"num_format": _places(places)}) for places in range(5)]
        sheet.freeze_panes(1, 0)
        for column, heading in enumerate((*headings, *OURS)):
            sheet.write_string(0, column, heading[:_LONGEST_CELL], bold)
        for line, each in enumerate(rows, start=1):
            for column, cell in enumerate((*_theirs(headings, each), *_ours(each))):
                if isinstance(cell, date):
                    sheet.write_datetime(line, column, cell, day)
                elif isinstance(cell, Decimal):
                    sheet.write_number(line, column, float(cell), figures[2])
                elif cell and (number := _NUMBER.fullmatch(cell)):
                    sheet.write_number(line, column, float(cell), figures[len(number[1] or "")])
                elif cell:
                    sheet.write_string(line, column, cell[:_LONGEST_CELL])
    return out.getvalue()


def as_csv(headings: Sequence[str], rows: Iterable[VettedRow]) -> bytes:
    """Return the list as CSV that Excel opens in UTF-8."""
    out = StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([plain(heading) for heading in (*headings, *OURS)])
    for each in rows:
        cells = (*_theirs(headings, each), *_ours(each))
        writer.writerow([plain("" if cell is None else str(cell)) for cell in cells])
    return out.getvalue().encode("utf-8-sig")


def plain(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula; a plain number stays as it is."""
    if cell.startswith(_STARTS_LIKE_A_FORMULA) and not _NUMBER.fullmatch(cell):
        return f"'{cell}"
    return cell


def _theirs(headings: Sequence[str], row: VettedRow) -> tuple[str, ...]:
    """The row's own cells, as many as there are headings."""
    missing = max(0, len(headings) - len(row.cells))
    return (*row.cells[: len(headings)], *("",) * missing)


def _ours(row: VettedRow) -> tuple[Cell, ...]:
    if row.result is None:
        about = row.message or ("" if row.taken else "Not taken")
        return ("", "not assessed", "", "", "", "", None, None, None, None, "", None, about)
    result = row.result
    return (
        result.supplier,
        result.decision.value,
        result.proposed.value,
        result.decided.text if result.decided else "nobody",
        "yes" if result.urgent else "no",
        result.band.value.replace("_", " "),
        result.risk,
        result.risk_low,
        result.risk_high,
        "unknown" if result.statement_score is None else result.statement_score,
        result.reason,
        result.at,
        row.message,
    )


def _places(places: int) -> str:
    return "0" if not places else f"0.{'0' * places}"
