"""Parts being done: taken up by a worker, done by their verb, and their job carried on."""

from contextlib import suppress
from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import func, update
from sqlmodel import col, select
from structlog import get_logger
from structlog.contextvars import bound_contextvars

from app import metrics
from app.jobs import troubles
from app.jobs.carrying import carry_on
from app.jobs.doing import AlreadyDone, CutOff, Doing, give_up
from app.jobs.engine import Running, running_here, workflow
from app.jobs.handing import PART
from app.jobs.stages import verb
from models import Job, JobPart, JobState, PartState

log = get_logger()

ATTEMPTS = 5
"""How often a part is taken up after its worker died in its middle before it is set aside.

More than the three times that a document may kill its reader: there the document is known to be
the cause, here it may only have been near when the worker was stopped.
"""


@workflow(PART)
def do_part(part: str) -> None:
    """Do one part of a job and carry the job on; repeated, it does what is left to do."""
    here = running_here()
    taken = troubles.lasting(lambda: _take_up(here, UUID(part)))
    if taken is None:
        return
    job, doing = taken
    if doing is not None:
        with bound_contextvars(job=str(job), part=part, verb=doing.verb):
            _do(doing)
    troubles.lasting(lambda: carry_on(here, job))


def _take_up(here: Running, id: UUID) -> tuple[UUID, Doing | None] | None:
    """Note that a worker takes up a part; None where its job stands still or is over.

    A part that is done already still gives its job the push that a worker may have died before
    giving.
    """
    with here.home.database.writing() as session:
        part = session.exec(select(JobPart).where(JobPart.id == id).with_for_update()).first()
        job = session.get(Job, part.job_id) if part else None
        if part is None or job is None or job.state.ended or job.state is JobState.PAUSED:
            return None
        if part.state is not PartState.WAITING:
            return job.id, None
        now = datetime.now(UTC)
        part.attempts += 1
        part.worker, part.started_at = here.worker, now
        session.add(part)
        session.flush()
        session.exec(
            update(Job)
            .where(col(Job.id) == job.id, col(Job.state).in_([JobState.WAITING, JobState.RUNNING]))
            .values(
                state=JobState.RUNNING,
                started_at=func.coalesce(Job.started_at, now),
                doing=_in_words(part),
            )
        )
        return job.id, Doing(
            id=part.id,
            job=job.id,
            organisation=job.organisation_id,
            verb=part.verb,
            asked=part.asked,
            home=here.home,
            attempt=part.attempts,
            created_at=job.created_at,
        )


def _in_words(part: JobPart) -> str:
    try:
        return verb(part.verb).tell(part.asked)
    except LookupError:
        return ""


def _do(doing: Doing) -> None:
    try:
        if doing.attempt > ATTEMPTS:
            raise CutOff(f"the work was cut off {ATTEMPTS} times while this was being done")
        with metrics.timed(doing.verb):
            troubles.lasting(lambda: verb(doing.verb).do(doing))
    except AlreadyDone:
        return
    except Exception as error:
        metrics.failed(doing.verb, type(error).__name__)
        log.exception("a part could not be done")
        reason = str(error) if isinstance(error, CutOff) else _fault(error)
        with suppress(AlreadyDone):
            troubles.lasting(lambda: give_up(doing, reason))


def _fault(error: Exception) -> str:
    return f"a fault of ours: {type(error).__name__}: {error}"[:500]
