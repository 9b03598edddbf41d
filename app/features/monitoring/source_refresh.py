"""Ask a source by itself what it says now: a register's copy, Companies House, Find a Tender."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

from sqlmodel import Session

from app.features.imports.jobs import enqueue_import
from app.features.imports.notices import fetch_awards, seen_until
from app.features.matching.companies_import import (
    companies_lock_id,
    keep_companies,
    tell_of_companies,
)
from app.features.monitoring.source_changes import begin_all
from app.features.monitoring.website_scan import fetch_policy
from app.features.registers.queries import companies_due
from app.features.registers.service import register_lock_id, take_in_register
from app.installation import Installation
from app.jobs import Queue, TaskContext, TaskResult, task
from models import Company, RegisterKind, SourcePoll
from scrapers.errors import SourceError, SourceUnavailable
from scrapers.http.client import Client, Fetched
from scrapers.registers import companies_house
from scrapers.registers.companies_house import CompaniesHouse
from scrapers.registers.download import download
from scrapers.registers.find_a_tender import Process

ASK = "ask"
COMPANIES = "companies_house"
AWARDS = "find_a_tender"
AT_ONCE = 500
"""Companies looked up in one part: four minutes at the publisher's rate."""


@task(ASK, Queue.FETCH, status_text="Asking the {name}")
def _ask(context: TaskContext) -> None:
    if context.payload["source"] == COMPANIES:
        _ask_companies_house(context)
    elif context.payload["source"] == AWARDS:
        _ask_for_awards(context)
    else:
        _ask_register(context, RegisterKind(context.payload["source"]))


def _ask_register(context: TaskContext, kind: RegisterKind) -> None:
    with context.home.database.session() as session:
        look = session.get(SourcePoll, kind.value)
    fetched, trouble = _fetched(context.home, kind, look.etag if look else "")
    begun: tuple[UUID, ...] = ()
    with context.transaction(alone=register_lock_id(kind)) as result:
        if fetched is not None and not fetched.unchanged:
            begun, trouble = _taken(result.session, kind, fetched)
        _note(result, kind.value, trouble, fetched.header("etag") if fetched else "")
    begin_all(begun)


def _fetched(home: Installation, kind: RegisterKind, etag: str) -> tuple[Fetched | None, str]:
    """The register's copy as it stands, or why it does not come."""
    url = home.settings.register_urls.get(kind)
    if url is None:
        return None, "no address of a copy is set any more"
    try:
        with Client(fetch_policy(home), home.archive) as client:
            return download(client, url, kind.value.replace("_", " "), etag=etag), ""
    except SourceError as error:
        return None, error.reason


def _taken(session: Session, kind: RegisterKind, fetched: Fetched) -> tuple[tuple[UUID, ...], str]:
    """Take a version in, all or nothing; or say why it cannot be, and keep the one we hold."""
    day, now = fetched.fetched_at.date(), datetime.now(UTC)
    try:
        with session.begin_nested():
            return take_in_register(session, kind, fetched.body, as_at=day, now=now).jobs, ""
    except SourceError as error:
        return (), error.reason


def _note(result: TaskResult, source: str, trouble: str, etag: str = "") -> None:
    look = result.session.get_one(SourcePoll, source)
    look.last_error = trouble
    look.etag = look.etag if trouble else etag or look.etag
    result.session.add(look)
    if trouble:
        result.fail(source.replace("_", " "), trouble, subject=f"source:{source}")


def _ask_companies_house(context: TaskContext) -> None:
    before = datetime.fromisoformat(context.payload["before"])
    with context.home.database.session() as session:
        due = companies_due(session, before=before, limit=AT_ONCE)
    answers, trouble = _answers(context.home, due)
    now = datetime.now(UTC)
    with context.transaction(alone=companies_lock_id()) as result:
        records = [(each, companies_house.SOURCE) for _, each in answers if each is not None]
        _, changes = keep_companies(result.session, records, now=now, whole=False)
        begun = tell_of_companies(result.session, changes, now=now)
        for id, _ in answers:
            result.session.get_one(Company, id).last_checked_at = now
        _note(result, COMPANIES, trouble)
    begin_all(begun)


def _answers(
    home: Installation, due: Sequence[Company]
) -> tuple[list[tuple[UUID, companies_house.Company | None]], str]:
    """What the register says of companies, None where it has none; and why it said no more."""
    settings = home.settings
    polite = replace(
        companies_house.POLICY, contact=settings.contact, loopback=settings.fetch_loopback
    )
    answers: list[tuple[UUID, companies_house.Company | None]] = []
    with Client(polite, home.archive) as client:
        register = CompaniesHouse(
            client, settings.companies_house_key, base_url=settings.companies_house_url
        )
        for company in due:
            try:
                answers.append((company.id, register.company(company.number).records[0]))
            except SourceUnavailable as error:
                if not error.gone:
                    return answers, error.reason
                answers.append((company.id, None))
            except SourceError as error:
                return answers, error.reason
    return answers, ""


def _ask_for_awards(context: TaskContext) -> None:
    """Take in the council's new awards; where one did not come, the next look asks anew.

    The mark that is kept is the instant up to which notices were read.
    """
    organisation, now = context.organisation, datetime.now(UTC)
    with context.home.database.session() as session:
        since = seen_until(session.get_one(SourcePoll, AWARDS).etag)
    processes: list[Process] = []
    try:
        processes, troubles = fetch_awards(context.home, since=since, until=now)
    except SourceError as error:
        troubles = [error.reason]
    with context.transaction(alone=organisation) as result:
        if processes:
            enqueue_import(
                context.home,
                organisation,
                lists=[(each.name, each.data) for each in processes],
                at=now.date(),
                within=result.session,
            )
        _note(result, AWARDS, "; ".join(troubles), now.isoformat())
