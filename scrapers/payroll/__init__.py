"""Rotas, payslips and workers' lists, CSV or XLSX, into typed columns and row notices."""

from collections.abc import Iterable
from dataclasses import dataclass

import polars as pl

from scoring.payroll.samples import Payslips, Shifts, Workers
from scrapers.payroll.assembly import accounts_of, all_ids, payslips_of, shifts_of, workers_of
from scrapers.payroll.columns import Kind, kind_of
from scrapers.payroll.notices import Notices, RowNotice
from scrapers.payroll.payslips import read_payslips
from scrapers.payroll.people import read_people
from scrapers.payroll.shifts import read_shifts
from scrapers.payroll.tables import read_tables

__all__ = ["RowNotice", "Sample", "read_sample"]

_READERS = {
    Kind.SHIFTS: read_shifts,
    Kind.PAYSLIPS: read_payslips,
    Kind.WORKERS: read_people,
}


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """What the files of one sample hold.

    Attributes:
        shifts: What was worked.
        payslips: What was paid.
        workers: Who they are, by pseudonym.
        ids: Each worker's identifier in the files, for those whose role may see it.
        notices: What was wrong, by file and row.
    """

    shifts: Shifts
    payslips: Payslips
    workers: Workers
    ids: tuple[str, ...]
    notices: tuple[RowNotice, ...]


def read_sample(files: Iterable[tuple[str, bytes]]) -> Sample:
    """Read the files of a sample: each a CSV, or a workbook whose sheets are tables.

    What a table holds is told by its headings. A bad row is named and left out; the rest is read.

    Args:
        files: Name and content of each.

    Raises:
        DocumentUnreadable: A file is neither CSV nor XLSX, or has no headings that we know.
    """
    frames: dict[Kind, list[pl.DataFrame]] = {kind: [] for kind in Kind}
    told: list[RowNotice] = []
    harmed: list[pl.Series] = []
    for name, content in files:
        for table in read_tables(name, content):
            kind, notices = kind_of(set(table.columns)), Notices(table)
            if kind is None:
                notices.about_table("This table is not a rota, payslips or a list of workers.")
            else:
                frames[kind].append(_READERS[kind](table, notices))
                harmed.append(table.columns["worker"].filter(notices.bad))
            told += notices.told
    return _assemble({kind: _joined(each) for kind, each in frames.items()}, harmed, told)


def _joined(frames: list[pl.DataFrame]) -> pl.DataFrame | None:
    return pl.concat(frames, how="vertical_relaxed") if frames else None


def _assemble(
    frames: dict[Kind, pl.DataFrame | None], harmed: list[pl.Series], told: list[RowNotice]
) -> Sample:
    shifts, slips, people = (frames[kind] for kind in (Kind.SHIFTS, Kind.PAYSLIPS, Kind.WORKERS))
    named = [frame["worker"] for frame in frames.values() if frame is not None]
    ids, bad_ids = all_ids(named + harmed), all_ids(harmed)
    accounts = accounts_of(people, slips)
    return Sample(
        shifts_of(shifts, ids),
        payslips_of(slips, ids, accounts),
        workers_of(people, ids, accounts, bad_ids, told),
        tuple(ids.to_list()),
        tuple(told),
    )
