"""Ask many checks as one durable job: each line is answered, or named with its reason."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid5

from app import jobs
from app.errors import CandourError
from app.home import Home
from app.pipeline.check import ask
from app.pipeline.question import QUESTION, Question
from app.security import audit
from app.security.caller import Caller
from models import Check, JobKind
from models.person import Role

CHUNK = 100
"""Lines answered in one step: one transaction each, so that a stop loses little."""


def ask_to_check_many(home: Home, caller: Caller, questions: Sequence[Question]) -> UUID:
    """Keep the questions and put them in the queue; return the job's identifier."""
    asked: dict[str, object] = {
        "questions": [QUESTION.plain(each) for each in questions],
        "by": {"name": caller.name, "role": caller.role.value},
    }
    with home.database.session() as session:
        job = jobs.new_job(session, caller.organisation, JobKind.CHECKS, asked=asked)
        told = {"lines": len(questions)}
        audit.note(session, caller, "checks.asked", f"jobs/{job.id}", after=told)
    jobs.enqueue(job.id, check_many)
    return job.id


@jobs.workflow
def check_many(job: str) -> None:
    """Answer every line; a step that is repeated gives the same checks."""
    lines = _start_checks(job)
    for start in range(0, lines, CHUNK):
        _answer_checks(job, start, lines)
    _end_checks(job, lines)


@jobs.step()
def _start_checks(job: str) -> int:
    with jobs.home().database.session() as session:
        lines = len(jobs.job_of(session, UUID(job)).asked["questions"])
        jobs.tell(session, UUID(job), doing="Answering checks", done=0, total=lines)
        return lines


@jobs.step()
def _answer_checks(job: str, start: int, lines: int) -> None:
    now = datetime.now(UTC)
    with jobs.home().database.session() as session:
        kept = jobs.job_of(session, UUID(job))
        by = kept.asked["by"]
        caller = Caller(kept.organisation_id, Role(by["role"]), by["name"])
        questions = kept.asked["questions"][start : start + CHUNK]
        failures: list[dict[str, str]] = []
        for place, plain in enumerate(questions, start):
            id = uuid5(kept.id, str(place))
            if session.get(Check, id) is not None:
                continue
            question = QUESTION.value(plain)
            try:
                ask(session, caller, question, now=now, id=id, job=kept.id, place=place)
            except CandourError as error:
                failures.append({"item": f"line {place}", "reason": error.detail})
        _fail(kept, failures)
        jobs.tell(
            session, kept.id, doing="Answering checks", done=min(start + CHUNK, lines), total=lines
        )


def _fail(job: Any, failures: list[dict[str, str]]) -> None:
    """Write down lines that were not answered, all of a step at once."""
    known = {each["item"] for each in job.failures}
    job.failures = [*job.failures, *(each for each in failures if each["item"] not in known)]
    job.failed = len(job.failures)


@jobs.step()
def _end_checks(job: str, lines: int) -> None:
    with jobs.home().database.session() as session:
        jobs.finish(session, UUID(job), done=lines)
