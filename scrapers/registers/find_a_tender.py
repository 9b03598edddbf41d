"""Find a Tender: notices of the United Kingdom's larger public contracts.

Publisher: Cabinet Office.
Licence: Open Government Licence v3.0.
Access: OCDS 1.1 release packages without key: one notice by its number, or all notices updated in
    a span of time, in pages. A downloaded package is read by `ocds.read_package`.
Rate limit: not published; the interface answers 429 with Retry-After, which is kept.
Caveats: notices before 24 February 2025 follow the older regulations and name suppliers by name
    more often than by number. A later notice of a process corrects an earlier one. Pipeline and
    planning notices name no supplier.
"""

import re
from datetime import datetime
from urllib.parse import urlencode

from scrapers.http.client import Client
from scrapers.registers.ocds.pages import fetch_pages, moment
from scrapers.registers.ocds.records import Release
from scrapers.registers.snapshot import Snapshot

SOURCE = "Find a Tender"
SITE = "https://www.find-tender.service.gov.uk"
_NOTICE = re.compile(r"\d{6}-\d{4}")


def fetch_notice(client: Client, notice: str, *, base_url: str = SITE) -> Snapshot[Release]:
    """Fetch one notice by its number, such as 037689-2026.

    Raises:
        ValueError: That is no notice number.
        SourceUnavailable: No answer; `gone` where there is no such notice.
        SourceChanged: The answer is no release package.
    """
    if not _NOTICE.fullmatch(notice):
        raise ValueError(f"“{notice[:40]}” is no notice number")
    url = f"{base_url.rstrip('/')}/api/1.0/ocdsReleasePackages/{notice}"
    return fetch_pages(client, url, SOURCE, most_pages=1)


def fetch_updated(
    client: Client,
    since: datetime,
    until: datetime,
    *,
    stages: str = "award",
    base_url: str = SITE,
    most_pages: int = 200,
) -> Snapshot[Release]:
    """Fetch all notices updated in a span of time; raises as `fetch_notice` does.

    Args:
        client: The guarded client.
        since: From when on.
        until: Up to when.
        stages: Which notices, parted by commas: planning, tender, award.
        base_url: Where the interface is.
        most_pages: Beyond these the rest is left, and reported.
    """
    parameters = {
        "updatedFrom": moment(since),
        "updatedTo": moment(until),
        "stages": stages,
        "limit": 100,
    }
    url = f"{base_url.rstrip('/')}/api/1.0/ocdsReleasePackages?{urlencode(parameters)}"
    return fetch_pages(client, url, SOURCE, most_pages=most_pages)
