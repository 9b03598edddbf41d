"""One look at a supplier's website: find the statement, notice what changed, keep both."""

from datetime import UTC, date, datetime
from uuid import UUID

from sqlmodel import Session, select

from app.db.json_codec import HOME_LINK, JsonCodec
from app.features.monitoring.source_changes import CHANGES_WITH_OWN_EVENT, record_change
from app.features.statements.reading import read
from app.installation import Installation
from app.jobs import Queue, TaskContext, task
from models import Statement, Website
from scoring.rules.section54 import HomeLink
from scrapers.change_detection import Change, SeenStatement, seen, statement_changes
from scrapers.http.client import Client
from scrapers.http.ssrf import FetchPolicy
from scrapers.websites import Absence, FoundStatement, NotFound, Prominence, find_statement

LOOK = "look"

_SEEN: JsonCodec[SeenStatement] = JsonCodec(SeenStatement)

_AMISS = {
    Prominence.NOT_NAMED: "The home page links to the statement, but not by name.",
    Prominence.HIDDEN: "The home page hides the link to the statement.",
    Prominence.NOT_DIRECT: "The home page does not link to the statement itself.",
    Prominence.NO_LINK: "The home page does not link to the statement.",
}
_TELLING = (Absence.BROKEN_LINK, Absence.ONLY_WRONG_DOCUMENTS, Absence.NOTHING_LINKED)


def fetch_policy(home: Installation) -> FetchPolicy:
    """Return how politely, and where to, an installation fetches."""
    return FetchPolicy(
        contact=home.settings.contact,
        loopback=home.settings.fetch_loopback,
        delay_s=home.settings.fetch_delay_s,
    )


@task(LOOK, Queue.FETCH, status_text="Looking for the statement on {name}")
def _look(context: TaskContext) -> None:
    with context.home.database.session() as session:
        website = session.get_one(Website, UUID(context.payload["website"]))
    with Client(fetch_policy(context.home), context.home.archive) as client:
        search = find_statement(client, website.home_url)
    now = datetime.now(UTC)
    before = _SEEN.from_json(website.last_statement) if website.last_statement else None
    changes = statement_changes(before, search, now.date())
    if isinstance(search, FoundStatement):
        name = search.url.rstrip("/").rsplit("/", 1)[-1] or search.url
        read(context.home, search.sha256, name=name, classifier=context.home.classifier, now=now)
    with context.transaction(alone=context.organisation) as result:
        touched = _keep(result.session, website.id, search, changes, now)
        if isinstance(search, NotFound):
            result.fail(website.home_url, search.reason, subject=f"website:{website.id}")
        tell = any(change.kind not in CHANGES_WITH_OWN_EVENT for change in changes)
        result.output = {"supplier": str(website.supplier_id), "touched": touched, "tell": tell}


def _keep(
    session: Session,
    id: UUID,
    search: FoundStatement | NotFound,
    changes: tuple[Change, ...],
    now: datetime,
) -> bool:
    """Keep what was seen; return whether the supplier is to be judged again."""
    website = session.get_one(Website, id)
    website.last_checked_at = now
    website.last_error = search.reason if isinstance(search, NotFound) else ""
    link = _home_link(search, now.date())
    new_link = link is not None and HOME_LINK.to_json(link)["prominent"] != website.home_link.get(
        "prominent"
    )
    if link is not None:
        website.home_link = HOME_LINK.to_json(link)
    if isinstance(search, FoundStatement):
        website.last_statement = _SEEN.to_json(seen(search))
        _keep_statement(session, website, search, now)
    session.add(website)
    for change in changes:
        record_change(session, website.organisation_id, website.supplier_id, change, now=now)
    return bool(changes) or new_link


def _home_link(search: FoundStatement | NotFound, on: date) -> HomeLink | None:
    if isinstance(search, NotFound):
        if search.absence not in _TELLING:
            return None  # a site that did not answer says nothing about its home page
        return HomeLink(search.home_url, on, prominent=False, why=search.reason)
    prominent = search.prominence is Prominence.PROMINENT
    return HomeLink(
        search.home_url,
        on,
        prominent=prominent,
        words=search.home_link.words if search.home_link else "",
        why=_AMISS.get(search.prominence, ""),
    )


def _keep_statement(
    session: Session, website: Website, search: FoundStatement, now: datetime
) -> None:
    known = session.exec(
        select(Statement).where(
            Statement.supplier_id == website.supplier_id,
            Statement.document_sha256 == search.sha256,
        )
    ).first()
    statement = known or Statement(
        organisation_id=website.organisation_id,
        supplier_id=website.supplier_id,
        document_sha256=search.sha256,
        name=search.url.rstrip("/").rsplit("/", 1)[-1] or search.url,
        added_at=now,
    )
    statement.url = search.url
    statement.matched_by = f"it was found from the home page {website.home_url}"
    year = search.identity.year
    statement.year_end = year.end if year else None
    session.add(statement)
    session.flush()
