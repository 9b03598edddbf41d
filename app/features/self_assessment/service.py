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
from app.installation import Installation
from app.settings import Settings
from scoring.reference.vocabulary import DocumentKind
from scrapers.documents import ReadLimits
from scrapers.documents.process_pool import refusal, unreadable
from scrapers.errors import DocumentUnreadable, FetchRefused, SourceUnavailable
from scrapers.http.client import Client
from scrapers.processes.bounded import Ended
from scrapers.processes.pool import NoneFree, Pool

LIMITS = ReadLimits(bytes=15_000_000, pages=200, seconds=90.0, memory=3_000_000_000, ocr_pages=10)
"""Less than an officer may send: anyone may come here, and statements are short. The processor
time and the memory are those of reading and judging together."""

_CHILD = "app.features.self_assessment.judging_process"

_FETCHES = BoundedSemaphore(4)
"""Pages fetched at once for strangers; a slow site holds one, and no process that judges."""

_FETCH_S = 20.0
"""Seconds that a person waits for a page that they name; an officer's fetch may take longer."""


_LEADS_ON = (DocumentKind.EMPTY, DocumentKind.OTHER, DocumentKind.NO_TEXT)
_MOST_FOLLOWED = 2
"""Links followed from the page that a person names: to the statement's page, and to its file."""


class Busy(Exception):
    """Too many statements are being read just now."""


def self_check(
    home: Installation, statement: File, *, earlier: File | None = None, at: date
) -> SelfChecked:
    """Read and judge a statement in a process of strangers' own, and keep nothing.

    Args:
        home: The installation, whose classifier judges.
        statement: The statement.
        earlier: Last year's statement, to compare with.
        at: The day the judgement is for.

    Raises:
        DocumentUnreadable: It, or last year's, cannot be read; the reason is plain.
        Busy: Too many are being read; try again in a minute.
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
    try:
        kind_of_answer, body = _strangers(home.settings.anonymous_readers).request(
            LIMITS.bounds,
            orjson.dumps(wanted),
            data,
            *([earlier[1]] if earlier else []),
            wait=False,
        )
    except NoneFree as error:
        raise Busy from error
    except Ended as ended:
        raise unreadable(ended, name, LIMITS) from ended
    if kind_of_answer == "checked":
        return SELF_CHECKED.from_json_text(body)
    if kind_of_answer == "earlier":
        raise EarlierUnreadable(body.decode("utf-8", "replace"))
    raise refusal(kind_of_answer, body, name, LIMITS)


def self_check_at(
    home: Installation, url: str, *, earlier: File | None = None, at: date
) -> tuple[str, SelfChecked]:
    """Fetch, read and judge the statement at an address; return its name and what it shows.

    It goes through the guard as every fetch does, and is kept nowhere. A page that only leads to
    the statement is followed, twice at most.

    Raises:
        FetchRefused: The guard, or the site's own wish, does not allow it.
        SourceUnavailable: The site does not answer, or answers with an error.
        DocumentUnreadable: What is there cannot be read.
        Busy: Too many are being read; try again in a minute.
    """
    name, data, address = _fetched(home, url)
    checked = self_check(home, (name, data), earlier=earlier, at=at)
    for _ in range(_MOST_FOLLOWED):
        if checked.identity.kind not in _LEADS_ON or not checked.leads_to:
            break
        target = urljoin(address, checked.leads_to[0])
        try:
            name, data, address = _fetched(home, target)
            followed = self_check(home, (name, data), earlier=earlier, at=at)
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
        raise Busy
    try:
        with Client(allowed) as client:
            fetched = client.fetch(url if "://" in url else f"https://{url}")
    finally:
        _FETCHES.release()
    parts = urlsplit(fetched.final_url)
    name = unquote(PurePosixPath(parts.path).name) or parts.netloc
    return name, fetched.body, fetched.final_url


@cache
def _strangers(size: int) -> Pool:
    """The processes that judge for strangers; whoever comes when all are at work is refused."""
    pool = Pool(_CHILD, size)
    atexit.register(pool.close)
    return pool
