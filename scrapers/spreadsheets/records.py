"""What a supplier list becomes: its columns as understood, its rows, and the rows not taken."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from scoring.companies.identifiers import Identifier
from scoring.facts import ContractFacts
from scrapers.spreadsheets.periods import ListPeriod


class Field(StrEnum):
    """What a column of a supplier list can hold, as far as we read it."""

    SUPPLIER = "supplier"
    COMPANY_NUMBER = "company_number"
    IDENTIFIER = "identifier"
    CHARITY_NUMBER = "charity_number"
    POSTCODE = "postcode"
    COUNTRY = "country"
    REFERENCE = "reference"
    TITLE = "title"
    DESCRIPTION = "description"
    ANNUAL_VALUE = "annual_value"
    TOTAL_VALUE = "total_value"
    AMOUNT = "amount"
    PAYMENT_DATE = "payment_date"
    START = "start"
    END = "end"
    CURRENT_END = "current_end"
    PLACE = "place"
    CATEGORY_CODE = "category_code"
    CATEGORY_TEXT = "category_text"
    SIC_CODE = "sic_code"
    HOURLY_RATE = "hourly_rate"
    WEEKLY_HOURS = "weekly_hours"
    WORKERS = "workers"
    EMPLOYEES = "employees"
    TURNOVER = "turnover"
    WORKFORCE = "workforce"
    STATEMENT = "statement"
    SUB_SUPPLIERS = "sub_suppliers"
    CURRENCY = "currency"
    VISIBILITY = "visibility"
    STATUS = "status"

    @property
    def label(self) -> str:
        """The field in words, for a page that lets a person correct it."""
        return self.value.replace("_", " ").capitalize()


class RowKind(StrEnum):
    """What a row told of: a supplier (perhaps with a payment), or a contract with one."""

    SUPPLIER = "supplier"
    CONTRACT = "contract"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the list as given, and what we take it for.

    Attributes:
        index: Place in the row, from 0.
        heading: The heading as given; empty where it has none.
        field: What it holds, or None when it is kept but not read.
        confidence: How sure the recognition is, 0 to 1; 1 when a person said so.
        reason: Why, in words.
    """

    index: int
    heading: str
    field: Field | None = None
    confidence: float = 0.0
    reason: str = ""


class SupplierRow(NamedTuple):
    """One row of the list that names a supplier, with its cells as given.

    A tuple, since a list has hundreds of thousands of them and one takes a fifth of the time that
    a frozen dataclass of as many fields takes to make. Money is pounds sterling; None and empty
    are unknown, never zero.

    Attributes:
        row: Row number in the file as a spreadsheet shows it, from 1.
        cells: The cells as given, in the list's own order.
        name: The supplier's name, white space mended.
        kind: Whether the row tells of a contract or only of a supplier.
        company_numbers: Registered numbers in canonical form; several if the cell held several.
        identifiers: Every identifier found, company numbers included.
        postcode: UK postcode in its usual form, or as given if it is no UK one.
        country: ISO 3166-1 alpha-2 code, or the words given if they are not understood.
        contract: The contract that the row tells of, if it does.
        paid: The sum paid by this row, negative for a refund, if it is a payment.
        paid_on: The day of payment.
        category_codes: Codes as given (CPV, ProClass, SIC); also on the contract.
        category_text: What was bought, in the list's words.
        sic_codes: UK SIC 2007 codes of the supplier, five digits.
        employees: People the supplier employs.
        turnover: Pounds a year.
        workforce: Words of a workforce column.
        statement: Address or file name of its modern slavery statement.
        sub_suppliers: Names of its own suppliers.
        sub_shares: Share of the supply from each of them, 0 to 1, None where not told.
        no_one: The words name no one supplier ("Various"); the contract is kept all the same.
        likely_person: The name looks like a private person's: keep as little as needed.
        notes: What is odd about this row, in plain sentences.
    """

    row: int
    cells: tuple[str, ...]
    name: str
    kind: RowKind = RowKind.SUPPLIER
    company_numbers: tuple[str, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    postcode: str = ""
    country: str = ""
    contract: ContractFacts | None = None
    paid: Decimal | None = None
    paid_on: date | None = None
    category_codes: tuple[str, ...] = ()
    category_text: str = ""
    sic_codes: tuple[str, ...] = ()
    employees: int | None = None
    turnover: Decimal | None = None
    workforce: tuple[str, ...] = ()
    statement: str = ""
    sub_suppliers: tuple[str, ...] = ()
    sub_shares: tuple[Decimal | None, ...] = ()
    no_one: bool = False
    likely_person: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RowError:
    """A row that was not taken, where it stands, and why, in a plain sentence.

    `amount` is the money, in pounds, that the row would have added.
    """

    row: int
    column: str
    message: str
    cells: tuple[str, ...] = ()
    amount: Decimal | None = None


@dataclass(frozen=True, slots=True)
class SupplierList:
    """A supplier list as read: every filled row below the header is a row or an error.

    Attributes:
        name: The file's name, as given.
        sheet: The sheet that was read, or empty.
        period: The days that its payments cover, None where it has none or does not say.
        columns: Every column in the list's own order.
        header_row: Row number of the (last) header row, from 1; 0 when there is none.
        rows: The rows taken.
        errors: The rows not taken.
        notices: What was repaired or assumed about the file as a whole.
    """

    name: str
    columns: tuple[Column, ...]
    header_row: int
    rows: tuple[SupplierRow, ...]
    errors: tuple[RowError, ...]
    notices: tuple[str, ...] = ()
    sheet: str = ""
    period: ListPeriod | None = None

    @property
    def paid(self) -> Decimal | None:
        """Pounds that its rows paid together, None where none is a payment."""
        amounts = [each.paid for each in self.rows if each.paid is not None]
        return sum(amounts, Decimal(0)) if amounts else None

    @property
    def rows_in(self) -> int:
        """Filled rows below the header: rows taken and rows reported."""
        return len(self.rows) + len(self.errors)
