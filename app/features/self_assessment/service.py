"""Check a statement for a business that has no account: read, judged, told, and nothing kept."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import PurePosixPath
from threading import BoundedSemaphore
from urllib.parse import unquote, urlsplit

from app.features.monitoring.website_scan import fetch_policy
from app.installation import Installation
from scoring.findings import Finding
from scoring.identity import Identity, identify
from scoring.reference.vocabulary import EvidenceStatus, Theme
from scoring.statements.comparison import Comparison, compare
from scoring.statements.gaps import Step, steps
from scoring.statements.missing_information import DraftAnswer, draft_answer
from scoring.statements.statement import score_statement
from scoring.statements.substance import is_the_acts_wording
from scoring.statements.terminology import Advice, advise
from scoring.text import Document, Sentence
from scrapers.documents import ReadLimits, read_document_safely
from scrapers.errors import DocumentUnreadable
from scrapers.http.client import Client

LIMITS = ReadLimits(bytes=15_000_000, pages=200, seconds=60.0, ocr_pages=10)
"""Less than an officer may send: anyone may come here, and statements are short."""

_AT_ONCE = BoundedSemaphore(2)
"""Readings at once; who comes third is asked to try again, so that officers' work goes on."""


_FETCH_S = 20.0
"""Seconds that a person waits for a page that they name; an officer's fetch may take longer."""

File = tuple[str, bytes]
"""A document's name, for messages, and its bytes; text that was pasted is one, too."""


class Busy(Exception):
    """Too many statements are being read just now."""


class EarlierUnreadable(DocumentUnreadable):
    """It is last year's statement that cannot be read."""


@dataclass(frozen=True, slots=True)
class SelfChecked:
    """What a statement shows and what would make it better.

    Attributes:
        document: What was read.
        identity: What it is and speaks for.
        score: Points of 100, or None where it is no statement.
        law: What the Act asks, one finding a duty, or why there is no score.
        steps: Every criterion with the step that would raise it, most points first.
        wording: Advice on words.
        repeated: Sentences that only repeat the Act.
        vague: Sentences that say nothing firm.
        answer: A draft answer to Find a Tender's question on missing information; None where
            the document is no statement.
        changed: How it differs from last year's, if that was sent.
    """

    document: Document
    identity: Identity
    score: Decimal | None
    law: tuple[Finding, ...]
    steps: tuple[Step, ...]
    wording: tuple[Advice, ...]
    repeated: tuple[Sentence, ...]
    vague: tuple[str, ...]
    answer: DraftAnswer | None
    changed: Comparison | None


def self_check(
    home: Installation, statement: File, *, earlier: File | None = None, at: date
) -> SelfChecked:
    """Read and judge a statement in memory.

    Args:
        home: The installation, whose classifier judges.
        statement: The statement.
        earlier: Last year's statement, to compare with.
        at: The day the judgement is for.

    Raises:
        DocumentUnreadable: It, or last year's, cannot be read; the reason is plain.
        Busy: Too many are being read; try again in a minute.
    """
    with _turn():
        return _checked(home, statement, earlier, at)


def self_check_at(
    home: Installation, url: str, *, earlier: File | None = None, at: date
) -> tuple[str, SelfChecked]:
    """Fetch, read and judge the statement at an address; return its name and what it shows.

    It goes through the guard as every fetch does, and is kept nowhere.

    Raises:
        FetchRefused: The guard, or the site's own wish, does not allow it.
        SourceUnavailable: The site does not answer, or answers with an error.
        DocumentUnreadable: What is there cannot be read.
        Busy: Too many are being read; try again in a minute.
    """
    allowed = replace(fetch_policy(home), max_bytes=LIMITS.bytes, total_s=_FETCH_S, retries=0)
    with _turn():
        with Client(allowed) as client:
            fetched = client.fetch(url if "://" in url else f"https://{url}")
        parts = urlsplit(fetched.final_url)
        name = unquote(PurePosixPath(parts.path).name) or parts.netloc
        return name, _checked(home, (name, fetched.body), earlier, at)


@contextmanager
def _turn() -> Iterator[None]:
    if not _AT_ONCE.acquire(blocking=False):
        raise Busy
    try:
        yield
    finally:
        _AT_ONCE.release()


def _checked(home: Installation, statement: File, earlier: File | None, at: date) -> SelfChecked:
    name, data = statement
    document = read_document_safely(data, name=name, limits=LIMITS)
    return _judged(home, document, _earlier(earlier), at)


def _earlier(earlier: File | None) -> Document | None:
    if earlier is None:
        return None
    try:
        return read_document_safely(earlier[1], name=earlier[0], limits=LIMITS)
    except DocumentUnreadable as error:
        raise EarlierUnreadable(error.reason) from error


def _judged(
    home: Installation, document: Document, before: Document | None, at: date
) -> SelfChecked:
    identity = identify(document)
    proof = home.classifier.judge(document)
    scored = score_statement(document, identity, proof, at=at)
    law = [each for each in scored.findings if each.theme is Theme.LAW or scored.score is None]
    vague = dict.fromkeys(each.quote for each in proof if each.status is EvidenceStatus.VAGUE)
    return SelfChecked(
        document=document,
        identity=identity,
        score=scored.score,
        law=tuple(law),
        steps=steps(scored.levels),
        wording=advise(document.sentences),
        repeated=tuple(each for each in document.sentences if is_the_acts_wording(each.text)),
        vague=tuple(vague),
        answer=draft_answer(scored.levels) if scored.score is not None else None,
        changed=compare(before, document) if before else None,
    )
