"""Supplier lists, contract registers and payments from any spreadsheet, as rows and errors."""

from scrapers.spreadsheets.chunks import ListPart, identity_of
from scrapers.spreadsheets.columns import MANY
from scrapers.spreadsheets.preview import Preview, preview
from scrapers.spreadsheets.read import open_supplier_list, read_supplier_list
from scrapers.spreadsheets.records import (
    Column,
    Field,
    RowError,
    RowKind,
    SupplierList,
    SupplierRow,
)

__all__ = [
    "MANY",
    "Column",
    "Field",
    "ListPart",
    "Preview",
    "RowError",
    "RowKind",
    "SupplierList",
    "SupplierRow",
    "identity_of",
    "open_supplier_list",
    "preview",
    "read_supplier_list",
]
