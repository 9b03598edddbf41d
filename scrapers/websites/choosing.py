"""Among the documents that a site offers: which is the newest statement, and what are the rest."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from scoring.identity import ApprovalState, Identity
from scoring.reference.vocabulary import DocumentKind
from scoring.text import Document
from scrapers.websites.records import Link, OtherDocument

# A page with fewer words that leads to a statement is the way there, not the statement.
_FEW_WORDS = 250


@dataclass(frozen=True, slots=True)
class Offer:
    """A document that was fetched because a link, list or guess promised a statement.

    Attributes:
        trail: The links that led there, the home page's first; empty where none did.
        parent: The page whose link led there, or empty.
        link_year: The year that the link or address speaks of.
    """

    url: str
    sha256: str
    fetched_at: datetime
    document: Document
    identity: Identity
    trail: tuple[Link, ...]
    parent: str
    link_year: int | None

    @property
    def year(self) -> int | None:
        """The year in which the financial year ends, by the document or else by its link."""
        return self.identity.year.end.year if self.identity.year else self.link_year


def newest(offers: Sequence[Offer]) -> Offer | None:
    """Return the newest statement among the offers, or None where none is a statement."""
    statements = [offer for offer in offers if offer.identity.kind is DocumentKind.STATEMENT]
    leading = [offer for offer in statements if not _only_leads_on(offer, statements)]
    return max(leading, key=lambda offer: _rank(offer, statements), default=None)


def others(offers: Sequence[Offer], chosen: Offer | None) -> tuple[OtherDocument, ...]:
    """Return every other offer as what it is."""
    rest = (offer for offer in offers if offer is not chosen)
    return tuple(
        OtherDocument(each.url, each.sha256, each.identity.kind, each.identity.reason, each.year)
        for each in rest
    )


def _children(offer: Offer, statements: Sequence[Offer]) -> list[Offer]:
    return [each for each in statements if each.parent == offer.url and each is not offer]


def _only_leads_on(offer: Offer, statements: Sequence[Offer]) -> bool:
    return offer.document.words < _FEW_WORDS and bool(_children(offer, statements))


def _rank(offer: Offer, statements: Sequence[Offer]) -> tuple[int, date, bool, int, str]:
    published = offer.identity.published or date.min
    approved = offer.identity.approval.state is ApprovalState.YES
    year = max(_presumed_year(offer, statements), published.year - 1)
    return year, published, approved, offer.document.words, offer.url


def _presumed_year(offer: Offer, statements: Sequence[Offer]) -> int:
    """Return the year to rank by: a page that does not tell is presumed the one in force.

    That is so where the home page leads straight to it, or where it lists others with their years.
    """
    if offer.year is not None:
        return offer.year
    listed = [child.year for child in _children(offer, statements) if child.year]
    if listed:
        return max(listed) + 1
    return offer.fetched_at.year - 1 if len(offer.trail) == 1 else 0
