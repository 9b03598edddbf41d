"""Rows whose columns are in another order than the list's first headings say, put in that order.

Months that were pasted below or beside each other often have a column more, or in another place.
"""

from collections.abc import Sequence

from scrapers.spreadsheets.cells import money
from scrapers.spreadsheets.headings import field_of, plain
from scrapers.spreadsheets.records import Field

KEY_FIELDS = frozenset(
    {Field.SUPPLIER, Field.AMOUNT, Field.TOTAL_VALUE, Field.ANNUAL_VALUE, Field.PAYMENT_DATE,
     Field.START, Field.END}
)  # fmt: skip
"""Fields that two tables must share to be one list."""

_LEAST = 0.5
_MOSTLY = 2 / 3


def key_fields(headings: Sequence[str]) -> frozenset[Field]:
    """Return the fields of `KEY_FIELDS` that headings name."""
    named = [field for field, score in map(field_of, headings) if score >= _LEAST]
    return KEY_FIELDS.intersection(named)


def places_of(headings: Sequence[str], others: Sequence[str]) -> tuple[int, ...] | None:
    """Return where other headings have each column of a list, -1 where they have none.

    A column is the one of the same heading, or else the one that means the same field. None where
    the other headings are not of one list with these: they lack the suppliers or the money, or
    most of the columns.

    Args:
        headings: The list's headings.
        others: The headings of the other table.
    """
    wanted = key_fields(headings)
    if Field.SUPPLIER not in wanted or key_fields(others) != wanted:
        return None
    words = [plain(heading) for heading in others]
    fields = [field_of(heading)[0] for heading in others]
    free = set(range(len(others)))
    places: list[int] = []
    for heading in headings:
        place = next((i for i in sorted(free) if words[i] and words[i] == plain(heading)), -1)
        free.discard(place)
        places.append(place)
    for index, heading in enumerate(headings):
        field = field_of(heading)[0]
        if places[index] < 0 and field is not None:
            place = next((i for i in sorted(free) if fields[i] is field), -1)
            free.discard(place)
            places[index] = place
    filled = [index for index, heading in enumerate(headings) if heading.strip()]
    common = sum(places[index] >= 0 for index in filled)
    return tuple(places) if common >= len(filled) * _MOSTLY else None


def arranged(row: Sequence[str], places: Sequence[int]) -> Sequence[str]:
    """Return a row in the list's order; cells of columns that the list lacks come last."""
    cells = [row[place] if 0 <= place < len(row) else "" for place in places]
    used = set(places)
    return [*cells, *(cell for index, cell in enumerate(row) if index not in used)]


class Rearranger:
    """Follows the rows of a list, and puts those below other headings in the list's order."""

    def __init__(self, headings: Sequence[str], watched: Sequence[int]) -> None:
        """Begin below the list's own headings.

        Args:
            headings: The list's headings.
            watched: Columns of the supplier and the money, where a heading is looked for.
        """
        self._headings, self._watched = headings, watched
        self._known = {plain(heading) for heading in headings if heading.strip()}
        self._places: tuple[int, ...] | None = None
        self.moved_from: list[int] = []
        """Numbers of the rows whose headings are in another order."""

    def follow(self, rows: list[Sequence[str]], first: int) -> list[Sequence[str]]:
        """Return rows in the list's order.

        Args:
            rows: The next rows.
            first: Number of the first of them in the file.
        """
        if not self._known:
            return rows
        for place, row in enumerate(rows):
            if self._is_heading(row):
                places = places_of(self._headings, row)
                same = places is None or places == tuple(range(len(self._headings)))
                self._places = None if same else places
                if not same:
                    self.moved_from.append(first + place)
            elif self._places:
                rows[place] = arranged(row, self._places)
        return rows

    def _is_heading(self, row: Sequence[str]) -> bool:
        """Whether a row repeats headings: no figure where the money is, and mostly known words."""
        cells = [row[index] for index in self._watched if index < len(row)]
        if not any(cell and plain(cell) in self._known for cell in cells):
            return False
        filled = [cell for cell in row if cell.strip()]
        known = sum(plain(cell) in self._known for cell in filled)
        return known * 2 > len(filled) and not any(money(cell) is not None for cell in filled)
