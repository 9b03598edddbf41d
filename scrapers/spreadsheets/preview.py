"""The columns of a list before it is read, so that a person can say what they hold."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from scrapers.spreadsheets.columns import recognise
from scrapers.spreadsheets.grids import grids_of
from scrapers.spreadsheets.headers import likeliest
from scrapers.spreadsheets.ocds import is_ocds
from scrapers.spreadsheets.ocds_flat import is_flattened
from scrapers.spreadsheets.records import Column, Field

SAMPLES = 3


@dataclass(frozen=True, slots=True)
class Preview:
    """The columns as understood, with some of the cells that each holds.

    `columns` is empty for open contracting data, whose columns have their meaning fixed.
    """

    sheet: str
    header_row: int
    columns: tuple[Column, ...]
    samples: tuple[tuple[str, ...], ...]


def preview(
    data: bytes, *, name: str, columns: Mapping[int, Field | None] | None = None
) -> Preview:
    """Return the columns of a list, even of one that cannot be read because none names suppliers.

    Args:
        data: The file's bytes.
        name: The file's name, for messages.
        columns: What a person said the columns hold, as for `read_supplier_list`.

    Raises:
        ListUnreadable: The bytes are no spreadsheet.
    """
    if is_ocds(data):
        return Preview("", 0, (), ())
    grids = grids_of(data, name)
    if is_flattened(grids):
        return Preview("", 0, (), ())
    grid, header = likeliest(grids)
    below = grid.rows[header.row :]
    found = recognise(header.headings, below, columns)
    samples = tuple(
        tuple(_first_filled(row[each.index] for row in below if each.index < len(row)))
        for each in found
    )
    return Preview(grid.sheet, header.row, found, samples)


def _first_filled(cells: Iterable[str]) -> Iterator[str]:
    seen: list[str] = []
    for cell in cells:
        words = " ".join(cell.split())
        if words and words not in seen:
            seen.append(words)
            yield words
        if len(seen) == SAMPLES:
            return
