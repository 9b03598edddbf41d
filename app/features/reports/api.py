"""`/v1/reports`: ask for a report to the strategy board as of a day, and get its files."""

from datetime import UTC, date, datetime
from pathlib import PurePath
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response
from fastapi import Path as PathParameter
from pydantic import BaseModel, Field

from app.errors import NotFound
from app.features.jobs_admin.serializer import Job, serialize_job
from app.features.reports.as_json import ReportDocument
from app.features.reports.files import Form
from app.features.reports.history import board_report_of, reports_of
from app.features.reports.make import ask_for_report
from app.http.dependencies import (
    CallerDep,
    InstallationDep,
    OrganisationDep,
    SessionDep,
    require_scope,
)
from app.http.idempotency import IdempotentRoute
from app.http.schemas import Day
from app.jobs import get_job
from app.security.permissions import Scope
from models import BoardReport

router = APIRouter(
    prefix="/reports",
    route_class=IdempotentRoute,
    tags=["reports"],
    dependencies=[require_scope(Scope.READ_CHECKS)],
)


class ReportCreate(BaseModel):
    """Which report is wanted."""

    as_of: Day | None = Field(None, description="The date of the report; today if left out.")
    since: Day | None = Field(
        None, description="The day it is compared with; three months earlier where not given."
    )


class Report(BaseModel):
    """A report that was made; each of its files is at `/v1/reports/{id}/{name}`."""

    id: UUID
    as_of: date
    since: date
    version: str = Field(examples=["report.1"])
    files: dict[str, str] = Field(description="SHA-256 of each file by its name.")
    created_at: datetime

    @classmethod
    def of(cls, row: BoardReport) -> "Report":
        """Return the shape of a report."""
        return cls(
            id=row.id,
            as_of=row.as_at,
            since=row.since,
            version=row.version,
            files=row.files,
            created_at=row.created_at,
        )


@router.post(
    "",
    status_code=202,
    summary="Ask for a report",
    dependencies=[require_scope(Scope.MAKE_REPORTS)],
)
def create_report(
    session: SessionDep, caller: CallerDep, response: Response, body: ReportCreate
) -> Job:
    """Make the report as it was known on a day; the work goes on as a job at `Location`."""
    at = body.as_of or datetime.now(UTC).date()
    job = ask_for_report(session, caller, at=at, since=body.since)
    response.headers["Location"] = f"/v1/jobs/{job}"
    return serialize_job(session, get_job(session, job, organisation=caller.organisation))


@router.get("", summary="Reports that were made")
def list_reports(
    session: SessionDep,
    organisation: OrganisationDep,
    job: Annotated[UUID | None, Query(description="Only the report that this job made.")] = None,
) -> list[Report]:
    """Return the reports made, the last first."""
    return [Report.of(each) for each in reports_of(session, organisation, job=job)]


@router.get("/{report_id}", summary="One report")
def get_report(session: SessionDep, organisation: OrganisationDep, report_id: UUID) -> Report:
    """Return a report and the names of its files."""
    return Report.of(board_report_of(session, organisation, report_id))


_FILES = {
    form.media_type: {"schema": {"type": "string"}} for form in Form if form is not Form.JSON
}


@router.get(
    "/{report_id}/{name}",
    summary="A file of a report",
    response_class=Response,
    responses={200: {"model": ReportDocument, "content": _FILES}},
)
def get_report_file(
    home: InstallationDep,
    session: SessionDep,
    organisation: OrganisationDep,
    report_id: UUID,
    name: Annotated[str, PathParameter(examples=["report-2026-11-25.pdf"])],
) -> Response:
    """Return one file of a report, as it was kept."""
    report = board_report_of(session, organisation, report_id)
    if name not in report.files:
        raise NotFound("This report has no such file.")
    form = Form(PurePath(name).suffix.removeprefix("."))
    return Response(
        home.archive.read(report.files[name]),
        media_type=form.media_type,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
