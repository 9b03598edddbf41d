"""Rows of cells → suppliers, their contracts or payments, or the reason why one was not taken."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import compress, repeat
from operator import itemgetter
from typing import Any

from scrapers.spreadsheets.cells import is_nothing
from scrapers.spreadsheets.codes import shares_of
from scrapers.spreadsheets.contracts import contracts_of
from scrapers.spreadsheets.parties import party_of
from scrapers.spreadsheets.people import Whose, whose
from scrapers.spreadsheets.ragged import mended_row
from scrapers.spreadsheets.records import Column, Field, RowError, RowKind, SupplierRow
from scrapers.spreadsheets.values import OF_CONTRACT, OF_ROW, Cells, tidy

_ORDINARY = frozenset({Whose.FIRM, Whose.PERSON})
# a place alone tells of no contract: suppliers have places too
_TELLING = frozenset(OF_CONTRACT) - {Field.PLACE}


def read_rows(
    columns: Sequence[Column],
    rows: Sequence[Sequence[str]],
    *,
    first: int,
    source: str,
    contracts: bool,
) -> tuple[tuple[SupplierRow, ...], tuple[RowError, ...]]:
    """Read the rows of a list, column by column, each to its meaning.

    Args:
        columns: Every column; of two that hold the same field, both are read.
        rows: The rows below the headings; empty ones are left out.
        first: Number of the first of them in the file.
        source: The list's name, kept with each contract.
        contracts: Whether the list tells of contracts.

    Returns:
        The rows taken and the rows reported; every filled row is one of them.
    """
    where = {column.field: column.index for column in reversed(columns) if column.field}
    telling = [where[field] for field in _TELLING if contracts and field in where]
    taken, errors = _taken(rows, where, telling, first=first, width=len(columns))
    cells = Cells(columns, taken.lines)
    cells.notes.update(taken.notes)
    told: dict[str, Iterable[Any]] = {
        "row": taken.numbers,
        "cells": list(map(tuple, taken.given)),
        "name": taken.names,
    }
    _tell(told, cells, taken)
    if contracts:
        told["contract"] = contracts_of(cells, told, taken.numbers, source=source)
        told["kind"] = [
            RowKind.CONTRACT if each else RowKind.SUPPLIER for each in told["contract"]
        ]
    if cells.notes:
        told["notes"] = [tuple(cells.notes.get(place, ())) for place in range(cells.count)]
    return _made(told), tuple(errors)


@dataclass(frozen=True, slots=True)
class _Taken:
    """The rows that are taken: numbers, cells as given and as wide as the list, and names.

    `kinds` says of each name whose it is, those of rows that were not taken among them.
    """

    numbers: Sequence[int]
    given: Sequence[Sequence[str]]
    lines: Sequence[Sequence[str]]
    names: Sequence[str]
    kinds: Mapping[str, Whose]
    notes: Mapping[int, list[str]]


def _taken(
    rows: Sequence[Sequence[str]],
    where: dict[Field, int],
    telling: Sequence[int],
    *,
    first: int,
    width: int,
) -> tuple[_Taken, list[RowError]]:
    """Tell the rows that are taken from those that are reported."""
    lines, mended = list(rows), dict[int, list[str]]()
    for place, row in enumerate(rows) if set(map(len, rows)) != {width} else ():
        if len(row) != width:
            notes: list[str] = []
            lines[place] = _fitted(row, where, width, notes)
            if notes:
                mended[place] = notes
    spelt = list(map(itemgetter(where[Field.SUPPLIER]), lines))
    tidied = {cell: tidy(cell) for cell in set(spelt)}
    kinds = {cell: whose(name) for cell, name in tidied.items()}
    errors: list[RowError] = []
    left_out: set[int] = set()
    if not all(kind in _ORDINARY for kind in kinds.values()):
        for place, cell in enumerate(spelt):
            if kinds[cell] in _ORDINARY:
                continue
            line, name = lines[place], tidied[cell]
            if not any(map(str.strip, rows[place])):
                left_out.add(place)
            elif problem := _problem(name, kinds[cell], line, telling):
                cells = tuple(rows[place])
                errors.append(RowError(first + place, Field.SUPPLIER.value, problem, cells))
                left_out.add(place)
    places: Sequence[int] = range(len(lines))
    if left_out:
        places = [place for place in places if place not in left_out]
        lines = [lines[place] for place in places]
        spelt = [spelt[place] for place in places]
    taken = _Taken(
        numbers=[first + place for place in places],
        given=[rows[place] for place in places] if left_out else rows,
        lines=lines,
        names=list(map(tidied.__getitem__, spelt)),
        kinds={name: kinds[cell] for cell, name in tidied.items()},
        notes={at: mended[place] for at, place in enumerate(places) if place in mended}
        if mended
        else {},
    )
    return taken, errors


def _tell(told: dict[str, Iterable[Any]], cells: Cells, taken: _Taken) -> None:
    """Add what the columns of suppliers and payments tell."""
    for field, how in OF_ROW.items():
        if cells.has(field):
            told[how.name] = cells.read(field, how)
    sorts = set(taken.kinds.values())
    if Whose.PERSON in sorts:
        told["likely_person"] = [taken.kinds[name] is Whose.PERSON for name in taken.names]
    if not sorts <= _ORDINARY:
        told["no_one"] = [taken.kinds[name] not in _ORDINARY for name in taken.names]
        for place in compress(range(cells.count), told["no_one"]):
            note = f"“{taken.names[place]}” names no one supplier; the contract is kept."
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
    # as `SupplierRow._make` does, without a call in Python for each row
    return tuple(map(partial(tuple.__new__, SupplierRow), zip(*streams, strict=False)))


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
