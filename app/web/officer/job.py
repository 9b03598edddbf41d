"""How far a job is: a page that keeps itself up to date, and works without that."""

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from pydantic import BaseModel

from app.api.asked import OrganisationDep, SessionDep
from app.jobs import failures_of, job_of
from app.web.drawing import page
from models import Job, JobState

router = APIRouter(prefix="/jobs")

SHOWN = 200
"""Failures that a page names."""


class Progress(BaseModel):
    """What the page shows of a job, as the page asks for it again."""

    state: JobState
    doing: str
    done: int
    total: int
    failed: int
    finished: bool

    @classmethod
    def of(cls, job: Job) -> "Progress":
        """Return how far a job is."""
        return cls(
            state=job.state,
            doing=job.doing,
            done=job.done,
            total=job.total,
            failed=job.failed,
            finished=job.state.ended,
        )


@router.get("/{job_id}", response_class=HTMLResponse)
def job_page(
    request: Request, session: SessionDep, organisation: OrganisationDep, job_id: UUID
) -> HTMLResponse:
    """Show how far a job is; a script asks again, and a link does where there is none."""
    job = job_of(session, job_id, organisation=organisation)
    return page(
        request,
        "officer/job.html",
        job=job,
        progress=Progress.of(job),
        failures=failures_of(session, job.id, limit=SHOWN),
    )


@router.get("/{job_id}/progress")
def job_progress(session: SessionDep, organisation: OrganisationDep, job_id: UUID) -> Progress:
    """Return how far a job is, for the page that shows it."""
    return Progress.of(job_of(session, job_id, organisation=organisation))
