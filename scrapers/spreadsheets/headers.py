"""Which row, or pair of rows, holds the headings, under any titles above them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from scrapers.spreadsheets.arrangements import arranged, places_of
from scrapers.spreadsheets.cells import day, money
from scrapers.spreadsheets.grids import Grid
from scrapers.spreadsheets.headings import field_of, plain
from scrapers.spreadsheets.records import Field

LOOK = 60
"""Rows from the top within which the headings must stand."""


@dataclass(frozen=True, slots=True)
class Header:
    """The headings of a table.

    Attributes:
        headings: One for each column, empty where there is none.
        row: Number of the (last) row they stand in, from 1; 0 where there is none.
        strength: How many headings were understood, weighed by how surely.
    """

    headings: tuple[str, ...]
    row: int
    strength: float = 0.0


def find_header(rows: Sequence[Sequence[str]]) -> Header:
    """Return the headings: the row or pair of rows in which most headings are understood.

    One understood heading that names the suppliers is enough. Without any, row is 0 and the
    headings are empty; the columns are then told by their content alone.
    """
    best = Header((), 0)
    for index, row in enumerate(rows[:LOOK]):
        for header in _readings(rows, index, row):
            if header.strength > best.strength + 0.01:
                best = header
    if best.strength:
        width = max((len(row) for row in rows[best.row - 1 : best.row + 200]), default=0)
        padding = ("",) * max(0, width - len(best.headings))
        return Header((*best.headings, *padding), best.row, best.strength)
    width = max((len(row) for row in rows[:200]), default=0)
    if rows and _stands_over_figures(rows):
        return Header((*map(str.strip, rows[0]), *("",) * (width - len(rows[0]))), 1)
    return Header(("",) * width, 0)


def _stands_over_figures(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first row is headings, though none is understood.

    It is where all its cells are filled with different words, and figures or dates fill a column
    below. What its columns hold is then asked, and nothing is guessed from their cells.
    """
    first, below = [cell.strip() for cell in rows[0]], [row for row in rows[1:50] if any(row)]
    words = {plain(cell) for cell in first}
    if len(below) < 2 or "" in words or len(words) < len(first) or any(map(_is_data, first)):
        return False
    return any(
        all(index < len(row) and row[index].strip() and _is_data(row[index]) for row in below)
        for index in range(len(first))
    )


def likeliest(grids: Sequence[Grid]) -> tuple[Grid, Header]:
    """Return the table whose headings are understood best, the longest of equals, and them.

    A hidden sheet is chosen only where no other is understood, and a notice says so. Sheets of
    one shape, such as one for each month, are one table.
    """
    headers = [find_header(grid.rows) for grid in grids]
    best = max(
        range(len(grids)),
        key=lambda i: (
            bool(headers[i].strength) and not grids[i].hidden,
            headers[i].strength,
            len(grids[i].rows),
            -i,
        ),
    )
    chosen, header = grids[best], headers[best]
    if chosen.hidden:
        notice = f"Only the hidden sheet “{chosen.sheet}” holds suppliers; it was read."
        return replace(chosen, notices=(notice, *chosen.notices)), header
    alike = [
        i
        for i, grid in enumerate(grids)
        if header.row and not grid.hidden and _of_one_list(header, headers[i])
    ]
    if len(alike) < 2:
        return chosen, header
    return _joined_sheets([(grids[i], headers[i]) for i in alike])


def _of_one_list(header: Header, other: Header) -> bool:
    """Whether two sheets have the same headings, or columns that mean the same."""
    return _shape(header) == _shape(other) or (
        bool(other.row) and places_of(header.headings, other.headings) is not None
    )


def _shape(header: Header) -> tuple[str, ...]:
    return tuple(plain(heading) for heading in header.headings if heading.strip())


def _joined_sheets(alike: Sequence[tuple[Grid, Header]]) -> tuple[Grid, Header]:
    """Several sheets of one shape as one table; the numbers of their rows run on."""
    first, header = alike[0]
    rows = list(first.rows)
    parts = [f"“{first.sheet}” from row {header.row + 1}"]
    for grid, own in alike[1:]:
        parts.append(f"“{grid.sheet}” from row {len(rows) + 1}")
        below = grid.rows[own.row :]
        places = places_of(header.headings, own.headings)
        moved = places is not None and _shape(header) != _shape(own)
        rows += [arranged(row, places) for row in below] if places and moved else below
    notice = f"{len(alike)} sheets of one shape were read together: {', '.join(parts)}."
    notices = [each for grid, _ in alike for each in grid.notices]
    return Grid(rows, ", ".join(grid.sheet for grid, _ in alike), (notice, *notices)), header


def _readings(rows: Sequence[Sequence[str]], index: int, row: Sequence[str]) -> list[Header]:
    """The row as headings, and together with the row below it."""
    alone = Header(tuple(" ".join(cell.split()) for cell in row), index + 1)
    readings = [alone]
    below = rows[index + 1] if index + 1 < len(rows) else ()
    if sum(map(bool, row)) > 1 and any(below) and not any(map(_is_data, below)):
        joined = _joined(row, below)
        readings.append(Header(joined, index + 2))
    return [
        Header(each.headings, each.row, strength)
        for each in readings
        if (strength := _strength(each.headings))
    ]


def _joined(upper: Sequence[str], lower: Sequence[str]) -> tuple[str, ...]:
    """Both lines as one; a group heading stands over the empty cells to its right."""
    group = ""
    joined = []
    for index in range(max(len(upper), len(lower))):
        over = upper[index].strip() if index < len(upper) else ""
        under = lower[index].strip() if index < len(lower) else ""
        group = over or (group if under else "")
        joined.append(" ".join(f"{group} {under}".split()))
    return tuple(joined)


def _strength(headings: Sequence[str]) -> float:
    """The sum over distinct fields; a row that holds data, or a sentence, is no header."""
    filled = [heading for heading in headings if heading.strip()]
    if not filled or sum(map(_is_data, filled)) * 4 > len(filled):
        return 0.0
    confidences: dict[Field, float] = {}
    for heading in filled:
        field, confidence = field_of(heading)
        if field:
            confidences[field] = max(confidence, confidences.get(field, 0.0))
    if Field.SUPPLIER not in confidences and len(confidences) < 2:
        return 0.0
    return sum(confidences.values()) + (0.5 if Field.SUPPLIER in confidences else 0.0)


def _is_data(cell: str) -> bool:
    """Whether a cell holds a figure, a date or a long text, as headings do not."""
    text = cell.strip()
    return len(text) > 80 or (text[:1] in "0123456789£(-" and bool(day(text) or _figure(text)))


def _figure(text: str) -> bool:
    return money(text) is not None
