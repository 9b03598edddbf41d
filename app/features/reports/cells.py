"""Making of cells: a figure where it is known, and else why there is none."""

from decimal import Decimal

from app.features.reports.table_types import Cell, Row, Standing, Unit
from scoring.disclosure_control import shown


def text(value: str) -> Cell:
    """Return words."""
    return Cell(Unit.TEXT, value)


def count(value: int | None) -> Cell:
    """Return a count; None is not known."""
    return _or_unknown(Unit.COUNT, value)


def pounds(value: Decimal | None) -> Cell:
    """Return pounds sterling a year; None is not known."""
    return _or_unknown(Unit.POUNDS, value)


def points(value: Decimal | None) -> Cell:
    """Return points of 100; None is not known."""
    return _or_unknown(Unit.POINTS, value)


def percent(part: Decimal | int, whole: Decimal | int) -> Cell:
    """Return the share of a part in a whole, to hundredths, with both as its base.

    Of nothing it is not known. A `Decimal` is pounds, a whole number counts suppliers or answers.
    """
    if whole <= 0:
        return Cell(Unit.PERCENT, None, Standing.NOT_KNOWN)
    share = Decimal(part) / Decimal(whole) * 100
    base = f"{_amount(part)} of {_amount(whole)}"
    return Cell(Unit.PERCENT, share.quantize(Decimal("0.01")), base=base)


def _amount(value: Decimal | int) -> str:
    cell = pounds(value) if isinstance(value, Decimal) else count(value)
    return cell.text


def people(value: int | None) -> Cell:
    """Return a count of people as it may be read: rounded, under five, or not recorded."""
    if value is None:
        return not_recorded()
    return protected(shown(value))


def protected(value: int | None) -> Cell:
    """Return a count that is rounded already; None is under five."""
    if value is None:
        return Cell(Unit.COUNT, None, Standing.UNDER_FIVE)
    return Cell(Unit.COUNT, value)


def not_recorded(unit: Unit = Unit.COUNT) -> Cell:
    """Return that nothing was recorded, which is not zero."""
    return Cell(unit, None, Standing.NOT_RECORDED)


def of_known(
    key: str, heading: str, counted: int, known: int, whole: int, *, source: str = ""
) -> Row:
    """Return a line that counts suppliers: how many, of how many known, and how many unknown."""
    cell = count(counted if known else None)
    cells = (cell, count(known), count(whole - known), percent(counted, known))
    return Row(key, heading, cells, source)


def of_known_pounds(
    key: str, heading: str, counted: Decimal, known: Decimal, whole: Decimal
) -> Row:
    """Return the same line in pounds a year."""
    cell = pounds(counted if known else None)
    cells = (cell, pounds(known), pounds(whole - known), percent(counted, known))
    return Row(key, heading, cells)


def _or_unknown(unit: Unit, value: int | Decimal | None) -> Cell:
    return Cell(unit, value) if value is not None else Cell(unit, None, Standing.NOT_KNOWN)
