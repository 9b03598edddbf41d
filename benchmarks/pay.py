"""Hour rules over a large rota, beside polars and DuckDB reading and sorting it, and plain loops.

Run `python benchmarks/pay.py`. Every figure is the best of three runs, each in its own process, on
this machine; only the ratios mean anything elsewhere. Plain loops run on a part and are scaled up.
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


def make(path: Path, rows: int) -> None:
    """Write a rota of mostly lawful shifts: day, evening and night, some long, some close."""
    luck, first = Random(5), date(2026, 6, 1)
    with path.open("w", newline="") as out:
        out.write("worker,date,start,end,break\n")
        for number in range(rows):
            worker, shift = divmod(number, SHIFTS_EACH)
            day = first + timedelta(days=7 * (shift // 5) + shift % 5 + (worker % 50 == 0))
            start = (6, 8, 14, 22)[worker % 4] * 60 + luck.randrange(30)
            end = (start + luck.choice((450, 480, 480, 510, 780))) % 1440
            out.write(
                f"W{worker:06},{day},{start // 60:02}:{start % 60:02},"
                f"{end // 60:02}:{end % 60:02},{luck.choice((0, 20, 30, 30, 45))}\n"
            )


def ours(path: Path) -> float:
    """Read the file and judge it by every hour rule."""
    from scoring.payroll import judge_sample  # noqa: PLC0415 - imports are not timed
    from scrapers.payroll import read_sample  # noqa: PLC0415

    read_sample([("one row", b"worker,date,start,end,break\nA,2026-06-01,08:00,16:00,30\n")])
    began = time.perf_counter()
    sample = read_sample([(path.name, path.read_bytes())])
    found = judge_sample(sample.shifts, sample.payslips, sample.workers, at=AT)
    taken = time.perf_counter() - began
    assert len({each.rule for each in found}) >= 14
    return taken


def judged_only(path: Path) -> float:
    """Judge by every hour rule what has been read before."""
    from scoring.payroll import judge_sample  # noqa: PLC0415
    from scrapers.payroll import read_sample  # noqa: PLC0415

    sample = read_sample([(path.name, path.read_bytes())])
    began = time.perf_counter()
    judge_sample(sample.shifts, sample.payslips, sample.workers, at=AT)
    return time.perf_counter() - began


def by_polars(path: Path) -> float:
    """Read and sort the file, types told by polars."""
    import polars as pl  # noqa: PLC0415

    pl.read_csv(b"worker,date\nA,2026-06-01\n", try_parse_dates=True).sort("worker")
    began = time.perf_counter()
    frame = pl.read_csv(path, try_parse_dates=True).sort("worker", "date", "start")
    taken = time.perf_counter() - began
    assert frame.height
    return taken


def by_duckdb(path: Path) -> float:
    """Read and sort the file, types told by DuckDB, into a table in memory."""
    import duckdb  # noqa: PLC0415

    began = time.perf_counter()
    query = f"SELECT * FROM read_csv('{path}') ORDER BY worker, date, start"
    duckdb.sql(f"CREATE TABLE sorted AS {query}")
    taken = time.perf_counter() - began
    assert duckdb.sql("SELECT count(*) FROM sorted").fetchall() != [(0,)]
    return taken


def by_loops(path: Path) -> float:
    """Read the file and judge it by the same rules with loops over datetimes."""
    from tests.scoring.payroll import plain  # noqa: PLC0415

    began = time.perf_counter()
    shifts: dict[str, list[plain.Shift]] = {}
    with path.open(newline="") as lines:
        for row in csv.DictReader(lines):
            day = date.fromisoformat(row["date"])
            start = datetime.combine(day, _clock(row["start"]), plain.LONDON).astimezone(UTC)
            end = datetime.combine(day, _clock(row["end"]), plain.LONDON).astimezone(UTC)
            end += timedelta(days=end <= start)
            shifts.setdefault(row["worker"], []).append(plain.Shift(start, end, int(row["break"])))
    plain.judge(shifts, {})
    return time.perf_counter() - began


def _clock(text: str) -> clock_time:
    return datetime.strptime(text, "%H:%M").time()  # noqa: DTZ007 - a clock time has no zone


TASKS: dict[str, Callable[[Path], float]] = {
    each.__name__: each for each in (ours, judged_only, by_polars, by_duckdb, by_loops)
}


def run(task: str, path: Path) -> tuple[float, float]:
    """Return the best time of a task in seconds, and the highest memory in MB."""
    told = [
        subprocess.run(
            [sys.executable, __file__, "--task", task, "--file", str(path)],
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split()
        for _ in range(1 if task == "by_loops" else RUNS)
    ]
    return min(float(seconds) for seconds, _ in told), max(float(memory) for _, memory in told)


def main() -> None:
    """Make the rotas, run each task and print the table."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--rows", type=int, default=ROWS)
    asked.add_argument("--task", choices=TASKS)
    asked.add_argument("--file", type=Path)
    given = asked.parse_args()
    if given.task:
        seconds = TASKS[given.task](given.file)
        print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
        return
    with tempfile.TemporaryDirectory() as folder:
        _table(Path(folder), given.rows)


def _table(folder: Path, rows: int) -> None:
    whole, part = folder / "rota.csv", folder / "part.csv"
    make(whole, rows)
    make(part, PLAIN_ROWS)
    polars, duck = run("by_polars", whole), run("by_duckdb", whole)
    mine, judging = run("ours", whole), run("judged_only", whole)
    loops, memory = run("by_loops", part)
    plain = (loops * rows / PLAIN_ROWS, memory)
    print(f"{rows:,} shifts, every hour rule, best of {RUNS}")
    print(f"{'':34}{'seconds':>9}{'x polars':>10}{'x DuckDB':>10}{'peak MB':>9}")
    for name, (seconds, peak) in {
        "polars: read and sort": polars,
        "DuckDB: read and sort": duck,
        "read and judge": mine,
        "of which judge": judging,
        f"plain loops (scaled from {PLAIN_ROWS:,})": plain,
    }.items():
        ratios = f"{seconds / polars[0]:>10.2f}{seconds / duck[0]:>10.2f}"
        print(f"{name:34}{seconds:>9.2f}{ratios}{peak:>9.0f}")
    print(f"plain loops take {plain[0] / mine[0]:.0f} times as long as read and judge")
    print(f"\n{'rows':>10}{'microseconds a row':>22}")
    for size in (10_000, 100_000, rows):
        make(part, size)
        seconds, _ = run("ours", part)
        print(f"{size:>10,}{seconds / size * 1e6:>22.2f}")


if __name__ == "__main__":
    main()
