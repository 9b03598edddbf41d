"""Watch suppliers' websites and registers: ask for a look, and what a look goes through."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from sqlmodel import Session, col, select

from app import jobs
from app.db.engine import batches
from app.errors import Unusable
from app.features.imports import tasks
from app.features.imports.jobs import CHUNK
from app.features.monitoring import register_files, source_refresh, website_scan
from app.features.monitoring.expiry_monitor import organisations_behind, watch_calendar
from app.features.monitoring.queries import organisations_due, websites_of
from app.features.registers.queries import companies_due, sources_due
from app.features.suppliers.queries import supplier_of
from app.features.webhooks import outbox
from app.installation import Installation
from app.jobs import NewTask, Queue, Stage, TaskContext
from app.security.organisations import FIRST, own_organisation
from models import Job, JobKind, JobPart, JobState, SourcePoll, Supplier, Website
from scrapers.http.ssrf import why_refused

TELL = "tell"


def watch_website(
    session: Session, home: Installation, organisation: UUID, supplier: UUID, url: str
) -> Website:
    """Keep the home page of a supplier, to be looked at from now on.

    Raises:
        NotFound: The organisation has no such supplier.
        Unusable: The address may not be fetched; the reason says why.
    """
    row = supplier_of(session, organisation, supplier)
    refused = why_refused(url, policy=website_scan.fetch_policy(home))
    if refused:
        raise Unusable(f"“{url}” may not be fetched: {refused}.", pointer="/url")
    known = session.exec(select(Website).where(Website.supplier_id == row.id)).first()
    website = known or Website(organisation_id=organisation, supplier_id=row.id, home_url=url)
    website.home_url = url
    session.add(website)
    session.flush()
    return website


def ask_to_look(home: Installation, organisation: UUID, *, at: date) -> UUID:
    """Have every website of an organisation looked at now; return the job."""
    with home.database.writing(alone=organisation) as session:
        job = jobs.create_job(session, organisation, JobKind.WATCH, params={"at": at.isoformat()})
    jobs.start_job(job.id)
    return job.id


def is_looking(session: Session, organisation: UUID) -> bool:
    """Return whether a look at an organisation's websites is under way."""
    query = select(Job.state).where(Job.organisation_id == organisation, Job.kind == JobKind.WATCH)
    return any(not JobState(state).ended for state in session.exec(query))


@jobs.periodic
def look_when_due(home: Installation) -> None:
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
            params: dict[str, object] = {"at": now.date().isoformat()}
            job = jobs.create_job(session, organisation, JobKind.WATCH, params=params)
        jobs.start_job(job.id)


@jobs.periodic
def look_at_the_calendar(home: Installation) -> None:
    """Notice for each organisation, once a day, what came about by the date alone."""
    today = datetime.now(UTC).date()
    with home.database.session() as session:
        behind = organisations_behind(session, today)
    for organisation in behind:
        watch_calendar(home, organisation, on=today)


@jobs.periodic
def ask_when_due(home: Installation) -> None:
    """Begin to ask sources that have an address or a key and were not asked for long enough."""
    settings = home.settings
    sources = [each.value for each in settings.register_urls]
    if settings.award_buyers:
        sources.append(source_refresh.AWARDS)
    if settings.watch_hours <= 0 or not (sources or settings.companies_house_key):
        return
    now = datetime.now(UTC)
    before = now - timedelta(hours=settings.watch_hours)
    with home.database.writing(alone=FIRST) as session:
        organisation = own_organisation(session, now=now).id
        due = sources_due(session, sources, before=before)
        if settings.companies_house_key and _companies_are_due(session, before):
            due.append(source_refresh.COMPANIES)
        if not due or is_looking(session, organisation):
            return
        for each in due:
            look = session.get(SourcePoll, each) or SourcePoll(source=each, last_checked_at=now)
            look.last_checked_at = now
            session.add(look)
        params: dict[str, object] = {
            "at": now.date().isoformat(),
            "sources": due,
            "before": before.isoformat(),
        }
        job = jobs.create_job(session, organisation, JobKind.WATCH, params=params)
    jobs.start_job(job.id)


def _companies_are_due(session: Session, before: datetime) -> bool:
    """Whether some are, and the register has not just kept us out: it is not asked on and on."""
    look = session.get(SourcePoll, source_refresh.COMPANIES)
    if look is not None and look.last_error and look.last_checked_at >= before:
        return False
    return bool(companies_due(session, before=before, limit=1))


def _look(session: Session, job: Job) -> Iterator[NewTask]:
    if "file" in job.params:
        yield NewTask(register_files.LOAD, job.params["file"])
        return
    if "suppliers" in job.params:
        return  # a register or the calendar has said already whom it touches
    for source in job.params.get("sources", ()):
        name = source.replace("_", " ")
        params = {"source": source, "name": name, "before": job.params.get("before", "")}
        yield NewTask(source_refresh.ASK, params)
    if "sources" not in job.params:
        for website in websites_of(session, job.organisation_id):
            yield NewTask(
                website_scan.LOOK, {"website": str(website.id), "name": website.home_url}
            )


def _assess(session: Session, job: Job) -> Iterator[NewTask]:
    touched = dict.fromkeys(
        (*job.params.get("suppliers", ()), *_looked_at(session, job, "touched"))
    )
    at = datetime.now(UTC).date().isoformat()
    for chunk in batches(touched, CHUNK):
        yield NewTask(tasks.ASSESS, {"suppliers": chunk, "at": at}, items=len(chunk))


def _tell(session: Session, job: Job) -> Iterator[NewTask]:
    touched = dict.fromkeys((*job.params.get("tell", ()), *_looked_at(session, job, "tell")))
    for chunk in batches(touched, CHUNK):
        yield NewTask(TELL, {"suppliers": chunk}, items=0)


def _looked_at(session: Session, job: Job, word: str) -> Iterator[str]:
    """Yield the suppliers of whose websites a look says so."""
    results = select(JobPart.result).where(
        JobPart.job_id == job.id, JobPart.verb == website_scan.LOOK
    )
    for result in session.exec(results.order_by(col(JobPart.position))):
        if result.get(word):
            yield result["supplier"]


@jobs.task(TELL, Queue.ASSESS, status_text="Telling what sources say otherwise")
def _tell_of(context: TaskContext) -> None:
    ids = [UUID(each) for each in context.payload["suppliers"]]
    now = datetime.now(UTC)
    with context.transaction() as result:
        query = select(Supplier).where(col(Supplier.id).in_(ids)).order_by(col(Supplier.key))
        for supplier in result.session.exec(query).all():
            outbox.source_changed(result.session, supplier, context.job, now=now)


jobs.register_workflow(
    JobKind.WATCH,
    Stage("look", "Looking at websites and registers", _look),
    Stage("assess", "Assessing suppliers", _assess),
    Stage("tell", "Telling what sources say otherwise", _tell),
)
