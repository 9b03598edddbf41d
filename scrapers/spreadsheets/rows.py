"""Rows of cells → suppliers, their contracts or payments, or the reason why one was not taken."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from decimal import Decimal
from itertools import compress, repeat
from operator import itemgetter
from typing import Any

from scoring.facts import ContractFacts
from scrapers.spreadsheets.cells import is_nothing, money_in_any_currency
from scrapers.spreadsheets.chunks import ListPart
from scrapers.spreadsheets.codes import shares_of
from scrapers.spreadsheets.contracts import contracts_of
from scrapers.spreadsheets.currencies import POUNDS, currency_in, currency_of
from scrapers.spreadsheets.headings import plain
from scrapers.spreadsheets.parties import party_of
from scrapers.spreadsheets.people import Whose, whose
from scrapers.spreadsheets.ragged_csv import mended_row
from scrapers.spreadsheets.records import Column, Field, RowError, RowKind
from scrapers.spreadsheets.styles import Styles
from scrapers.spreadsheets.tally import Tally
from scrapers.spreadsheets.values import (
    OF_CONTRACT,
    OF_ROW,
    Cells,
    Once,
    Read,
    readings,
    says_something,
    tidy,
)

_ORDINARY = frozenset({Whose.FIRM, Whose.PERSON})
_NO_ONE = frozenset({Whose.NO_ONE, Whose.WITHHELD})
UNNAMED = "unnamed"
_SUMMED = (Field.AMOUNT, Field.TOTAL_VALUE, Field.ANNUAL_VALUE)
"""Fields whose money a list adds up, the first that it has."""
# a place or a status alone is no sign of a contract: suppliers and payments have them too
_TELLING = frozenset(OF_CONTRACT) - {Field.PLACE, Field.STATUS}
_TERMS = _TELLING - {Field.REFERENCE, Field.DESCRIPTION}


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

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        source: str,
        contracts: bool,
        styles: Styles,
        tally: Tally,
    ) -> None:
        """Get ready for a list.

        Args:
            columns: Every column; of two that hold the same field, both are read.
            source: The list's name, kept with each contract.
            contracts: Whether the list tells of contracts.
            styles: How the list writes its figures and dates.
            tally: Where rows that name no supplier are counted.
        """
        self._columns, self._source, self._contracts = columns, source, contracts
        self._tally, self._styles = tally, styles
        self._of_row = readings(OF_ROW, styles, columns)
        self._of_contract = readings(OF_CONTRACT, styles, columns)
        self._headings = {plain(column.heading) for column in columns if column.heading}
        self._where = {column.field: column.index for column in reversed(columns) if column.field}
        self._contract_cells = [
            self._where[field]
            for field in (_TERMS if Field.PAYMENT_DATE in self._where else _TELLING)
            if contracts and field in self._where
        ]
        self._paid_under: set[Any] = set()
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
        columns: dict[str, Sequence[Any]] = {
            "row": taken.numbers,
            "cells": list(map(tuple, taken.given)),
            "name": taken.names,
        }
        _add_columns(columns, cells, taken, self._kinds, self._sorts, self._of_row)
        self._leave_out_currencies(columns, cells)
        if self._contracts:
            columns["contract"] = self._contracts_of(columns, cells, taken)
            columns["kind"] = [
                RowKind.CONTRACT if each else RowKind.SUPPLIER for each in columns["contract"]
            ]
        self._count_unread(columns, cells)
        if cells.notes:
            columns["notes"] = [tuple(cells.notes.get(place, ())) for place in range(cells.count)]
        return ListPart(cells.count, columns, self._telling(columns, taken), tuple(errors))

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
            kind = whose(name)
            if kind is Whose.FIRM and plain(name) in self._headings:
                kind = Whose.HEADING
            kinds[name] = kind
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
                elif problem := self._problem(name, kinds[name], line):
                    what, message = problem
                    amount = self._amount(line)
                    self._tally.add(what, amount)
                    errors.append(
                        RowError(
                            first + place,
                            Field.SUPPLIER.value,
                            message,
                            tuple(rows[place]),
                            amount if what == UNNAMED else None,
                        )
                    )
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

    def _contracts_of(
        self, columns: Mapping[str, Sequence[Any]], cells: Cells, taken: _Taken
    ) -> list[ContractFacts | None]:
        """Return the contract of each row; payments under one reference are one contract."""
        contracts = contracts_of(
            cells,
            columns,
            taken.numbers,
            source=self._source,
            how=self._of_contract,
            tally=self._tally,
        )
        if not cells.has(Field.AMOUNT) or cells.has(Field.START) or cells.has(Field.END):
            return contracts
        once: list[ContractFacts | None] = []
        for name, contract in zip(taken.names, contracts, strict=True):
            terms = contract and (name, contract.reference, contract.title)
            once.append(None if terms in self._paid_under else contract)
            if terms:
                self._paid_under.add(terms)
        return once

    def _leave_out_currencies(self, columns: dict[str, Sequence[Any]], cells: Cells) -> None:
        """Leave sums out of the payments whose currency column says that they are not pounds."""
        if self._styles.foreign or not cells.has(Field.CURRENCY):
            return
        paid = list(columns.get("paid") or [None] * cells.count)
        for place, cell in enumerate(cells.of(Field.CURRENCY)):
            currency = currency_of(cell)
            if currency in ("", POUNDS):
                continue
            paid[place] = None
            cells.notes[place].append(f"The sum is in {currency}, not in pounds; it is unknown.")
        if "paid" in columns:
            columns["paid"] = paid

    def _count_unread(self, columns: Mapping[str, Sequence[Any]], cells: Cells) -> None:
        """Count the money that is in no sum: in another currency, or not one figure."""
        field = next((each for each in _SUMMED if cells.has(each)), None)
        if field is None:
            return
        if field is Field.AMOUNT:
            self._tally.add_paid(columns["paid"])
            unread = [amount is None for amount in columns["paid"]]
        else:
            name = self._of_contract[field].name
            contracts = columns.get("contract") or [None] * cells.count
            unread = [each is not None and getattr(each, name) is None for each in contracts]
        currencies, comma = cells.of(Field.CURRENCY), field in self._styles.comma
        for place, cell in compress(enumerate(cells.of(field)), unread):
            currency = self._styles.foreign or currency_of(currencies[place]) or currency_in(cell)
            amount = money_in_any_currency(cell, comma=comma)
            if amount is not None and currency not in ("", POUNDS):
                self._tally.add_foreign(currency, amount)
            elif says_something(cell):
                self._tally.add_unread(columns["row"][place])
            elif field is Field.AMOUNT:
                self._tally.add_empty(columns["row"][place])

    def _amount(self, line: Sequence[str]) -> Decimal | None:
        """The money in a row that is not taken, in pounds."""
        if Field.CURRENCY in self._where:
            currency = currency_of(line[self._where[Field.CURRENCY]])
            if currency not in ("", POUNDS):
                return None
        for field, how in ((Field.AMOUNT, self._of_row), (Field.TOTAL_VALUE, self._of_contract)):
            if field in self._where:
                amount: Decimal | None = how[field].of(line[self._where[field]])
                return amount
        return None

    def _problem(self, name: str, kind: Whose, line: Sequence[str]) -> tuple[str, str] | None:
        """What a row is that names no one, and why it cannot be taken; None where it can."""
        others = [cell for cell in line if cell.strip() and tidy(cell) != name]
        if kind is Whose.HEADING:
            headings = [cell for cell in others if plain(cell) in self._headings]
            repeated = bool(headings) and len(headings) * 2 >= len(others)
            return ("heading", "The row repeats the headings.") if repeated else None
        if kind is Whose.NOTE:
            return None if others else ("note", "The row is a note, not a supplier.")
        if kind is Whose.TOTAL or (
            not name and any(whose(cell) is Whose.TOTAL for cell in line if cell)
        ):
            return ("total", "The row looks like a total, not a supplier.")
        telling = any(not is_nothing(line[index]) for index in self._contract_cells)
        return None if name and telling else (UNNAMED, _nobody(name, kind))

    def _telling(self, columns: Mapping[str, Sequence[Any]], taken: _Taken) -> list[int]:
        """Places of the rows that say of a supplier what none said before.

        Of what a supplier has one of, that says something new which tells it first; what was
        bought may be several things.
        """
        several = (map(itemgetter(index), taken.lines) for index in self._several)
        single = (
            columns[name]
            if name == "category_text"
            else [each is not None and each != "" for each in columns[name]]
            for name in _SINGLE
            if name in columns
        )
        said, telling = self._said, []
        for place, words in enumerate(zip(taken.names, *several, *single, strict=True)):
            if words not in said:
                said.add(words)
                telling.append(place)
        return telling


def _nobody(name: str, kind: Whose) -> str:
    if not name:
        return "The row names no supplier."
    if kind is Whose.WITHHELD:
        return "The name is withheld to protect a person, so no one can be looked up."
    return f"“{name}” names no one supplier."


def _add_columns(
    columns: dict[str, Sequence[Any]],
    cells: Cells,
    taken: _Taken,
    kinds: Mapping[str, Whose],
    sorts: Set[Whose],
    how_read: Mapping[Field, Read],
) -> None:
    """Add what the columns of suppliers and payments tell."""
    for field, how in how_read.items():
        if cells.has(field):
            columns[how.name] = cells.read(field, how)
    if Whose.PERSON in sorts:
        columns["likely_person"] = [kinds[name] is Whose.PERSON for name in taken.names]
    if not sorts <= _ORDINARY:
        columns["no_one"] = [kinds[name] in _NO_ONE for name in taken.names]
        for place in compress(range(cells.count), columns["no_one"]):
            note = f"“{taken.names[place]}” names no one supplier; the contract is kept."
            cells.notes[place].append(note)
    numbers = (Field.COMPANY_NUMBER, Field.IDENTIFIER, Field.CHARITY_NUMBER)
    if any(cells.has(field) for field in numbers):
        parties = list(map(party_of, *(cells.of(field) for field in numbers)))
        columns["company_numbers"] = [party.company_numbers for party in parties]
        columns["identifiers"] = [party.identifiers for party in parties]
        for place, party in enumerate(parties):
            if party.notes:
                cells.notes[place].extend(party.notes)
    if cells.has(Field.SUB_SUPPLIERS):
        shares = [shares_of(cell) for cell in cells.of(Field.SUB_SUPPLIERS)]
        columns["sub_suppliers"] = [tuple(name for name, _ in each) for each in shares]
        columns["sub_shares"] = [tuple(share for _, share in each) for each in shares]
    if cells.has(Field.DESCRIPTION):
        described = cells.read(Field.DESCRIPTION, OF_CONTRACT[Field.DESCRIPTION])
        bought = columns.get("category_text") or repeat("")
        columns["category_text"] = [
            one or other for one, other in zip(bought, described, strict=False)
        ]


def _fitted(
    row: Sequence[str], where: dict[Field, int], width: int, notes: list[str]
) -> Sequence[str]:
    """A row as long as the list is wide: mended if it can be, then filled up or cut."""
    line = mended_row(row, where, width, notes)
    return [*line[:width], *[""] * (width - len(line))]
