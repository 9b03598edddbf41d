"""How far a job is: a page that keeps itself up to date, and works without that."""

from datetime import timedelta
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from pydantic import BaseModel

from app.api.asked import OrganisationDep, SessionDep
from app.jobs import Progress, failures_of, job_of, progress_of
from app.web.drawing import page
from models import JobState

router = APIRouter(prefix="/jobs")

SHOWN = 200
"""Failures that a page names."""


class JobProgress(BaseModel):
    """What the page shows of a job, as the page asks for it again."""

    state: JobState
    doing: str
    done: int
    total: int
    failed: int
    left: str
    finished: bool

    @classmethod
    def of(cls, far: Progress) -> "JobProgress":
        """Return what is shown of a job's progress."""
        return cls(
            state=far.state,
            doing=far.trouble or far.doing,
            done=far.done,
            total=far.total,
            failed=far.failed,
            left=in_words(far.time_left),
            finished=far.state.ended,
        )


def in_words(left: timedelta | None) -> str:
    """Return about how long something takes; empty where nobody can tell."""
    if left is None:
        return ""
    minutes = round(left.total_seconds() / 60)
    if minutes < 1:
        return "less than a minute left"
    return f"about {minutes} minute{'s' if minutes > 1 else ''} left"


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
        progress=JobProgress.of(progress_of(session, job)),
        failures=failures_of(session, job.id, limit=SHOWN),
    )


@router.get("/{job_id}/progress")
def job_progress(session: SessionDep, organisation: OrganisationDep, job_id: UUID) -> JobProgress:
    """Return how far a job is, for the page that shows it."""
    return JobProgress.of(progress_of(session, job_of(session, job_id, organisation=organisation)))
