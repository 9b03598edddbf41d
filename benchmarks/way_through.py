"""The whole way through, timed: a list and statements in, assessments out.

Run `python benchmarks/way_through.py [LIST FOLDER]`; without them it uses the example council.
First come commands in processes of their own: `--help` and a list of two rows, by the clock and by
processor time, each beside what `import fastapi` costs.
Rates are of one run on one machine: compare ratios, not figures of different days.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.table import Table
from sqlmodel import Session, func, select

from app import jobs
from app.db.json_codec import DOCUMENT
from app.features.imports.cli import documents
from app.features.imports.jobs import enqueue_assessment, enqueue_import
from app.installation import open_installation
from app.settings import Settings
from app.terminal.context import default_tenant, wait_for_job
from models import Assessment, Document, Supplier

COUNCIL = Path(__file__).resolve().parents[1] / "examples" / "council"
AT = date(2026, 11, 25)


def commands() -> None:
    """Print what each command costs in a process of its own, beside `import fastapi`."""
    table = Table(title="a process from start to end")
    for heading in ("what", "seconds", "of processor", "× import fastapi"):
        table.add_column(heading, justify="right")
    with tempfile.TemporaryDirectory() as kept:
        rows = Path(kept) / "list.csv"
        rows.write_text("Supplier,Company Number\nAlder Works Ltd,01234567\nBirch & Sons,\n")
        intake = ["-m", "app.cli", "intake", str(rows), "--home", f"{kept}/home", "--json"]
        programs = {
            "import fastapi": ["-c", "import fastapi"],
            "candour --help": ["-m", "app.cli", "--help"],
            "two rows, nothing kept yet": intake,
            "two rows again": intake,
        }
        run(programs["import fastapi"])  # fills the caches of files and of bytecode
        base = 0.0
        for name, program in programs.items():
            seconds, processor = run(program)
            base = base or processor
            table.add_row(name, f"{seconds:.2f}", f"{processor:.2f}", f"{processor / base:.2f}")
    Console(width=100).print(table)


def run(program: list[str]) -> tuple[float, float]:
    """Run Python and return the seconds by the clock and of processor, children included."""
    before, started = os.times(), time.perf_counter()
    subprocess.run([sys.executable, *program], stdout=subprocess.DEVNULL, check=True)
    after = os.times()
    spent = after.children_user - before.children_user
    return time.perf_counter() - started, spent + after.children_system - before.children_system


def main(listed: Path, folder: Path) -> None:
    """Vet a list twice over and print what each stretch took."""
    with (
        tempfile.TemporaryDirectory() as kept,
        open_installation(Settings(home=Path(kept))) as home,
        jobs.worker_runtime(home, worker="benchmark"),
    ):
        organisation = default_tenant(home)
        started = time.perf_counter()
        job = enqueue_import(
            home,
            organisation,
            lists=[(listed.name, listed.read_bytes())],
            statements=[(path.name, path.read_bytes()) for path in documents(folder)],
            at=AT,
        )
        wait_for_job(home, job, quiet=True)
        vetted = time.perf_counter() - started
        started = time.perf_counter()
        wait_for_job(home, enqueue_assessment(home, organisation, at=AT), quiet=True)
        assessed = time.perf_counter() - started
        with home.database.session() as session:
            show(session, vetted, assessed)


def show(session: Session, vetted: float, assessed: float) -> None:
    """Print the table."""
    suppliers = session.exec(select(func.count()).select_from(Supplier)).one()
    assessments = session.exec(select(func.count()).select_from(Assessment)).one()
    read = [each for each in session.exec(select(Document)) if each.body is not None]
    pages = sum(each.pages for each in read)
    sentences = sum(len(DOCUMENT.decompress(each.body).sentences) for each in read if each.body)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    table = Table(title=f"{suppliers} suppliers, {len(read)} documents, {assessments} assessments")
    for heading in ("stretch", "seconds", "suppliers/s", "pages/s", "sentences/s"):
        table.add_column(heading, justify="right")
    table.add_row(
        "list and statements to ranking",
        f"{vetted:.1f}",
        f"{suppliers / vetted:.1f}",
        f"{pages / vetted:.1f}",
        f"{sentences / vetted:.0f}",
    )
    table.add_row(
        "all suppliers judged again", f"{assessed:.1f}", f"{suppliers / assessed:.1f}", "", ""
    )
    Console(width=100).print(table)
    Console().print(f"peak memory {peak:.0f} MB")


if __name__ == "__main__":
    commands()
    given = [Path(each) for each in sys.argv[1:3]]
    main(*(given if len(given) == 2 else (COUNCIL / "suppliers.xlsx", COUNCIL / "statements")))
