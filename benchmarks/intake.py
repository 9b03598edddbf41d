"""A whole intake of a long list against the plainest ways of keeping its rows, in one run.

Run: `python benchmarks/intake.py [--rows 100000]`. Each way runs in its own process. Time is the
processor's; memory is that of the whole application, whose own is printed first; ratios are of
one run on one machine.

`csv_to_sqlite` splits the cells and keeps them unlooked at, in a table without keys. `rows_kept`
is the least that keeping our rows can take: our table with its keys and indexes, the rows ready
beforehand. `ours` is everything: the columns recognised, every row read to its meaning, suppliers
made and brought up to date, every row kept with its cells and what it became, payments added up,
in transactions that let others write between them.
"""

import argparse
import csv
import json
import multiprocessing
import resource
import sqlite3
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from lists import as_csv, processor_seconds, rows

from app.home import Home, open_home
from app.pipeline.take_in import offer_list, take_in
from app.queries.organisations import own_organisation
from app.settings import Settings
from models import IntakeRow
from models.base import new_id

TURNS = 3

Way = Callable[[Home, Path], Callable[[], object]]
"""Makes ready what is not timed, and returns what is."""


def nothing(_home: Home, _path: Path) -> Callable[[], object]:
    """The application alone."""
    return lambda: None


def csv_to_sqlite(home: Home, path: Path) -> Callable[[], object]:
    """Split the cells and keep them, unlooked at."""

    def keep() -> None:
        store = sqlite3.connect(home.settings.home / "kept.db")
        store.execute("create table kept (a, b, c, d, e, f, g, h)")
        with path.open(newline="", encoding="utf-8") as file:
            store.executemany("insert into kept values (?, ?, ?, ?, ?, ?, ?, ?)", csv.reader(file))
        store.commit()
        store.close()

    return keep


def rows_kept(home: Home, path: Path) -> Callable[[], object]:
    """Rows of our table, made beforehand, put into it in one go."""
    with path.open(newline="", encoding="utf-8") as file:
        lines = list(csv.reader(file))[1:]
    intake, supplier = new_id().hex, new_id().hex
    ready = [
        (new_id().hex, intake, number, 0, "supplier", json.dumps(line), "", "", 100, supplier)
        for number, line in enumerate(lines, 2)
    ]
    names = 'id, intake_id, "row", part, outcome, cells, "column", message, paid, supplier_id'
    statement = f"insert into {IntakeRow.__tablename__} ({names}) values ({', '.join('?' * 10)})"

    def keep() -> None:
        with home.database.engine.begin() as connection:
            connection.exec_driver_sql("pragma foreign_keys = off")
            connection.exec_driver_sql(statement, ready)

    return keep


def ours(home: Home, path: Path) -> Callable[[], object]:
    """A whole intake of a list that was offered."""
    now = datetime.now(UTC)
    with home.database.session() as session:
        whose = own_organisation(session, now=now).id
        offered = offer_list(
            session, home.archive, whose, name=path.name, data=path.read_bytes(), now=now
        )
    return lambda: take_in(home, offered.id)


def _run(way: Way, path: Path, out: "multiprocessing.Queue[tuple[float, int]]") -> None:
    times = []
    for _ in range(TURNS):
        with (
            tempfile.TemporaryDirectory() as folder,
            open_home(Settings(home=Path(folder))) as home,
        ):
            timed = way(home, path)
            start = processor_seconds()
            timed()
            times.append(processor_seconds() - start)
    out.put((min(times), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024))


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
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "payments.csv"
        as_csv(rows(count), path)
        print(f"{count:,} rows; the application alone takes {measured(nothing, path)[1]} MB")
        base = 0.0
        for way in (csv_to_sqlite, rows_kept, ours):
            seconds, memory = measured(way, path)
            base = base or seconds
            print(
                f"{way.__name__:16}{count / seconds:>12,.0f} rows/s"
                f"{base / seconds:>8.2f} ×{memory:>7} MB",
                flush=True,
            )


if __name__ == "__main__":
    main()
