"""The walk through a site: promising links first, each address once, everything told."""

import heapq
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import urljoin

from scoring.identity import identify
from scoring.text import Document
from scrapers.documents.sniffing import MediaType, sniff
from scrapers.errors import DocumentUnreadable, SourceError
from scrapers.http.client import Client, Fetched
from scrapers.websites.choosing import Offer, newest
from scrapers.websites.clues import NAMED, named, promise, same_site, year_in_link
from scrapers.websites.links import links_of
from scrapers.websites.records import Attempt, Link, OtherDocument

_GUESSES = ("/modern-slavery-statement", "/modern-slavery", "/modern-slavery-act-statement")
_LISTED = re.compile(rb"<loc>\s*([^<\s]{1,2000})\s*</loc>", re.IGNORECASE)
_MOST_LISTED = 5
_DEEPEST = 3
# The registry is a source of its own; its pages are no statements.
_NOT_THEIRS = re.compile(r"//[^/]*modern-slavery-statement-registry\.service\.gov\.uk")

Read = Callable[[bytes], Document]


@dataclass(order=True, slots=True)
class _Step:
    """A link that waits to be followed; the most promising and nearest comes first."""

    order: tuple[int, int, int]
    url: str = field(compare=False)
    trail: tuple[Link, ...] = field(compare=False)


@dataclass(slots=True)
class Search:
    """One walk from a home page, and what it brings up.

    Attributes:
        offers: The documents that were fetched as a statement and could be read.
        unreadable: Those that could not be read.
        failed: Links that name a statement and led to no document, with the error.
        tried: Every address that was asked for, in order.
        links: How many links the home page holds.
    """

    client: Client
    home: Fetched
    read: Read
    left: int
    offers: list[Offer] = field(default_factory=list)
    unreadable: list[OtherDocument] = field(default_factory=list)
    failed: list[tuple[Link, SourceError]] = field(default_factory=list)
    tried: list[Attempt] = field(default_factory=list)
    links: int = 0
    _waiting: list[_Step] = field(default_factory=list)
    _known: set[str] = field(default_factory=set)

    def walk(self) -> None:
        """Follow the home page's links, then the site's list of pages, then usual addresses."""
        self._known |= {_key(self.home.url), _key(self.home.final_url)}
        self.tried.append(Attempt(self.home.final_url, "the home page"))
        self._note_links(self.home, ())
        self._follow()
        if newest(self.offers) is None and self.left > 0:
            self._look_up(self._listed())
        if newest(self.offers) is None:
            self._look_up(urljoin(self.home.final_url, path) for path in _GUESSES)

    def _follow(self) -> None:
        while self._waiting and self.left > 0:
            step = heapq.heappop(self._waiting)
            # Once we have a statement, only links that name one may bring a newer.
            if -step.order[0] >= NAMED or newest(self.offers) is None:
                self._visit(step.url, step.trail)

    def _look_up(self, urls: Iterable[str]) -> None:
        for url in urls:
            if self.left > 0 and self._new(url):
                self._visit(url, ())
                self._follow()

    def _listed(self) -> Iterator[str]:
        """Yield the addresses that the site's own list of pages names a statement's."""
        fetched = self._fetch(urljoin(self.home.final_url, "/sitemap.xml"), ())
        locations = _LISTED.findall(fetched.body) if fetched else []
        urls = (unescape(each.decode("utf-8", "replace")) for each in locations)
        promising = [
            url
            for url in urls
            if promise("", url) >= NAMED and same_site(url, self.home.final_url)
        ]
        yield from promising[:_MOST_LISTED]

    def _visit(self, url: str, trail: tuple[Link, ...]) -> None:
        fetched = self._fetch(url, trail)
        if fetched is None:
            return
        if not trail or promise(trail[-1].words, trail[-1].url) >= NAMED:
            self._judge(fetched, trail)
        else:
            self.tried.append(Attempt(fetched.final_url, "a page that may lead on"))
        if sniff(fetched.body) is MediaType.HTML:
            self._note_links(fetched, trail)

    def _fetch(self, url: str, trail: tuple[Link, ...]) -> Fetched | None:
        self.left -= 1
        try:
            fetched = self.client.fetch(url)
        except SourceError as error:
            self.tried.append(Attempt(url, error.reason))
            if trail and promise(trail[-1].words, url) >= NAMED:
                self.failed.append((trail[-1], error))
            return None
        self._known.add(_key(fetched.final_url))
        return fetched

    def _judge(self, fetched: Fetched, trail: tuple[Link, ...]) -> None:
        url = fetched.final_url
        if any(offer.sha256 == fetched.sha256 for offer in self.offers):
            self.tried.append(Attempt(url, "the same document again"))
            return
        try:
            document = self.read(fetched.body)
        except DocumentUnreadable as error:
            self.tried.append(Attempt(url, error.reason))
            self.unreadable.append(OtherDocument(url, fetched.sha256, None, error.reason))
            return
        identity = identify(document)
        self.tried.append(Attempt(url, f"{identity.kind.value}: {identity.reason}"))
        self.offers.append(
            Offer(
                url=url,
                sha256=fetched.sha256,
                fetched_at=fetched.fetched_at,
                document=document,
                identity=identity,
                trail=trail,
                parent=trail[-1].page_url if trail else "",
                link_year=year_in_link(trail[-1].words if trail else "", url),
            )
        )

    def _note_links(self, fetched: Fetched, trail: tuple[Link, ...]) -> None:
        """Put a page's promising links on the list, each address once."""
        links = links_of(fetched.body, fetched.final_url, fetched.sha256)
        if not trail:
            self.links += len(links)
        for number, link in enumerate(links):
            if (
                fetched is self.home
                and named(link.words)
                and _key(link.url) == _key(fetched.final_url)
            ):
                self._judge(fetched, (link,))
            worth = promise(link.words, link.url)
            near = worth >= NAMED or same_site(link.url, self.home.final_url)
            follow = worth and near and len(trail) < _DEEPEST and not _NOT_THEIRS.search(link.url)
            if follow and self._new(link.url):
                step = _Step((-worth, len(trail), number), link.url, (*trail, link))
                heapq.heappush(self._waiting, step)

    def _new(self, url: str) -> bool:
        key = _key(url)
        if key in self._known:
            return False
        self._known.add(key)
        return True


def _key(url: str) -> str:
    return url.partition("#")[0].rstrip("/").removeprefix("https://").removeprefix("http://")
