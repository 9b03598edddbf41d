"""Rows of cells → suppliers, their contracts or payments, or the reason why one was not taken."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import compress, repeat
from operator import itemgetter
from typing import Any

from scrapers.spreadsheets.cells import is_nothing
from scrapers.spreadsheets.codes import shares_of
from scrapers.spreadsheets.contracts import contracts_of
from scrapers.spreadsheets.parties import party_of
from scrapers.spreadsheets.parts import ListPart
from scrapers.spreadsheets.people import Whose, whose
from scrapers.spreadsheets.ragged import mended_row
from scrapers.spreadsheets.records import Column, Field, RowError, RowKind
from scrapers.spreadsheets.values import OF_CONTRACT, OF_ROW, Cells, Once, tidy

_ORDINARY = frozenset({Whose.FIRM, Whose.PERSON})
# a place alone tells of no contract: suppliers have places too
_TELLING = frozenset(OF_CONTRACT) - {Field.PLACE}


_SEVERAL = frozenset(
    {Field.COMPANY_NUMBER, Field.IDENTIFIER, Field.CHARITY_NUMBER, Field.COUNTRY, Field.SIC_CODE,
     Field.CATEGORY_CODE, Field.WORKFORCE, Field.SUB_SUPPLIERS}
)  # fmt: skip
_SINGLE = ("postcode", "category_text", "turnover", "employees", "statement")
"""What a supplier may have several of, and what it has one of."""


@dataclass(frozen=True, slots=True)
class _Taken:
    """The rows that are taken: numbers, cells as given and as wide as the list, and names."""

    numbers: Sequence[int]
    given: Sequence[Sequence[str]]
    lines: Sequence[Sequence[str]]
    names: Sequence[str]
    notes: Mapping[int, list[str]]


class RowReader:
    """Reads the rows of a list, column by column, each to its meaning, some at a time."""

    def __init__(self, columns: Sequence[Column], *, source: str, contracts: bool) -> None:
        """Get ready for a list.

        Args:
            columns: Every column; of two that hold the same field, both are read.
            source: The list's name, kept with each contract.
            contracts: Whether the list tells of contracts.
        """
        self._columns, self._source, self._contracts = columns, source, contracts
        self._where = {column.field: column.index for column in reversed(columns) if column.field}
        self._contract_cells = [
            self._where[field] for field in _TELLING if contracts and field in self._where
        ]
        self._several = [each.index for each in columns if each.field in _SEVERAL]
        self._said: set[Any] = set()
        self._names: dict[str, str] = {}
        self._kinds: dict[str, Whose] = {}
        self._sorts: set[Whose] = set()
        self._once: dict[Field, Once] = {}

    def read(self, rows: Sequence[Sequence[str]], *, first: int) -> ListPart:
        """Read the next rows; every filled one is taken or reported, empty ones are left out.

        Args:
            rows: Rows below the headings.
            first: Number of the first of them in the file.
        """
        taken, errors = self._taken(rows, first)
        cells = Cells(self._columns, taken.lines, self._once)
        cells.notes.update(taken.notes)
        told: dict[str, Sequence[Any]] = {
            "row": taken.numbers,
            "cells": list(map(tuple, taken.given)),
            "name": taken.names,
        }
        _tell(told, cells, taken, self._kinds, self._sorts)
        if self._contracts:
            told["contract"] = contracts_of(cells, told, taken.numbers, source=self._source)
            told["kind"] = [
                RowKind.CONTRACT if each else RowKind.SUPPLIER for each in told["contract"]
            ]
        if cells.notes:
            told["notes"] = [tuple(cells.notes.get(place, ())) for place in range(cells.count)]
        return ListPart(cells.count, told, self._telling(told, taken), tuple(errors))

    def _taken(self, rows: Sequence[Sequence[str]], first: int) -> tuple[_Taken, list[RowError]]:
        """Tell the rows that are taken from those that are reported."""
        where, width = self._where, len(self._columns)
        known, kinds = self._names, self._kinds
        lines, mended = list(rows), dict[int, list[str]]()
        for place, row in enumerate(rows) if set(map(len, rows)) != {width} else ():
            if len(row) != width:
                notes: list[str] = []
                lines[place] = _fitted(row, where, width, notes)
                if notes:
                    mended[place] = notes
        spelt = list(map(itemgetter(where[Field.SUPPLIER]), lines))
        for cell in set(spelt).difference(known):
            name = known[cell] = tidy(cell)
            kind = kinds[name] = whose(name)
            self._sorts.add(kind)
        errors: list[RowError] = []
        left_out: set[int] = set()
        if not self._sorts <= _ORDINARY:
            for place, cell in enumerate(spelt):
                line, name = lines[place], known[cell]
                if kinds[name] in _ORDINARY:
                    continue
                if not any(map(str.strip, rows[place])):
                    left_out.add(place)
                elif problem := _problem(name, kinds[name], line, self._contract_cells):
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
            names=list(map(known.__getitem__, spelt)),
            notes={at: mended[place] for at, place in enumerate(places) if place in mended}
            if mended
            else {},
        )
        return taken, errors

    def _telling(self, told: Mapping[str, Sequence[Any]], taken: _Taken) -> list[int]:
        """Places of the rows that say of a supplier what none said before.

        Of what a supplier has one of, that says something new which tells it first.
        """
        several = (map(itemgetter(index), taken.lines) for index in self._several)
        single = (
            [each is not None and each != "" for each in told[name]]
            for name in _SINGLE
            if name in told
        )
        said, telling = self._said, []
        for place, words in enumerate(zip(taken.names, *several, *single, strict=True)):
            if words not in said:
                said.add(words)
                telling.append(place)
        return telling


def _tell(
    told: dict[str, Sequence[Any]],
    cells: Cells,
    taken: _Taken,
    kinds: Mapping[str, Whose],
    sorts: Set[Whose],
) -> None:
    """Add what the columns of suppliers and payments tell."""
    for field, how in OF_ROW.items():
        if cells.has(field):
            told[how.name] = cells.read(field, how)
    if Whose.PERSON in sorts:
        told["likely_person"] = [kinds[name] is Whose.PERSON for name in taken.names]
    if not sorts <= _ORDINARY:
        told["no_one"] = [kinds[name] not in _ORDINARY for name in taken.names]
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
