"""A whole intake of a long list against the plainest ways of keeping its rows, in one run.

Run: `python benchmarks/intake.py [--rows 100000] [--suppliers 4000]`. Each way runs in its own
process. Time is the processor's; memory is that of the whole application, whose own is printed
first; ratios are of one run on one machine.

`csv_to_sqlite` splits the cells and keeps them unlooked at, in a table without keys. `read` has
the columns recognised and every row read to its meaning, and keeps nothing. `ours` is everything:
the same, suppliers made and brought up to date, every row kept with its cells and what it became,
payments added up, in transactions that let others write between them. `ours_again` is a corrected
file: one row differs, every supplier is known.

Each way starts from a home whose tables are there already, as all but the first start do.
"""

import argparse
import csv
import multiprocessing
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from lists import as_csv, most_memory, processor_seconds, rows

from app.features.imports.service import offer_list, take_in
from app.installation import Installation, open_installation
from app.security.organisations import own_organisation
from app.settings import Settings
from scrapers.spreadsheets import open_supplier_list

TURNS = 3
CONTEXT = multiprocessing.get_context("spawn")

Way = Callable[[Installation, Path], Callable[[], object]]
"""Makes ready what is not timed, and returns what is."""


def nothing(_home: Installation, _path: Path) -> Callable[[], object]:
    """The application alone."""
    return lambda: None


def csv_to_sqlite(home: Installation, path: Path) -> Callable[[], object]:
    """Split the cells and keep them, unlooked at."""

    def keep() -> None:
        store = sqlite3.connect(home.settings.home / "kept.db")
        store.execute("create table kept (a, b, c, d, e, f, g, h)")
        with path.open(newline="", encoding="utf-8") as file:
            store.executemany("insert into kept values (?, ?, ?, ?, ?, ?, ?, ?)", csv.reader(file))
        store.commit()
        store.close()

    return keep


def read(_home: Installation, path: Path) -> Callable[[], object]:
    """Read every row, some thousand at a time, and keep none."""

    def all_read() -> None:
        for _ in open_supplier_list(path.read_bytes(), name=path.name).parts:
            pass

    return all_read


def ours(home: Installation, path: Path) -> Callable[[], object]:
    """A whole intake of a list that was offered."""
    return _taking_in(home, path, path.read_bytes())


def ours_again(home: Installation, path: Path) -> Callable[[], object]:
    """A whole intake of a list of which an older form was taken in."""
    _taking_in(home, path, path.read_bytes() + b"Fernleigh Supplies 0 Ltd\n")()
    return ours(home, path)


def _taking_in(home: Installation, path: Path, data: bytes) -> Callable[[], object]:
    now = datetime.now(UTC)
    with home.database.session() as session:
        whose = own_organisation(session, now=now).id
        offered = offer_list(session, home.archive, whose, name=path.name, data=data, now=now)
    return lambda: take_in(home, offered.id)


def _make_home(folder: Path) -> None:
    with open_installation(Settings(home=folder)):
        pass


def _run(
    way: Way, path: Path, made: Path, out: "multiprocessing.Queue[tuple[float, int]]"
) -> None:
    times = []
    for _ in range(TURNS):
        with tempfile.TemporaryDirectory() as folder:
            shutil.copytree(made, folder, dirs_exist_ok=True)
            with open_installation(Settings(home=Path(folder))) as home:
                timed = way(home, path)
                start = processor_seconds()
                timed()
                times.append(processor_seconds() - start)
    out.put((min(times), most_memory()))


def measured(way: Way, path: Path, made: Path) -> tuple[float, int]:
    """The best of some turns in seconds, and the most memory in MB, in a process of its own."""
    out: multiprocessing.Queue[tuple[float, int]] = CONTEXT.Queue()
    process = CONTEXT.Process(target=_run, args=(way, path, made, out))
    process.start()
    told = out.get()
    process.join()
    return told


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--suppliers", type=int, default=4_000)
    asked = parser.parse_args()
    count = asked.rows
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "payments.csv"
        as_csv(rows(count, asked.suppliers), path)
        made = Path(folder) / "home"
        process = CONTEXT.Process(target=_make_home, args=(made,))
        process.start()
        process.join()
        alone = measured(nothing, path, made)[1]
        print(f"{count:,} rows; the application alone takes {alone} MB")
        base = 0.0
        for way in (csv_to_sqlite, read, ours, ours_again):
            seconds, memory = measured(way, path, made)
            base = base or seconds
            print(
                f"{way.__name__:16}{count / seconds:>12,.0f} rows/s"
                f"{base / seconds:>8.2f} ×{memory:>7} MB",
                flush=True,
            )


if __name__ == "__main__":
    main()
