"""What one format's reader hands over: leaves, notices and the document's own title."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from scrapers.documents.passages import Leaf


@dataclass(frozen=True, slots=True)
class Sheaf:
    """The leaves of a document in order, and what was noticed while reading them."""

    leaves: Iterable[Leaf]
    notices: list[str] = field(default_factory=list)
    title: str = ""
