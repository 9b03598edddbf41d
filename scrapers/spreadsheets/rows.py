"""Rows of cells → suppliers, their contracts or payments, or the reason why one was not taken."""

from collections.abc import Iterable, Sequence
from itertools import repeat
from typing import Any

from scrapers.spreadsheets.cells import is_nothing
from scrapers.spreadsheets.codes import shares_of
from scrapers.spreadsheets.contracts import contracts_of
from scrapers.spreadsheets.parties import party_of
from scrapers.spreadsheets.people import Whose, whose
from scrapers.spreadsheets.ragged import mended_row
from scrapers.spreadsheets.records import Column, Field, RowError, RowKind, SupplierRow
from scrapers.spreadsheets.values import OF_CONTRACT, OF_ROW, Cells, tidy

_ORDINARY = (Whose.FIRM, Whose.PERSON)
# a place alone tells of no contract: suppliers have places too
_TELLING = frozenset(OF_CONTRACT) - {Field.PLACE}


def read_rows(
    columns: Sequence[Column],
    numbered: Iterable[tuple[int, Sequence[str]]],
    *,
    source: str,
    contracts: bool,
) -> tuple[tuple[SupplierRow, ...], tuple[RowError, ...]]:
    """Read the filled rows of a list, column by column, each to its meaning.

    Args:
        columns: Every column; of two that hold the same field, both are read.
        numbered: The rows with their numbers in the file.
        source: The list's name, kept with each contract.
        contracts: Whether the list tells of contracts.

    Returns:
        The rows taken and the rows reported; every row given is one of them.
    """
    where = {column.field: column.index for column in reversed(columns) if column.field}
    telling = [where[field] for field in _TELLING if contracts and field in where]
    supplier, width = where[Field.SUPPLIER], len(columns)
    numbers: list[int] = []
    given: list[tuple[str, ...]] = []
    lines: list[Sequence[str]] = []
    names: list[str] = []
    mended: dict[int, list[str]] = {}
    errors: list[RowError] = []
    for number, row in numbered:
        notes: list[str] = []
        line = row if len(row) == width else _fitted(row, where, width, notes)
        name = tidy(line[supplier])
        kind = whose(name)
        if kind not in _ORDINARY and (problem := _problem(name, kind, line, telling)):
            errors.append(RowError(number, Field.SUPPLIER.value, problem, tuple(row)))
            continue
        if notes:
            mended[len(lines)] = notes
        numbers.append(number)
        given.append(tuple(row))
        lines.append(line)
        names.append(name)
    cells = Cells(columns, lines)
    cells.notes.update(mended)
    told: dict[str, Iterable[Any]] = {"row": numbers, "cells": given, "name": names}
    _tell(told, cells, names)
    if contracts:
        told["contract"] = contracts_of(cells, told, numbers, source=source)
        told["kind"] = [
            RowKind.CONTRACT if each else RowKind.SUPPLIER for each in told["contract"]
        ]
    if cells.notes:
        told["notes"] = [tuple(cells.notes.get(place, ())) for place in range(cells.count)]
    return _made(told), tuple(errors)


def _tell(told: dict[str, Iterable[Any]], cells: Cells, names: Sequence[str]) -> None:
    """Add what the columns of suppliers and payments tell."""
    for field, how in OF_ROW.items():
        if cells.has(field):
            told[how.name] = cells.read(field, how)
    kinds = [whose(name) for name in names]
    told["likely_person"] = [kind is Whose.PERSON for kind in kinds]
    told["no_one"] = [kind not in _ORDINARY for kind in kinds]
    for place, kind in enumerate(kinds):
        if kind not in _ORDINARY:
            note = f"“{names[place]}” names no one supplier; the contract is kept."
            cells.notes[place].append(note)
    numbers = (Field.COMPANY_NUMBER, Field.IDENTIFIER, Field.CHARITY_NUMBER)
    if any(cells.has(field) for field in numbers):
        parties = list(map(party_of, *(cells.of(field) for field in numbers)))
        told["company_numbers"] = [party.company_numbers for party in parties]
        told["identifiers"] = [party.identifiers for party in parties]
        for place, party in enumerate(parties):
            if party.notes:
                cells.notes[place].extend(party.notes)
    if cells.has(Field.SUB_SUPPLIERS):
        shares = [shares_of(cell) for cell in cells.of(Field.SUB_SUPPLIERS)]
        told["sub_suppliers"] = [tuple(name for name, _ in each) for each in shares]
        told["sub_shares"] = [tuple(share for _, share in each) for each in shares]
    if cells.has(Field.DESCRIPTION):
        described = cells.read(Field.DESCRIPTION, OF_CONTRACT[Field.DESCRIPTION])
        bought = told.get("category_text") or repeat("")
        told["category_text"] = [
            one or other for one, other in zip(bought, described, strict=False)
        ]


def _made(told: dict[str, Iterable[Any]]) -> tuple[SupplierRow, ...]:
    """The rows, from one column of values for each member, its default where there is none."""
    defaults = SupplierRow._field_defaults
    streams = [
        told[name] if name in told else repeat(defaults[name]) for name in SupplierRow._fields
    ]
    return tuple(map(SupplierRow._make, zip(*streams, strict=False)))


def _fitted(
    row: Sequence[str], where: dict[Field, int], width: int, notes: list[str]
) -> Sequence[str]:
    """A row as long as the list is wide: mended if it can be, then filled up or cut."""
    line = mended_row(row, where, width, notes)
    return [*line[:width], *[""] * (width - len(line))]


def _problem(name: str, kind: Whose, line: Sequence[str], telling: Sequence[int]) -> str:
    """Why a row that names no one, or a total, cannot be taken; empty where it can."""
    if kind is Whose.TOTAL or (
        not name and any(whose(cell) is Whose.TOTAL for cell in line if cell)
    ):
        return "The row looks like a total, not a supplier."
    if not name:
        return "The row names no supplier."
    if any(not is_nothing(line[index]) for index in telling):
        return ""
    if kind is Whose.WITHHELD:
        return "The name is withheld to protect a person, so no one can be looked up."
    return f"“{name}” names no one supplier."
