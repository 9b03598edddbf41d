"""`/v1/imports` and `/v1/jobs`: send a supplier list with statements, and see how far it is."""

from datetime import UTC, datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, File, Form, Response, UploadFile

from app import jobs
from app.errors import Unusable
from app.features.imports.column_mapping import columns_chosen
from app.features.imports.jobs import enqueue_import
from app.features.imports.repeats import repeat_choice
from app.features.jobs_admin.serializer import Job, serialize_job, serialize_whole_job
from app.http.dependencies import (
    CallerDep,
    InstallationDep,
    OrganisationDep,
    SessionDep,
    require_scope,
)
from app.http.idempotency import IdempotentRoute
from app.security.permissions import Scope

router = APIRouter(route_class=IdempotentRoute, tags=["imports"])


@router.post(
    "/imports",
    status_code=202,
    summary="Send a supplier list",
    dependencies=[require_scope(Scope.WRITE_SUPPLIERS)],
)
def create_import(
    home: InstallationDep,
    session: SessionDep,
    caller: CallerDep,
    response: Response,
    list_file: Annotated[UploadFile, File(alias="list", description="CSV or spreadsheet.")],
    statements: Annotated[
        list[UploadFile] | None, File(description="Statements: PDF, HTML, Word or text.")
    ] = None,
    answers: Annotated[
        list[UploadFile] | None,
        File(description="Sheets of suppliers' answers: supplier, question, value."),
    ] = None,
    assess: Annotated[
        bool, Form(description="Whether suppliers are judged now, or what was sent is only kept.")
    ] = True,
    columns: Annotated[
        list[str] | None,
        Form(
            description="What columns hold, each as NUMBER=FIELD: `4=amount`, or `2=` to leave "
            "one unread; columns count from 1. Needed where a list was refused because its "
            "columns are unclear."
        ),
    ] = None,
    repeat: Annotated[
        str | None,
        Form(
            description="What to do where the list repeats the payments of one under another "
            "name: `replace` that list, or count `both`. Needed where a list was refused for this."
        ),
    ] = None,
) -> Job:
    """Take in a supplier list, statements and answers; the work goes on as a job at `Location`."""
    try:
        chosen = columns_chosen(columns or ())
    except ValueError as error:
        raise Unusable(str(error), pointer="/columns") from error
    try:
        choice = repeat_choice(repeat)
    except ValueError as error:
        raise Unusable(str(error), pointer="/repeat") from error
    job = enqueue_import(
        home,
        caller.organisation,
        lists=[_file(list_file, "list")],
        statements=[_file(each, "statement") for each in statements or ()],
        answers=[_file(each, "answers.csv") for each in answers or ()],
        at=datetime.now(UTC).date(),
        columns=chosen,
        repeat=choice,
        assess=assess,
        caller=caller,
        within=session,
    )
    response.headers["Location"] = f"/v1/jobs/{job}"
    return serialize_job(session, jobs.get_job(session, job, organisation=caller.organisation))


def _file(sent: UploadFile, name: str) -> tuple[str, bytes]:
    return sent.filename or name, sent.file.read()


@router.get(
    "/jobs/{job_id}",
    summary="Get a job's progress",
    dependencies=[require_scope(Scope.READ_CHECKS)],
)
def get_job(session: SessionDep, organisation: OrganisationDep, job_id: UUID) -> Job:
    """Return how far a job is and, once it is done, what became of each row and statement."""
    return serialize_whole_job(session, jobs.get_job(session, job_id, organisation=organisation))
