"""Bytes of a supplier list → columns, rows and row errors."""

from collections.abc import Mapping

from scrapers.errors import ListUnreadable
from scrapers.spreadsheets.columns import is_contracts, recognise
from scrapers.spreadsheets.grids import Grid, grids_of
from scrapers.spreadsheets.headers import Header, find_header
from scrapers.spreadsheets.ocds import is_ocds, read_ocds
from scrapers.spreadsheets.ocds_flat import is_flattened, packages_of
from scrapers.spreadsheets.records import Column, Field, RowError, SupplierList, SupplierRow
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
    if is_ocds(data):
        return read_ocds(data, name=name)
    grids = grids_of(data, name)
    if is_flattened(grids):
        return read_ocds(packages_of(grids), name=name)
    headers = [find_header(grid.rows) for grid in grids]
    best = max(range(len(grids)), key=lambda i: (headers[i].strength, len(grids[i].rows), -i))
    others = [grid.sheet for i, grid in enumerate(grids) if i != best]
    return _read_grid(grids[best], headers[best], name, columns, others)


def _read_grid(
    grid: Grid,
    header: Header,
    name: str,
    said: Mapping[int, Field | None] | None,
    others: list[str],
) -> SupplierList:
    below = grid.rows[header.row :]
    columns = recognise(header.headings, below, said)
    fields = frozenset(column.field for column in columns if column.field)
    if Field.SUPPLIER not in fields:
        raise ListUnreadable(_no_suppliers(name, header))
    reader = RowReader(columns, source=name, contracts=is_contracts(fields))
    rows: list[SupplierRow] = []
    errors: list[RowError] = []
    for number, row in enumerate(below, start=header.row + 1):
        if any(row) and any(map(str.strip, row)):
            read = reader.read(number, row)
            if isinstance(read, SupplierRow):
                rows.append(read)
            else:
                errors.append(read)
    return SupplierList(
        name=name,
        columns=columns,
        header_row=header.row,
        rows=tuple(rows),
        errors=tuple(errors),
        notices=(*grid.notices, *_notices(header, columns, others)),
        sheet=grid.sheet,
    )


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
