"""Deed, promise, denial or nothing firm: what a sentence says was done."""

import re

from scoring.vocabulary import EvidenceStatus

_PLANNED = re.compile(
    r"\b(?:will|shall|intend(?:s|ed)? to|plan(?:s|ned|ning)? to|aim(?:s|ing)? to|going forward"
    r"|in the (?:coming|next) (?:year|months|financial year)|next (?:year|steps))\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:(?:do|does|did|have|has|had) not\b(?! (?:tolerate|accept|condone|support|knowingly))"
    r"|no (?:training|policy|policies|formal|specific|steps)|not (?:yet|currently))\b",
    re.IGNORECASE,
)


def status_of(sentence: str) -> EvidenceStatus:
    """Return whether a sentence tells of a deed, a promise, a denial or nothing firm."""
    if _DENIED.search(sentence):
        return EvidenceStatus.DENIED
    if _PLANNED.search(sentence):
        return EvidenceStatus.PLANNED
    return EvidenceStatus.DONE
