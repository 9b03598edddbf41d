"""What a person can see in a document and we could not read, so that absence stays unknown."""

import re

from scoring.text import Document

_UNREAD = re.compile(
    r"not read\b|could not read|cannot assess|does not open|may be misread|words may be missing"
    r"|no value|is empty until",
    re.IGNORECASE,
)


def unread_of(document: Document) -> tuple[str, ...]:
    """Return the notices that say what was not read, in the reader's own words."""
    return tuple(notice for notice in document.notices if _UNREAD.search(notice))
