"""Columns of cells → columns of values; what cannot be read is noted and left unknown."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from html import unescape
from operator import itemgetter
from typing import Any

from scoring.geography.countries import country_code
from scrapers.spreadsheets import cells
from scrapers.spreadsheets.codes import sic_codes, split_codes
from scrapers.spreadsheets.decoding import mend
from scrapers.spreadsheets.profiles import MONEY_FIELDS
from scrapers.spreadsheets.records import Column, Field
from scrapers.spreadsheets.statuses import status_of
from scrapers.spreadsheets.styles import DATES, Styles


@dataclass(frozen=True, slots=True)
class Read:
    """How the cells of a field are read.

    Attributes:
        name: What the value is called on the row or contract.
        of: The reading of one cell; None or empty where it cannot be read.
        unread: What is wrong with a filled cell that could not be read; empty if any is right.
    """

    name: str
    of: Callable[[str], Any]
    unread: str = ""


_SEEN = 1_000
"""Cells by which a column is judged to say few things many times, or each its own."""


class Once(dict[str, Any]):
    """The value of each spelling, read when it is first asked for."""

    def __init__(self, of: Callable[[str], Any]) -> None:
        self._of = of

    def __missing__(self, cell: str) -> Any:
        value = self[cell] = self._of(cell)
        return value


class Cells:
    """The cells of a list by field, one column at a time, and the notes on its rows."""

    def __init__(
        self,
        columns: Sequence[Column],
        rows: Sequence[Sequence[str]],
        once: dict[Field, Once],
    ) -> None:
        """Arrange the rows, each as long as there are columns, by the fields of the columns.

        Args:
            columns: Every column.
            rows: Some rows of the list.
            once: What was read of the list before; what is read now is added.
        """
        self._once = once
        self.notes: defaultdict[int, list[str]] = defaultdict(list)
        self.count = len(rows)
        self._held: dict[Field, Sequence[str]] = {}
        for column in columns:
            if column.field:
                held = self._held.get(column.field)
                mine: Sequence[str] = list(map(itemgetter(column.index), rows))
                self._held[column.field] = list(map(_together, held, mine)) if held else mine

    def of(self, field: Field) -> Sequence[str]:
        """Return the cells that hold a field, empty ones where no column does."""
        return self._held.get(field) or [""] * self.count

    def has(self, field: Field) -> bool:
        """Return whether a column holds the field."""
        return field in self._held

    def read(self, field: Field, how: Read) -> list[Any]:
        """Return the values of a field, noting the rows whose cell could not be read.

        Each spelling is read once where the list says few things many times.
        """
        given = self.of(field)
        few = len(set(given[:_SEEN])) * 2 < len(given[:_SEEN])
        of: Callable[[str], Any] = how.of
        if few:
            of = self._once.setdefault(field, Once(how.of)).__getitem__
        values = list(map(of, given))
        if how.unread and not all(values):
            for place, (value, cell) in enumerate(zip(values, given, strict=True)):
                if not value and value != 0 and cell and says_something(cell):
                    words = f"{field.label} “{cell.strip()[:40]}” {how.unread}"
                    self.notes[place].append(f"{words}; it is left unknown.")
        return values


def tidy(words: str) -> str:
    """Return the words with white space, lost quotation marks and web pages' marks mended."""
    if "&" in words and ";" in words:
        words = unescape(words)
    return " ".join(mend(words).split())


def text(cell: str) -> str:
    """Return the words, mended, or nothing where they say nothing."""
    return "" if cells.is_nothing(cell) else tidy(cells.bare(cell))


def postcode(cell: str) -> str:
    """Return a UK postcode in its usual form, or what else is written."""
    return cells.postcode(cell) or text(cell)


def country(cell: str) -> str:
    """Return a country's code, or the words where they name none that we know."""
    return country_code(text(cell)) or text(cell)


def statement(cell: str) -> str:
    """Return where a statement is, or nothing where the cell says that there is none."""
    words = text(cell)
    return "" if words.lower().startswith(("none", "no ", "not ")) else words


def items(cell: str) -> tuple[str, ...]:
    """Return the parts of a cell that lists several."""
    return cells.items(text(cell))


def _together(one: str, other: str) -> str:
    return "; ".join(each for each in (one, other) if not cells.is_nothing(each))


def says_something(cell: str) -> bool:
    """Return whether a cell means more than that there is nothing: X and a failed formula do."""
    return not cells.is_nothing(cell) or cell.strip().lower() == "x" or cells.is_fault(cell)


FIGURE, DATE, COUNT, CODE = (
    "is not one figure",
    "is no date",
    "is not a whole number",
    "is no code",
)
OF_ROW = {
    Field.POSTCODE: Read("postcode", postcode),
    Field.COUNTRY: Read("country", country),
    Field.AMOUNT: Read("paid", cells.money, FIGURE),
    Field.PAYMENT_DATE: Read("paid_on", cells.day, DATE),
    Field.CATEGORY_CODE: Read("category_codes", split_codes, CODE),
    Field.CATEGORY_TEXT: Read("category_text", text),
    Field.SIC_CODE: Read("sic_codes", sic_codes),
    Field.EMPLOYEES: Read("employees", cells.whole, COUNT),
    Field.TURNOVER: Read("turnover", cells.money, FIGURE),
    Field.WORKFORCE: Read("workforce", items),
    Field.STATEMENT: Read("statement", statement),
}
OF_CONTRACT = {
    Field.REFERENCE: Read("reference", text),
    Field.TITLE: Read("title", text),
    Field.ANNUAL_VALUE: Read("annual_value", cells.money, FIGURE),
    Field.TOTAL_VALUE: Read("total_value", cells.money, FIGURE),
    Field.START: Read("start", cells.day, DATE),
    Field.END: Read("end", cells.day, DATE),
    Field.CURRENT_END: Read("current_end", cells.day, DATE),
    Field.PLACE: Read("place", text),
    Field.HOURLY_RATE: Read("pay", cells.money, FIGURE),
    Field.WEEKLY_HOURS: Read("weekly_hours", cells.money, FIGURE),
    Field.WORKERS: Read("workers", cells.whole, COUNT),
    Field.DESCRIPTION: Read("description", text),
    Field.STATUS: Read("status", status_of, "is no status that we know"),
}


def readings(
    known: Mapping[Field, Read], styles: Styles, columns: Sequence[Column]
) -> dict[Field, Read]:
    """Return how each field of a list is read, in the style in which the list writes it."""
    several = sum(column.field is Field.AMOUNT for column in columns) > 1
    return {each: _styled(each, how, styles, several=several) for each, how in known.items()}


def _styled(field: Field, how: Read, styles: Styles, *, several: bool) -> Read:
    if field in DATES and field in styles.month_first:
        return replace(how, of=partial(cells.day, month_first=True))
    if field not in MONEY_FIELDS:
        return how
    if styles.foreign:
        unread = f"is in {styles.foreign}, not in pounds"
        return replace(how, of=_in_no_pounds, unread=unread)
    money = partial(cells.money, comma=True) if field in styles.comma else cells.money
    if field is Field.AMOUNT and several:
        return replace(how, of=partial(_sum_of, money))
    return replace(how, of=money)


def _in_no_pounds(_: str) -> None:
    return None


def _sum_of(money: Callable[[str], Decimal | None], cell: str) -> Decimal | None:
    """The sum of the figures of several columns; unknown where one cannot be read."""
    parts = [money(part) for part in cell.split("; ") if part.strip()]
    known = [part for part in parts if part is not None]
    return sum(known, Decimal(0)) if known and len(known) == len(parts) else None
