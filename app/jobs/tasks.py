"""Kinds of task, a task in the hands of a worker, and the one transaction that ends it.

@task("read", Queue.READ, status_text="Reading {name}")
def read(task: TaskContext) -> None: ...
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import update
from sqlmodel import Session, col, select

from app.installation import Home
from app.jobs.queue import Queue
from models import Job, JobFailure, JobPart, PartState

_NO_SYNCHRONIZATION = {"synchronize_session": False}
"""The session holds no object of these rows that would have to be brought up to date."""


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
    home: Home
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
            _finish(session, locked, PartState.DONE, result)


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
        _finish(session, locked, PartState.FAILED, result)


@dataclass(frozen=True, slots=True)
class _LockedTask:
    """A task that nobody else can end meanwhile."""

    id: UUID
    job: UUID
    type: str
    items: int


def _lock(session: Session, id: UUID) -> _LockedTask:
    """Return a task that is still to be ended, locked so that nobody else ends it."""
    query = (
        select(JobPart.job_id, JobPart.verb, JobPart.items)
        .where(JobPart.id == id, JobPart.state == PartState.WAITING)
        .with_for_update()
    )
    row = session.exec(query).first()
    if row is None:
        raise AlreadyDone
    return _LockedTask(id, *row)


def _finish(session: Session, locked: _LockedTask, state: PartState, result: TaskResult) -> None:
    """Mark a task as ended and count it in its job, in the transaction of its effects."""
    session.exec(
        update(JobPart)
        .where(col(JobPart.id) == locked.id)
        .values(state=state, result=result.output, finished_at=datetime.now(UTC)),
        execution_options=_NO_SYNCHRONIZATION,
    )
    session.add_all(
        JobFailure(
            job_id=locked.job, verb=locked.type, subject=subject[:80], item=item, reason=reason
        )
        for item, reason, subject in result.failures
    )
    session.flush()
    session.exec(
        update(Job)
        .where(col(Job.id) == locked.job)
        .values(done=col(Job.done) + locked.items, failed=col(Job.failed) + len(result.failures)),
        execution_options=_NO_SYNCHRONIZATION,
    )
