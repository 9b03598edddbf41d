"""`/v1/bulk-checks` and `/v1/jobs/{id}/checks`: many questions at once, and their answers."""

from uuid import UUID

from fastapi import APIRouter, Response

from app.api.asked import CallerDep, OrganisationDep, SessionDep, require_scope
from app.api.checks import CheckList, CheckSummary
from app.api.cursors import Cursor, Limit, next_link, packed, unpacked
from app.api.jobs import Job
from app.api.once import IdempotentRoute
from app.api.questions import BulkCheckCreate
from app.api.shapes import Links
from app.jobs import job_of
from app.pipeline.ask_many import ask_to_check_many
from app.queries.checks import checks_in
from app.security.roles import Scope

router = APIRouter(tags=["checks"], route_class=IdempotentRoute)


@router.post(
    "/bulk-checks",
    status_code=202,
    summary="Ask about many suppliers",
    dependencies=[require_scope(Scope.WRITE_CHECKS)],
)
def create_bulk_checks(
    session: SessionDep, caller: CallerDep, body: BulkCheckCreate, response: Response
) -> Job:
    """Ask up to 10,000 questions as one job at `Location`; its answers are at `…/checks` there.

    A line that cannot be answered is named in the job's failures with its reason, and the others
    are answered.
    """
    job = ask_to_check_many(session, caller, [each.value() for each in body.checks])
    response.headers["Location"] = f"/v1/jobs/{job}"
    return Job.of(job_of(session, job, organisation=caller.organisation))


@router.get(
    "/jobs/{job_id}/checks",
    summary="The checks of a bulk question",
    dependencies=[require_scope(Scope.READ_CHECKS)],
)
def list_job_checks(
    session: SessionDep,
    organisation: OrganisationDep,
    job_id: UUID,
    limit: Limit = 50,
    cursor: Cursor = "",
) -> CheckList:
    """Return the checks in the order of their lines; lines not answered are the job's failures."""
    job_of(session, job_id, organisation=organisation)
    after = unpacked(cursor, _place) if cursor else -1
    rows = checks_in(session, organisation, job_id, limit=limit + 1, after=after)
    link = None
    if len(rows) > limit:
        path = f"/v1/jobs/{job_id}/checks"
        link = next_link(path, limit=limit, cursor=packed(rows[limit - 1].position))
    return CheckList(
        items=[CheckSummary.of(each) for each in rows[:limit]], links=Links(next=link)
    )


def _place(place: int) -> int:
    if not isinstance(place, int) or not 0 <= place < 10_000:
        raise ValueError("no place of a line")
    return place
