"""Bytes of a supplier list → columns, rows and row errors."""

import csv
import io
from collections.abc import Mapping

from scoring.identifiers import company_numbers
from scrapers.errors import ListUnreadable
from scrapers.spreadsheets.records import Column, Field, RowError, SupplierList, SupplierRow

HEADINGS = {"supplier": Field.SUPPLIER, "company number": Field.COMPANY_NUMBER}


def read_supplier_list(
    data: bytes, *, name: str, columns: Mapping[int, Field] | None = None
) -> SupplierList:
    """Read a supplier list, contract register or payments file.

    Args:
        data: The file's bytes; its content decides what it is, not its name.
        name: The file's name, for messages.
        columns: What a person said the columns hold, by index from 0; the rest is recognised.

    Returns:
        The columns as understood, and every filled row either taken or reported.

    Raises:
        ListUnreadable: The bytes are no spreadsheet, or no column names the suppliers.
    """
    lines = list(csv.reader(io.StringIO(data.decode("utf-8-sig", errors="replace"))))
    if not lines:
        raise ListUnreadable(f"{name} is empty.")
    fields = {i: HEADINGS.get(h.strip().lower()) for i, h in enumerate(lines[0])}
    fields.update(columns or {})
    if Field.SUPPLIER not in fields.values():
        raise ListUnreadable(f"No column of {name} names the suppliers.")
    where = {field: index for index, field in fields.items() if field}
    rows: list[SupplierRow] = []
    errors: list[RowError] = []
    for number, cells in enumerate(lines[1:], start=2):
        if not any(cells):
            continue
        supplier = cells[where[Field.SUPPLIER]].strip()
        if not supplier:
            errors.append(RowError(number, "supplier", "The row names no supplier."))
            continue
        column = where.get(Field.COMPANY_NUMBER)
        numbers = company_numbers(cells[column]) if column is not None else ()
        rows.append(SupplierRow(number, tuple(cells), supplier, company_numbers=numbers))
    return SupplierList(
        name=name,
        columns=tuple(Column(i, h, fields.get(i), 1.0) for i, h in enumerate(lines[0])),
        header_row=1,
        rows=tuple(rows),
        errors=tuple(errors),
    )
