"""Reading and keeping lists against the plainest ways: rows a second and memory, in one run.

Run: `python benchmarks/lists.py [--rows 100000]`. Each way runs in its own process, so that the
memory printed is its own; that of the ways that keep rows counts the whole application, which is
printed first. Time is the processor's, children's too, so that a busy machine tells nearly the
same; ratios are of one run on one machine.

`ours` reads every row to its meaning and takes or reports it. `ours_kept` is a whole intake:
read, suppliers made and brought up to date, every row kept with its cells and what it became,
payments added up, in transactions that let others write between them. `rows_kept` is the least
that any way of keeping those rows can take: our table, its rows ready beforehand.
"""

import argparse
import csv
import io
import json
import multiprocessing
import resource
import sqlite3
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import openpyxl
import xlsxwriter

from app.home import Home, open_home
from app.pipeline.take_in import offer_list, take_in
from app.queries.organisations import own_organisation
from app.settings import Settings
from models import IntakeRow
from models.base import new_id
from scrapers.spreadsheets import read_supplier_list
from scrapers.spreadsheets.grids import grids_of

HEADINGS = (
    "Supplier Name", "Company Number", "Postcode", "Payment Date", "Amount", "Purpose",
    "Directorate", "Transaction Number",
)  # fmt: skip
TURNS = 5

Way = Callable[..., Any]


def rows(count: int) -> list[list[str]]:
    """Payments as a council publishes them: few suppliers, many rows."""
    return [
        [
            f"Fernleigh Supplies {row % 4000} Ltd",
            f"{(row % 4000) + 1_000_000}",
            f"M{row % 90 + 1} {row % 9 + 1}AB",
            f"2026-{row % 12 + 1:02}-{row % 28 + 1:02}",
            f"{row % 9973}.{row % 100:02}",
            ("Cleaning", "Agency staff", "Residential care", "Consultancy")[row % 4],
            ("Place", "People", "Public Health")[row % 3],
            f"{row:07}",
        ]
        for row in range(count)
    ]


def as_csv(made: list[list[str]], path: Path) -> None:
    """Write the rows as CSV."""
    with path.open("w", newline="", encoding="utf-8") as file:
        written = csv.writer(file)
        written.writerow(HEADINGS)
        written.writerows(made)


def as_xlsx(made: list[list[str]], path: Path) -> None:
    """Write the rows as a workbook."""
    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEADINGS)
        for number, row in enumerate(made, start=1):
            sheet.write_row(number, 0, row)


def csv_only(path: Path) -> int:
    """Split the cells."""
    text = path.read_bytes().decode()
    return sum(1 for _ in csv.reader(io.StringIO(text, newline="")))


def csv_to_sqlite(path: Path) -> int:
    """Split the cells and keep them, unlooked at."""
    with tempfile.TemporaryDirectory() as folder, path.open(newline="", encoding="utf-8") as file:
        store = sqlite3.connect(Path(folder) / "kept.db")
        store.execute("create table kept (a, b, c, d, e, f, g, h)")
        store.executemany("insert into kept values (?, ?, ?, ?, ?, ?, ?, ?)", csv.reader(file))
        store.commit()
        count: int = store.execute("select count(*) from kept").fetchone()[0]
        store.close()
        return count


def ours(path: Path) -> int:
    """Columns recognised, every cell read to its meaning, every row taken or reported."""
    return read_supplier_list(path.read_bytes(), name=path.name).rows_in


def ours_cells(path: Path) -> int:
    """Only the cells of a file, under our bounds."""
    return sum(len(grid.rows) for grid in grids_of(path.read_bytes(), path.name))


def openpyxl_read_only(path: Path) -> int:
    """The cells of a workbook by openpyxl in its fast mode."""
    book = openpyxl.load_workbook(path, read_only=True)
    return sum(1 for sheet in book for _ in sheet.iter_rows(values_only=True))


def nothing_kept(_home: Home, _path: Path) -> Callable[[], int]:
    """The application and nothing done: what it takes in memory."""
    return lambda: 0


def rows_kept(home: Home, path: Path) -> Callable[[], int]:
    """Rows of our table, made beforehand, put into it in one go."""
    with path.open(newline="", encoding="utf-8") as file:
        lines = list(csv.reader(file))[1:]
    intake, supplier = new_id().hex, new_id().hex
    ready = [
        (new_id().hex, intake, number, 0, "supplier", json.dumps(line), "", "", 100, supplier)
        for number, line in enumerate(lines, 2)
    ]
    names = 'id, intake_id, "row", part, outcome, cells, "column", message, paid, supplier_id'
    table = IntakeRow.__tablename__

    def keep() -> int:
        with home.database.engine.begin() as connection:
            connection.exec_driver_sql("pragma foreign_keys = off")
            connection.exec_driver_sql(
                f"insert into {table} ({names}) values ({', '.join('?' * 10)})",
                ready,
            )
        return len(ready)

    return keep


def ours_kept(home: Home, path: Path) -> Callable[[], int]:
    """A whole intake of a list that was offered."""
    now = datetime.now(UTC)
    with home.database.session() as session:
        whose = own_organisation(session, now=now).id
        offered = offer_list(
            session, home.archive, whose, name=path.name, data=path.read_bytes(), now=now
        )
    return lambda: len(take_in(home, offered.id).columns)


KEEPING = (nothing_kept, rows_kept, ours_kept)


def processor_seconds() -> float:
    """Seconds of processor time of this process and its children so far."""
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    used = [resource.getrusage(who) for who in whose]
    return sum(each.ru_utime + each.ru_stime for each in used)


def _timed(way: Way, path: Path) -> float:
    if way not in KEEPING:
        start = processor_seconds()
        way(path)
        return processor_seconds() - start
    with (
        tempfile.TemporaryDirectory() as folder,
        open_home(Settings(home=Path(folder))) as home,
    ):
        ready = way(home, path)
        start = processor_seconds()
        ready()
        return processor_seconds() - start


def _run(way: Way, path: Path, out: "multiprocessing.Queue[tuple[float, int]]") -> None:
    least = min(_timed(way, path) for _ in range(TURNS))
    out.put((least, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024))


def measured(way: Way, path: Path) -> tuple[float, int]:
    """The best of some turns in seconds, and the most memory in MB, in a process of its own."""
    context = multiprocessing.get_context("spawn")
    out: multiprocessing.Queue[tuple[float, int]] = context.Queue()
    process = context.Process(target=_run, args=(way, path, out))
    process.start()
    told = out.get()
    process.join()
    return told


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    count = parser.parse_args().rows
    made = rows(count)
    with tempfile.TemporaryDirectory() as folder:
        plain, book = Path(folder) / "payments.csv", Path(folder) / "payments.xlsx"
        as_csv(made, plain)
        as_xlsx(made, book)
        print(f"{count:,} rows, {len(HEADINGS)} columns")
        for path, ways in (
            (plain, (csv_to_sqlite, csv_only, ours_cells, ours, *KEEPING)),
            (book, (openpyxl_read_only, ours_cells, ours)),
        ):
            base = None
            for way in ways:
                seconds, memory = measured(way, path)
                base = base or seconds
                if way is nothing_kept:
                    print(f"{path.suffix:6}{way.__name__:22}{memory:>37} MB")
                    continue
                print(
                    f"{path.suffix:6}{way.__name__:22}{count / seconds:>12,.0f} rows/s"
                    f"{base / seconds:>8.2f} ×{memory:>7} MB"
                )


if __name__ == "__main__":
    main()
