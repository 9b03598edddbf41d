"""What a person can see in a document and we could not read, so that absence stays unknown."""

import re

from scoring.identity.running_text import has_lost_spaces
from scoring.text import Document

_UNREAD = re.compile(
    r"not read\b|could not read|cannot assess|does not open|may be misread|words may be missing"
    r"|no value|is empty until",
    re.IGNORECASE,
)
_RECOGNISED = re.compile(r"character recognition|signed digitally", re.IGNORECASE)
_RUN_TOGETHER = "Many words ran together without spaces, so some of them were not read."
_TEXT = {"text/plain", "text/html", "multipart/related"}


def unread_of(document: Document) -> tuple[str, ...]:
    """Return the notices that say what was not read, in the reader's own words.

    Words that ran together, as in some PDF exports, are read in part only.
    """
    notices = tuple(notice for notice in document.notices if _UNREAD.search(notice))
    words = " ".join(sentence.text for sentence in document.sentences)
    return (*notices, _RUN_TOGETHER) if has_lost_spaces(words) else notices


def recognised_of(document: Document) -> tuple[str, ...]:
    """Return the notices of words read from pictures, where handwriting and stamps are lost."""
    return tuple(notice for notice in document.notices if _RECOGNISED.search(notice))


def signature_unseen(document: Document) -> str:
    """Say why this kind of file may not show its signature; empty where it would.

    A signature is often a picture or is on a signed copy only: pasted text, a text file and the
    words of a web page hold neither.
    """
    if document.media_type in _TEXT:
        return "Text does not show a handwritten signature: it may be on a signed copy."
    return " ".join(recognised_of(document)[:1])
