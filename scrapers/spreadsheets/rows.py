"""One row of cells → a supplier, its contract or payment, or the reason why it was not taken."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from scoring.facts import ContractFacts, PayPeriod
from scrapers.spreadsheets.cells import is_nothing
from scrapers.spreadsheets.codes import shares_of
from scrapers.spreadsheets.parties import party_of
from scrapers.spreadsheets.people import is_no_one, is_total, is_withheld, looks_like_a_person
from scrapers.spreadsheets.ragged import mended_row
from scrapers.spreadsheets.records import Column, Field, RowError, RowKind, SupplierRow
from scrapers.spreadsheets.values import Places, Values, tidy

_Read = tuple[str, Callable[[Values, Field], Any]]

# what a column gives to the row, and how its cell is read
_ROW: dict[Field, _Read] = {
    Field.POSTCODE: ("postcode", Values.postcode),
    Field.COUNTRY: ("country", Values.country),
    Field.AMOUNT: ("paid", Values.sum),
    Field.PAYMENT_DATE: ("paid_on", Values.day),
    Field.CATEGORY_CODE: ("category_codes", Values.codes),
    Field.CATEGORY_TEXT: ("category_text", Values.text),
    Field.SIC_CODE: ("sic_codes", Values.sic),
    Field.EMPLOYEES: ("employees", Values.count),
    Field.TURNOVER: ("turnover", Values.sum),
    Field.WORKFORCE: ("workforce", Values.items),
    Field.STATEMENT: ("statement", Values.statement),
}
_CONTRACT: dict[Field, _Read] = {
    Field.REFERENCE: ("reference", Values.text),
    Field.TITLE: ("title", Values.text),
    Field.ANNUAL_VALUE: ("annual_value", Values.sum),
    Field.TOTAL_VALUE: ("total_value", Values.sum),
    Field.START: ("start", Values.day),
    Field.END: ("end", Values.day),
    Field.PLACE: ("place", Values.text),
    Field.HOURLY_RATE: ("pay", Values.sum),
    Field.WEEKLY_HOURS: ("weekly_hours", Values.sum),
    Field.WORKERS: ("workers", Values.count),
}
# a place alone tells of no contract: suppliers have places too
_TELLING = (*(field for field in _CONTRACT if field is not Field.PLACE), Field.DESCRIPTION,
            Field.CURRENT_END)  # fmt: skip
_NUMBERS = (Field.COMPANY_NUMBER, Field.IDENTIFIER, Field.CHARITY_NUMBER)


class RowReader:
    """Reads the rows of one list, whose columns are known."""

    def __init__(self, columns: Sequence[Column], *, source: str, contracts: bool) -> None:
        """Read by the columns as recognised.

        Args:
            columns: Every column of the list; of two that hold the same, both are read.
            source: The list's name, kept with each contract.
            contracts: Whether the list tells of contracts.
        """
        self._places = Places(columns)
        self._where: Mapping[Field, int] = self._places.first
        self._width = len(columns)
        self._source = source
        self._contracts = contracts
        self._supplier = self._where[Field.SUPPLIER]
        self._row = _present(_ROW, self._where)
        self._contract_row = _present(_CONTRACT, self._where)
        self._numbers = any(field in self._where for field in _NUMBERS)

    def read(self, number: int, row: Sequence[str]) -> SupplierRow | RowError:
        """Return the row taken, or why it was not, with its number in the file from 1."""
        notes: list[str] = []
        given = tuple(row)
        row = mended_row(row, self._where, self._width, notes)
        name = tidy(row[self._supplier]) if self._supplier < len(row) else ""
        values = Values(row, self._places, notes)
        no_one = not name or is_no_one(name) or is_withheld(name)
        if (no_one or is_total(name)) and (problem := self._problem(name, row, values)):
            return RowError(number, Field.SUPPLIER.value, problem, given)
        told = {name: read(values, field) for field, (name, read) in self._row}
        if no_one:
            notes.append(f"“{name}” names no one supplier; the contract is kept.")
            told["no_one"] = True
        elif looks_like_a_person(name):
            told["likely_person"] = True
        self._tell_who(values, told)
        if self._contracts and (contract := self._contract(number, values, told)):
            told |= {"contract": contract, "kind": RowKind.CONTRACT}
        return SupplierRow(number, given, name, notes=tuple(notes), **told)

    def _tell_who(self, values: Values, told: dict[str, Any]) -> None:
        """Add the supplier's numbers, its own suppliers, and words for what it sells."""
        if self._numbers:
            party = party_of(*map(values.raw, _NUMBERS))
            values.notes.extend(party.notes)
            told["company_numbers"] = party.company_numbers
            told["identifiers"] = party.identifiers
        if Field.SUB_SUPPLIERS in self._where:
            subs = shares_of(values.raw(Field.SUB_SUPPLIERS))
            told["sub_suppliers"] = tuple(name for name, _ in subs)
            told["sub_shares"] = tuple(share for _, share in subs)
        if Field.DESCRIPTION in self._where and not told.get("category_text"):
            told["category_text"] = values.text(Field.DESCRIPTION)

    def _contract(
        self, number: int, values: Values, told: Mapping[str, Any]
    ) -> ContractFacts | None:
        """The contract, if any cell of the row tells of one."""
        if not any(values.raw(field) for field in _TELLING):
            return None
        terms = {name: read(values, field) for field, (name, read) in self._contract_row}
        terms.setdefault("reference", "")
        if not terms["reference"] and Field.REFERENCE in self._where:
            values.notes.append("The contract has no reference.")
        if not terms.get("title"):
            terms["title"] = values.text(Field.DESCRIPTION)
        if current := values.day(Field.CURRENT_END):
            terms["end"] = current
        start, end = terms.get("start"), terms.get("end")
        if start and end and end < start:
            values.notes.append(f"The end {end} is before the start {start}.")
        if terms.get("pay") is not None:
            terms["pay_period"] = PayPeriod.HOUR
        return ContractFacts(
            category_codes=told.get("category_codes", ()),
            category_text=told.get("category_text", ""),
            source=self._source,
            row=number,
            **terms,
        )

    def _problem(self, name: str, row: Sequence[str], values: Values) -> str:
        """Why a row that names no one, or a total, cannot be taken; empty where it can."""
        if is_total(name) or (not name and any(map(is_total, row))):
            return "The row looks like a total, not a supplier."
        if not name:
            return "The row names no supplier."
        if self._contracts and any(not is_nothing(values.raw(field)) for field in _TELLING):
            return ""
        if is_withheld(name):
            return "The name is withheld to protect a person, so no one can be looked up."
        return f"“{name}” names no one supplier."


def _present(
    reads: Mapping[Field, _Read], where: Mapping[Field, int]
) -> tuple[tuple[Field, _Read], ...]:
    """The reads whose column the list has."""
    return tuple((field, read) for field, read in reads.items() if field in where)
