"""Judge a statement for a business: a pure step from the file's bytes to what a page shows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from app.db.json_codec import JsonCodec
from scoring import evidence
from scoring.findings import Evidence, Finding
from scoring.identity import Identity, identify
from scoring.reference.vocabulary import EvidenceStatus, Theme
from scoring.statements.comparison import compare
from scoring.statements.gaps import Step, steps
from scoring.statements.missing_information import DraftAnswer, draft_answer
from scoring.statements.statement import score_statement
from scoring.statements.substance import is_the_acts_wording
from scoring.statements.terminology import Advice, advise
from scoring.text import Document
from scrapers.documents import ReadLimits
from scrapers.errors import DocumentUnreadable

MOST_CHARACTERS = 1_000_000
"""Characters of a document that are judged: some two hundred times a usual statement (ours)."""
_MOST_SENTENCES = 100
_MOST_ADVICE = 20
_MOST_QUOTES = 15

File = tuple[str, bytes]
"""A document's name, for messages, and its bytes; text that was pasted is one, too."""


class EarlierUnreadable(DocumentUnreadable):
    """It is last year's statement that cannot be read."""


@dataclass(frozen=True, slots=True)
class Quotes:
    """How many sentences are of one kind, and the first of them."""

    count: int
    first: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChangeCounts:
    """How many sentences changed since last year's statement."""

    added: int
    removed: int
    reworded: int
    unchanged: int


@dataclass(frozen=True, slots=True)
class SelfChecked:
    """What a statement shows and what would make it better.

    Attributes:
        sha256: Digest of the bytes that were judged.
        notices: What was not read, not judged, or is not shown.
        identity: What it is and speaks for.
        score: Points of 100, or None where it is no statement.
        law: What the Act asks, one finding a duty, or why there is no score.
        steps: Every criterion with the step that would raise it, most points first; those of a
            policy, which has no score, too.
        wording: The first pieces of advice on words.
        wording_count: How many pieces there are.
        repeated: Sentences that only repeat the Act.
        vague: Sentences that say nothing firm.
        answer: A draft answer to Find a Tender's question on missing information; None where
            the document is no statement.
        changed: How it differs from last year's, if that was sent.
        leads_to: Where a web page leads on to a statement, as the page writes the addresses.
    """

    sha256: str
    notices: tuple[str, ...]
    identity: Identity
    score: Decimal | None
    law: tuple[Finding, ...]
    steps: tuple[Step, ...]
    wording: tuple[Advice, ...]
    wording_count: int
    repeated: Quotes
    vague: Quotes
    answer: DraftAnswer | None
    changed: ChangeCounts | None
    leads_to: tuple[str, ...] = ()


SELF_CHECKED: JsonCodec[SelfChecked] = JsonCodec(SelfChecked)


def judge(
    statement: File, earlier: File | None, *, at: date, encoder: bool, limits: ReadLimits
) -> SelfChecked:
    """Read and judge a statement in this process.

    Args:
        statement: The statement.
        earlier: Last year's statement, to compare with.
        at: The day the judgement is for.
        encoder: Whether the encoder stands beside the classifier.
        limits: What one of the two files may hold.

    Raises:
        DocumentUnreadable: It, or last year's, cannot be read; the reason is plain.
    """
    document = _read(statement, limits)
    before = _read_earlier(earlier, limits)
    identity = identify(document)
    proof = evidence.load(encoder=encoder).judge(document)
    scored = score_statement(document, identity, proof, at=at)
    law = [each for each in scored.findings if each.theme is Theme.LAW or scored.score is None]
    vague = dict.fromkeys(each.quote for each in proof if each.status is EvidenceStatus.VAGUE)
    advice = advise(document.sentences)
    longest = max((len(each.evidence) for each in scored.levels), default=0)
    return SelfChecked(
        sha256=document.sha256,
        notices=(*document.notices, *_shortened(longest)),
        identity=identity,
        score=scored.score,
        law=tuple(replace(each, evidence=_first(each.evidence)) for each in law),
        steps=steps(replace(each, evidence=_first(each.evidence)) for each in scored.levels),
        wording=tuple(advice[:_MOST_ADVICE]),
        wording_count=len(advice),
        repeated=_quotes(
            [each.text for each in document.sentences if is_the_acts_wording(each.text)]
        ),
        vague=_quotes(list(vague)),
        answer=draft_answer(scored.levels) if scored.score is not None else None,
        changed=_changes(before, document) if before else None,
        leads_to=document.leads_to,
    )


def _read(file: File, limits: ReadLimits) -> Document:
    from scrapers.documents import read_document  # noqa: PLC0415 (a server that waits needs no reader)

    name, data = file
    document = read_document(data, name=name, limits=limits)
    length = len(document.text)
    if length > MOST_CHARACTERS:
        raise DocumentUnreadable(
            f"{name} holds {length:,} characters; at most {MOST_CHARACTERS:,} are judged; send "
            "the statement by itself, or paste its text"
        )
    return document


def _read_earlier(earlier: File | None, limits: ReadLimits) -> Document | None:
    if earlier is None:
        return None
    try:
        return _read(earlier, limits)
    except DocumentUnreadable as error:
        raise EarlierUnreadable(error.reason) from error


def _changes(before: Document, document: Document) -> ChangeCounts:
    changed = compare(before, document)
    return ChangeCounts(
        added=len(changed.added),
        removed=len(changed.removed),
        reworded=len(changed.reworded),
        unchanged=len(changed.unchanged),
    )


def _first(sentences: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    return sentences[:_MOST_SENTENCES]


def _shortened(longest: int) -> list[str]:
    """The notice that not every sentence is shown, where that is so."""
    if longest <= _MOST_SENTENCES:
        return []
    return [f"Of each point, the first {_MOST_SENTENCES} sentences are shown; all were judged."]


def _quotes(sentences: Sequence[str]) -> Quotes:
    return Quotes(len(sentences), tuple(sentences[:_MOST_QUOTES]))
