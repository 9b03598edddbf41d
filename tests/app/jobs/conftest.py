"""Jobs of a kind made for these tests: parts that hold until told, fail, or count themselves."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from threading import Event, Lock
from uuid import UUID

import pytest
from sqlmodel import Session, select

from app import jobs
from app.installation import Installation
from app.jobs import NewTask, Queue, Stage, TaskContext, workflow
from models import Job, JobKind, JobState, Organisation, OrganisationKind

PATIENCE_S = 180.0


@dataclass(slots=True)
class Floor:
    """What the test's parts do: hold while the gate is shut, fail by name, note what was done."""

    gate: Event = field(default_factory=Event)
    failing: set[str] = field(default_factory=set)
    begun: list[str] = field(default_factory=list)
    kept: list[tuple[UUID, str]] = field(default_factory=list)
    lock: Lock = field(default_factory=Lock)

    def do(self, context: TaskContext) -> None:
        """Do one part."""
        name = context.payload["name"]
        with self.lock:
            self.begun.append(name)
        if not self.gate.wait(PATIENCE_S):
            raise TimeoutError("the test never opened the gate")
        if name in self.failing:
            raise RuntimeError(f"{name} broke")
        with context.transaction() as result:
            if name.startswith("bad"):
                result.fail(name, "it is bad", subject=f"thing:{name}")
            with self.lock:
                self.kept.append((context.organisation, name))


@pytest.fixture
def floor(monkeypatch: pytest.MonkeyPatch) -> Floor:
    """Let jobs of one kind do what the test says, in two stages."""
    made = Floor()
    made.gate.set()
    monkeypatch.setattr(workflow, "_stages", dict(workflow._stages))
    monkeypatch.setattr(workflow, "_types", dict(workflow._types))
    monkeypatch.setattr(workflow, "_end_hooks", list(workflow._end_hooks))
    jobs.task("try", Queue.ASSESS, status_text="Trying {name}")(made.do)

    def first(_session: object, job: Job) -> Iterator[NewTask]:
        return (NewTask("try", {"name": name}) for name in job.params["names"])

    def last(_session: object, job: Job) -> Iterator[NewTask]:
        if job.params["names"]:
            yield NewTask("try", {"name": "the end"})

    jobs.register_workflow(
        JobKind.ASSESS, Stage("first", "Trying", first), Stage("last", "Ending", last)
    )
    return made


Ask = Callable[..., UUID]


@pytest.fixture
def ask(home: Installation) -> Ask:
    """Ask for a job with parts of these names."""
    return asking(home)


def asking(home: Installation) -> Ask:
    """Return a function that asks for a job with parts of these names."""

    def asked(*names: str, organisation: UUID | None = None, begin: bool = True) -> UUID:
        with home.database.session() as session:
            whose = organisation or organisation_in(session)
            job = jobs.create_job(session, whose, JobKind.ASSESS, params={"names": names})
        if begin:
            jobs.start_job(job.id)
        return job.id

    return asked


def organisation_in(session: Session, name: str = "Council") -> UUID:
    """Return an organisation of this name, made where there is none."""
    found = session.exec(select(Organisation).where(Organisation.name == name)).first()
    if found is None:
        found = Organisation(
            name=name, kind=OrganisationKind.COUNCIL, created_at=datetime.now(UTC)
        )
        session.add(found)
        session.flush()
    return found.id


def until(true: Callable[[], bool]) -> None:
    """Wait until something is so."""
    end = time.monotonic() + PATIENCE_S
    while not true():
        assert time.monotonic() < end, "it never came to be"
        time.sleep(0.02)


def state_of(home: Installation, job: UUID) -> JobState:
    """Return how far a job is."""
    with home.database.session() as session:
        return session.get_one(Job, job).state


def ended(home: Installation, job: UUID) -> Job:
    """Wait until a job has ended, and return it."""
    until(lambda: state_of(home, job).ended)
    with home.database.session() as session:
        return session.get_one(Job, job)
