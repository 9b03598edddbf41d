"""Making of a report as a job: figures once, every file kept by its hash, and told where."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from uuid import UUID

from sqlmodel import Session

from app import jobs
from app.features.reports.figures import compared_with, report_of
from app.features.reports.files import files_of
from app.jobs import NewTask, Queue, Stage, TaskContext, task
from app.security import audit_log
from app.security.principal import Principal
from models import BoardReport, Job, JobKind

MAKE = "make report"


def ask_for_report(
    session: Session, caller: Principal, *, at: date, since: date | None = None
) -> UUID:
    """Ask in a transaction for a report, made once that is committed; return the job.

    It is of the suppliers of the caller's organisation.

    Raises:
        Unusable: As `compared_with` says of the two days.
    """
    before = compared_with(at, since)
    params: dict[str, object] = {"at": at.isoformat(), "since": before.isoformat()}
    job = jobs.create_job(session, caller.organisation, JobKind.REPORT, params=params)
    audit_log.record(session, caller, "report.asked", f"jobs/{job.id}", after=params)
    jobs.start_after_commit(session, job.id)
    return job.id


@task(MAKE, Queue.REPORT, status_text="Making the report as of {at}")
def _make(context: TaskContext) -> None:
    at, since = (date.fromisoformat(context.payload[each]) for each in ("at", "since"))
    with context.home.database.session() as session:
        report = report_of(session, context.organisation, at, since=since)
    now = datetime.now(UTC)
    stored = {
        name: context.home.archive.keep(data, fetched_at=now, source=f"report {name}")
        for name, data in files_of(report).items()
    }
    with context.transaction() as result:
        row = BoardReport(
            organisation_id=context.organisation,
            as_at=at,
            since=since,
            version=report.version,
            files=dict(stored),
            job_id=context.job,
            created_at=now,
        )
        result.session.add(row)
        result.output = {"report": str(row.id)}


def _one(_session: Session, job: Job) -> Iterator[NewTask]:
    params = {"at": job.params["at"], "since": job.params["since"]}
    yield NewTask(MAKE, {**params, "name": f"the report as of {params['at']}"})


jobs.register_workflow(JobKind.REPORT, Stage("make", "Making the report", _one))
