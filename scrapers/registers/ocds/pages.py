"""Release packages that come in pages, each with the address of the next."""

from datetime import UTC, datetime

from scrapers.archive.archive import digest
from scrapers.errors import SourceChanged
from scrapers.http.client import Client
from scrapers.registers.download import download
from scrapers.registers.ocds.reading import read_package
from scrapers.registers.ocds.records import Release
from scrapers.registers.snapshot import Snapshot, Unread


def moment(when: datetime) -> str:
    """Return a time as the interfaces take it: in UTC, without its zone.

    Raises:
        ValueError: The time has no zone.
    """
    if when.tzinfo is None:
        raise ValueError("a span of time needs its time zone")
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S")


def fetch_pages(client: Client, url: str, source: str, *, most_pages: int) -> Snapshot[Release]:
    """Fetch a package and every page after it.

    Returns:
        The releases of all pages; where there are more pages than may be read, that is reported.

    Raises:
        SourceUnavailable: A page does not come.
        SourceChanged: A page is no release package, or leads back to one that was read.
    """
    releases: list[Release] = []
    unread: list[Unread] = []
    digests = ""
    seen: set[str] = set()
    following = url
    while following and len(seen) < most_pages:
        if following in seen:
            raise SourceChanged(f"{source}: the pages lead in a circle", field="links.next")
        seen.add(following)
        fetched = download(client, following, source)
        day = fetched.fetched_at.date()
        package = read_package(fetched.body, as_at=day, url=fetched.final_url, source=source)
        releases += package.snapshot.records
        unread += package.snapshot.unread
        digests += fetched.sha256
        following = package.next_page
    if following:
        unread.append(Unread("links.next", 0, f"only the first {most_pages} pages were read"))
    one = len(seen) == 1
    sha256 = digests if one else digest(digests.encode())
    return Snapshot(source, day, tuple(releases), tuple(unread), url, sha256)
