"""How far a job is, from one place for pages, API and command line."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from app.jobs.workflow import get_task_type, is_registered
from models import Job, JobFailure, JobPart, JobState, PartState, Worker

_RECENT = timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is.

    Attributes:
        state: Waiting, running, paused, or how it ended.
        status_text: What is being done, in words; empty when nothing is.
        done: Items finished, those that could not be done included.
        failed: Items that could not be done.
        waiting: Items still to be done, as far as is known.
        total: Items, as far as is known: suppliers are counted once their list is read.
        rate: Items finished a second, over the last minute; None while unknown.
        time_left: How long the waiting items will take at that rate; None where unknown.
        error: Why work waits, where it does.
    """

    state: JobState
    status_text: str
    done: int
    failed: int
    waiting: int
    total: int
    rate: float | None
    time_left: timedelta | None
    error: str


def get_progress(session: Session, job: Job, *, now: datetime | None = None) -> Progress:
    """Return how far a job is."""
    at = now or datetime.now(UTC)
    waiting = 0 if job.state.ended else max(job.total - job.done, 0)
    rate = _rate(session, job, at) if job.state is JobState.RUNNING else None
    return Progress(
        state=job.state,
        status_text=_status_text(session, job),
        done=job.done,
        failed=job.failed,
        waiting=waiting,
        total=job.total,
        rate=rate,
        time_left=timedelta(seconds=round(waiting / rate)) if rate else None,
        error=_error(session, job),
    )


def list_failures(
    session: Session, job: UUID, *, limit: int | None = None, after: UUID | None = None
) -> list[JobFailure]:
    """Return the items of a job that could not be done, each with its reason, oldest first."""
    query = select(JobFailure).where(JobFailure.job_id == job).order_by(col(JobFailure.id))
    if after is not None:
        query = query.where(col(JobFailure.id) > after)
    return list(session.exec(query.limit(limit)))


def _status_text(session: Session, job: Job) -> str:
    """What was last taken up and is still being done, else what the stage does."""
    query = (
        select(JobPart.verb, JobPart.params)
        .where(JobPart.job_id == job.id, JobPart.state == PartState.WAITING, JobPart.worker != "")
        .order_by(col(JobPart.started_at).desc())
        .limit(1)
    )
    row = None if job.state.ended else session.exec(query).first()
    if row is None:
        return job.status_text
    name, payload = row
    return get_task_type(name).describe(dict(payload)) if is_registered(name) else job.status_text


def _rate(session: Session, job: Job, at: datetime) -> float | None:
    since = max(at - _RECENT, job.started_at or at)
    done = session.exec(
        select(func.sum(JobPart.items)).where(
            JobPart.job_id == job.id, col(JobPart.finished_at) >= since
        )
    ).one()
    passed = (at - since).total_seconds()
    return round(done / passed, 3) if done and passed > 0 else None


def _error(session: Session, job: Job) -> str:
    """Why a running job may wait: the error of a worker that holds one of its tasks."""
    if job.state not in (JobState.WAITING, JobState.RUNNING):
        return ""
    workers = session.exec(select(Worker.id, Worker.last_error)).all()
    if not workers:
        return "no worker is running"
    held = select(JobPart.worker).where(
        JobPart.job_id == job.id, JobPart.state == PartState.WAITING, JobPart.worker != ""
    )
    holders = set(session.exec(held.distinct()))
    return next((error for id, error in workers if error and id in holders), "")
