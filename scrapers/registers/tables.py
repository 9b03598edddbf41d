"""Tables, read strictly: every column is used, ignored by name, or reported."""

import csv
import io
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from scoring.companies.identifiers import company_number
from scrapers.errors import SourceChanged
from scrapers.registers.parsing import E, ValueUnreadable, choice, day, whole, yes_no
from scrapers.registers.snapshot import Unread

R = TypeVar("R")
V = TypeVar("V")

_PACKED = {b"\x1f\x8b": "a gzip file", b"PK\x03\x04": "a zip file", b"%PDF": "a PDF"}


class RowUnreadable(Exception):
    """A row lacks what it is nothing without; it is reported, and the rest is read."""

    def __init__(self, column: str, reason: str) -> None:
        super().__init__(reason)
        self.column, self.reason = column, reason


@dataclass(slots=True)
class Table:
    """A table being read: its columns, which of them were asked for, and what was not read."""

    places: dict[str, int]
    columns_read: set[str] = field(default_factory=set)
    unread: list[Unread] = field(default_factory=list)


@dataclass(slots=True)
class Row:
    """One row: each cell is asked for by its column's heading.

    A cell that is empty or not understood is unknown; the latter is reported too.
    """

    number: int
    cells: list[str]
    table: Table

    def text(self, column: str) -> str:
        """Return the cell's text, empty where the table has no such column."""
        self.table.columns_read.add(column)
        place = self.table.places.get(column)
        return "" if place is None else self.cells[place].strip()

    def need(self, column: str) -> str:
        """Return the text of a cell that the row is nothing without."""
        text = self.text(column)
        if not text:
            raise RowUnreadable(column, f"“{column}” is empty")
        return text

    def day(self, column: str) -> date | None:
        """Return the cell's day."""
        return self._read(column, day)

    def yes_no(self, column: str) -> bool | None:
        """Return whether the cell says yes."""
        return self._read(column, yes_no)

    def whole(self, column: str) -> int | None:
        """Return the cell's whole number."""
        return self._read(column, whole)

    def choice(self, column: str, kind: type[E]) -> E | None:
        """Return the choice that the cell names."""
        return self._read(column, lambda text: choice(text, kind))

    def choices(self, column: str, kind: type[E]) -> tuple[E, ...]:
        """Return the choices that the cell names, one a line."""
        values = (
            self._value(column, line, lambda t: choice(t, kind)) for line in self.lines(column)
        )
        return tuple(dict.fromkeys(each for each in values if each is not None))

    def lines(self, column: str) -> tuple[str, ...]:
        """Return the filled lines of a cell that holds several values."""
        return tuple(line.strip() for line in self.text(column).splitlines() if line.strip())

    def company_number(self, column: str) -> str:
        """Return the cell's company number in canonical form."""
        given = self.text(column)
        number = company_number(given)
        if given and not number:
            self.report(column, f"“{given[:40]}” is no company number")
        return number

    def report(self, column: str, reason: str) -> None:
        """Note that something in this row was not read."""
        self.table.unread.append(Unread(column, self.number, reason))

    def _read(self, column: str, read: Callable[[str], V]) -> V | None:
        text = self.text(column)
        return self._value(column, text, read) if text else None

    def _value(self, column: str, text: str, read: Callable[[str], V]) -> V | None:
        try:
            return read(text)
        except ValueUnreadable as error:
            self.report(column, str(error))
            return None


def read_table(
    data: bytes,
    record: Callable[[Row], R],
    *,
    source: str,
    required: Collection[str],
    optional: Collection[str] = (),
    ignored: Collection[str] = (),
) -> tuple[tuple[R, ...], tuple[Unread, ...]]:
    """Read a CSV file whole.

    Args:
        data: The file, in UTF-8 with or without its mark.
        record: Makes a record of a row; each column it never asks for is reported.
        source: The register, in words.
        required: Columns without which the file is not the one we know.
        optional: Columns that may be absent; any other that is asked for in vain is reported.
        ignored: Columns that we know and do not need.

    Raises:
        SourceChanged: It is no such table; names the field and row.
    """
    unread: list[Unread] = []
    text = _decoded(data, source)
    made = stream_table(
        io.StringIO(text, newline=""),
        record,
        unread,
        source=source,
        required=required,
        optional=optional,
        ignored=ignored,
    )
    return tuple(made), tuple(unread)


def stream_table(
    lines: Iterable[str],
    record: Callable[[Row], R],
    unread: list[Unread],
    *,
    source: str,
    required: Collection[str],
    optional: Collection[str] = (),
    ignored: Collection[str] = (),
) -> Iterator[R]:
    """Make records of a table's lines one by one; what is not read is added to `unread`.

    Raises:
        SourceChanged: As `read_table`, at the row where it is found out.
    """
    reader = csv.reader(lines, strict=True)
    number = 0
    try:
        header = [heading.strip("\ufeff ") for heading in next(reader, [])]
        table = Table(_places(header, source, required), unread=unread)
        short = 0
        for number, cells in enumerate(filter(None, reader), start=1):
            if short:
                unread.append(Unread("", short, "the row has fewer cells than the header"))
                short = 0
            if len(cells) < len(header):
                short = number
                continue
            row = Row(number, cells, table)
            if len(cells) > len(header):
                row.report(
                    "", f"the row has {len(cells)} cells where the header has {len(header)}"
                )
                continue
            try:
                yield record(row)
            except RowUnreadable as error:
                row.report(error.column, error.reason)
    except csv.Error as error:
        raise SourceChanged(
            f"{source}: row {number + 1} cannot be read ({error}); the file may be cut short",
            row=number + 1,
        ) from error
    if short:
        raise SourceChanged(f"{source}: the last row breaks off", field=header[-1], row=short)
    if number:
        unread += _audit(table, header, {*optional}, {*ignored})


def _audit(
    table: Table, header: list[str], optional: set[str], ignored: set[str]
) -> Iterator[Unread]:
    for name in header:
        if name not in table.columns_read and name not in ignored:
            yield Unread(name, 0, f"“{name}” is a column that we do not know")
    for name in sorted(table.columns_read.difference(header, optional)):
        yield Unread(name, 0, f"the column “{name}” is missing")


def _places(header: list[str], source: str, required: Collection[str]) -> dict[str, int]:
    if not any(header):
        raise SourceChanged(f"{source}: the file is empty")
    for name in required:
        if name not in header:
            raise SourceChanged(f"{source}: the column “{name}” is missing", field=name)
    twice = next((name for name in header if name and header.count(name) > 1), "")
    if twice:
        raise SourceChanged(f"{source}: the column “{twice}” appears twice", field=twice)
    return {name: place for place, name in enumerate(header)}


def _decoded(data: bytes, source: str) -> str:
    head = data[:64].lstrip(b"\xef\xbb\xbf \r\n\t")
    if head.startswith(b"<"):
        raise SourceChanged(f"{source}: a web page came where a table was")
    for start, name in _PACKED.items():
        if data.startswith(start):
            raise SourceChanged(f"{source}: {name} came where a table was")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        good = data[: error.start].decode("utf-8-sig", errors="replace")
        rows = list(csv.reader(io.StringIO(good, newline="")))
        place = max(0, len(rows[-1]) - 1) if rows else 0
        name = rows[0][place] if rows and place < len(rows[0]) else ""
        raise SourceChanged(
            f"{source}: the file is not in UTF-8 from “{name}” of row {max(0, len(rows) - 1)} on",
            field=name,
            row=max(0, len(rows) - 1),
        ) from error
