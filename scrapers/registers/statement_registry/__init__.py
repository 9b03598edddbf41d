"""The gov.uk modern slavery statement registry, by its open yearly files.

Publisher: Home Office.
Licence: Open Government Licence v3.0.
Access: one CSV file a registry year, no key: {DOWNLOADS}/StatementSummaries{year}.csv; about 5 to
    15 MB each, remade every night. `fetch_year` asks for it; `read_year` reads a downloaded copy.
Rate limit: none published; one request a year and day is enough.
Caveats: registering is voluntary, so an absent entry proves nothing; an entry shows that a
    statement was submitted, not that it is adequate. The registry year is that of the financial
    year's end plus six months. Members of a group share one statement and page. Company numbers
    are often missing and lack leading zeros; about one row in a thousand has a number in place of
    the name. Cells hold several lines. The file has grown columns since its schema was written.
"""

from scrapers.errors import SourceUnavailable
from scrapers.http.client import Client
from scrapers.registers.download import download
from scrapers.registers.snapshot import Snapshot
from scrapers.registers.statement_registry.choices import Area, Turnover
from scrapers.registers.statement_registry.reading import SOURCE, read_year
from scrapers.registers.statement_registry.records import (
    AreaClaim,
    ClaimedRisk,
    OtherAnswer,
    RegisteredStatement,
)

__all__ = [
    "DOWNLOADS",
    "FIRST_YEAR",
    "SOURCE",
    "Area",
    "AreaClaim",
    "ClaimedRisk",
    "OtherAnswer",
    "RegisteredStatement",
    "Turnover",
    "fetch_year",
    "groups",
    "read_year",
    "years_published",
]

DOWNLOADS = "https://downloads.modern-slavery-statement-registry.service.gov.uk/publicdownloads"
FIRST_YEAR = 2020


def fetch_year(
    client: Client, year: int, *, base_url: str = DOWNLOADS, etag: str = ""
) -> Snapshot[RegisteredStatement] | None:
    """Fetch the registry's entries of one year; None where nothing changed since `etag`.

    Raises:
        SourceUnavailable: The file does not come; `gone` where there is none for that year yet.
        SourceChanged: What comes is not the file that we know.
    """
    fetched = download(client, f"{base_url}/StatementSummaries{year}.csv", SOURCE, etag=etag)
    if fetched.unchanged:
        return None
    return read_year(
        fetched.body,
        as_at=fetched.fetched_at.date(),
        url=fetched.final_url,
        etag=fetched.header("etag"),
    )


def years_published(
    client: Client, upto: int, *, base_url: str = DOWNLOADS
) -> tuple[Snapshot[RegisteredStatement], ...]:
    """Fetch every year from the first to `upto`, leaving out those not published yet."""
    snapshots = []
    for year in range(FIRST_YEAR, upto + 1):
        try:
            snapshot = fetch_year(client, year, base_url=base_url)
        except SourceUnavailable as error:
            if not error.gone:
                raise
            continue
        if snapshot is not None:
            snapshots.append(snapshot)
    return tuple(snapshots)


def groups(
    entries: tuple[RegisteredStatement, ...],
) -> dict[str, tuple[RegisteredStatement, ...]]:
    """Return the entries of each statement's page: a group's members stand together."""
    by_page: dict[str, list[RegisteredStatement]] = {}
    for entry in entries:
        by_page.setdefault(entry.summary_url, []).append(entry)
    return {url: tuple(members) for url, members in by_page.items() if url}
