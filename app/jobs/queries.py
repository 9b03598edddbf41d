"""Questions about jobs and workers: what waits, how long already, and who works."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, or_
from sqlmodel import Session, col, select

from models import Job, JobPart, JobState, PartState, Worker


@dataclass(frozen=True, slots=True)
class Waiting:
    """Parts of one verb that wait or are being done, and since when the oldest job waits."""

    verb: str
    parts: int
    since: datetime


def jobs_of(
    session: Session,
    organisation: UUID,
    *,
    limit: int = 100,
    before: UUID | None = None,
    state: JobState | None = None,
    with_failures: bool = False,
) -> Sequence[Job]:
    """Return an organisation's jobs, newest first.

    Args:
        session: An open transaction.
        organisation: Whose jobs.
        limit: How many at most.
        before: Only those older than this job; identifiers are in the order of creation.
        state: Only those in this state.
        with_failures: Only those in which something could not be done.
    """
    query = select(Job).where(Job.organisation_id == organisation)
    if before is not None:
        query = query.where(col(Job.id) < before)
    if state is not None:
        query = query.where(Job.state == state)
    if with_failures:
        query = query.where(or_(col(Job.failed) > 0, col(Job.state) == JobState.FAILED))
    return session.exec(query.order_by(col(Job.id).desc()).limit(limit)).all()


def waiting_parts(session: Session) -> list[Waiting]:
    """Return how many parts of each verb wait, over all organisations."""
    going = [JobState.WAITING, JobState.RUNNING]
    query = (
        select(JobPart.verb, func.count(), func.min(Job.created_at))
        .join(Job, col(JobPart.job_id) == col(Job.id))
        .where(col(Job.state).in_(going), JobPart.state == PartState.WAITING)
        .group_by(col(JobPart.verb))
    )
    return [Waiting(verb, parts, since) for verb, parts, since in session.exec(query)]


def jobs_by_state(session: Session) -> dict[JobState, int]:
    """Return how many jobs there are in each state."""
    counted = dict(session.exec(select(Job.state, func.count()).group_by(col(Job.state))).all())
    return {state: counted.get(state, 0) for state in JobState}


def workers(session: Session) -> Sequence[Worker]:
    """Return the processes that do work, and those that have just died."""
    return session.exec(select(Worker).order_by(col(Worker.started_at))).all()
