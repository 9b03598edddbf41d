"""What one format's reader hands over: pages, notices and the document's own title."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from scrapers.documents.passages import RawPage


@dataclass(frozen=True, slots=True)
class PageBatch:
    """The pages of a document in order, notices of what was not read, and where a page leads."""

    pages: Iterable[RawPage]
    notices: list[str] = field(default_factory=list)
    title: str = ""
    leads_to: tuple[str, ...] = ()
