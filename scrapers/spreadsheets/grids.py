"""A file as a grid of text cells, whatever kind of file it is."""

import csv
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from scrapers.errors import ListUnreadable
from scrapers.spreadsheets.decoding import decode
from scrapers.spreadsheets.lines import TextRows
from scrapers.spreadsheets.workbooks import Sheet, is_workbook, workbook_sheets

MOST_COLUMNS = 500
MOST_ROWS = 1_048_576
DELIMITERS = ",;\t|"


@dataclass(frozen=True, slots=True)
class Grid:
    """One table of cells as given.

    Attributes:
        rows: Every row from the first, empty ones too, so that the index + 1 is the row number.
            Those of a text file are parted into cells whenever they are asked for.
        sheet: The sheet's name, or empty for a text file.
        notices: What was repaired or assumed on the way here.
        hidden: Whether the workbook hides the sheet.
    """

    rows: Sequence[Sequence[str]]
    sheet: str = ""
    notices: tuple[str, ...] = ()
    hidden: bool = False


def grids_of(data: bytes, name: str) -> tuple[Grid, ...]:
    """Return every table of a file: one for a text file, one for each filled sheet of a workbook.

    Raises:
        ListUnreadable: The bytes hold no table, or more than we read.
    """
    if not data or data.isspace():
        raise ListUnreadable(f"{name} is empty.")
    if is_workbook(data):
        grids = tuple(
            Grid(sheet.rows, sheet.title, _of_hidden_rows(sheet), not sheet.visible)
            for sheet in workbook_sheets(data, name)
            if any(any(row) for row in sheet.rows)
        )
    else:
        grids = (_text_grid(data, name),)
    if not grids:
        raise ListUnreadable(f"{name} has no filled sheet.")
    return grids


def _of_hidden_rows(sheet: Sheet) -> tuple[str, ...]:
    if not sheet.hidden_rows:
        return ()
    rows = "1 row" if sheet.hidden_rows == 1 else f"{sheet.hidden_rows:,} rows"
    return (f"The sheet “{sheet.title}” hides {rows}; all its rows were read.",)


def _text_grid(data: bytes, name: str) -> Grid:
    text, notices = decode(data, name)
    if text[:4].lower() == "sep=" and "\n" in text:
        # Excel's own first line; it is a row of the file, so it is kept as an empty one
        text = text[text.index("\n") :]
    # universal newlines: old exports end lines by a bare carriage return
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.lstrip()[:1] == "<":
        raise ListUnreadable(f"{name} is a web page or XML, not a spreadsheet.")
    delimiter = _delimiter(text[:200_000])
    try:
        rows = TextRows(text, delimiter)
        if _swallowed(rows, delimiter):
            rows = TextRows(text, delimiter, quoted=False)
            notices += (
                "A quotation mark is never closed, so such marks were read as plain characters.",
            )
    except csv.Error as problem:
        raise ListUnreadable(f"{name} could not be read as a table: {problem}.") from problem
    if not rows:
        raise ListUnreadable(f"{name} is empty.")
    if len(rows) > MOST_ROWS:
        raise ListUnreadable(f"{name} has more than {MOST_ROWS:,} rows. Split it and try again.")
    if rows.widest > MOST_COLUMNS:
        raise ListUnreadable(f"{name} has more than {MOST_COLUMNS} columns.")
    return Grid(rows, notices=notices)


def _delimiter(head: str) -> str:
    """The mark that parts most rows into the same number of cells, two or more."""
    lines = [f"{line}\n" for line in head.split("\n")]

    def regularity(delimiter: str) -> tuple[float, int]:
        try:
            rows = [row for row in islice(csv.reader(lines, delimiter=delimiter), 60) if any(row)]
        except csv.Error:
            return (0.0, 0)
        widths = Counter(len(row) for row in rows if len(row) > 1)
        if not widths:
            return (0.0, 0)
        width, times = max(widths.items(), key=lambda item: (item[1] * item[0], item[0]))
        return (times / len(rows), width)

    return max(DELIMITERS, key=regularity)


def _swallowed(rows: TextRows, delimiter: str) -> bool:
    """Whether a cell has eaten whole rows, as one with an unclosed quotation mark does."""
    width = max(map(len, rows[:50]), default=0)
    return any(
        sum(line.count(delimiter) >= width - 1 > 0 for line in cell.split("\n")) > 1
        and not rows.is_sound(place)
        for place, row in enumerate(rows.spanning())
        for cell in row
    )
