"""Bytes of a supplier list → columns, rows and row errors."""

from collections.abc import Iterator, Mapping, Sequence

from scrapers.errors import ListUnreadable
from scrapers.spreadsheets.arrangements import Rearranger, key_fields
from scrapers.spreadsheets.chunks import PART, ListPart, OpenList
from scrapers.spreadsheets.columns import is_contracts, recognise
from scrapers.spreadsheets.gc_pause import paused
from scrapers.spreadsheets.grids import Grid, grids_of
from scrapers.spreadsheets.headers import Header, find_header, likeliest
from scrapers.spreadsheets.notice_exports import check_awarded, expanded, renumbered
from scrapers.spreadsheets.ocds import is_ocds, read_ocds
from scrapers.spreadsheets.ocds_flat import is_flattened, packages_of
from scrapers.spreadsheets.periods import PeriodReader
from scrapers.spreadsheets.questions import check_clear, unread_roles
from scrapers.spreadsheets.records import Field, SupplierList
from scrapers.spreadsheets.rows import RowReader
from scrapers.spreadsheets.styles import styles_of
from scrapers.spreadsheets.tally import Tally

_WATCHED = frozenset({Field.SUPPLIER, Field.AMOUNT, Field.TOTAL_VALUE})


def read_supplier_list(
    data: bytes, *, name: str, columns: Mapping[int, Field | None] | None = None
) -> SupplierList:
    """Read a supplier list, contract register, payments file or open contracting package.

    Args:
        data: The file's bytes; its content decides what it is, not its name.
        name: The file's name, for messages.
        columns: What a person said the columns hold, by index from 0; None means not to be read.
            The rest is recognised.

    Returns:
        The columns as understood, and every filled row either taken or reported.

    Raises:
        ListUnreadable: The bytes are no spreadsheet, or no column names the suppliers.
    """
    with paused():
        return open_supplier_list(data, name=name, columns=columns).whole()


def open_supplier_list(
    data: bytes, *, name: str, columns: Mapping[int, Field | None] | None = None
) -> OpenList:
    """Understand the columns of a list, and let its rows be read some thousand at a time.

    Arguments and errors are those of `read_supplier_list`: nothing is refused after this.
    """
    if is_ocds(data):
        return read_ocds(data, name=name)
    grids = grids_of(data, name)
    if is_flattened(grids):
        return read_ocds(packages_of(grids), name=name)
    grid, header = likeliest(grids)
    read = set(grid.sheet.split(", ")) | {grid.sheet}
    others = [each for each in grids if each.sheet not in read]
    return _opened(grid, header, name, columns, others)


def _opened(
    grid: Grid,
    header: Header,
    name: str,
    said: Mapping[int, Field | None] | None,
    others: list[Grid],
) -> OpenList:
    below, headings, first = grid.rows[header.row :], header.headings, header.row + 1
    check_awarded(name, headings)
    table = expanded(headings, below, first)
    if table:
        below, headings = table.rows, table.headings
    recognised = recognise(headings, below, said)
    columns = recognised.columns
    check_clear(name, recognised)
    if Field.SUPPLIER not in recognised.fields:
        raise ListUnreadable(_no_suppliers(name, header))
    styles, tally = styles_of(columns, below), Tally()
    reader = RowReader(
        columns,
        source=name,
        contracts=is_contracts(recognised.fields),
        styles=styles,
        tally=tally,
    )
    above = [cell for row in grid.rows[: max(header.row - 1, 0)] for cell in row if cell.strip()]
    dates = PeriodReader((*above, grid.sheet), name)
    watched = [column.index for column in columns if column.field in _WATCHED]
    rearranger = Rearranger([column.heading for column in columns], watched)
    parts = _parts(reader, dates, below, first, rearranger, tally)
    return OpenList(
        name=name,
        columns=columns,
        header_row=header.row,
        first=(*_lists_left(others), *unread_roles(recognised), *styles.notices),
        more=(*grid.notices, *_notices(header, others)),
        tally=tally,
        dates=dates,
        sheet=grid.sheet,
        parts=renumbered(parts, table, first, tally) if table else parts,
    )


def _parts(
    reader: RowReader,
    dates: PeriodReader,
    rows: Sequence[Sequence[str]],
    first: int,
    rearranger: Rearranger,
    tally: Tally,
) -> Iterator[ListPart]:
    for start in range(0, len(rows), PART):
        with paused():
            next_rows = rearranger.follow(list(rows[start : start + PART]), first + start)
            tally.moved_from = rearranger.moved_from
            part = reader.read(next_rows, first=first + start)
            dates.add(part.of("paid"), part.of("paid_on"))
        yield part


def _notices(header: Header, others: list[Grid]) -> list[str]:
    notices = []
    if header.row > 1:
        notices.append(f"The headings were found in row {header.row}.")
    if not header.row:
        notices.append("No headings were found. We identified the columns by their contents.")
    notices += [_not_read(sheet) for sheet in others]
    return notices


def _lists_left(others: list[Grid]) -> Iterator[str]:
    """Say first which sheets seem to hold suppliers and money and were not read."""
    named = [
        f"“{sheet.sheet}”"
        for sheet in others
        if not sheet.hidden and {Field.SUPPLIER, Field.AMOUNT} <= _key_fields_of(sheet)
    ]
    if named:
        yield f"Sheets that hold suppliers and money too, not read: {', '.join(named)}."


def _key_fields_of(sheet: Grid) -> frozenset[Field]:
    return key_fields(find_header(sheet.rows).headings)


def _not_read(sheet: Grid) -> str:
    kind = "hidden sheet" if sheet.hidden else "sheet"
    return f"The {kind} “{sheet.sheet}” was not read."


def _no_suppliers(name: str, header: Header) -> str:
    headings = ", ".join(f"“{heading}”" for heading in header.headings if heading)[:300]
    seen = f" Its headings are {headings}." if headings else ""
    return (
        f"No column of {name} names the suppliers.{seen} Say which column does, or name it "
        "“Supplier”."
    )
