"""A job as it is told of, and the answer to who asks for one, kept together with the job."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Request, Response
from pydantic import BaseModel, Field
from sqlmodel import Session

from app.api.once import keep_here
from models import Job, JobFailure, JobKind, JobState


class JobOut(BaseModel):
    """How far long work is; `done` of `total` items are finished, `failed` of them not done."""

    id: UUID
    kind: JobKind
    state: JobState
    doing: str = Field(examples=["Reading statement.pdf"])
    done: int
    failed: int
    total: int
    failures: list[dict[str, str]]
    created_at: datetime
    finished_at: datetime | None
    account: dict[str, Any] | None = Field(
        None, description="Once done: what became of each row and statement."
    )

    @classmethod
    def of(
        cls,
        row: Job,
        failures: Sequence[JobFailure] = (),
        account: dict[str, Any] | None = None,
    ) -> "JobOut":
        """Return the shape of a job."""
        return cls(
            id=row.id,
            kind=row.kind,
            state=row.state,
            doing=row.doing,
            done=row.done,
            failed=row.failed,
            total=row.total,
            failures=[{"item": each.item, "reason": each.reason} for each in failures],
            created_at=row.created_at,
            finished_at=row.finished_at,
            account=account,
        )


class Accepted:
    """The answer 202 to a request that begins a job: its shape, with the job at `Location`.

    Called in the transaction that keeps the job, it keeps the answer there too, so that the same
    request sent again after a stop between the two gets this answer and begins no other job.
    """

    answer: JobOut

    def __init__(self, request: Request, response: Response) -> None:
        self._request, self._response = request, response

    def __call__(self, session: Session, job: Job) -> None:
        """Keep the answer to the request in the transaction in which the job is kept."""
        self.answer = JobOut.of(job)
        self._response.headers["Location"] = f"/v1/jobs/{job.id}"
        told = Response(
            self.answer.model_dump_json(),
            202,
            headers={"Location": f"/v1/jobs/{job.id}"},
            media_type="application/json",
        )
        keep_here(self._request, session, told)


AcceptedDep = Annotated[Accepted, Depends()]
