"""What people may do with a job: create and start it, pause it, resume it, or cancel it."""

from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import event, update
from sqlmodel import Session, col, select

from app.db.notifications import notify
from app.errors import Conflict, NotFound
from app.installation import Installation
from app.jobs.dispatch import advance_job, advance_soon, redispatch_tasks
from app.jobs.engine import current_runtime
from app.jobs.workflow import run_end_hooks
from models import Job, JobKind, JobPart, JobState, PartState


def create_job(
    session: Session,
    organisation: UUID,
    kind: JobKind,
    *,
    params: dict[str, object],
    retry_of: UUID | None = None,
) -> Job:
    """Keep a job that is about to start."""
    job = Job(
        organisation_id=organisation,
        kind=kind,
        params=params,
        retry_of=retry_of,
        created_at=datetime.now(UTC),
    )
    session.add(job)
    session.flush()
    return job


def start_job(job: UUID) -> None:
    """Start a job that was created and committed; started twice, it runs once.

    A process that does no work wakes the workers instead, who find the job by themselves.
    """
    runtime = current_runtime()
    if runtime.works:
        advance_soon(runtime, job)
    else:
        with runtime.home.database.session() as session:
            notify(session)


def start_after_commit(session: Session, job: UUID) -> None:
    """Start a job when the transaction that creates it is committed, and never if it is not."""

    @event.listens_for(session, "after_commit", once=True)
    def start(_session: Session) -> None:
        start_job(job)


def get_job(session: Session, job: UUID, *, organisation: UUID | None = None) -> Job:
    """Return a job.

    Raises:
        NotFound: There is none, or it is another organisation's.
    """
    row = session.get(Job, job)
    if row is None or organisation not in (None, row.organisation_id):
        raise NotFound("There is no such job.")
    return row


def pause(home: Installation, job: UUID, *, organisation: UUID) -> None:
    """Pause a job: what is being done ends, and nothing more is begun.

    Raises:
        NotFound: There is no such job.
        Conflict: It has ended.
    """
    with home.database.writing() as session:
        row = _lock(session, job, organisation)
        _require_unfinished(row)
        row.state = JobState.PAUSED
        session.add(row)


def resume(home: Installation, job: UUID, *, organisation: UUID) -> None:
    """Let a paused job go on.

    Raises:
        NotFound: There is no such job.
        Conflict: It is not paused.
    """
    with home.database.writing() as session:
        row = _lock(session, job, organisation)
        if row.state is not JobState.PAUSED:
            raise Conflict(f"This job is not paused; it is {row.state.value}.")
        row.state = JobState.RUNNING if row.started_at else JobState.WAITING
        session.add(row)
    advance_job(current_runtime(), job)
    redispatch_tasks(current_runtime(), job)


def cancel(home: Installation, job: UUID, *, organisation: UUID) -> None:
    """End a job before its end; what it has done stays, and what it had not begun is not done.

    Raises:
        NotFound: There is no such job.
        Conflict: It has ended.
    """
    with home.database.writing() as session:
        get_job(session, job, organisation=organisation)
        waiting = col(JobPart.job_id) == job, col(JobPart.state) == PartState.WAITING
        session.exec(update(JobPart).where(*waiting).values(state=PartState.CANCELLED))
        row = _lock(session, job, organisation)
        _require_unfinished(row)
        row.state, row.status_text = JobState.CANCELLED, ""
        row.finished_at = datetime.now(UTC)
        session.add(row)
        session.flush()
        run_end_hooks(session, row)


def _lock(session: Session, job: UUID, organisation: UUID) -> Job:
    get_job(session, job, organisation=organisation)
    query = select(Job).where(Job.id == job).with_for_update()
    return session.exec(query.execution_options(populate_existing=True)).one()


def _require_unfinished(job: Job) -> None:
    if job.state.ended:
        raise Conflict(f"This job has ended; it is {job.state.value}.")
