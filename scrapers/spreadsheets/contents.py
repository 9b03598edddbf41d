"""What the cells of a column look like: the share that fits each kind of field."""

import re
from collections.abc import Callable, Sequence

from scoring.companies.identifiers import charity_number, company_numbers, identifiers_in
from scrapers.spreadsheets.cells import day, is_nothing, money, postcode, whole
from scrapers.spreadsheets.people import Whose, whose
from scrapers.spreadsheets.records import Field
from scrapers.spreadsheets.statuses import status_of

_LETTERS = re.compile(r"[^\W\d_]{2,}")
_FORM = re.compile(
    r"\b(?:ltd|limited|plc|llp|cic|inc|gmbh|council|trust|university|association|services)\b\.?",
    re.IGNORECASE,
)
_CODE = re.compile(r"[A-Z]{0,3}\d{2,10}(?:-\d)?(?:[;,/\s]+[A-Z]{0,3}\d{2,10}(?:-\d)?)*\Z")
_SIC = re.compile(r"\d{4,5}(?:\D+\d{4,5})*(?:\D.*)?\Z", re.DOTALL)

_PUBLIC_SECTOR = re.compile(
    r"(?:central|local|wider|devolved) (?:government|administrations?|public sector)"
    r"|(?:public|private|third|voluntary|wider public) sector|not[- ]for[- ]profit|nhs|health"
    r"|education|police|fire and rescue|emergency services|devolved administrations?",
    re.IGNORECASE,
)

Fits = Callable[[str], bool]


def _is_name(cell: str) -> bool:
    return _LETTERS.search(cell) is not None and day(cell) is None


def _says_what(cell: str) -> bool:
    """Whether a cell may say what was bought, and not to which part of the public sector."""
    return _is_name(cell) and _PUBLIC_SECTOR.fullmatch(cell.strip()) is None


def _is_money(cell: str) -> bool:
    return money(cell) is not None


def _is_day(cell: str) -> bool:
    return day(cell) is not None or day(cell, month_first=True) is not None


FITS: dict[Field, Fits] = {
    Field.SUPPLIER: lambda cell: _is_name(cell) or whose(cell) in (Whose.WITHHELD, Whose.NO_ONE),
    Field.COMPANY_NUMBER: lambda cell: bool(company_numbers(cell) or identifiers_in(cell)),
    Field.IDENTIFIER: lambda cell: bool(identifiers_in(cell)),
    Field.CHARITY_NUMBER: lambda cell: charity_number(cell) is not None,
    Field.POSTCODE: lambda cell: bool(postcode(cell)),
    Field.TITLE: _is_name,
    Field.DESCRIPTION: _is_name,
    Field.ANNUAL_VALUE: _is_money,
    Field.TOTAL_VALUE: _is_money,
    Field.AMOUNT: _is_money,
    Field.TURNOVER: _is_money,
    Field.HOURLY_RATE: _is_money,
    Field.WEEKLY_HOURS: _is_money,
    Field.PAYMENT_DATE: _is_day,
    Field.START: _is_day,
    Field.END: _is_day,
    Field.CURRENT_END: _is_day,
    Field.CATEGORY_CODE: lambda cell: _CODE.match(cell.strip()) is not None,
    Field.CATEGORY_TEXT: _says_what,
    Field.SIC_CODE: lambda cell: _SIC.match(cell.strip()) is not None,
    Field.WORKERS: lambda cell: whole(cell) is not None,
    Field.EMPLOYEES: lambda cell: whole(cell) is not None,
    Field.COUNTRY: _is_name,
    Field.PLACE: lambda cell: _is_name(cell) or bool(postcode(cell)),
    Field.WORKFORCE: _is_name,
    Field.STATUS: lambda cell: status_of(cell) is not None,
    Field.SUB_SUPPLIERS: _is_name,
}


def filled(cells: Sequence[str]) -> list[str]:
    """Return the cells that say something."""
    return [cell for cell in cells if not is_nothing(cell)]


def share(cells: Sequence[str], fits: Fits) -> float:
    """Return the share of cells that fit, 0 to 1; 0 where there are none."""
    return sum(map(fits, cells)) / len(cells) if cells else 0.0


def firm_share(cells: Sequence[str]) -> float:
    """Return the share of cells that end like a firm's name."""
    return share(cells, lambda cell: _FORM.search(cell) is not None and len(cell) < 120)
