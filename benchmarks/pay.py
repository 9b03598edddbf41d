"""Hour rules over a large rota, beside polars and DuckDB reading and sorting it, and plain loops.

Run `python benchmarks/pay.py`. Every figure is the best of three runs, each in its own process, on
this machine; only the ratios mean anything elsewhere. Plain loops run on a part and are scaled up.
Seen on 25 November 2026 on two busy cores: reading and judging a million shifts took 3.8 times as
long as polars to read and sort them (4.1 times DuckDB), plain loops 43 times as long as that; peak
420 MB; 2.1, 1.0 and 1.0 microseconds of processor a row at 10,000, 100,000 and 1,000,000 rows.
On 30 November 2026, on a busier machine: 4.2 times polars by the clock and 4.5 by processor, after
6.2 and 5.1 on the same day before cells without space were left unstripped; peak 391 MB.
"""

import argparse
import csv
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock_time
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
ROWS = 1_000_000
SHIFTS_EACH = 85  # five a week for seventeen weeks
PLAIN_ROWS = 20_000
RUNS = 3
AT = date(2026, 11, 24)


Timing = tuple[float, float]


def now() -> Timing:
    """Return the clock and the processor time so far, of all threads, in seconds."""
    return time.perf_counter(), time.process_time()


def since(began: Timing) -> Timing:
    """Return the clock and the processor time since then."""
    clock, processor = now()
    return clock - began[0], processor - began[1]


def make(path: Path, rows: int) -> None:
    """Write a rota of mostly lawful shifts: day, evening and night, some long, some close."""
    luck, first = Random(5), date(2026, 6, 1)
    with path.open("w", newline="") as out:
        out.write("worker,date,start,end,break\n")
        for number in range(rows):
            worker, shift = divmod(number, SHIFTS_EACH)
            day = first + timedelta(days=7 * (shift // 5) + shift % 5 + (worker % 50 == 0))
            start = (6, 8, 14, 22)[worker % 4] * 60 + luck.randrange(30)
            long = luck.random() < 1 / 400  # about one worker in five has one
            end = (start + (780 if long else luck.choice((450, 480, 480, 510)))) % 1440
            out.write(
                f"W{worker:06},{day},{start // 60:02}:{start % 60:02},"
                f"{end // 60:02}:{end % 60:02},{0 if long else luck.choice((20, 30, 45))}\n"
            )


def ours(path: Path) -> Timing:
    """Read the file and judge it by every hour rule."""
    from scoring.payroll import judge_sample  # noqa: PLC0415 - imports are not timed
    from scrapers.payroll import read_sample  # noqa: PLC0415

    read_sample([("one row", b"worker,date,start,end,break\nA,2026-06-01,08:00,16:00,30\n")])
    began = now()
    sample = read_sample([(path.name, path.read_bytes())])
    found = judge_sample(sample.shifts, sample.payslips, sample.workers, at=AT)
    taken = since(began)
    assert len({each.rule for each in found}) >= 14
    return taken


def judged_only(path: Path) -> Timing:
    """Judge by every hour rule what has been read before."""
    from scoring.payroll import judge_sample  # noqa: PLC0415
    from scrapers.payroll import read_sample  # noqa: PLC0415

    sample = read_sample([(path.name, path.read_bytes())])
    began = now()
    judge_sample(sample.shifts, sample.payslips, sample.workers, at=AT)
    return since(began)


def by_polars(path: Path) -> Timing:
    """Read and sort the file, types told by polars."""
    import polars as pl  # noqa: PLC0415

    pl.read_csv(b"worker,date\nA,2026-06-01\n", try_parse_dates=True).sort("worker")
    began = now()
    frame = pl.read_csv(path, try_parse_dates=True).sort("worker", "date", "start")
    taken = since(began)
    assert frame.height
    return taken


def by_duckdb(path: Path) -> Timing:
    """Read and sort the file, types told by DuckDB, into a table in memory."""
    import duckdb  # noqa: PLC0415

    began = now()
    query = f"SELECT * FROM read_csv('{path}') ORDER BY worker, date, start"
    duckdb.sql(f"CREATE TABLE sorted AS {query}")
    taken = since(began)
    assert duckdb.sql("SELECT count(*) FROM sorted").fetchall() != [(0,)]
    return taken


def by_loops(path: Path) -> Timing:
    """Read the file and judge it by the same rules with loops over datetimes."""
    from tests.scoring.payroll import plain  # noqa: PLC0415

    began = now()
    shifts: dict[str, list[plain.Shift]] = {}
    with path.open(newline="") as lines:
        for row in csv.DictReader(lines):
            day = date.fromisoformat(row["date"])
            start = datetime.combine(day, _clock(row["start"]), plain.LONDON).astimezone(UTC)
            end = datetime.combine(day, _clock(row["end"]), plain.LONDON).astimezone(UTC)
            end += timedelta(days=end <= start)
            shifts.setdefault(row["worker"], []).append(plain.Shift(start, end, int(row["break"])))
    plain.judge(shifts, {})
    return since(began)


def _clock(text: str) -> clock_time:
    return datetime.strptime(text, "%H:%M").time()  # noqa: DTZ007 - a clock time has no zone


TASKS: dict[str, Callable[[Path], Timing]] = {
    each.__name__: each for each in (ours, judged_only, by_polars, by_duckdb, by_loops)
}


def run(task: str, path: Path) -> tuple[float, float, float]:
    """Return the best times of a task, by clock and processor, and the highest memory in MB."""
    told = [
        [
            float(each)
            for each in subprocess.run(
                [sys.executable, __file__, "--task", task, "--file", str(path)],
                capture_output=True,
                text=True,
                check=True,
            ).stdout.split()
        ]
        for _ in range(1 if task == "by_loops" else RUNS)
    ]
    return min(each[0] for each in told), min(each[1] for each in told), max(e[2] for e in told)


def main() -> None:
    """Make the rotas, run each task and print the table."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--rows", type=int, default=ROWS)
    asked.add_argument("--task", choices=TASKS)
    asked.add_argument("--file", type=Path)
    given = asked.parse_args()
    if given.task:
        timing = TASKS[given.task](given.file)
        print(*timing, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
        return
    with tempfile.TemporaryDirectory() as folder:
        _table(Path(folder), given.rows)


def _table(folder: Path, rows: int) -> None:
    whole, part = folder / "rota.csv", folder / "part.csv"
    make(whole, rows)
    make(part, PLAIN_ROWS)
    polars, duck = run("by_polars", whole), run("by_duckdb", whole)
    mine, judging = run("ours", whole), run("judged_only", whole)
    clock, processor, memory = run("by_loops", part)
    plain = (clock * rows / PLAIN_ROWS, processor * rows / PLAIN_ROWS, memory)
    print(f"{rows:,} shifts, every hour rule, best of {RUNS}: seconds by clock, and by processor")
    print(f"{'':34}{'clock':>9}{'x polars':>10}{'x DuckDB':>10}", end="")
    print(f"{'processor':>11}{'x polars':>10}{'peak MB':>9}")
    for name, (seconds, worked, peak) in {
        "polars: read and sort": polars,
        "DuckDB: read and sort": duck,
        "read and judge": mine,
        "of which judge": judging,
        f"plain loops (scaled from {PLAIN_ROWS:,})": plain,
    }.items():
        ratios = f"{seconds / polars[0]:>10.2f}{seconds / duck[0]:>10.2f}"
        print(f"{name:34}{seconds:>9.2f}{ratios}", end="")
        print(f"{worked:>11.2f}{worked / polars[1]:>10.2f}{peak:>9.0f}")
    print(f"plain loops take {plain[0] / mine[0]:.0f} times as long as read and judge")
    print(f"\n{'rows':>10}{'microseconds a row':>22}{'of processor':>16}")
    for size in (10_000, 100_000, rows):
        make(part, size)
        seconds, worked, _ = run("ours", part)
        print(f"{size:>10,}{seconds / size * 1e6:>22.2f}{worked / size * 1e6:>16.2f}")


if __name__ == "__main__":
    main()
