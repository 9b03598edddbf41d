"""What came of a list: its own rows in their order with our columns, to read or to download."""

import re
from datetime import UTC, date, datetime
from pathlib import PurePath
from typing import Annotated
from urllib.parse import quote
from uuid import UUID

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response

from app.features.imports.payments import paid_sentence
from app.features.imports.queries import account_of, number_of_rows
from app.features.imports.results import decisions_in, one_intake, rows_of
from app.features.reports.vetted_list import as_csv, as_workbook
from app.http.dependencies import OrganisationDep, SessionDep
from app.jobs import get_job, list_failures
from app.web.page_links import PAGE, pages_of
from app.web.templating import page
from models import Intake
from scrapers.spreadsheets import Field

router = APIRouter(prefix="/jobs")

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

FEW_COLUMNS = 4
"""A list with no more columns than these is shown whole."""
_TELLING = (Field.TITLE, Field.REFERENCE, Field.DESCRIPTION, Field.SUPPLIER)
"""What tells a row from another beside the supplier, whom our first column names."""


@router.get("/{job_id}/result", response_class=HTMLResponse)
def result_page(
    request: Request,
    session: SessionDep,
    organisation: OrganisationDep,
    job_id: UUID,
    number: Annotated[int, Query(alias="page", ge=1, le=100_000)] = 1,
    every: Annotated[bool, Query(alias="all")] = False,
) -> HTMLResponse:
    """Show the list that was vetted: every row in its order, with the result to its right.

    A wide list shows at first only the columns that tell a row from another, so that the result
    is seen without a search for it; all are a link away, and in the downloads.
    """
    job = get_job(session, job_id, organisation=organisation)
    intake = one_intake(session, job)
    telling = telling_of(intake)
    pages = pages_of(request, number, number_of_rows(session, intake.id))
    return page(
        request,
        "imports/results.html",
        job=job,
        intake=intake,
        headings=headings_of(intake),
        columns=range(len(intake.columns)) if every else telling,
        wide=len(telling) < len(intake.columns),
        decisions=decisions_in(session, intake.id, today=_today()),
        rows=rows_of(session, intake.id, today=_today(), offset=pages.skipped, limit=PAGE),
        account=account_of(session, job),
        paid_sentence=paid_sentence,
        failures=list_failures(session, job.id, limit=200),
        pages=pages,
    )


@router.get("/{job_id}/result.xlsx")
def result_workbook(session: SessionDep, organisation: OrganisationDep, job_id: UUID) -> Response:
    """Return the vetted list as a workbook."""
    intake = one_intake(session, get_job(session, job_id, organisation=organisation))
    drawn = as_workbook(headings_of(intake), rows_of(session, intake.id, today=_today()))
    return download(drawn, WORKBOOK, f"vetted {PurePath(intake.name).stem}.xlsx")


@router.get("/{job_id}/result.csv")
def result_csv(session: SessionDep, organisation: OrganisationDep, job_id: UUID) -> Response:
    """Return the vetted list as CSV."""
    intake = one_intake(session, get_job(session, job_id, organisation=organisation))
    drawn = as_csv(headings_of(intake), rows_of(session, intake.id, today=_today()))
    return download(drawn, "text/csv; charset=utf-8", f"vetted {PurePath(intake.name).stem}.csv")


def _today() -> date:
    return datetime.now(UTC).date()


def headings_of(intake: Intake) -> list[str]:
    """Return the list's own headings; a column without one is told by its number."""
    return [
        each["heading"] or f"Column {place}" for place, each in enumerate(intake.columns, start=1)
    ]


def telling_of(intake: Intake) -> list[int]:
    """Return the places of the columns that tell rows apart; all of them in a small list."""
    fields = [each["field"] for each in intake.columns]
    if len(fields) > FEW_COLUMNS:
        for entry in _TELLING:
            if entry in fields:
                return [fields.index(entry)]
    return list(range(len(fields)))


def download(data: bytes, media_type: str, name: str) -> Response:
    """Return a file that a browser keeps under a name."""
    plain = re.sub(r"[^A-Za-z0-9 ._()-]", "_", name)
    said = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
    headers = {"Content-Disposition": said}
    return Response(data, media_type=media_type, headers=headers)
