"""What durable work costs: handing out, overhead, first start, fairness, workers, latency, size.

Run `python benchmarks/jobs.py [--postgresql] [--suppliers 1000 10000] [NAME …]`; without names all
are run. Ratios are of one run on one machine; absolute figures depend on it.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import httpx
from sqlmodel import select

from app import jobs
from app.errors import Conflict
from app.features.imports.jobs import enqueue_import
from app.installation import Installation, open_installation
from app.jobs import NewTask, Queue, Stage, TaskContext, create_job, get_job, queue
from app.jobs.queries import workers
from app.security.organisations import own_organisation
from app.settings import Settings
from benchmarks.batch import Batch
from benchmarks.faults import AT, ROOT, Process, free_port
from models import Job, JobKind, JobPart, Organisation
from tests.postgresql import started

STEP_S = 0.1
PAGE = "/health/ready"
Address = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: what was measured, and what was wanted of it."""

    what: str
    measured: str
    wanted: str


def handing_out(home: Installation) -> Iterator[Row]:
    """Seconds to keep and send 10,000 parts."""
    with _trying(_nothing, 10_000), jobs.worker_runtime(home, worker="bench", works=False):
        job = _new(home)
        began = time.perf_counter()
        jobs.start_job(job)
        yield Row("10,000 parts handed out", f"{time.perf_counter() - began:.1f} s", "≤ 20 s")
        jobs.cancel(home, job, organisation=_own(home))


def overhead(home: Installation) -> Iterator[Row]:
    """Time beyond the steps' own, at steps of 100 ms on every place of the queue.

    The steps' own time is measured, since on a busy machine a sleep of 100 ms takes longer.
    """
    own: list[float] = []

    def sleeps(part: TaskContext) -> None:
        began = time.perf_counter()
        time.sleep(STEP_S)
        _nothing(part)
        own.append(time.perf_counter() - began)

    number, places = 120, queue.LIMITS[Queue.ASSESS].concurrency
    with _trying(sleeps, number), jobs.worker_runtime(home, worker="bench"):
        job = _new(home)
        began = time.process_time()
        jobs.start_job(job)
        time.sleep(number * STEP_S / places)  # looking how far it is would count as overhead
        _wait(home, job)
        burnt = (time.process_time() - began) / number
    with home.database.session() as session:
        parts = session.exec(select(JobPart).where(JobPart.job_id == job)).all()
        first = min(part.started_at for part in parts if part.started_at)
        last = max(part.finished_at for part in parts if part.finished_at)
    more = (last - first).total_seconds() * places / sum(own) - 1
    told = f"{more:.1%} of the time, {burnt * 1000:.1f} ms of processor a step"
    yield Row("queue overhead at steps of 100 ms", told, "≤ 5 %")


def first_start(home: Installation) -> Iterator[Row]:
    """Time from asking for a job to its first part being taken up, by an idle worker."""
    waits = []
    with _trying(_nothing, 1), jobs.worker_runtime(home, worker="bench"):
        for _ in range(15):
            job = _new(home)
            asked = datetime.now(UTC)
            jobs.start_job(job)
            _wait(home, job)
            with home.database.session() as session:
                began = session.exec(select(Job.started_at).where(Job.id == job)).one()
            waits.append((began - asked).total_seconds() if began else 0.0)
    told = f"median {statistics.median(waits):.2f} s, longest {max(waits):.2f} s"
    yield Row("a job begins after", told, "about 0.3 s")


def fairness(home: Installation) -> Iterator[Row]:
    """How long a short list waits beside a long one, in units of what it takes alone."""

    def sleeps(part: TaskContext) -> None:
        time.sleep(0.02)
        _nothing(part)

    took = []
    with _trying(sleeps, 5), jobs.worker_runtime(home, worker="bench"):
        for crowded in (False, True):
            if crowded:
                with _trying(sleeps, 5_000):
                    long = _new(home, "Long")
                    jobs.start_job(long)
                jobs.register_workflow(JobKind.ASSESS, _stage(5))
            short = _new(home, "Short")
            began = time.perf_counter()
            jobs.start_job(short)
            _wait(home, short)
            took.append(time.perf_counter() - began)
        with suppress(Conflict):  # it has ended by itself
            jobs.cancel(home, long, organisation=_organisation(home, "Long"))
    yield Row("five parts beside 5,000, to alone", f"{took[1] / took[0]:.1f} ×", "not starved")


def two_workers(address: Address, folder: Path) -> Iterator[Row]:
    """Reading and assessing with two worker processes against one, each with a core of its own.

    A worker and its readers are kept to one core, as on a machine that has no more; without that
    one worker's readers use both cores of a small machine, and the machine is what is measured.
    """
    rates = []
    for number in (1, 2):
        settings = Settings(home=folder / f"w{number}", database_url=address(f"w{number}"))
        with _service(settings, number=number, cores=True) as home:
            job = _vet(home, Batch.of(600, pages=3))
            _until_begun(home, job)
            _wait(home, job)
            rates.append(_rate(home, job))
    ratio = f"{rates[1] / rates[0]:.2f} × ({os.cpu_count()} cores)"
    yield Row("two workers to one", ratio, "≥ 1.8 ×")


def latency(address: Address, folder: Path, suppliers: int) -> Iterator[Row]:
    """Answers of the API while a worker judges, against idle: 95th percentile."""
    settings = Settings(home=folder / "latency", database_url=address("latency"))
    port = free_port()
    with _service(settings, number=1, port=port) as home, httpx.Client() as client:
        idle = _answers(client, port)
        job = _vet(home, Batch(Batch.of(suppliers, pages=0).rows, []))
        _until_judging(home, job)
        busy = _answers(client, port)
        jobs.cancel(home, job, organisation=_own(home))
    told = f"{busy / idle:.1f} × ({idle * 1000:.0f} → {busy * 1000:.0f} ms)"
    yield Row("page p95 while a job runs, to idle", told, "≤ 2 ×")


def size(address: Address, folder: Path, suppliers: list[int]) -> Iterator[Row]:
    """Seconds and memory for a supplier as lists grow."""
    costs: dict[int, float] = {}
    for number in suppliers:
        settings = Settings(home=folder / f"s{number}", database_url=address(f"s{number}"))
        _migrate(settings)
        with open_installation(settings) as home, jobs.worker_runtime(home, worker="bench"):
            began = time.process_time()
            _wait(home, _vet(home, Batch(Batch.of(number, pages=0).rows, [])))
            costs[number] = (time.process_time() - began) / number
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        told = f"{costs[number] * 1000:.1f} ms of processor each, peak {peak} MB"
        ratio = costs[number] / costs[suppliers[0]]
        yield Row(f"{number:,} suppliers", f"{told}, {ratio:.2f} ×", "± 15 %")


@contextmanager
def _trying(do: Callable[[TaskContext], None], number: int) -> Iterator[None]:
    """Let jobs of one kind be so many parts of one verb, while they are being asked for."""
    jobs.task("try", Queue.ASSESS, status_text="Trying")(do)
    jobs.register_workflow(JobKind.ASSESS, _stage(number))
    yield


def _stage(number: int) -> Stage:
    def parts(_session: object, _job: Job) -> Iterator[NewTask]:
        return (NewTask("try", {}) for _ in range(number))

    return Stage("try", "Trying", parts)


def _nothing(part: TaskContext) -> None:
    with part.transaction():
        pass


def _new(home: Installation, organisation: str = "") -> UUID:
    whose = _organisation(home, organisation) if organisation else _own(home)
    with home.database.session() as session:
        return create_job(session, whose, JobKind.ASSESS, params={}).id


def _organisation(home: Installation, name: str) -> UUID:
    with home.database.session() as session:
        found = session.exec(select(Organisation.id).where(Organisation.name == name)).first()
        if found is not None:
            return found
        made = Organisation(name=name, created_at=datetime.now(UTC))
        session.add(made)
        return made.id


def _own(home: Installation) -> UUID:
    with home.database.session() as session:
        return own_organisation(session, now=datetime.now(UTC)).id


def _vet(home: Installation, batch: Batch) -> UUID:
    lists = [("suppliers.csv", batch.rows)]
    return enqueue_import(home, _own(home), lists=lists, statements=batch.statements, at=AT)


def _wait(home: Installation, job: UUID) -> None:
    _until(home, job, lambda kept: kept.state.ended)


def _until_judging(home: Installation, job: UUID) -> None:
    _until(home, job, lambda kept: kept.stage == "assess" and kept.done > 1)


def _until_begun(home: Installation, job: UUID) -> None:
    _until(home, job, lambda kept: kept.done > 0)


def _until(home: Installation, job: UUID, true: Callable[[Job], bool]) -> None:
    end = time.monotonic() + 1_800
    while time.monotonic() < end:
        with home.database.session() as session:
            if true(get_job(session, job)):
                return
        time.sleep(0.2)


def _rate(home: Installation, job: UUID) -> float:
    """Items a second from the first part's end to the last's, so that no start is counted."""
    with home.database.session() as session:
        parts = session.exec(
            select(JobPart.finished_at, JobPart.items)
            .where(JobPart.job_id == job)
            .order_by(JobPart.finished_at)  # type: ignore[arg-type]
        ).all()
    passed = (parts[-1][0] - parts[0][0]).total_seconds()  # type: ignore[operator]
    return sum(items for _, items in parts[1:]) / passed


def _answers(client: httpx.Client, port: int, number: int = 150) -> float:
    """The 95th percentile of the time that the service takes to answer, in seconds."""
    took = []
    for _ in range(number):
        began = time.perf_counter()
        client.get(f"http://127.0.0.1:{port}{PAGE}").raise_for_status()
        took.append(time.perf_counter() - began)
        time.sleep(0.02)
    return statistics.quantiles(took, n=20)[-1]


@contextmanager
def _service(
    settings: Settings, *, number: int, port: int = 0, cores: bool = False
) -> Iterator[Installation]:
    """Workers, and a server where a port is given, each a process of its own."""
    _migrate(settings)
    environment = _environment(settings) | {"CANDOUR_PORT": str(port)}
    commands = [["worker"]] * number + ([["serve", "--no-work"]] if port else [])
    with ExitStack() as stack:
        home = stack.enter_context(open_installation(settings))
        stack.enter_context(jobs.worker_runtime(home, worker="bench", works=False))
        for place, command in enumerate(commands):
            core = place % (os.cpu_count() or 1) if cores else None
            process = Process(command, environment, settings.home / f"{place}.log", core)
            process.start()
            stack.callback(process.stop)
        _until_all_work(home, number)
        if port:
            _until_answered(port)
        yield home


def _until_all_work(home: Installation, number: int) -> None:
    while True:
        with home.database.session() as session:
            if len(workers(session)) >= number:
                return
        time.sleep(0.1)


def _until_answered(port: int) -> None:
    while True:
        try:
            httpx.get(f"http://127.0.0.1:{port}/health/live")
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return


def _environment(settings: Settings) -> dict[str, str]:
    return {
        **os.environ,
        "CANDOUR_HOME": str(settings.home),
        "CANDOUR_DATABASE_URL": settings.database_url,
        "PYTHONPATH": str(ROOT),
        "OMP_NUM_THREADS": "1",
    }


def _migrate(settings: Settings) -> None:
    settings.home.mkdir(parents=True, exist_ok=True)
    run = [sys.executable, "-m", "app.cli", "migrate"]
    subprocess.run(run, cwd=ROOT, env=_environment(settings), check=True, capture_output=True)


def _rows(names: list[str], address: Address, folder: Path, sizes: list[int]) -> Iterator[Row]:
    inside = {
        "handing_out": handing_out,
        "overhead": overhead,
        "first_start": first_start,
        "fairness": fairness,
    }
    for name, measure in inside.items():
        if name in names or not names:
            settings = Settings(home=folder / name, database_url=address(name))
            _migrate(settings)
            with open_installation(settings) as home:
                yield from measure(home)
    if "two_workers" in names or not names:
        yield from two_workers(address, folder)
    if "latency" in names or not names:
        yield from latency(address, folder, 10_000)
    if "size" in names or not names:
        yield from size(address, folder, sizes)


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("names", nargs="*")
    asked.add_argument("--postgresql", action="store_true")
    asked.add_argument("--suppliers", type=int, nargs="+", default=[1_000, 10_000])
    given = asked.parse_args()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        address: Address = lambda _name: ""  # noqa: E731
        if given.postgresql:
            address = stack.enter_context(started(template=False)).empty
        print("PostgreSQL" if given.postgresql else "SQLite")
        for row in _rows(given.names, address, folder, given.suppliers):
            print(f"{row.what:<38} {row.measured:<58} {row.wanted}", flush=True)


if __name__ == "__main__":
    main()
