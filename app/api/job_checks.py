"""`/v1/jobs/{id}/checks`: what a bulk question led to, line by line."""

from uuid import UUID

from fastapi import APIRouter

from app.api.asked import OrganisationDep, SessionDep, needs
from app.api.checks import CheckPage, page_of_job
from app.api.cursors import Cursor, Limit, unpacked
from app.jobs import job_of
from app.security.roles import Scope

router = APIRouter(tags=["checks"], dependencies=[needs(Scope.READ_CHECKS)])


@router.get("/jobs/{job_id}/checks", summary="The checks of a bulk question")
def list_job_checks(
    session: SessionDep,
    organisation: OrganisationDep,
    job_id: UUID,
    limit: Limit = 50,
    cursor: Cursor = "",
) -> CheckPage:
    """Return the checks in the order of their lines; lines not answered are the job's failures."""
    job_of(session, job_id, organisation=organisation)
    after = unpacked(cursor, _place) if cursor else -1
    return page_of_job(session, organisation, job_id, limit, after)


def _place(place: int) -> int:
    if not isinstance(place, int) or not 0 <= place < 10_000:
        raise ValueError("no place of a line")
    return place
