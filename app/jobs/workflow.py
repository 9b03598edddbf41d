"""What a kind of job goes through: stages one after another, each of tasks done side by side.

A feature registers once what its kind of job does, and what does each kind of task:

    register_workflow(JobKind.INTAKE, Stage("gather", "Reading what was sent", inputs), …)

    @task("read", Queue.READ, status_text="Reading {name}")
    def read(context: TaskContext) -> None: ...
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import update
from sqlmodel import Session, col, select

from app.installation import Installation
from app.jobs.queue import Queue
from models import Job, JobFailure, JobKind, JobPart, PartState

_NO_SYNCHRONIZATION = {"synchronize_session": False}
"""The session holds no object of these rows that would have to be brought up to date."""


@dataclass(frozen=True, slots=True)
class NewTask:
    """A task that a job is to have: its kind, what it is to do, and how many items it counts."""

    type: str
    payload: dict[str, Any]
    items: int = 1


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of a job.

    Attributes:
        name: Its name, kept with the job.
        status_text: What the stage does, in words.
        tasks: Yields what is to be done in it, once the stage before is over. It is called in the
            transaction that keeps the tasks, and may yield as many as it likes: they are kept in
            batches.
    """

    name: str
    status_text: str
    tasks: Callable[[Session, Job], Iterable[NewTask]]


_stages: dict[JobKind, tuple[Stage, ...]] = {}
_end_hooks: list[Callable[[Session, Job], None]] = []


def register_workflow(kind: JobKind, *stages: Stage) -> None:
    """Register the stages that a kind of job goes through, in order."""
    _stages[kind] = stages


def on_job_end(hook: Callable[[Session, Job], None]) -> Callable[[Session, Job], None]:
    """Have a function called in the transaction that ends a job, so that it takes effect once."""
    _end_hooks.append(hook)
    return hook


def next_stage(job: Job) -> Stage | None:
    """Return the stage after the one that a job is in, or None after the last."""
    stages = _stages[job.kind]
    names = [stage.name for stage in stages]
    position = names.index(job.stage) + 1 if job.stage else 0
    return stages[position] if position < len(stages) else None


def run_end_hooks(session: Session, job: Job) -> None:
    """Call what is registered for the end of a job, in the transaction that ends it."""
    for hook in _end_hooks:
        hook(session, job)


class AlreadyDone(Exception):
    """Another worker has ended this task, or its job was cancelled: there is nothing to keep."""


@dataclass(slots=True)
class TaskResult:
    """What the end of a task keeps: rows through its session, failures, and a small output."""

    session: Session
    output: dict[str, Any] = field(default_factory=dict)
    failures: list[tuple[str, str, str]] = field(default_factory=list)

    def fail(self, item: str, reason: str, *, subject: str = "") -> None:
        """Record that one item could not be done, and why; `subject` names it for a retry."""
        self.failures.append((item, reason, subject))


@dataclass(frozen=True, slots=True)
class TaskContext:
    """A task in the hands of a worker.

    Attributes:
        id: The task.
        job: The job it belongs to.
        organisation: Whose it is.
        type: Name of its kind of task.
        payload: What is to be done.
        home: The installation.
        attempt: How many times it has been taken up, this one included.
        created_at: When the job was created: the same at every repetition.
    """

    id: UUID
    job: UUID
    organisation: UUID
    type: str
    payload: dict[str, Any]
    home: Installation
    attempt: int
    created_at: datetime

    @contextmanager
    def transaction(self, *, alone: UUID | None = None) -> Iterator[TaskResult]:
        """Keep what the task has done and mark it done, together or not at all.

        Args:
            alone: Where given, nobody else has a transaction with the same identifier meanwhile.

        Raises:
            AlreadyDone: The task has been ended elsewhere; nothing is kept.
        """
        with self.home.database.writing(alone=alone) as session:
            locked = _lock(session, self.id)
            result = TaskResult(session)
            yield result
            _finish(session, self.id, locked, PartState.DONE, result)


@dataclass(frozen=True, slots=True)
class TaskType:
    """What does one kind of task, where such tasks wait, and what a person reads meanwhile."""

    name: str
    queue: Queue
    status_text: str
    run: Callable[[TaskContext], None] = field(compare=False)

    def describe(self, payload: dict[str, Any]) -> str:
        """Say what is being done, in words."""
        return self.status_text.format_map(payload)


_types: dict[str, TaskType] = {}


def task(
    name: str, queue: Queue, *, status_text: str
) -> Callable[[Callable[[TaskContext], None]], Callable[[TaskContext], None]]:
    """Make a function the one that does a kind of task; `status_text` may name payload fields.

    The function ends its task by `with task.transaction() as result:`, which keeps its effects
    and marks the task done in one transaction. Until then it may be stopped and taken up again,
    here or elsewhere, so whatever it does before must be the same when it is repeated.
    """

    def register(run: Callable[[TaskContext], None]) -> Callable[[TaskContext], None]:
        _types[name] = TaskType(name, queue, status_text, run)
        return run

    return register


def get_task_type(name: str) -> TaskType:
    """Return a kind of task.

    Raises:
        LookupError: This process knows no such kind; another release created the task.
    """
    try:
        return _types[name]
    except KeyError as error:
        raise LookupError(f"this release does not know how to “{name}”") from error


def is_registered(name: str) -> bool:
    """Whether this process knows a kind of task."""
    return name in _types


def fail_task(context: TaskContext, reason: str) -> None:
    """Mark a task as failed with its reason.

    Raises:
        AlreadyDone: It has been ended elsewhere.
    """
    with context.home.database.writing() as session:
        locked = _lock(session, context.id)
        result = TaskResult(session)
        name = str(context.payload.get("name", context.type))
        result.fail(name, reason, subject=str(context.id))
        _finish(session, context.id, locked, PartState.FAILED, result)


def _lock(session: Session, id: UUID) -> tuple[UUID, str, int]:
    """Lock a task that is still to be ended; return its job, its kind and its number of items."""
    query = (
        select(JobPart.job_id, JobPart.verb, JobPart.items)
        .where(JobPart.id == id, JobPart.state == PartState.WAITING)
        .with_for_update()
    )
    row = session.exec(query).first()
    if row is None:
        raise AlreadyDone
    return row


def _finish(
    session: Session, id: UUID, locked: tuple[UUID, str, int], state: PartState, result: TaskResult
) -> None:
    """Mark a task as ended and count it in its job, in the transaction of its effects."""
    job, type, items = locked
    ended = {"state": state, "result": result.output, "finished_at": datetime.now(UTC)}
    session.exec(
        update(JobPart).where(col(JobPart.id) == id).values(**ended),
        execution_options=_NO_SYNCHRONIZATION,
    )
    session.add_all(
        JobFailure(job_id=job, verb=type, subject=subject[:80], item=item, reason=reason)
        for item, reason, subject in result.failures
    )
    session.flush()
    counts = {"done": col(Job.done) + items, "failed": col(Job.failed) + len(result.failures)}
    session.exec(
        update(Job).where(col(Job.id) == job).values(**counts),
        execution_options=_NO_SYNCHRONIZATION,
    )
