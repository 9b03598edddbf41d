"""A price workbook that a tenderer or officer filled: posts, hours, rates, costs and the price."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from scoring.pricing.offer import FULL_YEAR, LONGEST_TERM, Post, PriceOffer
from scrapers.errors import DocumentUnreadable, ListUnreadable
from scrapers.registers.parsing import ValueUnreadable, yes_no
from scrapers.spreadsheets.workbooks import workbook_sheets

SHEET = "Price"


class Field(StrEnum):
    """The label of each cell to fill, as the workbook writes it; its value stands beside."""

    REFERENCE = "Contract reference"
    TENDERER = "Tenderer"
    PLACE = "Place of work"
    START = "First day"
    END = "Last day"
    ALLOWANCE = "Employment Allowance (yes or no)"
    LEVY = "Apprenticeship levy (yes or no)"
    COVER = "Leave and absence covered (%)"
    OVERHEAD = "Overhead (% of labour)"
    OTHER = "Other costs (£ a year)"
    MARGIN = "Margin (% of all costs)"
    PRICE = "Price offered (£, first year)"
    RISE = "Price rises each year by (%)"
    FOLLOWS = "Price follows wage rates (yes or no)"


POST_HEADINGS = ("Post", "People", "Hours a week each", "Weeks a year", "Hourly rate (£)")
MOST_POSTS = 40
LARGEST = Decimal(10**12)
HOURS_IN_WEEK = Decimal(168)
WHOLE = Decimal(100)


def read_price_workbook(name: str, content: bytes) -> PriceOffer:
    """Return the price and its parts as the workbook holds them.

    A blank is unknown, and blank weeks are 52. Cells are found by their labels, so that rows may
    be added between them.

    Args:
        name: The file's name.
        content: Its bytes, XLSX.

    Raises:
        DocumentUnreadable: It is no price workbook, or a cell cannot be read; the reason names it.
    """
    rows = _rows(name, content)
    cells = _Cells(name, rows)
    start, end = cells.day(Field.START), cells.day(Field.END)
    if end < start:
        raise cells.refused(Field.END, "is before the first day")
    if end.year - start.year > LONGEST_TERM:
        raise cells.refused(Field.END, f"is over {LONGEST_TERM} years after the first day")
    return PriceOffer(
        reference=cells.text(Field.REFERENCE),
        tenderer=cells.text(Field.TENDERER),
        place=cells.text(Field.PLACE),
        start=start,
        end=end,
        posts=_posts(name, rows),
        cover=cells.share(Field.COVER, WHOLE),
        overhead=cells.share(Field.OVERHEAD, WHOLE * 10),
        other_costs=cells.number(Field.OTHER),
        margin=cells.share(Field.MARGIN, WHOLE * 10),
        employment_allowance=cells.flag(Field.ALLOWANCE),
        pays_levy=cells.flag(Field.LEVY),
        price=cells.number(Field.PRICE),
        rise=cells.share(Field.RISE, WHOLE),
        follows_wages=cells.flag(Field.FOLLOWS),
    )


def _rows(name: str, content: bytes) -> list[list[str]]:
    try:
        sheets = workbook_sheets(content, name)
    except ListUnreadable as problem:
        raise DocumentUnreadable(f"{name} could not be opened as a workbook.") from problem
    for each in sheets:
        if each.title.strip().lower() == SHEET.lower():
            return each.rows
    raise DocumentUnreadable(f"{name}: this is no price workbook, as it has no sheet “Price”.")


class _Cells:
    """The cell beside each label."""

    def __init__(self, name: str, rows: Sequence[Sequence[str]]) -> None:
        self.name = name
        self.values: dict[str, tuple[int, str]] = {}
        for at, row in enumerate(rows, start=1):
            label = row[0].strip().lower() if row else ""
            if len(row) > 1 and label:
                self.values.setdefault(label, (at, row[1]))

    def refused(self, field: Field, why: str) -> DocumentUnreadable:
        """Return the error that names a cell."""
        row, value = self.values.get(field.lower(), (0, ""))
        shown = f" “{value[:40]}”" if value.strip() else ""
        place = f", row {row}" if row else ""
        return DocumentUnreadable(f"{self.name}{place}: {field}{shown} {why}.")

    def _value(self, field: Field) -> str:
        return self.values.get(field.lower(), (0, ""))[1].strip()

    def text(self, field: Field) -> str:
        """Return a cell's text, empty where it is blank."""
        return self._value(field)[:200]

    def day(self, field: Field) -> date:
        """Return a cell's day."""
        value = _day(self._value(field))
        if value is None:
            raise self.refused(field, "is not a day such as 1/4/2026")
        if not 2000 <= value.year <= 2090:
            raise self.refused(field, "is before the year 2000 or after 2090")
        return value

    def flag(self, field: Field) -> bool | None:
        """Return a cell's yes or no; None where it is blank."""
        text = self._value(field)
        if not text:
            return None
        try:
            return yes_no(text)
        except ValueUnreadable as problem:
            raise self.refused(field, "is neither yes nor no") from problem

    def number(self, field: Field) -> Decimal | None:
        """Return a cell's number, not below zero; None where it is blank."""
        value = self._value(field)
        if not value:
            return None
        number = _number(value)
        if number is None or not 0 <= number <= LARGEST:
            raise self.refused(field, "is not a number from zero up")
        return number

    def share(self, field: Field, most: Decimal) -> Decimal | None:
        """Return a cell's per cent as a share of one."""
        number = self.number(field)
        if number is not None and number > most:
            raise self.refused(field, f"is over {most} per cent")
        return None if number is None else number / WHOLE


def _posts(name: str, rows: Sequence[Sequence[str]]) -> tuple[Post, ...]:
    headings = [each.lower() for each in POST_HEADINGS]
    lines = [[each.strip().lower() for each in row[: len(headings)]] for row in rows]
    if headings not in lines:
        gone = ", ".join(POST_HEADINGS)
        raise DocumentUnreadable(f"{name}: the row of headings {gone} is gone.")
    at = lines.index(headings)
    posts: list[Post] = []
    for place, row in enumerate(rows[at + 1 : at + 1 + MOST_POSTS], start=at + 2):
        cells = [*row[: len(headings)], *[""] * len(headings)][: len(headings)]
        if not any(each.strip() for each in cells):
            break
        posts.append(_post(f"{name}, row {place}", cells))
    if not posts:
        raise DocumentUnreadable(f"{name}: no post is filled in below “Post”.")
    return tuple(posts)


def _post(where: str, cells: Sequence[str]) -> Post:
    people, hours, weeks, rate = (_number(each) if each.strip() else None for each in cells[1:])
    for heading, cell, number, most in zip(
        POST_HEADINGS[1:],
        cells[1:],
        (people, hours, weeks, rate),
        (Decimal(100_000), HOURS_IN_WEEK, FULL_YEAR, Decimal(1000)),
        strict=True,
    ):
        blank = not cell.strip()
        needed = heading in POST_HEADINGS[1:3]
        if (blank and needed) or (not blank and (number is None or not 0 < number <= most)):
            raise DocumentUnreadable(
                f"{where}: {heading} “{cell[:40]}” is not a number above zero, up to {most}."
            )
    if people is None or hours is None or people != int(people):
        raise DocumentUnreadable(f"{where}: People is not a whole number.")
    title = cells[0].strip()[:100] or "Post"
    return Post(title, int(people), hours, weeks or FULL_YEAR, rate)


def _number(value: str) -> Decimal | None:
    text = value.replace("£", "").replace(",", "").replace("%", "").strip()
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _day(text: str) -> date | None:
    for form in ("%d/%m/%Y", "%Y-%m-%d", "%Y-%m-%d %H:%M:%S", "%d %B %Y", "%d %b %Y"):
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    return None
