"""Watch suppliers' websites: ask for a look, and what a look goes through."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from sqlmodel import Session, col, select

from app import jobs
from app.db import batches
from app.errors import Unusable
from app.home import Home
from app.jobs import NewPart, Stage
from app.pipeline import looking, vetting
from app.pipeline.vet import CHUNK
from app.queries.suppliers import supplier_of
from app.queries.websites import organisations_due, websites_of
from models import Job, JobKind, JobPart, JobState, Website
from scrapers.guard import why_refused


def watch_website(
    session: Session, home: Home, organisation: UUID, supplier: UUID, url: str
) -> Website:
    """Keep the home page of a supplier, to be looked at from now on.

    Raises:
        NotFound: The organisation has no such supplier.
        Unusable: The address may not be fetched; the reason says why.
    """
    found = supplier_of(session, organisation, supplier)
    refused = why_refused(url, policy=looking.policy(home))
    if refused:
        raise Unusable(f"“{url}” may not be fetched: {refused}.", pointer="/url")
    known = session.exec(select(Website).where(Website.supplier_id == found.id)).first()
    website = known or Website(organisation_id=organisation, supplier_id=found.id, home_url=url)
    website.home_url = url
    session.add(website)
    session.flush()
    return website


def ask_to_look(home: Home, organisation: UUID, *, at: date) -> UUID:
    """Have every website of an organisation looked at now; return the job."""
    with home.database.writing(alone=organisation) as session:
        job = jobs.new_job(session, organisation, JobKind.WATCH, asked={"at": at.isoformat()})
    jobs.begin(job.id)
    return job.id


def is_looking(session: Session, organisation: UUID) -> bool:
    """Return whether a look at an organisation's websites is under way."""
    asked = select(Job.state).where(Job.organisation_id == organisation, Job.kind == JobKind.WATCH)
    return any(not JobState(state).ended for state in session.exec(asked))


@jobs.now_and_then
def look_when_due(home: Home) -> None:
    """Begin a look for each organisation whose websites were not looked at for long enough."""
    hours = home.settings.watch_hours
    if hours <= 0:
        return
    now = datetime.now(UTC)
    with home.database.session() as session:
        due = organisations_due(session, before=now - timedelta(hours=hours))
    for organisation in due:
        with home.database.writing(alone=organisation) as session:
            if is_looking(session, organisation):
                continue
            asked: dict[str, object] = {"at": now.date().isoformat()}
            job = jobs.new_job(session, organisation, JobKind.WATCH, asked=asked)
        jobs.begin(job.id)


def _look(session: Session, job: Job) -> Iterator[NewPart]:
    for website in websites_of(session, job.organisation_id):
        yield NewPart(looking.LOOK, {"website": str(website.id), "name": website.home_url})


def _assess(session: Session, job: Job) -> Iterator[NewPart]:
    told = select(JobPart.result).where(JobPart.job_id == job.id, JobPart.verb == looking.LOOK)
    found = session.exec(told.order_by(col(JobPart.place)))
    touched = dict.fromkeys(each["supplier"] for each in found if each.get("touched"))
    at = datetime.now(UTC).date().isoformat()
    for chunk in batches(touched, CHUNK):
        yield NewPart(vetting.ASSESS, {"suppliers": chunk, "at": at}, items=len(chunk))


jobs.follow(
    JobKind.WATCH,
    Stage("look", "Looking at websites", _look),
    Stage("assess", "Assessing suppliers", _assess),
)
