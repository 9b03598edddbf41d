"""Reading lists against the plainest readers: rows a second and memory, in one run.

Run: `python benchmarks/lists.py [--rows 100000]`. Each way runs in its own process, so that the
memory printed is its own. Time is the processor's, children's too, so that a busy machine tells
nearly the same; ratios are of one run on one machine.
"""

import argparse
import csv
import io
import multiprocessing
import resource
import sqlite3
import tempfile
from collections.abc import Callable
from pathlib import Path

from scrapers.spreadsheets import open_supplier_list
from scrapers.spreadsheets.grids import grids_of

HEADINGS = (
    "Supplier Name", "Company Number", "Postcode", "Payment Date", "Amount", "Purpose",
    "Directorate", "Transaction Number",
)  # fmt: skip
TURNS = 3


def rows(count: int, suppliers: int = 4000) -> list[list[str]]:
    """Payments as a council publishes them: few suppliers, many rows."""
    return [
        [
            f"Fernleigh Supplies {row % suppliers} Ltd",
            f"{(row % suppliers) + 1_000_000}",
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
    import xlsxwriter  # noqa: PLC0415 - only in the process that makes the files

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
    parts = open_supplier_list(path.read_bytes(), name=path.name).parts
    return sum(part.count + len(part.errors) for part in parts)


def ours_cells(path: Path) -> int:
    """Only the cells of a file, under our bounds."""
    return sum(1 for grid in grids_of(path.read_bytes(), path.name) for _ in grid.rows)


def openpyxl_read_only(path: Path) -> int:
    """The cells of a workbook by openpyxl in its fast mode."""
    import openpyxl  # noqa: PLC0415 - its memory is its own way's

    book = openpyxl.load_workbook(path, read_only=True)
    return sum(1 for sheet in book for _ in sheet.iter_rows(values_only=True))


def processor_seconds() -> float:
    """Seconds of processor time of this process and its children so far."""
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    used = [resource.getrusage(who) for who in whose]
    return sum(each.ru_utime + each.ru_stime for each in used)


def most_memory() -> int:
    """The most memory, in MB, that this process has held.

    Linux tells it of the program that runs; `ru_maxrss` begins with what its parent held.
    """
    status = Path("/proc/self/status")
    if status.exists():
        told = status.read_text().partition("VmHWM:")[2]
        return int(told.split(maxsplit=1)[0]) // 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _run(
    way: Callable[[Path], int], path: Path, out: "multiprocessing.Queue[tuple[float, int]]"
) -> None:
    times = []
    for _ in range(TURNS):
        start = processor_seconds()
        way(path)
        times.append(processor_seconds() - start)
    out.put((min(times), most_memory()))


def measured(way: Callable[[Path], int], path: Path) -> tuple[float, int]:
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
            (plain, (csv_to_sqlite, csv_only, ours_cells, ours)),
            (book, (openpyxl_read_only, ours_cells, ours)),
        ):
            base = None
            for way in ways:
                seconds, memory = measured(way, path)
                base = base or seconds
                print(
                    f"{path.suffix:6}{way.__name__:22}{count / seconds:>12,.0f} rows/s"
                    f"{base / seconds:>8.2f} ×{memory:>7} MB"
                )


if __name__ == "__main__":
    main()
