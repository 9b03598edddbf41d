"""Bytes of a supplier list → columns, rows and row errors."""

from collections.abc import Iterator, Mapping, Sequence

from scrapers.errors import ListUnreadable
from scrapers.spreadsheets.columns import is_contracts, recognise
from scrapers.spreadsheets.grids import Grid, grids_of
from scrapers.spreadsheets.headers import Header, likeliest
from scrapers.spreadsheets.ocds import is_ocds, read_ocds
from scrapers.spreadsheets.ocds_flat import is_flattened, packages_of
from scrapers.spreadsheets.parts import PART, ListPart, OpenList
from scrapers.spreadsheets.pausing import paused
from scrapers.spreadsheets.records import Column, Field, SupplierList
from scrapers.spreadsheets.rows import RowReader


def read_supplier_list(
    data: bytes, *, name: str, columns: Mapping[int, Field | None] | None = None
) -> SupplierList:
    """Read a supplier list, contract register, payments file or open contracting package.

    Args:
        data: The file's bytes; its content decides what it is, not its name.
        name: The file's name, for messages.
        columns: What a person said the columns hold, by index from 0; None means not to be read.
            The rest is recognised.

    Returns:
        The columns as understood, and every filled row either taken or reported.

    Raises:
        ListUnreadable: The bytes are no spreadsheet, or no column names the suppliers.
    """
    with paused():
        return open_supplier_list(data, name=name, columns=columns).whole()


def open_supplier_list(
    data: bytes, *, name: str, columns: Mapping[int, Field | None] | None = None
) -> OpenList:
    """Understand the columns of a list, and let its rows be read some thousand at a time.

    Arguments and errors are those of `read_supplier_list`: nothing is refused after this.
    """
    if is_ocds(data):
        return read_ocds(data, name=name)
    grids = grids_of(data, name)
    if is_flattened(grids):
        return read_ocds(packages_of(grids), name=name)
    grid, header = likeliest(grids)
    others = [each.sheet for each in grids if each is not grid]
    return _opened(grid, header, name, columns, others)


def _opened(
    grid: Grid,
    header: Header,
    name: str,
    said: Mapping[int, Field | None] | None,
    others: list[str],
) -> OpenList:
    below = grid.rows[header.row :]
    columns = recognise(header.headings, below, said)
    fields = frozenset(column.field for column in columns if column.field)
    if Field.SUPPLIER not in fields:
        raise ListUnreadable(_no_suppliers(name, header))
    reader = RowReader(columns, source=name, contracts=is_contracts(fields))
    return OpenList(
        name=name,
        columns=columns,
        header_row=header.row,
        notices=(*grid.notices, *_notices(header, columns, others)),
        sheet=grid.sheet,
        parts=_parts(reader, below, header.row + 1),
    )


def _parts(reader: RowReader, rows: Sequence[Sequence[str]], first: int) -> Iterator[ListPart]:
    for start in range(0, len(rows), PART):
        with paused():
            part = reader.read(list(rows[start : start + PART]), first=first + start)
        yield part


def _notices(header: Header, columns: tuple[Column, ...], others: list[str]) -> list[str]:
    notices = []
    if header.row > 1:
        notices.append(f"The headings were found in row {header.row}.")
    if not header.row:
        notices.append("No headings were found; the columns were told by what they hold.")
    for column in columns:
        if (
            column.field is None
            and column.reason.startswith("Another column")
            and (column.reason.endswith("supplier"))
        ):
            notices.append(f"“{column.heading}” may name suppliers too; it was not read.")
    notices += [f"The sheet “{sheet}” was not read." for sheet in others]
    return notices


def _no_suppliers(name: str, header: Header) -> str:
    headings = ", ".join(f"“{heading}”" for heading in header.headings if heading)[:300]
    seen = f" Its headings are {headings}." if headings else ""
    return (
        f"No column of {name} names the suppliers.{seen} Say which column does, or name it "
        "“Supplier”."
    )
