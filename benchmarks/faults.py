"""Kills server and worker at random while a batch is vetted: nothing may be lost or done twice.

Run `python benchmarks/faults.py [--documents 500] [--kills 50] [--postgresql]`.
"""

import argparse
import os
import random
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from uuid import UUID

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from sqlalchemy import func
from sqlmodel import Session, col, select

from app import jobs
from app.home import Home, open_home
from app.jobs import failures_of, job_of
from app.pipeline.vet import ask_to_assess, ask_to_vet
from app.queries.organisations import own_organisation
from app.settings import Settings
from models import (
    Assessment,
    Contract,
    Document,
    Evidence,
    Finding,
    IntakeRow,
    Job,
    JobPart,
    Match,
    PartState,
    Statement,
    Supplier,
    Worker,
)
from tests.postgresql import started

ROOT = Path(__file__).resolve().parents[1]
AT = date(2026, 11, 25)
SLOWEST_START_S = 120.0


def statement_of(name: str, pages: int) -> bytes:
    """Return a statement as a PDF of some pages."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=True)
    for page in range(pages):
        canvas.drawString(72, 780, f"Modern slavery statement of {name}, page {page + 1}")
        for line in range(40):
            canvas.drawString(
                72, 750 - line * 16, f"{name} trained {line + 3} of {line + 9} buyers in May 2025."
            )
        canvas.showPage()
    canvas.save()
    return out.getvalue()


@dataclass(frozen=True, slots=True)
class Batch:
    """A supplier list and a statement for each of its suppliers."""

    rows: bytes
    statements: list[tuple[str, bytes]]

    @classmethod
    def of(cls, documents: int, *, pages: int) -> "Batch":
        """Make a batch of so many suppliers, each with a statement of its own."""
        names = [f"Fictional {number} Cleaning Ltd" for number in range(documents)]
        lines = ["Supplier,Company number,Contract ref,Title,Hourly rate,Statement"]
        lines += [
            f"{name},{10_000_000 + place},C{place},Cleaning,14.80,statement {place}.pdf"
            for place, name in enumerate(names)
        ]
        statements = [
            (f"statement {place}.pdf", statement_of(name, pages))
            for place, name in enumerate(names)
        ]
        return cls("\n".join(lines).encode(), statements)


@dataclass(slots=True)
class Process:
    """A server or a worker that is started again each time it was killed."""

    command: list[str]
    environment: dict[str, str]
    log: Path
    killed: int = 0
    _running: "subprocess.Popen[bytes] | None" = None

    def start(self) -> None:
        """Start it, writing its logs to a file."""
        with self.log.open("ab") as out:
            self._running = subprocess.Popen(
                [sys.executable, "-m", "app.cli", *self.command],
                cwd=ROOT,
                env=self.environment,
                stdout=out,
                stderr=out,
            )

    @property
    def id(self) -> int:
        """Its process."""
        return self._running.pid if self._running else 0

    def kill(self) -> None:
        """Kill it where it stands."""
        if self._running is not None:
            self._running.kill()
            self._running.wait()
            self.killed += 1

    def stop(self) -> None:
        """Ask it to stop, and wait until it has."""
        if self._running is not None:
            self._running.terminate()
            self._running.wait(timeout=60)


@dataclass(slots=True)
class Trial:
    """What a run of kills came to."""

    kills: int = 0
    seconds: float = 0.0
    again: int = 0
    """Parts that were taken up more than once."""
    wrong: list[str] = field(default_factory=list)


def kill_at_random(
    home: Path, url: str, *, documents: int, kills: int, seed: int, pages: int = 4
) -> Trial:
    """Vet a batch while its processes are killed, then look for anything lost or doubled."""
    chance = random.Random(seed)
    settings = Settings(home=home, database_url=url)
    environment = {
        **os.environ,
        "CANDOUR_HOME": str(home),
        "CANDOUR_DATABASE_URL": url,
        "CANDOUR_PORT": str(free_port()),
        "PYTHONPATH": str(ROOT),
        "OMP_NUM_THREADS": "1",
    }
    home.mkdir(parents=True, exist_ok=True)
    run = [sys.executable, "-m", "app.cli", "migrate"]
    subprocess.run(run, cwd=ROOT, env=environment, check=True, capture_output=True)
    processes = [
        Process(["serve", "--work"], environment, home / "serve.log"),
        Process(["worker"], environment, home / "worker.log"),
    ]
    trial, began = Trial(), time.monotonic()
    with open_home(settings) as opened, ExitStack() as stack:
        stack.enter_context(jobs.running(opened, worker="trial", works=False))
        for each in processes:
            each.start()
            stack.callback(each.stop)
        asked = [_ask(opened, Batch.of(documents, pages=pages))]
        while trial.kills < kills:
            victim = chance.choice(processes)
            _until_it_works(opened, victim, asked[-1])
            time.sleep(chance.random() * 1.5)
            victim.kill()
            victim.start()
            trial.kills += 1
            if _ended(opened, asked[-1]) and trial.kills < kills:
                asked.append(ask_to_assess(opened, _own(opened), at=AT))
        for job in asked:
            _wait(opened, job)
        with opened.database.session() as session:
            trial.again = session.exec(
                select(func.count()).select_from(JobPart).where(JobPart.attempts > 1)
            ).one()
            trial.wrong = list(wrong(session, asked, documents))
    trial.seconds = time.monotonic() - began
    return trial


def wrong(session: Session, asked: list[UUID], documents: int) -> Iterator[str]:
    """Yield everything that was lost or done twice."""
    for id in asked:
        job = job_of(session, id)
        if (job.state, job.failed) != ("done", 0) or job.done != job.total:
            told = [f"{each.item}: {each.reason}" for each in failures_of(session, id, limit=5)]
            yield f"job {id}: {job.state}, {job.done} of {job.total}, {job.failed} failed {told}"
    expected = {
        "suppliers": (Supplier, documents),
        "contracts": (Contract, documents),
        "rows": (IntakeRow, documents),
        "matches": (Match, documents),
        "documents": (Document, documents),
        "statements": (Statement, documents),
        "assessments": (Assessment, documents * len(asked)),
    }
    for name, (table, number) in expected.items():
        found = session.exec(select(func.count()).select_from(table)).one()
        if found != number:
            yield f"{found} {name} where there should be {number}"
    unread = session.exec(select(func.count()).where(col(Document.body).is_(None))).one()
    if unread:
        yield f"{unread} documents were not read"
    undone = select(func.count()).where(col(JobPart.state) != PartState.DONE)
    if left := session.exec(undone).one():
        yield f"{left} parts were not done"
    for name, owner, kind in (
        ("findings", Finding.assessment_id, Finding),
        ("evidence", Evidence.finding_id, Evidence),
    ):
        place = col(kind.place)  # type: ignore[attr-defined]
        twice = select(owner).group_by(col(owner), place).having(func.count() > 1)
        if session.exec(twice).first():
            yield f"{name} were kept twice"
    digests = select(func.count(func.distinct(Assessment.digest))).group_by(
        col(Assessment.supplier_id)
    )
    if set(session.exec(digests)) != {1}:
        yield "a supplier was judged differently by different jobs on the same day"


def free_port() -> int:
    """Return a port of this machine that nobody uses."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _own(home: Home) -> UUID:
    with home.database.session() as session:
        return own_organisation(session, now=datetime.now(UTC)).id


def _ask(home: Home, batch: Batch) -> UUID:
    lists = [("suppliers.csv", batch.rows)]
    return ask_to_vet(home, _own(home), lists=lists, statements=batch.statements, at=AT)


def _ended(home: Home, job: UUID) -> bool:
    with home.database.session() as session:
        return job_of(session, job).state.ended


def _until_it_works(home: Home, process: Process, job: UUID) -> None:
    """Wait until a process has taken up something, or there is nothing left to take up."""
    until = time.monotonic() + SLOWEST_START_S
    while time.monotonic() < until:
        with home.database.session() as session:
            worker = session.exec(select(Worker).where(Worker.pid == process.id)).first()
            if worker is not None:
                held = select(JobPart.id).where(JobPart.worker == worker.id).limit(1)
                if session.exec(held).first() or session.get_one(Job, job).state.ended:
                    return
        time.sleep(0.1)


def _wait(home: Home, job: UUID) -> None:
    until = time.monotonic() + 900
    while not _ended(home, job) and time.monotonic() < until:
        time.sleep(0.2)


@contextmanager
def _address(postgresql: bool) -> Iterator[str]:
    if not postgresql:
        yield ""
        return
    with started(template=False) as server:
        yield server.empty("faults")


def main() -> None:
    """Run the long form and print what it came to."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--documents", type=int, default=500)
    asked.add_argument("--kills", type=int, default=50)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--postgresql", action="store_true")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder, _address(given.postgresql) as url:
        trial = kill_at_random(
            Path(folder) / "home",
            url,
            documents=given.documents,
            kills=given.kills,
            seed=given.seed,
        )
    print(f"{'database':<12} documents  kills  taken up again  seconds  lost or doubled")
    name = "PostgreSQL" if given.postgresql else "SQLite"
    print(
        f"{name:<12} {given.documents:>9}  {trial.kills:>5}  {trial.again:>14}  "
        f"{trial.seconds:>7.0f}  {'; '.join(trial.wrong) or 'nothing'}"
    )
    sys.exit(bool(trial.wrong))


if __name__ == "__main__":
    main()
