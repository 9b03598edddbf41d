"""Tables of text from CSV or XLSX bytes, with the row numbers that a person sees in the file."""

import csv
import datetime
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import polars as pl
from python_calamine import CalamineWorkbook

from scrapers.errors import DocumentUnreadable
from scrapers.payroll.columns import (
    ADDED,
    PAY,
    day_columns,
    name_of,
    plain_heading,
    plainness,
    recognised,
)

_WHOSE = re.compile(
    r"^(?:employee|worker|staff(?: member)?|operative|carer|name|employee name|worker name)"
    r"(?: (?:no\.?|number|id|name))?\s*(?::|$)(.*)$",
    re.I,
)
_PENCE = re.compile(r"\bpence\b|\(p\)", re.I)
_SPACES = (b" ", b"\t", b"\x0b", b"\x0c", b"\xc2", b"\xe1", b"\xe2", b"\xe3", b'""')
"""What a file has in which some cell may have space around it, or is empty; no-break ones too."""
_OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"  # XLS, and other documents of its time
_NO_TABLES = {
    b"%PDF": "a PDF",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"{\\rtf": "a text document",
}
LOOK = 20  # lines above which a title may stand


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """One table of a file.

    Attributes:
        file: The file's name, with the sheet's where it has sheets.
        columns: Text columns by our names for them; empty cells are null.
        rows: Each row's number in the file, from 1.
        others: The columns that `columns` does not hold, each with its heading.
        headings: The heading of each of `columns`, plain.
        title: What is written above the headings, such as the week of a rota.
        remarks: How the table was read, where that is not plain, in sentences.
        explained: Our names of the columns that a person explained.
    """

    file: str
    columns: dict[str, pl.Series]
    rows: pl.Series
    others: tuple[tuple[str, pl.Series], ...]
    headings: dict[str, str] = field(default_factory=dict)
    title: str = ""
    remarks: tuple[str, ...] = ()
    explained: frozenset[str] = frozenset()

    @property
    def last_row(self) -> int:
        """The last row's number, or 0 where there is none."""
        return int(self.rows[-1]) if self.rows.len() else 0


def read_tables(
    name: str, content: bytes, columns: Mapping[str, str] | None = None
) -> tuple[Table, ...]:
    """Return the tables of a file: one for a CSV, one for each sheet of a workbook.

    Args:
        name: The file's name.
        content: Its bytes.
        columns: For each heading as the file writes it, the heading to read it as.

    Raises:
        DocumentUnreadable: The bytes are neither, or no row has headings that we know.
    """
    _refuse(name, content)
    meant = {plain_heading(each): meaning for each, meaning in (columns or {}).items()}
    read = _sheets if content.startswith((b"PK", _OLD_WORKBOOK)) else _csv
    tables = list(read(name, content, meant))
    if not tables:
        raise DocumentUnreadable(
            f"{name}: no row of headings was recognised. A rota needs worker, start and end; "
            "payslips need worker, period start, period end, hours and gross pay."
        )
    return tuple(tables)


def _refuse(name: str, content: bytes) -> None:
    """Refuse what holds no table of cells, with what to ask for instead."""
    head = content[:1024].lstrip()
    kind = next((kind for start, kind in _NO_TABLES.items() if head.startswith(start)), "")
    if not kind and head[:200].lower().startswith((b"<!doctype html", b"<html")):
        kind = "a web page"
    if not content.strip():
        raise DocumentUnreadable(f"{name} is empty.")
    if kind:
        raise DocumentUnreadable(
            f"{name} is {kind}, so no shift or payslip was read from it. Ask for the payroll or "
            "rota program's own report as CSV or XLSX, with a row for each payslip or shift."
        )


def _csv(name: str, content: bytes, meant: Mapping[str, str]) -> Iterator[Table]:
    text = _utf8(name, content)
    head = text[: 1 << 16].decode("utf-8", "ignore")
    separator = max(",;\t", key=head.split("\n", 1)[0].count)
    written = list(csv.reader(io.StringIO(head.replace("\r", "")), delimiter=separator))[:LOOK]
    lines = _as_meant(written, meant)
    at = _heading(lines)
    if at is None:
        return
    names = [str(index) for index in range(len(lines[at]))]
    try:
        frame = _cells(text, separator, at + 1, names, quote='"')
    except pl.exceptions.ComputeError:  # a quotation mark that never closes: one row, not the file
        unquoted = _cells(text, separator, at + 1, names, quote=None)
        frame = unquoted.with_columns(pl.all().str.replace_all('"', ""))
    if _has_space(text, at + 1):
        frame = _stripped(frame)
    yield _table(name, lines[: at + 1], frame, _explained(written[at], meant))


def _cells(
    text: bytes, separator: str, skipped: int, names: list[str], quote: str | None
) -> pl.DataFrame:
    return pl.read_csv(
        text,
        separator=separator,
        has_header=False,
        infer_schema=False,
        truncate_ragged_lines=True,
        skip_lines=skipped,
        schema=dict.fromkeys(names, pl.String),
        quote_char=quote,
        missing_columns="insert",
        extra_columns="ignore",
        raise_if_empty=False,
    )


def _utf8(name: str, content: bytes) -> bytes:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace").encode()
    content = content.removeprefix(b"\xef\xbb\xbf")
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        content = content.decode("cp1252", "replace").encode()
    if b"\x00" in content:
        if content.count(b"\x00") * 10 > len(content):
            raise DocumentUnreadable(f"{name} is neither a CSV file nor an XLSX workbook.")
        content = content.replace(b"\x00", b"")
    if b"\r" in content and b"\n" not in content:
        content = content.replace(b"\r", b"\n")
    return content


def _sheets(name: str, content: bytes, meant: Mapping[str, str]) -> Iterator[Table]:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = [(sheet, book.get_sheet_by_name(sheet)) for sheet in book.sheet_names]
    except Exception as problem:  # calamine raises many kinds for a damaged workbook
        raise DocumentUnreadable(f"{name} could not be opened as a workbook.") from problem
    for title, sheet in sheets:
        lines = [[_cell(each) for each in row] for row in sheet.to_python(skip_empty_area=False)]
        written = lines[:LOOK]
        lines[:LOOK] = _as_meant(written, meant)
        at = _heading(lines)
        if at is None:
            continue
        width = len(lines[at])
        columns = {
            str(index): [row[index] or None for row in lines[at + 1 :]] for index in range(width)
        }
        frame = pl.DataFrame(columns, schema={str(index): pl.String for index in range(width)})
        explained = _explained(written[at], meant)
        yield _table(f"{name}: {title}", lines[: at + 1], _stripped(frame), explained)


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.datetime):
        return value.isoformat(timespec="minutes")
    if isinstance(value, datetime.timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02}"
    return str(value)


def _as_meant(lines: list[list[str]], meant: Mapping[str, str]) -> list[list[str]]:
    """Lines with the headings that a person explained, as they explained them."""
    if not meant:
        return lines
    return [[meant.get(plain_heading(cell), cell) for cell in line] for line in lines]


def _explained(line: list[str], meant: Mapping[str, str]) -> frozenset[int]:
    return frozenset(index for index, cell in enumerate(line) if plain_heading(cell) in meant)


def _heading(lines: list[list[str]]) -> int | None:
    """The row that has most headings we know, if it has two or more, or that heads a grid."""
    known = [len(recognised(line)) + len(day_columns(line)) for line in lines[:LOOK]]
    best = max(known, default=0)
    return known.index(best) if best >= 2 else None


def _table(
    name: str, lines: list[list[str]], frame: pl.DataFrame, explained: frozenset[int]
) -> Table:
    """A table from its lines down to the headings, and the cells below them."""
    heading, first_row = lines[-1], len(lines) + 1
    names = recognised(heading, explained)
    rows = pl.Series("row", range(first_row, first_row + frame.height), dtype=pl.Int64)
    tidy = frame.with_columns(rows)
    filled = frame.select(~pl.all_horizontal(pl.all().is_null())).to_series()
    if not filled.all():
        tidy = tidy.filter(filled)
    for index, each in enumerate(heading):
        if _PENCE.search(each):
            tidy = tidy.with_columns(_pounds_of(pl.col(str(index))))
    names |= _numbers_of_people(heading, names, tidy)
    columns = {ours: tidy[str(index)].alias(ours) for ours, index in names.items()}
    if "forename" in columns and "surname" in columns and "name" not in columns:
        columns["name"] = _joined(columns.pop("forename"), columns.pop("surname"))
        columns.setdefault("worker", columns["name"].alias("worker"))
    elif "worker" not in columns and {"start", "end"} <= columns.keys():
        whose = _whose(lines[:-1])
        if whose:
            columns["worker"] = pl.repeat(whose, tidy.height, dtype=pl.String, eager=True)
    said = frozenset(ours for ours, index in names.items() if index in explained)
    paid = bool(names.keys() & PAY)
    others = tuple(
        (each.strip(), tidy[str(index)])
        for index, each in enumerate(heading)
        if each.strip()
        and index not in names.values()
        and name_of(plain_heading(each), paid=paid) not in said - ADDED
    )
    headings = {ours: heading[index].strip() for ours, index in names.items()}
    title = " ".join(cell.strip() for line in lines[:-1] for cell in line if cell.strip())
    return Table(name, columns, tidy["row"], others, headings, title, explained=said)


def _stripped(frame: pl.DataFrame) -> pl.DataFrame:
    """Cells without the space around them, and empty ones null."""
    return frame.select(pl.all().str.strip_chars()).select(
        pl.when(pl.all() != "").then(pl.all()).name.keep()
    )


def _numbers_of_people(
    heading: list[str], names: dict[str, int], frame: pl.DataFrame
) -> dict[str, int]:
    """A column such as `ID` beside the workers' names, where it numbers people and not rows."""
    worker = names.get("worker")
    if worker is None or plainness("worker", plain_heading(heading[worker])) != 1:
        return {}
    for index, each in enumerate(heading):
        alike = index != worker and name_of(plain_heading(each), paid=False) == "worker"
        if alike and frame[str(index)].n_unique() == frame[str(worker)].n_unique():
            return {"worker": index, "name": names.get("name", worker)}
    return {}


def _has_space(text: bytes, lines: int) -> bool:
    """Whether there is any space or an empty quotation below the first lines of a CSV."""
    below = -1
    for _ in range(lines):
        below = text.find(b"\n", below + 1)
        if below < 0:
            return True
    return any(text.find(mark, below + 1) >= 0 for mark in _SPACES)


def _pounds_of(pence: pl.Expr) -> pl.Expr:
    """Whole pence as text in pounds; any other cell as it is, to be named by its row."""
    whole = pence.str.extract(r"^(-?\d{1,9})$")
    pounds = whole.str.zfill(3).str.replace(r"(\d\d)$", ".${1}")
    return pl.when(whole.is_not_null()).then(pounds).otherwise(pence).name.keep()


def _whose(lines: list[list[str]]) -> str:
    """Whose timesheet it is, where that is written above the headings."""
    cells = [cell.strip() for line in lines for cell in line if cell.strip()]
    for place, cell in enumerate(cells):
        named = _WHOSE.match(cell)
        if named:
            return named.group(1).strip() or next(iter(cells[place + 1 : place + 2]), "")
    return ""


def _joined(forename: pl.Series, surname: pl.Series) -> pl.Series:
    whole = forename.fill_null("") + " " + surname.fill_null("")
    return whole.str.strip_chars().replace("", None).alias("name")
