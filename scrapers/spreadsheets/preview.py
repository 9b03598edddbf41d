"""The columns of a list before it is read, so that a person can say what they hold."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from scrapers.errors import ColumnsUnclear
from scrapers.spreadsheets.columns import recognise
from scrapers.spreadsheets.grids import grids_of
from scrapers.spreadsheets.headers import likeliest
from scrapers.spreadsheets.notice_exports import check_awarded, expanded
from scrapers.spreadsheets.ocds import is_ocds
from scrapers.spreadsheets.ocds_flat import is_flattened
from scrapers.spreadsheets.questions import check_clear
from scrapers.spreadsheets.records import Column, Field

SAMPLES = 3


@dataclass(frozen=True, slots=True)
class Preview:
    """The columns as understood, with some of the cells that each holds.

    `question` says what a person must decide before the list is read; empty where nothing is
    unclear. `columns` is empty for open contracting data, whose columns have their meaning fixed.
    """

    sheet: str
    header_row: int
    columns: tuple[Column, ...]
    samples: tuple[tuple[str, ...], ...]
    question: str = ""


def preview(
    data: bytes, *, name: str, columns: Mapping[int, Field | None] | None = None
) -> Preview:
    """Return the columns of a list, even of one that cannot be read because none names suppliers.

    Args:
        data: The file's bytes.
        name: The file's name, for messages.
        columns: What a person said the columns hold, as for `read_supplier_list`.

    Raises:
        ListUnreadable: The bytes are no spreadsheet, or list notices without suppliers.
    """
    if is_ocds(data):
        return Preview("", 0, (), ())
    grids = grids_of(data, name)
    if is_flattened(grids):
        return Preview("", 0, (), ())
    grid, header = likeliest(grids)
    below, headings = grid.rows[header.row :], header.headings
    check_awarded(name, headings)
    if table := expanded(headings, below, header.row + 1):
        below, headings = table.rows, table.headings
    recognised = recognise(headings, below, columns)
    all_columns = recognised.columns
    try:
        check_clear(name, recognised)
        question = ""
    except ColumnsUnclear as error:
        question = error.question
    samples = _first_filled(below, len(all_columns))
    return Preview(grid.sheet, header.row, all_columns, samples, question)


def _first_filled(rows: Iterable[Sequence[str]], width: int) -> tuple[tuple[str, ...], ...]:
    """The first few different words of each column."""
    seen: list[list[str]] = [[] for _ in range(width)]
    lacking = set(range(width))
    for row in rows:
        for index in [each for each in lacking if each < len(row)]:
            words = " ".join(row[index].split())
            if words and words not in seen[index]:
                seen[index].append(words)
                if len(seen[index]) == SAMPLES:
                    lacking.discard(index)
        if not lacking:
            break
    return tuple(map(tuple, seen))
