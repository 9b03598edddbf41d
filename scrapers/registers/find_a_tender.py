"""Find a Tender, and Contracts Finder before it: notices of the United Kingdom's contracts.

Publisher: Cabinet Office.
Licence: Open Government Licence v3.0.
Access: OCDS 1.1 without key. Find a Tender gives a process by its identifier (ocid), one notice by
    its number, and all notices updated in a span of time, in pages. Contracts Finder gives one
    notice by its identifier. What comes is read as a supplier list, by `spreadsheets.ocds`.
Rate limit: not published. Find a Tender answers 429 with Retry-After, which is kept; Contracts
    Finder answers 403 for five minutes to whoever asks too fast.
Caveats: notices before 24 February 2025 follow the older regulations and name suppliers by name
    more often than by number. A later notice of a process corrects an earlier one, so a process is
    fetched whole. Pipeline and planning notices name no supplier.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote, urlencode

from scoring.companies.names import normalise
from scrapers.errors import SourceChanged, SourceUnavailable
from scrapers.http.client import Client
from scrapers.http.ssrf import FetchPolicy
from scrapers.registers.download import download
from scrapers.registers.strict_object import parse_object

SOURCE = "Find a Tender"
CONTRACTS_FINDER = "Contracts Finder"
SITE = "https://www.find-tender.service.gov.uk"
CONTRACTS_FINDER_SITE = "https://www.contractsfinder.service.gov.uk"
#: An interface for programs, which the site's robots.txt for crawlers is not about.
POLICY = FetchPolicy(robots=False)
MOST_PAGES = 400
"""Of 100 notices: some ninety days of all that are published."""

_NOTICE = re.compile(r"\d{6}-\d{4}")
_OCID = re.compile(r"ocds-h6vhtk-[0-9a-f]{6,}")
_UUID = re.compile(r"(?:ocds-b5fd17-)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:-\d+)?)")
_PARTED = re.compile(r"[/?&#=\s]+")


@dataclass(frozen=True, slots=True)
class Process:
    """What a publisher says of one contracting process.

    Attributes:
        ocid: The process's identifier.
        data: The package's bytes, as they came.
        url: Where they came from.
    """

    ocid: str
    data: bytes
    url: str

    @property
    def name(self) -> str:
        """A file name for it: of two of one name the later replaces the earlier."""
        return f"{re.sub(r'[^A-Za-z0-9-]', '-', self.ocid)}.json"


class FindATender:
    """The public interfaces of both services.

    Args:
        client: The guarded client.
        base_url: Where Find a Tender is.
        contracts_finder_url: Where Contracts Finder is.
    """

    def __init__(
        self,
        client: Client,
        *,
        base_url: str = SITE,
        contracts_finder_url: str = CONTRACTS_FINDER_SITE,
    ) -> None:
        self._client = client
        self._api = f"{base_url.rstrip('/')}/api/1.0"
        self._contracts_finder = f"{contracts_finder_url.rstrip('/')}/Published/Notice/OCDS"

    def process(self, reference: str) -> Process:
        """Return the process that a person names, with all its notices.

        Args:
            reference: A notice number such as 037689-2026, a process's identifier such as
                ocds-h6vhtk-068ae4, a Contracts Finder notice's identifier, or the address of a
                page that has one of them in it.

        Raises:
            ValueError: It is none of these.
            SourceUnavailable: No answer; `gone` where there is no such notice.
            SourceChanged: The answer is no open contracting package.
        """
        for part in _PARTED.split(reference.strip()):
            if _NOTICE.fullmatch(part):
                notice, _, _ = self._package(f"{self._api}/ocdsReleasePackages/{part}", SOURCE)
                return self.record(_process_of(notice, SOURCE))
            if _OCID.fullmatch(part.lower()):
                return self.record(part.lower())
            if match := _UUID.fullmatch(part.lower()):
                return self._whole(f"{self._contracts_finder}/{match[1]}", CONTRACTS_FINDER)
        raise ValueError(
            f"“{reference[:60]}” is no notice number such as 037689-2026, and no process's "
            "identifier such as ocds-h6vhtk-068ae4."
        )

    def record(self, ocid: str) -> Process:
        """Return a process of Find a Tender by its identifier; raises as `process` does."""
        return self._whole(f"{self._api}/ocdsRecordPackages/{quote(ocid, safe='')}", SOURCE)

    def awarded_by(
        self, buyers: Collection[str], since: datetime, until: datetime
    ) -> tuple[str, ...]:
        """Return the processes of some buyers with news of an award or contract in a span of time.

        Notices of every stage are looked through: a change or an end of a contract is news too.

        Args:
            buyers: Their names, or their identifiers such as GB-PPON-PBLY-8759-VTRW.
            since: From when on, with its zone.
            until: Up to when, with its zone.

        Raises:
            SourceUnavailable: A page does not come, or there are more than `MOST_PAGES`.
            SourceChanged: A page is no release package, or leads back to one that was read.
        """
        names = {normalise(buyer) for buyer in buyers} - {""}
        span = {"updatedFrom": _moment(since), "updatedTo": _moment(until)}
        query = urlencode(span | {"limit": 100})
        own = (
            str(release["ocid"])
            for release in self._releases(f"{self._api}/ocdsReleasePackages?{query}")
            if release.get("ocid")
            and (release.get("awards") or release.get("contracts"))
            and _is_bought_by(release, names, frozenset(buyers))
        )
        return tuple(dict.fromkeys(own))

    def _releases(self, url: str) -> Iterator[dict[str, Any]]:
        seen: set[str] = set()
        following = url
        while following:
            if following in seen:
                raise SourceChanged(f"{SOURCE}: the pages lead in a circle", field="links.next")
            if len(seen) == MOST_PAGES:
                raise SourceUnavailable(f"{SOURCE}: there are more than {MOST_PAGES} pages")
            seen.add(following)
            releases, following, _ = self._package(following, SOURCE)
            yield from releases

    def _whole(self, url: str, source: str) -> Process:
        releases, _, body = self._package(url, source)
        return Process(_process_of(releases, source), body, url)

    def _package(self, url: str, source: str) -> tuple[list[dict[str, Any]], str, bytes]:
        """The releases or records of a package, where its next page is, and its bytes."""
        fetched = download(self._client, url, source)
        top = parse_object(fetched.body, source)
        parts = top.left.get("releases", top.left.get("records"))
        if not isinstance(parts, list):
            raise SourceChanged(f"{source}: the package holds no releases", field="releases")
        releases = [each for each in parts if isinstance(each, dict)]
        return releases, top.one("links").text("next"), fetched.body


def _process_of(releases: list[dict[str, Any]], source: str) -> str:
    ocid = next((str(each["ocid"]) for each in releases if each.get("ocid")), "")
    if not ocid:
        raise SourceChanged(f"{source}: the notice names no process", field="ocid")
    return ocid


def _is_bought_by(
    release: dict[str, Any], names: Collection[str], identifiers: Collection[str]
) -> bool:
    buyer = release.get("buyer")
    buyer = buyer if isinstance(buyer, dict) else {}
    parties = release.get("parties")
    described = [
        each
        for each in (parties if isinstance(parties, list) else [])
        if isinstance(each, dict)
        and (each.get("id") == buyer.get("id") or "buyer" in (each.get("roles") or ()))
    ]
    for each in (buyer, *described):
        own = each.get("identifier")
        own = own if isinstance(own, dict) else {}
        if {str(each.get("id")), f"{own.get('scheme')}-{own.get('id')}"} & set(identifiers):
            return True
        if each.get("name") and normalise(str(each["name"])) in names:
            return True
    return False


def _moment(when: datetime) -> str:
    """A time as the interface takes it: in UTC, without its zone."""
    if when.tzinfo is None:
        raise ValueError("a span of time needs its time zone")
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S")
