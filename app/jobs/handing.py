"""Hands out a job's waiting parts: a letter for each, which any worker may take."""

from uuid import UUID

from sqlmodel import col, select

from app.jobs.engine import Running
from app.jobs.post import Letter
from app.jobs.queues import Priority
from app.jobs.stages import verb
from models import Job, JobKind, JobPart, PartState

PART = "part"
"""Name of the durable work that does a part."""

_PRIORITY = {JobKind.INTAKE: Priority.LIST, JobKind.ASSESS: Priority.WHOLE_REGISTER}


def hand_out(here: Running, id: UUID) -> None:
    """Send every waiting part of a job to its queue; what is there already stays as it is."""
    with here.home.database.session() as session:
        job = session.get_one(Job, id)
        waiting = session.exec(
            select(JobPart.id, JobPart.verb)
            .where(JobPart.job_id == id, JobPart.state == PartState.WAITING)
            .order_by(col(JobPart.position))
        ).all()
    here.post.send(
        Letter(
            id=letter_id(job, part),
            work=PART,
            about=f"{verb(name).queue}/{part}",
            queue=verb(name).queue,
            organisation=job.organisation_id,
            priority=_PRIORITY.get(job.kind, Priority.PERSON_WAITS),
        )
        for part, name in waiting
    )


def letter_id(job: Job, part: UUID) -> str:
    """Return the identifier of the work that does a part, in this round of handing out."""
    return f"{job.id}/{part}/{job.dispatch_round}"


def hand_out_again(here: Running, id: UUID) -> None:
    """Send every waiting part anew, where the letters of the round before are used up or lost."""
    with here.home.database.writing() as session:
        job = session.exec(select(Job).where(Job.id == id).with_for_update()).one()
        if job.state.ended:
            return
        job.dispatch_round += 1
        session.add(job)
    hand_out(here, id)
