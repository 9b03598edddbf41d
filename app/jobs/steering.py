"""What people may do with a job: begin it, stop it for a while, let it go on, or end it."""

from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import event, update
from sqlmodel import Session, col, select

from app.errors import Conflict, NotFound
from app.home import Installation
from app.jobs.carrying import carry_on
from app.jobs.engine import running_here
from app.jobs.handing import hand_out_again
from app.jobs.stages import tell_the_end
from models import Job, JobKind, JobPart, JobState, PartState


def new_job(
    session: Session,
    organisation: UUID,
    kind: JobKind,
    *,
    asked: dict[str, object],
    retry_of: UUID | None = None,
) -> Job:
    """Keep a job that is about to begin."""
    job = Job(
        organisation_id=organisation,
        kind=kind,
        params=asked,
        retry_of=retry_of,
        created_at=datetime.now(UTC),
    )
    session.add(job)
    session.flush()
    return job


def begin(job: UUID) -> None:
    """Let a kept job begin; begun twice, it runs once."""
    carry_on(running_here(), job)


def begin_once_kept(session: Session, job: UUID) -> None:
    """Let a job begin when the transaction that keeps it is committed, and never if it is not."""

    @event.listens_for(session, "after_commit", once=True)
    def begin_it(_session: Session) -> None:
        begin(job)


def job_of(session: Session, job: UUID, *, organisation: UUID | None = None) -> Job:
    """Return a job.

    Raises:
        NotFound: There is none, or it is another organisation's.
    """
    found = session.get(Job, job)
    if found is None or organisation not in (None, found.organisation_id):
        raise NotFound("There is no such job.")
    return found


def pause(home: Installation, job: UUID, *, organisation: UUID) -> None:
    """Stop a job for a while: what is being done ends, and nothing more is begun.

    Raises:
        NotFound: There is no such job.
        Conflict: It has ended.
    """
    with home.database.writing() as session:
        kept = _locked(session, job, organisation)
        _must_go_on(kept)
        kept.state = JobState.PAUSED
        session.add(kept)


def resume(home: Installation, job: UUID, *, organisation: UUID) -> None:
    """Let a paused job go on.

    Raises:
        NotFound: There is no such job.
        Conflict: It is not paused.
    """
    with home.database.writing() as session:
        kept = _locked(session, job, organisation)
        if kept.state is not JobState.PAUSED:
            raise Conflict(f"This job is not paused; it is {kept.state.value}.")
        kept.state = JobState.RUNNING if kept.started_at else JobState.WAITING
        session.add(kept)
    carry_on(running_here(), job)
    hand_out_again(running_here(), job)


def cancel(home: Installation, job: UUID, *, organisation: UUID) -> None:
    """End a job before its end; what it has done stays, and what it had not begun is not done.

    Raises:
        NotFound: There is no such job.
        Conflict: It has ended.
    """
    with home.database.writing() as session:
        job_of(session, job, organisation=organisation)
        waiting = col(JobPart.job_id) == job, col(JobPart.state) == PartState.WAITING
        session.exec(update(JobPart).where(*waiting).values(state=PartState.CANCELLED))
        kept = _locked(session, job, organisation)
        _must_go_on(kept)
        kept.state, kept.status_text = JobState.CANCELLED, ""
        kept.finished_at = datetime.now(UTC)
        session.add(kept)
        session.flush()
        tell_the_end(session, kept)


def _locked(session: Session, job: UUID, organisation: UUID) -> Job:
    job_of(session, job, organisation=organisation)
    asked = select(Job).where(Job.id == job).with_for_update()
    return session.exec(asked.execution_options(populate_existing=True)).one()


def _must_go_on(job: Job) -> None:
    if job.state.ended:
        raise Conflict(f"This job has ended; it is {job.state.value}.")
