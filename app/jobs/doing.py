"""A part being done: what it is asked, and the one transaction that ends it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import update
from sqlmodel import Session, col, select

from app.home import Installation
from models import Job, JobFailure, JobPart, PartState


class AlreadyDone(Exception):
    """Another worker has ended this part, or its job was cancelled: there is nothing to keep."""


class CutOff(Exception):
    """Workers have died too often in the middle of this part."""


@dataclass(slots=True)
class Effects:
    """What the end of a part keeps: rows by its session, failures, and a small result."""

    session: Session
    result: dict[str, Any] = field(default_factory=dict)
    failures: list[tuple[str, str, str]] = field(default_factory=list)

    def fail(self, item: str, reason: str, *, subject: str = "") -> None:
        """Note that one item could not be done, and why; `subject` names it for a retry."""
        self.failures.append((item, reason, subject))


@dataclass(frozen=True, slots=True)
class Doing:
    """A part being done.

    Attributes:
        id: The part.
        job: The job it belongs to.
        organisation: Whose it is.
        verb: What kind of part it is.
        asked: What is to be done.
        home: The installation.
        attempt: How many times it has been taken up, this one included.
        created_at: When the job was asked for: the same at every repetition.
    """

    id: UUID
    job: UUID
    organisation: UUID
    verb: str
    asked: dict[str, Any]
    home: Installation
    attempt: int
    created_at: datetime

    @contextmanager
    def effects(self, *, alone: UUID | None = None) -> Iterator[Effects]:
        """Keep what the part has done and mark it done, together or not at all.

        Args:
            alone: Where given, nobody else has a transaction with the same identifier meanwhile.

        Raises:
            AlreadyDone: The part has been ended elsewhere; nothing is kept.
        """
        with self.home.database.writing(alone=alone) as session:
            part = _held(session, self.id)
            told = Effects(session)
            yield told
            mark(session, part, PartState.DONE, told)


def mark(session: Session, part: "Held", state: PartState, told: Effects) -> None:
    """Mark a part as ended and count it in its job, in the transaction of its effects."""
    session.exec(
        update(JobPart)
        .where(col(JobPart.id) == part.id)
        .values(state=state, result=told.result, finished_at=datetime.now(UTC)),
        execution_options={"synchronize_session": False},
    )
    session.add_all(
        JobFailure(job_id=part.job, verb=part.verb, subject=subject[:80], item=item, reason=reason)
        for item, reason, subject in told.failures
    )
    session.flush()
    session.exec(
        update(Job)
        .where(col(Job.id) == part.job)
        .values(done=col(Job.done) + part.items, failed=col(Job.failed) + len(told.failures)),
        execution_options={"synchronize_session": False},
    )


def give_up(doing: Doing, reason: str) -> None:
    """Mark a part as failed with its reason.

    Raises:
        AlreadyDone: It has been ended elsewhere.
    """
    with doing.home.database.writing() as session:
        part = _held(session, doing.id)
        told = Effects(session)
        told.fail(str(doing.asked.get("name", doing.verb)), reason, subject=str(part.id))
        mark(session, part, PartState.FAILED, told)


@dataclass(frozen=True, slots=True)
class Held:
    """A part that nobody else can end meanwhile."""

    id: UUID
    job: UUID
    verb: str
    items: int


def _held(session: Session, part: UUID) -> Held:
    """Return a part that is still to be ended, locked so that nobody else ends it."""
    asked = (
        select(JobPart.job_id, JobPart.verb, JobPart.items)
        .where(JobPart.id == part, JobPart.state == PartState.WAITING)
        .with_for_update()
    )
    found = session.exec(asked).first()
    if found is None:
        raise AlreadyDone
    return Held(part, *found)
