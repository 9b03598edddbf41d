"""Ask many checks as one durable job: each line is answered, or named with its reason."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from uuid import UUID, uuid5

from sqlmodel import Session

from app import jobs
from app.errors import CandourError
from app.jobs import Doing, NewPart, Queue, Stage
from app.pipeline.check import create_check
from app.pipeline.question import QUESTION, Question
from app.security import audit
from app.security.caller import Principal
from models import Job, JobKind
from models.person import Role

ANSWER = "answer"
CHUNK = 100
"""Lines answered in one part: one transaction each, so that a stop loses little."""


def ask_to_check_many(session: Session, caller: Principal, questions: Sequence[Question]) -> UUID:
    """Keep the questions in a transaction and let them be answered once it is committed.

    Returns the job's identifier.
    """
    params: dict[str, object] = {
        "questions": [QUESTION.to_json(each) for each in questions],
        "by": {"name": caller.name, "role": caller.role.value},
    }
    job = jobs.new_job(session, caller.organisation, JobKind.CHECKS, asked=params)
    after = {"lines": len(questions)}
    audit.record(session, caller, "checks.asked", f"jobs/{job.id}", after=after)
    jobs.begin_once_kept(session, job.id)
    return job.id


def _parts(_session: Session, job: Job) -> Iterator[NewPart]:
    lines = len(job.params["questions"])
    for start in range(0, lines, CHUNK):
        params = {"start": start, "name": f"line {start} and those after it"}
        yield NewPart(ANSWER, params, items=min(CHUNK, lines - start))


@jobs.does(ANSWER, Queue.ASSESS, doing="Answering checks")
def _answer(part: Doing) -> None:
    """Answer some lines; done again, they give the same checks."""
    now, start = datetime.now(UTC), part.asked["start"]
    with part.effects() as effects:
        params = effects.session.get_one(Job, part.job).params
        caller = Principal(part.organisation, Role(params["by"]["role"]), params["by"]["name"])
        for place, plain in enumerate(params["questions"][start : start + CHUNK], start):
            id = uuid5(part.job, str(place))
            try:
                create_check(
                    effects.session,
                    caller,
                    QUESTION.from_json(plain),
                    now=now,
                    id=id,
                    job=part.job,
                    place=place,
                )
            except CandourError as error:
                effects.fail(f"line {place}", error.detail, subject=f"line:{place}")


jobs.follow(JobKind.CHECKS, Stage("answer", "Answering checks", _parts))
