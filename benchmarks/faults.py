"""Kills servers and workers at random while a council works: nothing may be lost or done twice.

Its lists are vetted and its officer asks and decides, whom webhooks and the audit trail follow.

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
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from uuid import UUID

import httpx
from sqlalchemy import func
from sqlmodel import select

from app import jobs
from app.features.imports.jobs import enqueue_assessment, enqueue_import
from app.installation import Installation, open_installation
from app.jobs import get_job
from app.settings import Settings
from app.terminal.context import default_tenant
from benchmarks.batch import Batch, list_of
from benchmarks.counted import wrong
from benchmarks.people import Officer, Receiver, listen, receiving, until_told
from models import AuditEntry, Job, JobPart, Worker
from tests.postgresql import started

ROOT = Path(__file__).resolve().parents[1]
AT = date(2026, 11, 25)
SLOWEST_START_S = 120.0


@dataclass(slots=True)
class Process:
    """A server or a worker that is started again each time it was killed."""

    command: list[str]
    environment: dict[str, str]
    log: Path
    core: int | None = None
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
        if self.core is not None:
            os.sched_setaffinity(self._running.pid, {self.core})

    def answers(self) -> bool:
        """Whether it is a server and answers."""
        if self.command[0] != "serve":
            return False
        try:
            port = self.environment["CANDOUR_PORT"]
            return httpx.get(f"http://127.0.0.1:{port}/health/live").is_success
        except httpx.HTTPError:
            return False

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
    decisions: int = 0
    told: int = 0
    """Events that reached the receiver."""
    entries: int = 0
    """Entries of the audit trail."""
    wrong: list[str] = field(default_factory=list)


def kill_at_random(
    home: Path, url: str, *, documents: int, kills: int, seed: int, pages: int = 4
) -> Trial:
    """Vet, ask and decide while processes are killed, then look for anything lost or doubled."""
    home.mkdir(parents=True, exist_ok=True)
    settings = Settings(home=home, database_url=url or f"sqlite:///{home / 'candour.sqlite'}")
    trial, began = Trial(), time.monotonic()
    with ExitStack() as stack:
        receiver = stack.enter_context(receiving())
        environment = _environment(settings, receiver)
        run = [sys.executable, "-m", "app.cli", "migrate"]
        subprocess.run(run, cwd=ROOT, env=environment, check=True, capture_output=True)
        opened = stack.enter_context(open_installation(settings))
        stack.enter_context(jobs.worker_runtime(opened, worker="trial", works=False))
        listen(opened, receiver)
        with ExitStack() as running:
            processes = _processes(environment, home, alone=opened.database.embedded)
            for each in processes:
                each.start()
                running.callback(each.stop)
            officer = Officer(f"http://127.0.0.1:{environment['CANDOUR_PORT']}", documents)
            with officer.at_work():
                asked = _kill(
                    opened, processes, trial, kills, random.Random(seed), documents, pages
                )
                for job in (*asked, *map(UUID, officer.lists)):
                    _wait(opened, job)
            processes[-1].kill()
            processes[-1].start()  # a worker looks round as it starts, so that what is due is told
            until_told(opened, officer, documents)
        trial.seconds = time.monotonic() - began
        with opened.database.session() as session:
            trial.again = session.exec(
                select(func.count()).select_from(JobPart).where(JobPart.attempts > 1)
            ).one()
            trial.decisions, trial.told = len(officer.decided), len(receiver.taken)
            trial.entries = session.exec(select(func.count()).select_from(AuditEntry)).one()
            trial.wrong = [*officer.refused, *wrong(session, asked, documents, officer, receiver)]
    return trial


def _kill(
    home: Installation,
    processes: "list[Process]",
    trial: Trial,
    kills: int,
    chance: random.Random,
    documents: int,
    pages: int,
) -> list[UUID]:
    """Kill at random while one job follows the other; return the jobs.

    The suppliers are judged once before, so that there is something to ask about from the start.
    """
    batch = Batch.of(documents, pages=pages)
    asked = [_ask(home, batch.rows)]
    _wait(home, asked[0])
    asked.append(_ask(home, batch.rows, batch.statements))
    while trial.kills < kills:
        victim = chance.choice(processes)
        _until_it_works(home, victim, asked[-1])
        time.sleep(chance.random() * 1.5)
        victim.kill()
        victim.start()
        trial.kills += 1
        if _ended(home, asked[-1]):
            asked.append(_ask_next(home, len(asked), documents))
    if len(asked) == 2:
        _wait(home, asked[1])
        asked.append(_ask_next(home, 2, documents))
    return asked


def _ask_next(home: Installation, place: int, documents: int) -> UUID:
    """Send the list with other wages; after it, have all judged again with nothing changed."""
    if place % 2:
        return enqueue_assessment(home, default_tenant(home), at=AT)
    return _ask(home, list_of(documents, round=place // 2))


def _processes(environment: dict[str, str], home: Path, *, alone: bool) -> "list[Process]":
    """A server and a worker; with a database of its own a server that gives work out, and two."""
    serve = ["serve", "--open", "--work" if alone else "--no-work"]
    commands = [serve, *[["worker"]] * (1 if alone else 2)]
    return [
        Process(command, environment, home / f"process {place}.log")
        for place, command in enumerate(commands)
    ]


def _environment(settings: Settings, receiver: Receiver) -> dict[str, str]:
    return {
        **os.environ,
        "CANDOUR_HOME": str(settings.home),
        "CANDOUR_DATABASE_URL": settings.database_url,
        "CANDOUR_PORT": str(free_port()),
        "CANDOUR_WEBHOOK_LOOPBACK": f'["{receiver.authority}"]',
        "PYTHONPATH": str(ROOT),
        "OMP_NUM_THREADS": "1",
    }


def free_port() -> int:
    """Return a port of this machine that nobody uses."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _ask(home: Installation, rows: bytes, statements: Sequence[tuple[str, bytes]] = ()) -> UUID:
    lists = [("suppliers.csv", rows)]
    return enqueue_import(home, default_tenant(home), lists=lists, statements=statements, at=AT)


def _ended(home: Installation, job: UUID) -> bool:
    with home.database.session() as session:
        return get_job(session, job).state.ended


def _until_it_works(home: Installation, process: Process, job: UUID) -> None:
    """Wait until a process answers, or has taken up something, or there is nothing left to do."""
    until = time.monotonic() + SLOWEST_START_S
    while time.monotonic() < until:
        if "--no-work" in process.command and process.answers():
            return
        with home.database.session() as session:
            worker = session.exec(select(Worker).where(Worker.pid == process.id)).first()
            if worker is not None:
                held = select(JobPart.id).where(JobPart.worker == worker.id).limit(1)
                if session.exec(held).first() or session.get_one(Job, job).state.ended:
                    return
        time.sleep(0.1)


def _wait(home: Installation, job: UUID) -> None:
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
    name = "PostgreSQL" if given.postgresql else "SQLite"
    print(f"{name}: {given.documents} documents, {trial.kills} kills, {trial.seconds:.0f} s")
    print(f"{trial.again} parts taken up again, {trial.decisions} decisions, {trial.told} events")
    print(f"told, {trial.entries} entries in the audit trail")
    print("\n".join(trial.wrong) or "nothing lost, nothing done twice")
    sys.exit(bool(trial.wrong))


if __name__ == "__main__":
    main()
