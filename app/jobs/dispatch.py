"""Hands out a job's tasks, runs them, and starts the next stage when the last one has ended."""

from collections.abc import Iterable
from concurrent.futures import Future
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from threading import BoundedSemaphore
from typing import Any
from uuid import UUID

from sqlalchemy import update
from sqlmodel import Session, col, select
from structlog import get_logger
from structlog.contextvars import bound_contextvars

from app import metrics
from app.db.engine import batches, insert_rows
from app.jobs.engine import RUN_TASK, Runtime, current_runtime
from app.jobs.queue import LIMITS, Message, Priority, Queue
from app.jobs.retry import retry_transient
from app.jobs.workflow import (
    AlreadyDone,
    NewTask,
    TaskContext,
    fail_task,
    get_task_type,
    next_stage,
    run_end_hooks,
)
from app.tracing import span
from models import Job, JobKind, JobPart, JobState, PartState
from models.base import new_id

log = get_logger()

MAX_ATTEMPTS = 20
"""How often a task may see its worker die in its middle before it is set aside.

Far more than the three times that a document may kill its reader, which is a process of its own:
there the document is known to be the cause. A worker holds several tasks, and all but one at most
were only near when it died; they must not be blamed while a machine is being restarted.
"""

_NEW = {"state": PartState.WAITING, "attempts": 0, "worker": "", "result": {}} | dict.fromkeys(
    ("started_at", "finished_at")
)
_PRIORITY = {JobKind.INTAKE: Priority.LIST, JobKind.ASSESS: Priority.WHOLE_REGISTER}
_ready = {queue: BoundedSemaphore(limits.ready) for queue, limits in LIMITS.items()}
_running = {queue: BoundedSemaphore(limits.concurrency) for queue, limits in LIMITS.items()}


def dispatch_tasks(runtime: Runtime, id: UUID) -> None:
    """Start every waiting task of a job, here or by its queue; what is there stays as it is."""
    with runtime.home.database.session() as session:
        job = session.get_one(Job, id)
        waiting = session.exec(
            select(JobPart.id, JobPart.verb)
            .where(JobPart.job_id == id, JobPart.state == PartState.WAITING)
            .order_by(col(JobPart.position))
        ).all()
    runtime.send(
        Message(
            id=f"{job.id}/{task}/{job.dispatch_round}",
            workflow=RUN_TASK,
            argument=f"{get_task_type(name).queue}/{task}",
            queue=get_task_type(name).queue,
            organisation=job.organisation_id,
            priority=_PRIORITY.get(job.kind, Priority.PERSON_WAITS),
        )
        for task, name in waiting
    )


def redispatch_tasks(runtime: Runtime, id: UUID) -> None:
    """Send every waiting task anew, where the messages sent before are used up or lost."""
    with runtime.home.database.writing() as session:
        job = session.exec(select(Job).where(Job.id == id).with_for_update()).one()
        if job.state.ended:
            return
        job.dispatch_round += 1
        session.add(job)
    dispatch_tasks(runtime, id)


def start_new_jobs(runtime: Runtime) -> bool:
    """Start the jobs that were created and not yet begun; whether there were any."""
    with runtime.home.database.session() as session:
        new = select(Job.id).where(Job.state == JobState.WAITING, Job.stage == "")
        jobs = set(session.exec(new)) - runtime.starting
    for job in jobs:
        runtime.starting.add(job)
        advance_soon(runtime, job).add_done_callback(partial(_started, runtime, job))
    return bool(jobs)


def _started(runtime: Runtime, job: UUID, _advanced: Future[None]) -> None:
    runtime.starting.discard(job)


def advance_soon(runtime: Runtime, id: UUID) -> Future[None]:
    """Advance a job in a thread of its own, so that what it starts is not a part of a task."""

    def advance() -> None:
        try:
            retry_transient(lambda: advance_job(runtime, id))
        except Exception:
            log.exception("a job could not be advanced", job=str(id))
            raise

    return runtime.advancing.submit(advance)


def advance_job(runtime: Runtime, id: UUID) -> None:
    """Begin a job's next stage where the one it is in is over, or end the job after its last."""
    while not _has_waiting_tasks(runtime, id):
        with runtime.home.database.writing() as session:
            job = session.exec(select(Job).where(Job.id == id).with_for_update()).one()
            if job.state.ended or _waits(session, id):
                return
            stage = next_stage(job)
            if stage is None:
                _end(session, job)
                return
            job.stage, job.status_text = stage.name, stage.status_text
            job.total += _insert_tasks(session, job, stage.tasks(session, job))
            session.add(job)
            paused = job.state is JobState.PAUSED
        if not paused:
            dispatch_tasks(runtime, id)


def _has_waiting_tasks(runtime: Runtime, id: UUID) -> bool:
    """Whether tasks are still waiting; it spares most tasks the lock on their job.

    Each task looks after it is marked, so the last one finds none waiting.
    """
    with runtime.home.database.session() as session:
        return _waits(session, id)


def _waits(session: Session, job: UUID) -> bool:
    query = select(JobPart.id).where(JobPart.job_id == job, JobPart.state == PartState.WAITING)
    return session.exec(query.limit(1)).first() is not None


def _insert_tasks(session: Session, job: Job, tasks: Iterable[NewTask]) -> int:
    """Keep the tasks of a job's stage; return how many items they are."""
    items = 0
    for batch in batches(enumerate(tasks), 1_000):
        rows = [_row(job, position, task) for position, task in batch]
        insert_rows(session, JobPart, rows)
        items += sum(task.items for _, task in batch)
    return items


def _row(job: Job, position: int, task: NewTask) -> dict[str, Any]:
    kind = {"verb": task.type, "items": task.items, "params": task.payload}
    return {
        "id": new_id(),
        "job_id": job.id,
        "stage": job.stage,
        "position": position,
        **kind,
        **_NEW,
    }


def _end(session: Session, job: Job) -> None:
    """End a job; one that a fault of ours cut short says so, and can be retried."""
    query = select(JobPart.id).where(JobPart.job_id == job.id, JobPart.state == PartState.FAILED)
    failed = session.exec(query.limit(1)).first() is not None
    job.state = JobState.FAILED if failed else JobState.DONE
    job.status_text = ""
    job.finished_at = datetime.now(UTC)
    session.add(job)
    session.flush()
    run_end_hooks(session, job)


def run_task(argument: str) -> None:
    """Do one task and advance its job; repeated, it does what is left to do.

    Args:
        argument: The queue that the task waited in and its identifier, `read/0190…`. The task is
            taken up only when its turn is near, so that what is only prefetched counts as waiting.
    """
    runtime = current_runtime()
    name, _, id = argument.partition("/")
    queue = Queue(name)
    with runtime.holding(queue):
        with _ready[queue]:
            taken = retry_transient(lambda: _take_up(runtime, UUID(id)))
            if taken is None:
                return
            job, context = taken
            if context is not None:
                labels = {"job": str(job), "part": id, "verb": context.type}
                label = f"part {context.type}"
                with _running[queue], bound_contextvars(**labels), span(label, **labels):
                    _run(context)
        if not retry_transient(lambda: _has_waiting_tasks(runtime, job)):
            advance_soon(runtime, job).result()


def _take_up(runtime: Runtime, id: UUID) -> tuple[UUID, TaskContext | None] | None:
    """Record that a worker takes up a task; None where its job is paused or over.

    A task that is done already still has its job advanced, which a worker may have died before
    doing.
    """
    part, now = JobPart, datetime.now(UTC)
    with runtime.home.database.writing() as session:
        row = session.exec(
            select(part.job_id, Job.organisation_id, Job.state, Job.created_at)
            .join(Job, col(part.job_id) == col(Job.id))
            .where(part.id == id)
        ).first()
        if row is None:
            return None
        job, organisation, word, created_at = row
        state = JobState(word)
        if state.ended or state is JobState.PAUSED:
            return None
        taken = session.exec(
            update(part)
            .where(col(part.id) == id, col(part.state) == PartState.WAITING)
            .values(attempts=col(part.attempts) + 1, worker=runtime.worker, started_at=now)
            .returning(col(part.verb), col(part.params), col(part.attempts)),
            execution_options={"synchronize_session": False},
        ).first()
        if taken is None:
            return job, None
        if state is JobState.WAITING:
            first = update(Job).where(col(Job.id) == job, col(Job.state) == JobState.WAITING)
            session.exec(first.values(state=JobState.RUNNING, started_at=now))
    return job, TaskContext(
        id=id,
        job=job,
        organisation=organisation,
        type=taken.verb,
        payload=taken.params,
        home=runtime.home,
        attempt=taken.attempts,
        created_at=created_at,
    )


def _run(context: TaskContext) -> None:
    try:
        if context.attempt > MAX_ATTEMPTS:
            reason = f"the work was cut off {MAX_ATTEMPTS} times while this was being done"
            retry_transient(lambda: fail_task(context, reason))
            return
        with metrics.timed(context.type):
            retry_transient(lambda: get_task_type(context.type).run(context))
    except AlreadyDone:
        return
    except Exception as error:
        metrics.failed(context.type, type(error).__name__)
        log.exception("a task could not be done")
        reason = f"a fault of ours: {type(error).__name__}: {error}"[:500]
        with suppress(AlreadyDone):
            retry_transient(lambda: fail_task(context, reason))
