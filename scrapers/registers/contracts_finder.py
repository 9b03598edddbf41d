"""Contracts Finder: notices of public contracts in England, mostly below the larger thresholds.

Publisher: Cabinet Office.
Licence: Open Government Licence v3.0.
Access: OCDS 1.1 release packages without key: one notice by its identifier, or all published in a
    span of time, in pages. A downloaded package is read by `ocds.read_package`.
Rate limit: not published; the interface answers 403 for five minutes to whoever asks too fast.
Caveats: suppliers are often named without any number; values are as the buyer typed them. Since 24
    February 2025 new notices go to Find a Tender.
"""

import re
from datetime import datetime
from urllib.parse import urlencode

from scrapers.http.client import Client
from scrapers.registers.ocds.pages import fetch_pages, moment
from scrapers.registers.ocds.records import Release
from scrapers.registers.snapshot import Snapshot

SOURCE = "Contracts Finder"
SITE = "https://www.contractsfinder.service.gov.uk"
_NOTICE = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def fetch_notice(client: Client, notice: str, *, base_url: str = SITE) -> Snapshot[Release]:
    """Fetch one notice by its identifier (a UUID).

    Raises:
        ValueError: That is no identifier.
        SourceUnavailable: No answer; `gone` where there is no such notice.
        SourceChanged: The answer is no release package.
    """
    if not _NOTICE.fullmatch(notice.lower()):
        raise ValueError(f"“{notice[:40]}” is no notice identifier")
    url = f"{base_url.rstrip('/')}/Published/Notice/OCDS/{notice.lower()}"
    return fetch_pages(client, url, SOURCE, most_pages=1)


def fetch_published(
    client: Client,
    since: datetime,
    until: datetime,
    *,
    stages: str = "award",
    base_url: str = SITE,
    most_pages: int = 200,
) -> Snapshot[Release]:
    """Fetch all notices published in a span of time; raises as `fetch_notice` does."""
    parameters = {
        "publishedFrom": moment(since),
        "publishedTo": moment(until),
        "stages": stages,
        "limit": 100,
    }
    url = f"{base_url.rstrip('/')}/Published/Notices/OCDS/Search?{urlencode(parameters)}"
    return fetch_pages(client, url, SOURCE, most_pages=most_pages)
