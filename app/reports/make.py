"""Making of a report as a job: figures once, every file kept by its hash, and told where."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from uuid import UUID

from sqlmodel import Session

from app import jobs
from app.jobs import Doing, NewPart, Queue, Stage, does
from app.reports.figures import compared_with, report_of
from app.reports.files import files_of
from app.security import audit
from app.security.caller import Principal
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
    job = jobs.new_job(session, caller.organisation, JobKind.REPORT, asked=params)
    audit.record(session, caller, "report.asked", f"jobs/{job.id}", after=params)
    jobs.begin_once_kept(session, job.id)
    return job.id


@does(MAKE, Queue.REPORT, doing="Making the report as of {at}")
def _make(part: Doing) -> None:
    at, since = (date.fromisoformat(part.asked[each]) for each in ("at", "since"))
    with part.home.database.session() as session:
        report = report_of(session, part.organisation, at, since=since)
    now = datetime.now(UTC)
    stored = {
        name: part.home.archive.keep(data, fetched_at=now, source=f"report {name}")
        for name, data in files_of(report).items()
    }
    with part.effects() as effects:
        row = BoardReport(
            organisation_id=part.organisation,
            as_at=at,
            since=since,
            version=report.version,
            files=dict(stored),
            job_id=part.job,
            created_at=now,
        )
        effects.session.add(row)
        effects.result = {"report": str(row.id)}


def _one(_session: Session, job: Job) -> Iterator[NewPart]:
    params = {"at": job.params["at"], "since": job.params["since"]}
    yield NewPart(MAKE, {**params, "name": f"the report as of {params['at']}"})


jobs.follow(JobKind.REPORT, Stage("make", "Making the report", _one))
