"""Bytes of a supplier list → columns, rows and row errors."""

from collections.abc import Mapping

from scrapers.errors import ListUnreadable
from scrapers.spreadsheets.columns import is_contracts, recognise
from scrapers.spreadsheets.grids import Grid, grids_of
from scrapers.spreadsheets.headers import Header, likeliest
from scrapers.spreadsheets.ocds import is_ocds, read_ocds
from scrapers.spreadsheets.ocds_flat import is_flattened, packages_of
from scrapers.spreadsheets.pausing import paused
from scrapers.spreadsheets.records import Column, Field, SupplierList
from scrapers.spreadsheets.rows import read_rows


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
        return _read(data, name, columns)


def _read(data: bytes, name: str, columns: Mapping[int, Field | None] | None) -> SupplierList:
    if is_ocds(data):
        return read_ocds(data, name=name)
    grids = grids_of(data, name)
    if is_flattened(grids):
        return read_ocds(packages_of(grids), name=name)
    grid, header = likeliest(grids)
    others = [each.sheet for each in grids if each is not grid]
    return _read_grid(grid, header, name, columns, others)


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
    rows, errors = read_rows(
        columns, below, first=header.row + 1, source=name, contracts=is_contracts(fields)
    )
    return SupplierList(
        name=name,
        columns=columns,
        header_row=header.row,
        rows=rows,
        errors=errors,
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
