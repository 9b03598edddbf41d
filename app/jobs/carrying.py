"""Carries a job on: from one stage to the next, and to its end."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, select

from app.db import batches, insert_rows
from app.jobs.engine import Running
from app.jobs.handing import hand_out
from app.jobs.stages import NewPart, next_stage, tell_the_end
from models import Job, JobPart, JobState, PartState
from models.base import new_id


def carry_on(here: Running, id: UUID) -> None:
    """Begin a job's next stage where the one it is in is over, or end the job after its last."""
    while not _still_waits(here, id):
        with here.home.database.writing() as session:
            job = session.exec(select(Job).where(Job.id == id).with_for_update()).one()
            if job.state.ended or _waits(session, id):
                return
            stage = next_stage(job)
            if stage is None:
                _end(session, job)
                return
            job.stage, job.status_text = stage.name, stage.doing
            items = _keep(session, job, stage.parts(session, job))
            job.total += items
            session.add(job)
            paused = job.state is JobState.PAUSED
        if not paused:
            hand_out(here, id)


def _still_waits(here: Running, id: UUID) -> bool:
    """Whether parts are still waiting; it spares most parts the lock on their job.

    Each part looks after it is marked, so the last one finds none waiting.
    """
    with here.home.database.session() as session:
        return _waits(session, id)


def _waits(session: Session, job: UUID) -> bool:
    asked = select(JobPart.id).where(JobPart.job_id == job, JobPart.state == PartState.WAITING)
    return session.exec(asked.limit(1)).first() is not None


def _keep(session: Session, job: Job, parts: Iterable[NewPart]) -> int:
    """Keep the parts of a job's stage; return how many items they are."""
    items = 0
    for batch in batches(enumerate(parts), 1_000):
        rows = [_row(job, place, part) for place, part in batch]
        insert_rows(session, JobPart, rows)
        items += sum(part.items for _, part in batch)
    return items


def _row(job: Job, place: int, part: NewPart) -> dict[str, Any]:
    return {
        "id": new_id(),
        "job_id": job.id,
        "stage": job.stage,
        "position": place,
        "verb": part.verb,
        "items": part.items,
        "params": part.asked,
        "state": PartState.WAITING,
        "attempts": 0,
        "worker": "",
        "result": {},
        "started_at": None,
        "finished_at": None,
    }


def _end(session: Session, job: Job) -> None:
    """End a job; one that a fault of ours cut short says so, and can be retried."""
    faulty = select(JobPart.id).where(JobPart.job_id == job.id, JobPart.state == PartState.FAILED)
    failed = session.exec(faulty.limit(1)).first() is not None
    job.state = JobState.FAILED if failed else JobState.DONE
    job.status_text = ""
    job.finished_at = datetime.now(UTC)
    session.add(job)
    session.flush()
    tell_the_end(session, job)
