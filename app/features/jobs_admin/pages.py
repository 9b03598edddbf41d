"""Jobs: how far each is, what could not be done and why, and doing only that again."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from app.errors import Conflict
from app.features.imports.jobs import RETRIED, enqueue_retry
from app.features.jobs_admin.serializer import serialize_job
from app.http.dependencies import CallerDep, InstallationDep, OrganisationDep, SessionDep
from app.http.pagination import page_of, unpacked
from app.jobs import get_job, list_failures
from app.jobs.queries import jobs_of, workers
from app.security import audit_log
from app.web.forms import Problem
from app.web.templating import page

router = APIRouter(prefix="/jobs")

SHOWN = 50
"""Jobs on one page."""
FAILURES = 200
"""Failed items on one page."""


@router.get("", response_class=HTMLResponse)
def jobs_page(
    request: Request,
    session: SessionDep,
    organisation: OrganisationDep,
    failed: bool = False,
    cursor: Annotated[str, Query(max_length=2_000)] = "",
) -> HTMLResponse:
    """Show jobs, newest first, with how far they are, and the processes that do them."""
    before = unpacked(cursor, UUID) if cursor else None
    rows = jobs_of(session, organisation, limit=SHOWN + 1, before=before, with_failures=failed)
    listed = page_of(
        rows, SHOWN, "/jobs", lambda last: (last.id,), failed="true" if failed else ""
    )
    return page(
        request,
        "jobs_admin/jobs.html",
        jobs=[serialize_job(session, each) for each in listed.rows],
        register_loads={each.id for each in listed.rows if each.params.get("file")},
        workers=workers(session),
        failed=failed,
        first=not cursor,
        more=listed.next,
    )


@router.get("/{job_id}/failures", response_class=HTMLResponse)
def failures_page(
    request: Request,
    session: SessionDep,
    organisation: OrganisationDep,
    job_id: UUID,
    cursor: Annotated[str, Query(max_length=2_000)] = "",
) -> HTMLResponse:
    """Show what a job could not do, and why."""
    after = unpacked(cursor, UUID) if cursor else None
    return _draw(request, session, organisation, job_id, after, [])


@router.post("/{job_id}/retry", response_class=HTMLResponse)
def retry(
    request: Request, session: SessionDep, home: InstallationDep, caller: CallerDep, job_id: UUID
) -> Response:
    """Do again what a job could not do, and only that, as a new job."""
    try:
        new = enqueue_retry(home, caller.organisation, job_id)
    except Conflict as error:
        problems = [Problem("failures", error.detail)]
        return _draw(request, session, caller.organisation, job_id, None, problems)
    audit_log.record(session, caller, "job.retried", f"jobs/{job_id}", after={"job": str(new)})
    return RedirectResponse(f"/jobs/{new}", status_code=303)


def _draw(
    request: Request,
    session: SessionDep,
    organisation: UUID,
    job_id: UUID,
    after: UUID | None,
    problems: list[Problem],
) -> HTMLResponse:
    row = get_job(session, job_id, organisation=organisation)
    job = serialize_job(session, row)
    rows = list_failures(session, job.id, limit=FAILURES + 1, after=after)
    failures = page_of(rows, FAILURES, f"/jobs/{job_id}/failures", lambda last: (last.id,))
    return page(
        request,
        "jobs_admin/failures.html",
        status=409 if problems else 200,
        job=job,
        failures=failures.rows,
        more=failures.next,
        may_retry=job.kind in RETRIED and job.state.ended and bool(job.failed or rows),
        problems=problems,
    )
