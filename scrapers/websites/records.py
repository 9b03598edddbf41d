"""What looking for a statement on a company's site brings back, with the evidence."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from scoring.identity import Identity
from scoring.reference.vocabulary import DocumentKind
from scoring.text import Document


class Place(StrEnum):
    """Where on a page a link stands."""

    HEADER = "header"
    NAVIGATION = "navigation"
    MAIN = "main"
    FOOTER = "footer"


class Prominence(StrEnum):
    """Whether the home page links to the statement in a prominent place.

    Source: Modern Slavery Act 2015 section 54(7)(b); the guidance takes a link that can be seen
    on the home page, or in an obvious menu of it, and whose words say what it leads to.
    """

    PROMINENT = "prominent"
    NOT_NAMED = "not_named"
    HIDDEN = "hidden"
    NOT_DIRECT = "not_direct"
    NO_LINK = "no_link"


class Absence(StrEnum):
    """Why no statement was found; only the last three say something about the company."""

    UNREACHABLE = "unreachable"
    REFUSED = "refused"
    UNREADABLE = "unreadable"
    BROKEN_LINK = "broken_link"
    ONLY_WRONG_DOCUMENTS = "only_wrong_documents"
    NOTHING_LINKED = "nothing_linked"


@dataclass(frozen=True, slots=True)
class Link:
    """A link as it stands on a page.

    Attributes:
        url: Where it leads, in full, without fragment.
        words: What it says: its text, or the text of its picture or label.
        place: Where on the page it stands.
        hidden: Whether the page keeps it from sight, menus apart.
        page_url: The page that it stands on.
        page_sha256: Digest of that page's bytes: under it the archive keeps the evidence.
    """

    url: str
    words: str
    place: Place
    hidden: bool
    page_url: str
    page_sha256: str


@dataclass(frozen=True, slots=True)
class Attempt:
    """One address that was tried, and what came of it, in words."""

    url: str
    result: str


@dataclass(frozen=True, slots=True)
class OtherDocument:
    """A document that was offered and is not the statement sought: what it is, and why so.

    `kind` is None where its bytes could not be read at all.
    """

    url: str
    sha256: str
    kind: DocumentKind | None
    reason: str
    year: int | None = None


@dataclass(frozen=True, slots=True)
class FoundStatement:
    """A company's newest statement, found from its home page.

    Attributes:
        home_url: Where the search began.
        url: The address that answered with the statement.
        sha256: Digest of the statement's bytes; under it the archive keeps them.
        fetched_at: When, in UTC.
        document: The statement as read.
        identity: What its words say that it is.
        year: The calendar year in which the financial year it is about ends, by its own words or
            else by those of the link or address that led there; None where neither tell.
        link: The link that led to it, or None where its address was guessed or listed.
        home_link: The link on the home page that began the way there, or None.
        prominence: Whether that link is where the law wants it.
        others: Earlier statements, and documents that are none, each named as what it is.
        tried: Every address that was asked for, in order.
    """

    home_url: str
    url: str
    sha256: str
    fetched_at: datetime
    document: Document
    identity: Identity
    year: int | None
    link: Link | None
    home_link: Link | None
    prominence: Prominence
    others: tuple[OtherDocument, ...] = ()
    tried: tuple[Attempt, ...] = ()


@dataclass(frozen=True, slots=True)
class NotFound:
    """That no statement was found, and why; a statement not found is not slavery found."""

    home_url: str
    absence: Absence
    reason: str
    others: tuple[OtherDocument, ...] = ()
    tried: tuple[Attempt, ...] = ()
