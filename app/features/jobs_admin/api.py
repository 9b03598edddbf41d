"""`/v1/imports` and `/v1/jobs`: send a supplier list with statements, and see how far it is."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, File, Form, Response, UploadFile
from pydantic import BaseModel, Field

from app import jobs
from app.errors import Unusable
from app.features.imports.column_mapping import columns_chosen
from app.features.imports.jobs import enqueue_import
from app.features.imports.queries import account_of
from app.features.imports.repeats import repeat_choice
from app.http.dependencies import (
    CallerDep,
    InstallationDep,
    OrganisationDep,
    SessionDep,
    require_scope,
)
from app.http.idempotency import IdempotentRoute
from app.jobs import list_failures
from app.security import audit_log
from app.security.permissions import Scope
from models import Job as JobRow
from models import JobFailure, JobKind, JobState

FAILURES_SHOWN = 1_000

router = APIRouter(route_class=IdempotentRoute, tags=["imports"])


class Job(BaseModel):
    """How far long work is; `done` of `total` items are finished, `failed` of them not done."""

    id: UUID
    kind: JobKind
    state: JobState
    status_text: str = Field(examples=["Reading statement.pdf"])
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
        row: JobRow,
        failures: Sequence[JobFailure] = (),
        account: dict[str, Any] | None = None,
    ) -> "Job":
        """Return the shape of a job."""
        return cls(
            id=row.id,
            kind=row.kind,
            state=row.state,
            status_text=row.status_text,
            done=row.done,
            failed=row.failed,
            total=row.total,
            failures=[{"item": each.item, "reason": each.reason} for each in failures],
            created_at=row.created_at,
            finished_at=row.finished_at,
            account=account,
        )


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
        within=session,
    )
    response.headers["Location"] = f"/v1/jobs/{job}"
    audit_log.record(session, caller, "list.sent", f"jobs/{job}")
    return Job.of(jobs.get_job(session, job, organisation=caller.organisation))


def _file(sent: UploadFile, name: str) -> tuple[str, bytes]:
    return sent.filename or name, sent.file.read()


@router.get(
    "/jobs/{job_id}",
    summary="Get a job's progress",
    dependencies=[require_scope(Scope.READ_CHECKS)],
)
def get_job(session: SessionDep, organisation: OrganisationDep, job_id: UUID) -> Job:
    """Return how far a job is and, once it is done, what became of each row and statement."""
    job = jobs.get_job(session, job_id, organisation=organisation)
    done = job.state is JobState.DONE and job.kind in (JobKind.INTAKE, JobKind.ASSESS)
    failures = list_failures(session, job.id, limit=FAILURES_SHOWN)
    return Job.of(job, failures, account_of(session, job).facts() if done else None)
