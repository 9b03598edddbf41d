"""Durable work: workflows and steps that survive a stop, run by DBOS on SQLite or PostgreSQL.

A step may run twice when a process dies in its middle, so each step's effect must be the same when
it is repeated. Progress is kept in our own `job` table, in the same transaction as the effects.
"""

import logging
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import wraps
from importlib.metadata import version
from pathlib import Path
from typing import ParamSpec, TypeVar
from uuid import UUID

from dbos import DBOS, DBOSConfig, SetWorkflowID
from sqlmodel import Session

from app.errors import NotFound
from app.home import Home
from models import Job, JobKind, JobState

P = ParamSpec("P")
R = TypeVar("R")

WORK = "work"
ATTEMPTS = 5
"""How often a workflow is taken up again after a stop before it is set aside."""

_homes: list[Home] = []

step = DBOS.step


def home() -> Home:
    """Return the installation whose jobs this process runs; durable steps ask for it here.

    Raises:
        RuntimeError: No jobs are being run.
    """
    if not _homes:
        raise RuntimeError("jobs are not being run in this process")
    return _homes[-1]


@contextmanager
def running(opened: Home, *, worker: str, works: bool = True) -> Iterator[None]:
    """Run the job engine in this process for as long as the context is open.

    Args:
        opened: The installation.
        worker: Name of this process; what it left unfinished it takes up again at its next start.
        works: Whether this process takes work from the queue, or only gives it out.
    """
    url = opened.settings.job_database
    if url.startswith("sqlite:///"):
        _write_ahead(Path(url.removeprefix("sqlite:///")))
    config: DBOSConfig = {
        "name": "candour",
        "system_database_url": url,
        "application_version": version("candour"),
        "executor_id": worker,
        "log_level": "ERROR",
        "notification_listener_polling_interval_sec": 0.1,
    }
    logging.getLogger("dbos").setLevel(logging.ERROR)
    DBOS(config=config)
    _homes.append(opened)
    try:
        DBOS.listen_queues([WORK] if works else [])
        DBOS.launch()
        DBOS.register_queue(WORK, worker_concurrency=2, polling_interval_sec=0.1)
        yield
    finally:
        DBOS.destroy(workflow_completion_timeout_sec=10)
        _homes.remove(opened)


def workflow(work: Callable[[str], None]) -> Callable[[str], None]:
    """Make a job's work durable; a fault in it ends the job with its reason, for all to see."""

    @wraps(work)
    def ends_well_or_says_why(job: str) -> None:
        try:
            work(job)
        except Exception as error:
            _give_up(job, f"{type(error).__name__}: {error}"[:500])
            raise

    return DBOS.workflow(max_recovery_attempts=ATTEMPTS)(ends_well_or_says_why)


@DBOS.step()
def _give_up(job: str, reason: str) -> None:
    with home().database.session() as session:
        kept = job_of(session, UUID(job))
        kept.state, kept.doing = JobState.FAILED, "Stopped by a fault of ours"
        kept.finished_at = datetime.now(UTC)
        session.add(kept)
        fail(session, kept.id, "the job", reason)


def enqueue(job: UUID, work: Callable[[str], None]) -> None:
    """Put a job's workflow in the queue; it runs once, however often it is put there."""
    with SetWorkflowID(str(job)):
        DBOS.enqueue_workflow(WORK, work, str(job))


def new_job(
    session: Session, organisation: UUID, kind: JobKind, *, asked: dict[str, object]
) -> Job:
    """Keep a job that is about to be enqueued."""
    job = Job(organisation_id=organisation, kind=kind, asked=asked, created_at=datetime.now(UTC))
    session.add(job)
    session.flush()
    return job


def job_of(session: Session, job: UUID, *, organisation: UUID | None = None) -> Job:
    """Return a job.

    Raises:
        NotFound: There is none, or it is another organisation's.
    """
    found = session.get(Job, job)
    if found is None or organisation not in (None, found.organisation_id):
        raise NotFound("There is no such job.")
    return found


def tell(
    session: Session, job: UUID, *, doing: str, done: int | None = None, total: int | None = None
) -> None:
    """Write down how far a job is; counts are absolute, so a repeated step changes nothing."""
    kept = job_of(session, job)
    kept.state, kept.doing = JobState.RUNNING, doing
    kept.done = kept.done if done is None else done
    kept.total = kept.total if total is None else total
    session.add(kept)


def fail(session: Session, job: UUID, item: str, reason: str) -> None:
    """Write down that one item of a job could not be done, and why; repeated, it is kept once."""
    kept = job_of(session, job)
    told = {"item": item, "reason": reason}
    if told not in kept.failures:
        kept.failures = [*kept.failures, told]
        kept.failed = len(kept.failures)
    session.add(kept)


def finish(session: Session, job: UUID, *, done: int) -> None:
    """Write down that a job has come to its end."""
    kept = job_of(session, job)
    kept.state, kept.doing, kept.done, kept.total = JobState.DONE, "", done, done
    kept.finished_at = datetime.now(UTC)
    session.add(kept)


def _write_ahead(path: Path) -> None:
    """Set the engine's database to write-ahead logging, which it leaves unset: twice as fast."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
    connection.close()
