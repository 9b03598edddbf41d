"""Rows that lost the mark between two cells, put back where only one reading is possible."""

import re
from collections.abc import Mapping, Sequence

from scrapers.spreadsheets.records import Field

_DATE = r"\d{2}/\d{2}/\d{4}|\d{4}-\d{2}-\d{2}"
_FUSED = re.compile(rf"(?P<name>.*?)(?P<day>{_DATE})(?P<sum>-?\d[\d,]*(?:\.\d+)?)?\Z")


def mended_row(
    row: Sequence[str], where: Mapping[Field, int], width: int, notes: list[str]
) -> Sequence[str]:
    """Return the row with a fused cell parted, where it is short and that explains it exactly.

    Where supplier, date and sum stand side by side, a date written onto the cell before or after
    it (`25/06/2012900`, `Fern Ltd25/06/2012`) shows where the marks were lost. What was done is
    noted. A row that is short otherwise is read as it stands: what it lacks is unknown.
    """
    day, amount = where.get(Field.PAYMENT_DATE), where.get(Field.AMOUNT)
    if len(row) >= width or day is None or amount != day + 1:
        return row
    for index in (day, day - 1):
        if not 0 <= index < len(row) or (index < day and index != where.get(Field.SUPPLIER)):
            continue
        fused = _FUSED.match(row[index].strip())
        if not fused or bool(fused["name"]) != (index < day):
            continue
        parts = [part for part in (fused["name"], fused["day"], fused["sum"]) if part]
        if len(parts) == width - len(row) + 1:
            notes.append("Cells of this row had run together at the date; they were parted.")
            return [*row[:index], *parts, *row[index + 1 :]]
    return row
