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

_IDENTIFIER = re.compile(
    r"\b(?:number|no|num|ref|reference|id|identifier|code|crn|vat|duns|phone|tel|year)\b", re.I
)
"""Words of a heading whose column holds names in digits, never sums: they stay text."""
_MONEY = re.compile(
    r"£|\b(?:value|amount|spend|spent|paid|price|cost|total|gross|net|turnover)\b", re.I
)
_ISO_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ]00:00(?::00)?)?")
_BRITISH_DAY = re.compile(r"(\d\d?)/(\d\d?)/(\d{4})")
_NARROWEST, _WIDEST = 8, 60
"""Characters that a column is wide, at least and at most."""

Cell = str | Decimal | date | None


def as_workbook(headings: Sequence[str], rows: Iterable[VettedRow]) -> bytes:
    """Return the list as a workbook with typed cells, filters, and its head always in view.

    Days and sums of the sender are typed; numbers that are names, such as a company's, stay text.
    """
    out = BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options | {"in_memory": True}) as book:
        sheet = book.add_worksheet("Vetted list")
        bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "dd/mm/yyyy"})
        figures = [book.add_format({"num_format": _places(places)}) for places in range(5)]
        pounds = book.add_format({"num_format": "£#,##0.00;[Red]-£#,##0.00"})
        sheet.freeze_panes(1, 1)
        heads = (*headings, *OURS)
        widths = [len(heading) + 2 for heading in heads]
        for column, heading in enumerate(heads):
            sheet.write_string(0, column, heading[:_LONGEST_CELL], bold)
        line = 0
        for line, each in enumerate(rows, start=1):
            cells = (*map(_typed, headings, _theirs(headings, each)), *_ours(each))
            for column, cell in enumerate(cells):
                widths[column] = max(widths[column], len(str(cell or "")))
                if isinstance(cell, date):
                    sheet.write_datetime(line, column, cell, day)
                elif isinstance(cell, Decimal):
                    money = column < len(headings) and _MONEY.search(headings[column])
                    places = min(-int(cell.as_tuple().exponent), 4)
                    form = figures[places if column < len(headings) else 2]
                    sheet.write_number(line, column, float(cell), pounds if money else form)
                elif cell:
                    sheet.write_string(line, column, cell[:_LONGEST_CELL])
        sheet.autofilter(0, 0, line, len(heads) - 1)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, min(max(width, _NARROWEST), _WIDEST))
    return out.getvalue()


def _typed(heading: str, cell: str) -> Cell:
    """A cell of the sender as a day or figure where it plainly is one; else as it was given."""
    if _NUMBER.fullmatch(cell):
        return cell if _IDENTIFIER.search(heading) else Decimal(cell)
    try:
        if iso := _ISO_DAY.fullmatch(cell):
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        if british := _BRITISH_DAY.fullmatch(cell):
            return date(int(british[3]), int(british[2]), int(british[1]))
    except ValueError:
        return cell
    return cell


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
