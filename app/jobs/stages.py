"""How a job goes on: stages one after another, each made of parts that are done side by side.

A pipeline says once what its kind of job does:

    follow(JobKind.INTAKE, Stage("gather", "Reading what was sent", lists_and_documents), …)

    @does("read", Queue.READ, doing="Reading {name}")
    def read(part: Doing) -> None: ...
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlmodel import Session

from app.jobs.doing import Doing
from app.jobs.queues import Queue
from models import Job, JobKind


@dataclass(frozen=True, slots=True)
class NewPart:
    """A part that a job is to have: the verb that does it, on what, and how many items it is."""

    verb: str
    asked: dict[str, Any]
    items: int = 1


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of a job; `parts` says what is to be done in it, once the one before is over.

    `doing` says in words what the stage does.

    `parts` is asked in the transaction that keeps them, and may yield as many as it likes: they
    are kept in batches.
    """

    name: str
    doing: str
    parts: Callable[[Session, Job], Iterable[NewPart]]


@dataclass(frozen=True, slots=True)
class Verb:
    """What does one kind of part, where such parts wait, and how that is told to a person."""

    name: str
    queue: Queue
    doing: str
    do: Callable[[Doing], None] = field(compare=False)

    def tell(self, asked: dict[str, Any]) -> str:
        """Say what is being done, in words."""
        return self.doing.format_map(asked)


_stages: dict[JobKind, tuple[Stage, ...]] = {}
_verbs: dict[str, Verb] = {}
_at_end: list[Callable[[Session, Job], None]] = []


def follow(kind: JobKind, *stages: Stage) -> None:
    """Say which stages a kind of job goes through, in order."""
    _stages[kind] = stages


def does(
    name: str, queue: Queue, *, doing: str
) -> Callable[[Callable[[Doing], None]], Callable[[Doing], None]]:
    """Make a function the one that does a kind of part; `doing` may name what the part is asked.

    The function finishes its part by `with part.effects() as effects:`, which keeps its effects
    and the part's mark in one transaction. Until then it may be stopped and taken up again, here
    or elsewhere, so whatever it does before must be the same when it is repeated.
    """

    def keep(do: Callable[[Doing], None]) -> Callable[[Doing], None]:
        _verbs[name] = Verb(name, queue, doing, do)
        return do

    return keep


def at_end(hook: Callable[[Session, Job], None]) -> Callable[[Session, Job], None]:
    """Have a function called in the transaction that ends a job, so that its effect is once."""
    _at_end.append(hook)
    return hook


def verb(name: str) -> Verb:
    """Return what does a kind of part.

    Raises:
        LookupError: This process knows no such verb; another release asked for it.
    """
    try:
        return _verbs[name]
    except KeyError as error:
        raise LookupError(f"this release does not know how to “{name}”") from error


def knows(name: str) -> bool:
    """Whether this process knows what does a kind of part."""
    return name in _verbs


def next_stage(job: Job) -> Stage | None:
    """Return the stage after the one that a job is in, or None after the last."""
    stages = _stages[job.kind]
    names = [each.name for each in stages]
    place = names.index(job.stage) + 1 if job.stage else 0
    return stages[place] if place < len(stages) else None


def tell_the_end(session: Session, job: Job) -> None:
    """Call what wants to know that a job has ended, in the transaction that ends it."""
    for hook in _at_end:
        hook(session, job)
