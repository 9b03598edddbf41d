"""`/v1/imports` and `/v1/jobs`: send a supplier list with statements, and see how far it is."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, File, Form, Response, UploadFile
from pydantic import BaseModel, Field

from app.api.asked import CallerDep, InstallationDep, OrganisationDep, SessionDep, require_scope
from app.api.once import IdempotentRoute
from app.jobs import failures_of, job_of
from app.pipeline.vet import enqueue_import
from app.queries.intakes import account_of
from app.security import audit
from app.security.roles import Scope
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
) -> Job:
    """Take in a supplier list, statements and answers; the work goes on as a job at `Location`."""
    job = enqueue_import(
        home,
        caller.organisation,
        lists=[_file(list_file, "list")],
        statements=[_file(each, "statement") for each in statements or ()],
        answers=[_file(each, "answers.csv") for each in answers or ()],
        at=datetime.now(UTC).date(),
        assess=assess,
        within=session,
    )
    response.headers["Location"] = f"/v1/jobs/{job}"
    audit.record(session, caller, "list.sent", f"jobs/{job}")
    return Job.of(job_of(session, job, organisation=caller.organisation))


def _file(sent: UploadFile, name: str) -> tuple[str, bytes]:
    return sent.filename or name, sent.file.read()


@router.get(
    "/jobs/{job_id}",
    summary="Get a job's progress",
    dependencies=[require_scope(Scope.READ_CHECKS)],
)
def get_job(session: SessionDep, organisation: OrganisationDep, job_id: UUID) -> Job:
    """Return how far a job is and, once it is done, what became of each row and statement."""
    job = job_of(session, job_id, organisation=organisation)
    done = job.state is JobState.DONE and job.kind in (JobKind.INTAKE, JobKind.ASSESS)
    failures = failures_of(session, job.id, limit=FAILURES_SHOWN)
    return Job.of(job, failures, account_of(session, job).facts() if done else None)
