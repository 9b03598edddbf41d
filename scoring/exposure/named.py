"""Words of an answer or a statement → the suppliers of a supplier that they name."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from scoring.companies.names import normalise
from scoring.identity.organisations import legal_names
from scoring.reference.vocabulary import ReportedBy
from scoring.text import Document


@dataclass(frozen=True, slots=True)
class Named:
    """One whom a supplier is said to buy from.

    Attributes:
        name: Its name, as written.
        share: Its part of the supply, 0 to 1, or None where it is not stated.
        reported_by: Who reported it.
        source: Where it is written, in words.
    """

    name: str
    share: Decimal | None
    reported_by: ReportedBy
    source: str


_BUYS = re.compile(
    r"\b(?:suppliers?|sub-?contractors?|labour providers?|agenc(?:y|ies)|manufacturers?)\b"
    r"[^.;]{0,60}?(?:\b(?:is|are|include[sd]?|including|were|such as|namely)\b|:)"
    r"|\b(?:supplied|made|manufactured|produced|provided)\b(?: \w+){0,4}? by\b"
    r"|\b(?:buy|source|purchase|procure|obtain)(?:s|d|ed)?\b[^.;]{0,80}?\bfrom\b"
    r"|\b(?:sub-?contract)(?:s|ed)?\b[^.;]{0,60}?\bto\b",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:not|no longer|never|nor|without|stopped|ended|former)\b", re.IGNORECASE)
_ITS_MAKERS = re.compile(
    r"\b(?:this|a|the) (?:[\w-]+ ){0,3}(?:statement|report)\b|\bcodes? of conduct\b|\bsubsidiar",
    re.IGNORECASE,
)
_NEAR = 50
"""Letters within which the first name must follow the words of buying."""
_PARTS = re.compile(r"[\n;]|\.\s+(?=[A-Z])")
_SHARE = re.compile(r"\W{0,3}(\d{1,3}(?:\.\d+)?) ?(?:%|per ?cent)")


def named_in_answer(text: str, *, source: str) -> tuple[Named, ...]:
    """Return the firms that an answer about suppliers or subcontractors names."""
    return _once(
        Named(name, share, ReportedBy.ANSWER, source)
        for part in _PARTS.split(text)
        if not _NOT.search(part)
        for name, share in _firms(part)
    )


def named_in_statement(document: Document, *, besides: Iterable[str]) -> tuple[Named, ...]:
    """Return the firms that a statement says its maker buys from.

    Only a name with a legal form counts that follows words of buying in its sentence: a statement
    names auditors, charities and customers too.

    Args:
        document: The statement.
        besides: Names of those who speak in it: nobody is their own supplier.
    """
    own = {normalise(name) for name in besides}
    return _once(
        Named(name, share, ReportedBy.STATEMENT, f"Its statement, page {sentence.page}")
        for sentence in document.sentences
        for name, share in _bought_from(sentence.text)
        if normalise(name) not in own
    )


def _bought_from(text: str) -> Iterator[tuple[str, Decimal | None]]:
    buys = _BUYS.search(text)
    if buys is None or _NOT.search(text) or _ITS_MAKERS.search(text):
        return
    after = text[buys.end() :]
    firms = list(_firms(after))
    if firms and after.find(firms[0][0]) <= _NEAR:
        yield from firms


def _firms(text: str) -> Iterator[tuple[str, Decimal | None]]:
    """Each firm of a text with the share that stands right after its name."""
    for name in legal_names(text):
        after = text[text.find(name) + len(name) :]
        match = _SHARE.match(after.lstrip(".)"))
        share = Decimal(match[1]) / 100 if match else None
        yield name, share if share is not None and share <= 1 else None


def _once(named: Iterable[Named]) -> tuple[Named, ...]:
    first: dict[str, Named] = {}
    for each in named:
        first.setdefault(normalise(each.name), each)
    return tuple(first.values())
