"""When a statement was published or last updated, as its words give it."""

import re

from scoring.identity.dates import DATE, WrittenDate, date_of, dates_in
from scoring.text import BlockKind, Document

_SAID = re.compile(
    r"\b(?:published|publication date|date of publication|date published|last (?:updated|revised"
    r"|modified|amended)|updated|effective(?: date)?|issue dat[ea]|issued|date of issue"
    rf"|version date)\b\s*(?:on|in|as of|from)?\s*[:–—-]?\s*(?P<on>{DATE})",
    re.IGNORECASE,
)
_VERSION = re.compile(rf"\bversion\s+[\d.]+\s*[|,–—-]\s*(?P<on>{DATE})", re.IGNORECASE)
_HEADED = re.compile(r"statement|slavery|policy", re.IGNORECASE)
_YEAR_END = re.compile(r"year|period|ended|ending", re.IGNORECASE)
_TITLE_SENTENCES = 4


def published_of(document: Document) -> tuple[WrittenDate, int | None] | None:
    """Return the day and the sentence that gives it, or None where no words do.

    Words that say so come first, then a date in the heading, then one beside the version in the
    edge of the page. The date of a signature is not taken for one of publication.
    """
    for sentence in document.sentences:
        for match in _SAID.finditer(sentence.text):
            published = date_of(match["on"])
            if published is not None:
                return published, sentence.index
    for sentence in document.sentences[:_TITLE_SENTENCES]:
        if _HEADED.search(sentence.text) and not _YEAR_END.search(sentence.text):
            for headed in dates_in(sentence.text):
                return headed, sentence.index
    for edge in _edges(document):
        version = _VERSION.search(edge)
        published = date_of(version["on"]) if version else None
        if published is not None:
            return published, None
    return None


def _edges(document: Document) -> list[str]:
    """Return what stands at the edges of the first page."""
    return [
        block.text
        for page in document.pages[:1]
        for block in page.blocks
        if block.kind is BlockKind.BOILERPLATE
    ]
