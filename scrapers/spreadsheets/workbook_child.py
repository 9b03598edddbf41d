"""Run apart as a program: a workbook on standard input → its cells on standard output.

It imports nothing of ours, so that it starts fast, and bounds itself before it reads.
"""

import datetime
import io
import marshal
import sys

REFUSED = 3
MEMORY = 3_000_000_000
PROCESSOR_SECONDS = 45
MOST_CELLS = 25_000_000
MOST_SHEETS = 60


def bound() -> None:
    """Let the system stop this process where a file asks for too much."""
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR_SECONDS, PROCESSOR_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def text_of(value: object) -> str:
    """Return a cell's value as text."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
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


def main() -> int:
    """Read standard input, write the sheets or a reason, return the exit status."""
    from python_calamine import (  # noqa: PLC0415 - after the bounds are set
        CalamineError,
        CalamineWorkbook,
        PasswordError,
        SheetTypeEnum,
    )

    out = sys.stdout.buffer
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(sys.stdin.buffer.read()))
        titles = [
            sheet.name for sheet in book.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet
        ]
        if len(titles) > MOST_SHEETS:
            raise ValueError(f"has more than {MOST_SHEETS} sheets.")
        sheets = [(title, rows_of(book, title)) for title in titles]
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
