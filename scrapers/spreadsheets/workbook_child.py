"""Run apart as a program: a workbook on standard input → its cells on standard output.

It imports nothing of ours, so that it starts fast, and bounds itself before it reads.
"""

import datetime
import io
import marshal
import re
import sys
import zipfile
import zlib

REFUSED = 3
MEMORY = 3_000_000_000
PROCESSOR_SECONDS = 45
MOST_CELLS = 25_000_000
MOST_SHEETS = 60
MOST_XML = 50_000_000
SHEET_FILE = re.compile(r"xl/worksheets/sheet(\d+)\.xml")
HIDDEN_ROW = re.compile(rb"<row [^>]*\bhidden=\"(?:1|true)\"")


def bound() -> None:
    """Let the system stop this process where a file asks for too much."""
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR_SECONDS, PROCESSOR_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


_LEFT_BY_SUMS = 1e-7


def text_of(value: object) -> str:
    """Return a cell's value as text."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        # what is behind the pennies is what binary sums leave
        pennies = round(value, 2)
        return repr(pennies if abs(value - pennies) < _LEFT_BY_SUMS else value)
    if isinstance(value, datetime.datetime):
        midnight = value.time() == datetime.time()
        return value.date().isoformat() if midnight else value.isoformat(" ", "seconds")
    return str(value)


def rows_of(book: object, title: str) -> list[list[str]]:
    """Return a sheet's rows, trailing empty cells and rows left out, merges filled downwards."""
    sheet = book.get_sheet_by_name(title)  # type: ignore[attr-defined] # it loads later
    if sheet.total_height * sheet.total_width > MOST_CELLS:
        raise ValueError(f"has more than {MOST_CELLS:,} cells in the sheet {title}.")
    rows = [list(map(text_of, row)) for row in sheet.to_python(skip_empty_area=False)]
    for (top, left), (bottom, _) in sheet.merged_cell_ranges or ():
        for row in rows[top + 1 : bottom + 1]:
            if left < len(row) and rows[top][left]:
                row[left] = rows[top][left]
    while rows and not any(rows[-1]):
        rows.pop()
    return rows


def hidden_rows(data: bytes) -> dict[int, int]:
    """Return how many rows of each sheet of an XLSX file are hidden, by the sheet's number."""
    counts: dict[int, int] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for entry in archive.infolist():
                if match := SHEET_FILE.fullmatch(entry.filename):
                    xml = archive.read(entry)[:MOST_XML]
                    counts[int(match[1])] = len(HIDDEN_ROW.findall(xml))
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, zlib.error):
        return {}
    return counts


def main() -> int:
    """Read standard input, write the sheets or a reason, return the exit status."""
    from python_calamine import (  # noqa: PLC0415 - after the bounds are set
        CalamineError,
        CalamineWorkbook,
        PasswordError,
        SheetTypeEnum,
        SheetVisibleEnum,
    )

    out = sys.stdout.buffer
    data = sys.stdin.buffer.read()
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        shown = {
            sheet.name: sheet.visible == SheetVisibleEnum.Visible
            for sheet in book.sheets_metadata
            if sheet.typ == SheetTypeEnum.WorkSheet
        }
        if len(shown) > MOST_SHEETS:
            raise ValueError(f"has more than {MOST_SHEETS} sheets.")
        hidden = hidden_rows(data)
        sheets = [
            (title, rows_of(book, title), visible, hidden.get(place, 0))
            for place, (title, visible) in enumerate(shown.items(), 1)
        ]
    except PasswordError:
        out.write(b"is locked by a password. Save it without one and try again.")
        return REFUSED
    except ValueError as reason:
        out.write(str(reason).encode())
        return REFUSED
    except CalamineError:
        out.write(b"is damaged or not a workbook that can be opened.")
        return REFUSED
    marshal.dump(sheets, out)
    return 0


if __name__ == "__main__":
    bound()
    sys.exit(main())
