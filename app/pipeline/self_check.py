"""Check a statement for a business that has no account: read, judged, told, and nothing kept."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from threading import BoundedSemaphore

from scoring import evidence
from scoring.comparison import Comparison, compare
from scoring.findings import Finding
from scoring.gaps import Step, missing_information, steps
from scoring.identity import Identity, identify
from scoring.statement import score_statement
from scoring.substance import is_the_acts_wording
from scoring.terminology import Advice, advise
from scoring.text import Document, Sentence
from scoring.vocabulary import EvidenceStatus, Theme
from scrapers.documents import ReadLimits, read_document_safely
from scrapers.errors import DocumentUnreadable

LIMITS = ReadLimits(bytes=15_000_000, pages=200, seconds=60.0, ocr_pages=10)
"""Less than an officer may send: anyone may come here, and statements are short."""

_AT_ONCE = BoundedSemaphore(2)
"""Readings at once; who comes third is asked to try again, so that officers' work goes on."""


class Busy(Exception):
    """Too many statements are being read just now."""


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
        answer: A draft answer to Find a Tender's question on missing information.
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
    answer: str
    changed: Comparison | None


def self_check(
    data: bytes, *, name: str, earlier: tuple[str, bytes] | None = None, at: date
) -> SelfChecked:
    """Read and judge a statement in memory.

    Args:
        data: The statement's bytes; text that was pasted, too.
        name: Its name, for messages.
        earlier: Name and bytes of last year's statement, to compare with.
        at: The day the judgement is for.

    Raises:
        DocumentUnreadable: It, or last year's, cannot be read; the reason is plain.
        Busy: Too many are being read; try again in a minute.
    """
    if not _AT_ONCE.acquire(blocking=False):
        raise Busy
    try:
        document = read_document_safely(data, name=name, limits=LIMITS)
        before = _earlier(earlier)
        return _judged(document, before, at)
    finally:
        _AT_ONCE.release()


def _earlier(earlier: tuple[str, bytes] | None) -> Document | None:
    if earlier is None:
        return None
    try:
        return read_document_safely(earlier[1], name=earlier[0], limits=LIMITS)
    except DocumentUnreadable as error:
        raise DocumentUnreadable(f"last year’s statement: {error.reason}") from error


def _judged(document: Document, before: Document | None, at: date) -> SelfChecked:
    identity = identify(document)
    proof = evidence.load().judge(document)
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
        answer=missing_information(scored.levels) if scored.score is not None else "",
        changed=compare(before, document) if before else None,
    )
