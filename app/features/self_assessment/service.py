"""Check a statement for a business that has no account: read, judged, shown, and nothing kept."""

import atexit
import threading
from dataclasses import asdict, replace
from datetime import date
from functools import cache
from pathlib import PurePosixPath
from threading import BoundedSemaphore
from urllib.parse import unquote, urljoin, urlsplit

import orjson

from app.features.monitoring.website_scan import fetch_policy
from app.features.self_assessment.judging import (
    SELF_CHECKED,
    EarlierUnreadable,
    File,
    SelfChecked,
)
from app.features.self_assessment.turns import Busy, Turns
from app.installation import Installation
from app.settings import Settings
from scoring.reference.vocabulary import DocumentKind
from scrapers.documents import ReadLimits
from scrapers.documents.process_pool import refusal, unreadable
from scrapers.errors import DocumentUnreadable, FetchRefused, SourceUnavailable
from scrapers.http.client import Client
from scrapers.processes.bounded import Ended
from scrapers.processes.pool import Pool

LIMITS = ReadLimits(bytes=15_000_000, pages=200, seconds=90.0, memory=3_000_000_000, ocr_pages=10)
"""Less than an officer may send: anyone may come here, and statements are short. The processor
time and the memory are those of reading and judging together."""

_CHILD = "app.features.self_assessment.judging_process"

_NICENESS = 3
"""Strangers' processes stand back, so that officers' requests are answered first."""

_FETCHES = BoundedSemaphore(4)
"""Pages fetched at once for strangers; a slow site holds one, and no process that judges."""

_FETCH_S = 20.0
"""Seconds that a person waits for a page that they name; an officer's fetch may take longer."""


_LEADS_ON = (DocumentKind.EMPTY, DocumentKind.OTHER, DocumentKind.NO_TEXT)
_MOST_FOLLOWED = 2
"""Links followed from the page that a person names: to the statement's page, and to its file."""


def self_check(
    home: Installation,
    statement: File,
    *,
    earlier: File | None = None,
    at: date,
    caller: str = "",
) -> SelfChecked:
    """Read and judge a statement in a process of strangers' own, and keep nothing.

    Args:
        home: The installation, whose classifier judges.
        statement: The statement.
        earlier: Last year's statement, to compare with.
        at: The day the judgement is for.
        caller: Where the request comes from, whose turns are counted.

    Raises:
        DocumentUnreadable: It, or last year's, cannot be read; the reason is plain.
        Busy: Too many are being read; it says when to come back.
    """
    name, data = statement
    for called, sent in filter(None, (statement, earlier)):
        if len(sent) > LIMITS.bytes:
            kind = DocumentUnreadable if sent is data else EarlierUnreadable
            raise kind(f"{called} is {len(sent):,} bytes; at most {LIMITS.bytes:,} are read")
    wanted = {
        "name": name,
        "earlier": earlier[0] if earlier else "",
        "at": at.isoformat(),
        "encoder": home.settings.encoder,
        "limits": asdict(LIMITS),
    }
    size = home.settings.anonymous_readers
    try:
        with _turns(size).turn(caller):
            kind_of_answer, body = _strangers(size).request(
                LIMITS.bounds,
                orjson.dumps(wanted),
                data,
                *([earlier[1]] if earlier else []),
            )
    except Ended as ended:
        raise unreadable(ended, name, LIMITS) from ended
    if kind_of_answer == "checked":
        return SELF_CHECKED.from_json_text(body)
    if kind_of_answer == "earlier":
        raise EarlierUnreadable(body.decode("utf-8", "replace"))
    raise refusal(kind_of_answer, body, name, LIMITS)


def self_check_at(
    home: Installation,
    url: str,
    *,
    earlier: File | None = None,
    at: date,
    caller: str = "",
) -> tuple[str, SelfChecked]:
    """Fetch, read and judge the statement at an address; return its name and what it shows.

    It goes through the guard as every fetch does, and is kept nowhere. A page that only leads to
    the statement is followed, twice at most.

    Args:
        home: The installation, whose classifier judges.
        url: The address.
        earlier: Last year's statement, to compare with.
        at: The day the judgement is for.
        caller: Where the request comes from, whose turns are counted.

    Raises:
        FetchRefused: The guard, or the site's own wish, does not allow it.
        SourceUnavailable: The site does not answer, or answers with an error.
        DocumentUnreadable: What is there cannot be read.
        Busy: Too many are being read; try again in a minute.
    """
    name, data, address = _fetched(home, url)
    checked = self_check(home, (name, data), earlier=earlier, at=at, caller=caller)
    for _ in range(_MOST_FOLLOWED):
        targets = [urljoin(address, lead) for lead in checked.leads_to]
        target = next((each for each in targets if each != address), "")
        if checked.identity.kind not in _LEADS_ON or not target:
            break
        try:
            name, data, address = _fetched(home, target)
            followed = self_check(home, (name, data), earlier=earlier, at=at, caller=caller)
        except (FetchRefused, SourceUnavailable, DocumentUnreadable) as error:
            unfollowed = f"The page leads to {target}, which we could not read: {error.reason}."
            return name, replace(checked, notices=(unfollowed, *checked.notices))
        led = f"The page that you gave only leads to the statement. We read {address} instead."
        checked = replace(followed, notices=(led, *followed.notices))
    return name, checked


def warm_up(settings: Settings) -> None:
    """Load the classifier in a process of its own, beside whatever this process does.

    Importing it takes seconds, which else the first who checks a statement waits for.
    """
    wanted = orjson.dumps({"encoder": settings.encoder})
    pool = _strangers(settings.anonymous_readers)
    threading.Thread(target=pool.warm, args=(LIMITS.bounds, wanted), daemon=True).start()


def _fetched(home: Installation, url: str) -> tuple[str, bytes, str]:
    """Return what is at an address: its name, its bytes, and the address that answered."""
    allowed = replace(fetch_policy(home), max_bytes=LIMITS.bytes, total_s=_FETCH_S, retries=0)
    if not _FETCHES.acquire(blocking=False):
        raise Busy(place=1, seconds=_FETCH_S)
    try:
        with Client(allowed) as client:
            fetched = client.fetch(url if "://" in url else f"https://{url}")
    finally:
        _FETCHES.release()
    parts = urlsplit(fetched.final_url)
    name = unquote(PurePosixPath(parts.path).name) or parts.netloc
    return name, fetched.body, fetched.final_url


@cache
def _turns(size: int) -> Turns:
    """Who may use these processes next."""
    return Turns(size)


@cache
def _strangers(size: int) -> Pool:
    """The processes that judge for strangers."""
    pool = Pool(_CHILD, size, niceness=_NICENESS)
    atexit.register(pool.close)
    return pool
