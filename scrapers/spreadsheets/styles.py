"""How a column writes its figures and dates, decided by the column and not by the cell."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from scrapers.spreadsheets.cells import day
from scrapers.spreadsheets.currencies import foreign_currency
from scrapers.spreadsheets.profiles import MONEY_FIELDS
from scrapers.spreadsheets.records import Column, Field

DATES = frozenset({Field.PAYMENT_DATE, Field.START, Field.END, Field.CURRENT_END})
SAMPLE = 2_000
"""Rows, spread over the list, by whose cells a column's style is decided."""

_COMMA = re.compile(r"\d,\d{1,2}\D*\Z")
_POINT = re.compile(r"\.\d{1,2}\D*\Z")
_NUMBERS = re.compile(r"\s*(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})\b")
_A_MONTH = timedelta(days=45)
_MANY_DATES = 20


@dataclass(frozen=True, slots=True)
class Styles:
    """How the columns of a list are written.

    Attributes:
        comma: Fields whose figures have a decimal comma.
        month_first: Fields whose dates have the month before the day.
        foreign: The currency (ISO 4217) of all the money, empty where it is pounds.
        notices: What was decided where the cells can be read in two ways, for a person.
    """

    comma: frozenset[Field] = frozenset()
    month_first: frozenset[Field] = frozenset()
    foreign: str = ""
    notices: tuple[str, ...] = field(default=())


def styles_of(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> Styles:
    """Return how a list writes its figures and dates.

    Args:
        columns: Every column.
        rows: Every row below the headings.
    """
    sample = list(rows[:: max(1, len(rows) // SAMPLE)])
    cells = {
        column.field: [row[column.index] for row in sample if column.index < len(row)]
        for column in reversed(columns)
        if column.field in MONEY_FIELDS | DATES
    }
    comma = {each for each in cells if each in MONEY_FIELDS and _comma(cells[each])}
    month_first: set[Field] = set()
    notices: list[str] = []
    for each in sorted(DATES & cells.keys()):
        heading = next(column.heading for column in columns if column.field is each)
        first, notice = _month_first(cells[each], heading)
        month_first |= {each} if first else set()
        notices += [notice] if notice else []
    money = {each: held for each, held in cells.items() if each in MONEY_FIELDS}
    headings = [column.heading for column in columns if column.field in MONEY_FIELDS]
    foreign = ""
    if money and Field.CURRENCY not in {column.field for column in columns}:
        foreign = foreign_currency(headings, sample, [c for held in money.values() for c in held])
    if foreign:
        notices.insert(0, f"The money seems to be in {foreign}; it is in no sum in pounds.")
    return Styles(frozenset(comma), frozenset(month_first), foreign, tuple(notices))


def _comma(cells: Sequence[str]) -> bool:
    commas = sum(bool(_COMMA.search(cell)) for cell in cells)
    return commas > sum(bool(_POINT.search(cell)) for cell in cells)


def _month_first(cells: Sequence[str], heading: str) -> tuple[bool, str]:
    """Whether the month is written first, and a notice where the cells do not show it."""
    pairs = [(int(m[1]), int(m[2])) for cell in cells if (m := _NUMBERS.match(cell))]
    if not pairs:
        return False, ""
    days_first = sum(first > 12 for first, _ in pairs)
    months_first = sum(second > 12 for _, second in pairs)
    if days_first or months_first:
        notice = ""
        if months_first and days_first:
            notice = f"“{heading}” has dates of both orders; those that do not fit are unknown."
        elif months_first:
            notice = f"The dates in “{heading}” have the month first."
        return months_first > days_first, notice
    if all(first == second for first, second in pairs):
        return False, ""
    if _spread(cells, month_first=True) < _A_MONTH < _spread(cells, month_first=False):
        return False, (
            f"The dates in “{heading}” can be read both ways; read with the day first. With the "
            "month first they would all be in one month: check them."
        )
    if len(pairs) < _MANY_DATES:
        return False, ""
    return False, f"The dates in “{heading}” can be read both ways; read with the day first."


def _spread(cells: Sequence[str], *, month_first: bool) -> timedelta:
    days: list[date] = [d for cell in cells if (d := day(cell, month_first=month_first))]
    return max(days) - min(days) if days else timedelta(0)
