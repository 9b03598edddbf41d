"""Ask many checks as one durable job: each line is answered, or named with its reason."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from uuid import UUID, uuid5

from sqlmodel import Session

from app import jobs
from app.errors import CandourError
from app.features.checks.question import QUESTION, Question
from app.features.checks.service import create_check
from app.jobs import NewTask, Queue, Stage, TaskContext
from app.security import audit_log
from app.security.principal import Principal
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
    job = jobs.create_job(session, caller.organisation, JobKind.CHECKS, params=params)
    after = {"lines": len(questions)}
    audit_log.record(session, caller, "checks.asked", f"jobs/{job.id}", after=after)
    jobs.start_after_commit(session, job.id)
    return job.id


def _parts(_session: Session, job: Job) -> Iterator[NewTask]:
    lines = len(job.params["questions"])
    for start in range(0, lines, CHUNK):
        params = {"start": start, "name": f"line {start} and those after it"}
        yield NewTask(ANSWER, params, items=min(CHUNK, lines - start))


@jobs.task(ANSWER, Queue.ASSESS, status_text="Answering checks")
def _answer(context: TaskContext) -> None:
    """Answer some lines; done again, they give the same checks."""
    now, start = datetime.now(UTC), context.payload["start"]
    with context.transaction() as result:
        params = result.session.get_one(Job, context.job).params
        caller = Principal(context.organisation, Role(params["by"]["role"]), params["by"]["name"])
        for place, plain in enumerate(params["questions"][start : start + CHUNK], start):
            id = uuid5(context.job, str(place))
            try:
                create_check(
                    result.session,
                    caller,
                    QUESTION.from_json(plain),
                    now=now,
                    id=id,
                    job=context.job,
                    place=place,
                )
            except CandourError as error:
                result.fail(f"line {place}", error.detail, subject=f"line:{place}")


jobs.register_workflow(JobKind.CHECKS, Stage("answer", "Answering checks", _parts))
