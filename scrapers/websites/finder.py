"""From a company's home page to its newest statement, or to the reason why there is none."""

from scrapers.documents import read_document_safely
from scrapers.errors import FetchRefused, SourceError, SourceUnavailable
from scrapers.http.client import Client
from scrapers.websites.choosing import newest, others
from scrapers.websites.clues import NAMED, named, promise
from scrapers.websites.records import (
    Absence,
    Attempt,
    FoundStatement,
    Link,
    NotFound,
    Prominence,
)
from scrapers.websites.search import Read, Search


def find_statement(
    client: Client, home_url: str, *, read: Read = read_document_safely, most_pages: int = 15
) -> FoundStatement | NotFound:
    """Find a company's newest statement from its home page.

    Follows links that name a statement, then pages that commonly lead to one, then the site's own
    list of pages, then usual addresses. Everything that was tried is told; nothing is raised for
    what a site does.

    Args:
        client: The guarded client; with an archive it keeps every page as evidence.
        home_url: The company's home page.
        read: Reads a document's bytes; raises DocumentUnreadable where it cannot.
        most_pages: Most addresses fetched, the home page left out.
    """
    try:
        home = client.fetch(home_url)
    except SourceError as error:
        absence = Absence.REFUSED if isinstance(error, FetchRefused) else Absence.UNREACHABLE
        reason = f"The home page was not read: {error.reason}."
        return NotFound(home_url, absence, reason, tried=(Attempt(home_url, error.reason),))
    search = Search(client, home, read, most_pages)
    search.walk()
    return _statement(search) or _absence(search)


def _statement(search: Search) -> FoundStatement | None:
    chosen = newest(search.offers)
    if chosen is None:
        return None
    return FoundStatement(
        home_url=search.home.url,
        url=chosen.url,
        sha256=chosen.sha256,
        fetched_at=chosen.fetched_at,
        document=chosen.document,
        identity=chosen.identity,
        year=chosen.year,
        link=chosen.trail[-1] if chosen.trail else None,
        home_link=chosen.trail[0] if chosen.trail else None,
        prominence=_prominence(chosen.trail),
        others=(*others(search.offers, chosen), *search.unreadable),
        tried=tuple(search.tried),
    )


def _absence(search: Search) -> NotFound:
    absence, reason = _why(search)
    rest = (*others(search.offers, None), *search.unreadable)
    return NotFound(search.home.url, absence, reason, rest, tuple(search.tried))


def _why(search: Search) -> tuple[Absence, str]:
    if failure := _failure(search):
        return failure
    if search.unreadable:
        first = search.unreadable[0]
        return Absence.UNREADABLE, f"{first.url} could not be read: {first.reason}."
    if search.offers:
        reason = " ".join(f"{each.url}: {each.identity.reason}" for each in search.offers)
        return Absence.ONLY_WRONG_DOCUMENTS, f"What the site offers is no statement. {reason}"
    if search.links:
        reason = "No link, list of pages or usual address leads to a statement."
        return Absence.NOTHING_LINKED, reason
    reason = "The home page holds no links that can be read without running its scripts."
    return Absence.UNREADABLE, reason


def _failure(search: Search) -> tuple[Absence, str] | None:
    """Return what kept us from a document that a link names; a link into nothing comes last."""
    gone: tuple[Absence, str] | None = None
    for link, error in search.failed:
        reason = f"The link “{link.words}” leads to {link.url}: {error.reason}."
        if isinstance(error, FetchRefused):
            return Absence.REFUSED, reason
        if not (isinstance(error, SourceUnavailable) and error.gone):
            return Absence.UNREACHABLE, reason
        gone = gone or (Absence.BROKEN_LINK, reason)
    return None if search.offers or search.unreadable else gone


def _prominence(trail: tuple[Link, ...]) -> Prominence:
    if not trail:
        return Prominence.NO_LINK
    first = trail[0]
    if first.hidden:
        return Prominence.HIDDEN
    if promise(first.words, first.url) < NAMED:
        return Prominence.NOT_DIRECT
    return Prominence.PROMINENT if named(first.words) else Prominence.NOT_NAMED
