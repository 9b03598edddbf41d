"""One row of cells → a supplier, its contract or payment, or the reason why it was not taken."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache

from scoring.countries import country_code
from scoring.facts import ContractFacts, PayPeriod
from scrapers.spreadsheets import cells as cell
from scrapers.spreadsheets.codes import shares_of, sic_codes, split_codes
from scrapers.spreadsheets.decoding import mend
from scrapers.spreadsheets.parties import Party, party_of
from scrapers.spreadsheets.people import is_no_one, is_total, is_withheld, looks_like_a_person
from scrapers.spreadsheets.ragged import mended_row
from scrapers.spreadsheets.records import Field, RowError, RowKind, SupplierRow

_CONTRACT = (
    Field.REFERENCE, Field.TITLE, Field.DESCRIPTION, Field.ANNUAL_VALUE, Field.TOTAL_VALUE,
    Field.START, Field.END, Field.CURRENT_END, Field.HOURLY_RATE, Field.WEEKLY_HOURS,
    Field.WORKERS,
)  # fmt: skip
_PAYMENT = frozenset(
    {Field.SUPPLIER, Field.AMOUNT, Field.PAYMENT_DATE, Field.CATEGORY_TEXT, Field.VISIBILITY}
)


class RowReader:
    """Reads the rows of one list, whose columns are known."""

    def __init__(
        self, where: Mapping[Field, int], *, width: int, source: str, contracts: bool
    ) -> None:
        """Read by the place of each field.

        Args:
            where: The column that holds each field, from 0.
            width: How many columns the list has.
            source: The list's name, kept with each contract.
            contracts: Whether the list tells of contracts.
        """
        self._where = where
        self._width = width
        self._source = source
        self._contracts = contracts
        self._supplier = where[Field.SUPPLIER]
        self._simple = not contracts and set(where) <= _PAYMENT

    def read(self, number: int, row: Sequence[str]) -> SupplierRow | RowError:
        """Return the row taken, or why it was not, with its number in the file from 1."""
        notes: list[str] = []
        given = tuple(row)
        row = mended_row(row, self._where, self._width, notes)
        name = tidy(row[self._supplier]) if self._supplier < len(row) else ""
        if problem := self._problem(name, row):
            return RowError(number, Field.SUPPLIER.value, problem, given)
        no_one = is_no_one(name) or is_withheld(name)
        if no_one:
            notes.append(f"“{name}” names no one supplier; the contract is kept.")
        values = _Values(row, self._where, notes)
        person = not no_one and looks_like_a_person(name)
        if self._simple:
            return SupplierRow(
                number,
                given,
                name,
                paid=values.sum(Field.AMOUNT),
                paid_on=values.day(Field.PAYMENT_DATE),
                category_text=values.text(Field.CATEGORY_TEXT),
                likely_person=person,
                notes=tuple(notes),
            )
        party = party_of(values.raw(Field.COMPANY_NUMBER), values.raw(Field.IDENTIFIER),
                         values.raw(Field.CHARITY_NUMBER))  # fmt: skip
        return self._full(number, given, name, values, party, person=person, no_one=no_one)

    def _full(
        self,
        number: int,
        given: tuple[str, ...],
        name: str,
        values: "_Values",
        party: Party,
        *,
        person: bool,
        no_one: bool,
    ) -> SupplierRow:
        values.notes.extend(party.notes)
        codes = values.codes()
        contract = self._contract(number, values, codes) if self._contracts else None
        subs = shares_of(values.raw(Field.SUB_SUPPLIERS))
        return SupplierRow(
            row=number,
            cells=given,
            name=name,
            kind=RowKind.CONTRACT if contract else RowKind.SUPPLIER,
            company_numbers=party.company_numbers,
            identifiers=party.identifiers,
            postcode=cell.postcode(values.raw(Field.POSTCODE)) or values.text(Field.POSTCODE),
            country=values.country(),
            contract=contract,
            paid=values.sum(Field.AMOUNT),
            paid_on=values.day(Field.PAYMENT_DATE),
            category_codes=codes,
            category_text=values.text(Field.CATEGORY_TEXT) or values.text(Field.DESCRIPTION),
            sic_codes=sic_codes(values.raw(Field.SIC_CODE)),
            employees=values.count(Field.EMPLOYEES),
            turnover=values.sum(Field.TURNOVER),
            workforce=cell.items(values.text(Field.WORKFORCE)),
            statement=values.text(Field.STATEMENT),
            sub_suppliers=tuple(each for each, _ in subs),
            sub_shares=tuple(part for _, part in subs),
            no_one=no_one,
            likely_person=person,
            notes=tuple(values.notes),
        )

    def _contract(
        self, number: int, values: "_Values", codes: tuple[str, ...]
    ) -> ContractFacts | None:
        """The contract, if any cell of the row tells of one."""
        if not any(values.raw(field) for field in _CONTRACT):
            return None
        start, end = values.day(Field.START), values.day(Field.END)
        end = values.day(Field.CURRENT_END) or end
        if start and end and end < start:
            values.notes.append(f"The end {end} is before the start {start}.")
        rate = values.sum(Field.HOURLY_RATE)
        reference = values.text(Field.REFERENCE)
        if not reference and Field.REFERENCE in self._where:
            values.notes.append("The contract has no reference.")
        return ContractFacts(
            reference=reference,
            title=values.text(Field.TITLE) or values.text(Field.DESCRIPTION),
            annual_value=values.sum(Field.ANNUAL_VALUE),
            total_value=values.sum(Field.TOTAL_VALUE),
            start=start,
            end=end,
            place=values.text(Field.PLACE),
            category_codes=codes,
            category_text=values.text(Field.CATEGORY_TEXT) or values.text(Field.DESCRIPTION),
            pay=rate,
            pay_period=PayPeriod.HOUR if rate is not None else None,
            weekly_hours=values.sum(Field.WEEKLY_HOURS),
            workers=values.count(Field.WORKERS),
            source=self._source,
            row=number,
        )

    def _problem(self, name: str, row: Sequence[str]) -> str:
        """Why the row cannot be taken, or an empty string."""
        if is_total(name) or (
            not name and any(is_total(each) for each in row if each and not each[0].isdigit())
        ):
            return "The row looks like a total, not a supplier."
        told = self._contracts and any(
            not cell.is_nothing(row[self._where[field]])
            for field in _CONTRACT
            if field in self._where and self._where[field] < len(row)
        )
        if not name:
            return "The row names no supplier."
        if is_withheld(name) and not told:
            return "The name is withheld to protect a person, so no one can be looked up."
        if is_no_one(name) and not told:
            return f"“{name}” names no one supplier."
        return ""


class _Values:
    """The cells of one row by field; what cannot be read is noted and left unknown."""

    __slots__ = ("_row", "_where", "notes")

    def __init__(self, row: Sequence[str], where: Mapping[Field, int], notes: list[str]) -> None:
        self._row = row
        self._where = where
        self.notes = notes

    def raw(self, field: Field) -> str:
        index = self._where.get(field)
        return self._row[index] if index is not None and index < len(self._row) else ""

    def text(self, field: Field) -> str:
        words = tidy(self.raw(field))
        return "" if cell.is_nothing(words) else words

    def sum(self, field: Field) -> Decimal | None:
        words = self.raw(field)
        if not words:
            return None
        amount = cell.money(words)
        if amount is None and not cell.is_nothing(words):
            self._unread(field, words, "is not one figure")
        return amount

    def day(self, field: Field) -> date | None:
        words = self.raw(field)
        if not words:
            return None
        found = cell.day(words)
        if found is None and not (cell.is_nothing(words) and words.strip().lower() != "x"):
            self._unread(field, words, "is no date")
        return found

    def count(self, field: Field) -> int | None:
        words = self.text(field)
        found = cell.whole(words)
        if words and found is None:
            self._unread(field, words, "is not a whole number")
        return found

    def codes(self) -> tuple[str, ...]:
        words = self.text(Field.CATEGORY_CODE)
        found = split_codes(words)
        if words and not found:
            self._unread(Field.CATEGORY_CODE, words, "is no code")
        return found

    def country(self) -> str:
        words = self.text(Field.COUNTRY)
        return country_code(words) or words

    def _unread(self, field: Field, words: str, problem: str) -> None:
        self.notes.append(f"{field.label} “{words.strip()[:40]}” {problem}; it is left unknown.")


@lru_cache(65_536)
def tidy(words: str) -> str:
    """Return the words with white space and lost quotation marks mended."""
    return " ".join(mend(words).split())
