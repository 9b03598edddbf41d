"""A job as callers, pages and the command line are given it: one shape, built in one place."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from pydantic import Field
from sqlmodel import Session

from app.features.imports.queries import account_of
from app.features.imports.schemas import ImportAccount, serialize_account
from app.http.schemas import Published
from app.jobs import get_progress, list_failures
from models import Job as JobRow
from models import JobFailure, JobKind, JobState

FAILURES_SHOWN = 1_000
_WITH_ACCOUNT = (JobKind.INTAKE, JobKind.ASSESS)


class FailedItem(Published):
    """An item of a job that could not be done."""

    item: str
    reason: str


class Job(Published):
    """How far long work is; `done` of `total` items are finished, `failed` of them not done."""

    id: UUID
    kind: JobKind
    state: JobState
    status_text: str = Field(examples=["Reading statement.pdf"])
    done: int
    failed: int
    waiting: int = Field(description="Items that are still to be done, as far as is known.")
    total: int
    rate_per_s: float | None = Field(
        description="Items finished a second over the last minute; null while unknown."
    )
    time_left_s: int | None = Field(
        description="Seconds that the waiting items will take at that rate; null while unknown."
    )
    error: str = Field(
        description="Why it waits, such as that no worker is running; empty where nothing is "
        "wrong.",
        examples=["no worker is running"],
    )
    failures: list[FailedItem]
    created_at: datetime
    finished_at: datetime | None
    retry_of: UUID | None = Field(description="The job whose failed items this one does again.")
    account: ImportAccount | None = Field(
        description="What became of each row and statement, once an import is done."
    )


def serialize_job(session: Session, row: JobRow, *, failures: Sequence[JobFailure] = ()) -> Job:
    """Return how far a job is, without the account of what it did.

    Args:
        session: An open transaction.
        row: The job.
        failures: The failed items to name.
    """
    progress = get_progress(session, row)
    left = progress.time_left
    return Job(
        id=row.id,
        kind=row.kind,
        state=progress.state,
        status_text=progress.status_text,
        done=progress.done,
        failed=progress.failed,
        waiting=progress.waiting,
        total=progress.total,
        rate_per_s=progress.rate,
        time_left_s=None if left is None else int(left.total_seconds()),
        error=progress.error,
        failures=[FailedItem(item=each.item, reason=each.reason) for each in failures],
        created_at=row.created_at,
        finished_at=row.finished_at,
        retry_of=row.retry_of,
        account=None,
    )


def serialize_whole_job(session: Session, row: JobRow) -> Job:
    """Return how far a job is, what could not be done and, once it is done, its account."""
    failures = list_failures(session, row.id, limit=FAILURES_SHOWN)
    job = serialize_job(session, row, failures=failures)
    if row.state is not JobState.DONE or row.kind not in _WITH_ACCOUNT:
        return job
    return job.model_copy(update={"account": serialize_account(account_of(session, row))})
