"""A company's site → its statement, with the link that led there as evidence."""

from scrapers.websites.finder import find_statement
from scrapers.websites.links import links_of
from scrapers.websites.records import (
    Absence,
    Attempt,
    FoundStatement,
    Link,
    NotFound,
    OtherDocument,
    Place,
    Prominence,
)

__all__ = [
    "Absence",
    "Attempt",
    "FoundStatement",
    "Link",
    "NotFound",
    "OtherDocument",
    "Place",
    "Prominence",
    "find_statement",
    "links_of",
]
