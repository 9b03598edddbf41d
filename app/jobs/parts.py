"""Parts being done: taken up by a worker, done by their verb, and their job carried on."""

from contextlib import suppress
from datetime import UTC, datetime
from threading import BoundedSemaphore
from uuid import UUID

from sqlalchemy import update
from sqlmodel import col, select
from structlog import get_logger
from structlog.contextvars import bound_contextvars

from app import metrics
from app.jobs import troubles
from app.jobs.carrying import carry_on
from app.jobs.doing import AlreadyDone, CutOff, Doing, give_up
from app.jobs.engine import Running, running_here, workflow
from app.jobs.handing import PART
from app.jobs.queues import LIMITS, Queue
from app.jobs.stages import verb
from app.traces import span
from models import Job, JobPart, JobState, PartState

log = get_logger()

ATTEMPTS = 20
"""How often a part may see its worker die in its middle before it is set aside.

Far more than the three times that a document may kill its reader, which is a process of its own:
there the document is known to be the cause. A worker holds several parts, and all but one at most
were only near when it died; they must not be blamed while a machine is being restarted.
"""


_AS_IT_IS = {"synchronize_session": False}
"""No object of the session is looked for to be brought up to date: there is none."""

_ready = {queue: BoundedSemaphore(limits.taken_up) for queue, limits in LIMITS.items()}
_places = {queue: BoundedSemaphore(limits.at_once) for queue, limits in LIMITS.items()}


@workflow(PART)
def do_part(about: str) -> None:
    """Do one part of a job and carry the job on; repeated, it does what is left to do.

    Args:
        about: The queue that it waited in and the part's identifier, `read/0190…`. The part is
            taken up only when its turn is near, so that what is only at hand counts as waiting.
    """
    here = running_here()
    name, _, part = about.partition("/")
    queue = Queue(name)
    with _ready[queue]:
        taken = troubles.lasting(lambda: _take_up(here, UUID(part)))
        if taken is None:
            return
        job, doing = taken
        if doing is not None:
            told = {"job": str(job), "part": part, "verb": doing.verb}
            with _places[queue], bound_contextvars(**told), span(f"part {doing.verb}", **told):
                _do(doing)
    troubles.lasting(lambda: carry_on(here, job))


def _take_up(here: Running, id: UUID) -> tuple[UUID, Doing | None] | None:
    """Note that a worker takes up a part; None where its job stands still or is over.

    A part that is done already still gives its job the push that a worker may have died before
    giving.
    """
    part, now = JobPart, datetime.now(UTC)
    with here.home.database.writing() as session:
        found = session.exec(
            select(part.job_id, Job.organisation_id, Job.state, Job.created_at)
            .join(Job, col(part.job_id) == col(Job.id))
            .where(part.id == id)
        ).first()
        if found is None:
            return None
        job, organisation, word, created_at = found
        state = JobState(word)
        if state.ended or state is JobState.PAUSED:
            return None
        taken = session.exec(
            update(part)
            .where(col(part.id) == id, col(part.state) == PartState.WAITING)
            .values(attempts=col(part.attempts) + 1, worker=here.worker, started_at=now)
            .returning(col(part.verb), col(part.params), col(part.attempts)),
            execution_options=_AS_IT_IS,
        ).first()
        if taken is None:
            return job, None
        if state is JobState.WAITING:
            first = update(Job).where(col(Job.id) == job, col(Job.state) == JobState.WAITING)
            session.exec(first.values(state=JobState.RUNNING, started_at=now))
    return job, Doing(
        id=id,
        job=job,
        organisation=organisation,
        verb=taken.verb,
        asked=taken.params,
        home=here.home,
        attempt=taken.attempts,
        created_at=created_at,
    )


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
