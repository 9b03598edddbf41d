"""Workbooks made for a test, good and bad."""

import io
import zipfile
from collections.abc import Callable, Iterable

import xlsxwriter


def book(write: Callable[[xlsxwriter.Workbook], object]) -> bytes:
    """A workbook written by a function."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as made:
        write(made)
    return out.getvalue()


def sheet_of(rows: Iterable[Iterable[object]], name: str = "Suppliers") -> bytes:
    """A workbook of one sheet of plain cells."""

    def write(made: xlsxwriter.Workbook) -> None:
        sheet = made.add_worksheet(name)
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)

    return book(write)


def with_entry(data: bytes, name: str, content: bytes) -> bytes:
    """The same workbook with one entry of its container put in or replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for entry in old.namelist():
            if entry != name:
                new.writestr(entry, old.read(entry))
        new.writestr(name, content)
    return out.getvalue()


def ods(rows: Iterable[Iterable[str]], after: str = "") -> bytes:
    """An OpenDocument spreadsheet of text cells, with XML put after its rows."""
    body = "".join(
        "<table:table-row>"
        + "".join(
            '<table:table-cell office:value-type="string">'
            f"<text:p>{cell}</text:p></table:table-cell>"
            for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    space = "urn:oasis:names:tc:opendocument:xmlns:"
    content = (
        f'<?xml version="1.0"?><office:document-content xmlns:office="{space}office:1.0" '
        f'xmlns:table="{space}table:1.0" xmlns:text="{space}text:1.0"><office:body>'
        f'<office:spreadsheet><table:table table:name="One">{body}{after}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        made.writestr("META-INF/manifest.xml", "<manifest/>")
        made.writestr("content.xml", content)
    return out.getvalue()
