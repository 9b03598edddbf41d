"""Where a group statement lists the companies that it is made for."""

import re
from collections.abc import Iterable

from scoring.text import Sentence

_LEADS = re.compile(
    r"\b(?:group|statement|all|comprises?|consists?)\b[^.:]{0,80}?"
    r"\b(?:companies|entities|subsidiaries|businesses|undertakings)\b[^.:]{0,60}(?:as follows|:)"
    r"|\b(?:these|the following|following)\s+(?:\w+ ){0,3}"
    r"(?:companies|entities|subsidiaries|organisations|businesses)\b"
    r"|\bgroup comprises\b|^(?:The\s+)?(?:\S+ ){1,4}(?:[–-]\s*)?\((?:including|comprising)\b",
    re.IGNORECASE,
)
_NOT_OURS = re.compile(r"supplier|customer|client|contractor|compet|partner|audit", re.IGNORECASE)
_LONGEST_ITEM = 12
"""Most words of a line that is an item of such a list."""


def group_lists(sentences: Iterable[Sentence]) -> dict[int, int]:
    """Return, for each sentence that lists a group's companies, where in it the list begins.

    A list follows words such as "these companies are as follows:", in the same sentence or in
    short lines behind it.
    """
    begins: dict[int, int] = {}
    within = False
    for sentence in sentences:
        leads = None if _NOT_OURS.search(sentence.text) else _LEADS.search(sentence.text)
        item = within and len(sentence.text.split()) <= _LONGEST_ITEM
        within = leads is not None or item
        if within:
            begins[sentence.index] = leads.start() if leads else 0
    return begins
