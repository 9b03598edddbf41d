"""How a job goes on: stages one after another, each made of tasks that are done side by side.

A feature registers once what its kind of job does:

    register_workflow(JobKind.INTAKE, Stage("gather", "Reading what was sent", inputs), …)
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from models import Job, JobKind


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
