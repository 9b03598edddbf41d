"""Rotas, payslips and workers' lists, CSV or XLSX, into typed columns and row notices."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import polars as pl

from scoring.payroll.samples import Payslips, Shifts, Workers
from scrapers.errors import DocumentUnreadable, HeadingsUnclear
from scrapers.payroll.assembly import accounts_of, all_ids, payslips_of, shifts_of, workers_of
from scrapers.payroll.close_columns import Choice, close_columns, less_plain
from scrapers.payroll.columns import Kind, kind_of
from scrapers.payroll.elements import is_elements, payslips_of_elements
from scrapers.payroll.grid import is_grid, shifts_of_grid
from scrapers.payroll.identity import of_two_people, traits
from scrapers.payroll.lines import Lines
from scrapers.payroll.money import is_known_heading
from scrapers.payroll.named_pairs import with_pairs_apart
from scrapers.payroll.notices import MOST, Notices, RowNotice
from scrapers.payroll.payslips import read_payslips
from scrapers.payroll.people import read_people
from scrapers.payroll.same_period import COPY, TOGETHER, one_for_each_period
from scrapers.payroll.shifts import read_shifts
from scrapers.payroll.spellings import one_spelling, respelled
from scrapers.payroll.split_shifts import is_split, turns_apart
from scrapers.payroll.tables import Table, read_tables

__all__ = ["Kind", "RowNotice", "Sample", "is_known_heading", "read_sample"]

_READERS = {
    Kind.SHIFTS: read_shifts,
    Kind.PAYSLIPS: read_payslips,
    Kind.WORKERS: read_people,
}
TWO_PEOPLE = "The identifier of this row belongs to two people (two names or days of birth): {}."
DIFFER = "This worker's details differ between rows of the list and are not used: {}."


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """What the files of one sample hold.

    Attributes:
        shifts: What was worked.
        payslips: What was paid.
        workers: Who they are, by pseudonym.
        ids: Each worker's identifier in the files, for those whose role may see it.
        notices: What was wrong, by file and row; it names workers by pseudonym only.
        lines: For each kind, the file and row behind the row numbers of the columns.
        rows: How many filled rows the files have below their headings.
        unread: Columns of money that were not read, by file and heading.
    """

    shifts: Shifts
    payslips: Payslips
    workers: Workers
    ids: tuple[str, ...]
    notices: tuple[RowNotice, ...]
    lines: Mapping[Kind, Lines]
    rows: int
    unread: tuple[str, ...]


class _Reading:
    """Gathers the tables of one sample as they are read."""

    def __init__(self) -> None:
        self.frames: dict[Kind, list[pl.DataFrame]] = {kind: [] for kind in Kind}
        self.lines = {kind: Lines() for kind in Kind}
        self.row_notices: list[RowNotice] = []
        self.harmed: list[pl.Series] = []
        self.said: list[pl.DataFrame] = []
        self.rows = 0
        self.unread: list[str] = []
        self.choices: list[Choice] = []

    def take(self, table: Table) -> bool:
        """Read one table; return whether it was understood."""
        self.rows += table.rows.len()
        self.choices += close_columns(table)
        if self.choices:
            return True
        table = replace(table, remarks=(*table.remarks, *less_plain(table)))
        table = with_pairs_apart(table)
        if is_elements(table):
            table = payslips_of_elements(table)
        elif is_split(table):
            table = turns_apart(table)
        elif is_grid(table):
            table = shifts_of_grid(table)
        kind, notices = kind_of(set(table.columns)), Notices(table)
        for remark in table.remarks:
            notices.about_table(remark)
        if kind is None:
            notices.about_table("This table is not a rota, payslips or a list of workers.")
        else:
            frame, lines = _READERS[kind](table, notices), self.lines[kind]
            self.frames[kind].append(frame.with_columns(pl.col("row") + lines.last))
            self.lines[kind] = lines.then(table.file, table.last_row)
            self.harmed.append(table.columns["worker"].filter(notices.bad))
            self.said.append(traits(table))
        self.unread += [f"{table.file}: {heading}" for heading in notices.unread]
        self.row_notices += notices.row_notices
        return kind is not None

    def respell(self) -> None:
        """Give each worker one identifier, however the tables write it."""
        frames = [frame for each in self.frames.values() for frame in each]
        same = one_spelling([frame["worker"] for frame in frames] + self.harmed, self.said)
        if same:
            self.frames = {
                kind: [respelled(each, same) for each in frames]
                for kind, frames in self.frames.items()
            }
            self.harmed = [each.replace(same) for each in self.harmed]
            self.said = [respelled(each, same) for each in self.said]

    def frame(self, kind: Kind) -> pl.DataFrame | None:
        frames = self.frames[kind]
        return pl.concat(frames, how="vertical_relaxed") if frames else None


def read_sample(
    files: Iterable[tuple[str, bytes]], columns: Mapping[str, str] | None = None
) -> Sample:
    """Read the files of a sample: each a CSV, or a workbook whose sheets are tables.

    What a table holds is told by its headings. A bad row is named and left out; the rest is read.

    Args:
        files: Name and content of each.
        columns: What a person says that headings mean: for each, a heading that we know.

    Raises:
        DocumentUnreadable: A file is neither CSV nor XLSX, or holds no table that we can read.
        HeadingsUnclear: Two columns may hold the same, and `columns` does not say which is meant.
    """
    reading = _Reading()
    for name, content in files:
        understood = [reading.take(table) for table in read_tables(name, content, columns)]
        if not any(understood):
            raise DocumentUnreadable(
                f"{name}: this is not a rota, payslips or a list of workers. A rota needs worker, "
                "start and end; payslips need worker, pay period and gross pay; a list of workers "
                "needs worker and one more detail, such as date of birth."
            )
    if reading.choices:
        raise HeadingsUnclear(tuple(dict.fromkeys(reading.choices)))
    return _assemble(reading)


def _assemble(reading: _Reading) -> Sample:
    reading.respell()
    shifts, slips, people = (reading.frame(kind) for kind in Kind)
    named = [frame["worker"] for frame in (shifts, slips, people) if frame is not None]
    ids, harmed = all_ids(named + reading.harmed), all_ids(reading.harmed)
    accounts, two = accounts_of(people, slips), of_two_people(reading.said)
    workers, differ = workers_of(
        people, ids, accounts, harmed=harmed, shared=two["worker"].unique()
    )
    labels = dict(zip(ids.to_list(), workers.labels, strict=True))
    notices = list(reading.row_notices)
    if slips is not None:
        slips, joined = one_for_each_period(slips)
        for number, first, copy in joined.head(MOST).iter_rows():
            file, row = reading.lines[Kind.PAYSLIPS].place(number)
            _, earlier = reading.lines[Kind.PAYSLIPS].place(first)
            notices.append(
                RowNotice(file, row, (COPY if copy else TOGETHER).format(earlier), copy)
            )
    for worker, file, row in two.select("worker", "file", "row").iter_rows():
        notices.append(RowNotice(file, row, TWO_PEOPLE.format(labels[worker]), left_out=False))
    for worker, number in differ.iter_rows():
        file, row = reading.lines[Kind.WORKERS].place(number)
        notices.append(RowNotice(file, row, DIFFER.format(labels[worker]), left_out=False))
    return Sample(
        shifts_of(shifts, ids),
        payslips_of(slips, ids, accounts),
        workers,
        tuple(ids.to_list()),
        tuple(notices),
        reading.lines,
        reading.rows,
        tuple(reading.unread),
    )
