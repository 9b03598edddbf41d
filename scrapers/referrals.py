"""Bytes of a table of referrals by council and period → each count, and the rows not taken."""

import csv
import io
from dataclasses import dataclass
from datetime import date

from scrapers.errors import ListUnreadable

COUNTS = ("adults", "children", "age_not_recorded", "duty_to_notify", "reports")
"""Columns of counts; a column that is left out, or an empty cell, is not recorded."""
NEEDED = ("area", "start", "end")
_MOST = 10_000_000
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class ReferralRow:
    """What one council counted in one period, and the row of the file; None is not recorded."""

    row: int
    area: str
    start: date
    end: date
    adults: int | None
    children: int | None
    age_not_recorded: int | None
    duty_to_notify: int | None
    reports: int | None


@dataclass(frozen=True, slots=True)
class ReferralError:
    """A row that was not taken: its number, the column, and why in a plain sentence."""

    row: int
    column: str
    message: str


@dataclass(frozen=True, slots=True)
class ReferralTable:
    """What a table of referrals holds."""

    rows: tuple[ReferralRow, ...]
    errors: tuple[ReferralError, ...]


class _Bad(Exception):
    """A cell that cannot be used."""

    def __init__(self, column: str, message: str) -> None:
        super().__init__(message)
        self.column, self.message = column, message


def read_referrals(data: bytes, *, name: str) -> ReferralTable:
    """Read a CSV of referrals: `area`, `start`, `end` (year-month-day) and columns of counts.

    Raises:
        ListUnreadable: The bytes are no CSV with these columns.
    """
    try:
        lines = list(csv.reader(io.StringIO(data.decode("utf-8-sig")), strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise ListUnreadable(f"{name} is not a CSV in UTF-8.") from error
    heading = [cell.strip().lower().replace(" ", "_") for cell in lines[0]] if lines else []
    missing = [column for column in NEEDED if column not in heading]
    if missing or not set(COUNTS) & set(heading):
        wanted = ", ".join(missing) or f"of counts ({', '.join(COUNTS)})"
        raise ListUnreadable(f"{name} has no column {wanted}.")
    rows: list[ReferralRow] = []
    errors: list[ReferralError] = []
    for number, cells in enumerate(lines[1:], start=2):
        record = dict(zip(heading, (cell.strip() for cell in cells), strict=False))
        if not any(record.values()):
            continue
        try:
            rows.append(_row(number, record))
        except _Bad as bad:
            errors.append(ReferralError(number, bad.column, bad.message))
    return ReferralTable(tuple(rows), tuple(errors))


def _row(number: int, record: dict[str, str]) -> ReferralRow:
    area = record.get("area", "")
    if not area or len(area) > _LONGEST:
        raise _Bad("area", f"An area of 1 to {_LONGEST} letters is needed.")
    start, end = _day(record, "start"), _day(record, "end")
    if end < start:
        raise _Bad("end", f"The period ends ({end}) before it starts ({start}).")
    return ReferralRow(number, area, start, end, *(_count(record, each) for each in COUNTS))


def _day(record: dict[str, str], column: str) -> date:
    text = record.get(column, "")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise _Bad(column, f"“{text}” is not a day like 2026-03-31.") from None


def _count(record: dict[str, str], column: str) -> int | None:
    text = record.get(column, "")
    if not text:
        return None
    if not (text.isascii() and text.isdigit()) or int(text) > _MOST:
        raise _Bad(column, f"“{text}” is not a count of people.")
    return int(text)
