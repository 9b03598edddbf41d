"""Add what a council has let, from Find a Tender: by a notice, or each day's new awards."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from app.installation import Installation
from scrapers.errors import SourceError
from scrapers.http.client import Client
from scrapers.registers.find_a_tender import POLICY, FindATender, Process

FIRST_LOOK = timedelta(days=30)
"""How far back the first look for a council's awards goes."""

LONGEST_LOOK = timedelta(days=90)
"""How far back any look goes: further, and there are more notices than one look can read."""


def fetch_process(home: Installation, reference: str) -> Process:
    """Fetch the process that a person names, to be taken in as a supplier list.

    Raises:
        ValueError: It is no notice number, identifier or address of a notice.
        SourceUnavailable: The publisher does not answer, or has no such notice.
        SourceChanged: The answer is no open contracting package.
    """
    with _opened(home) as notices:
        return notices.process(reference)


def fetch_awards(
    home: Installation, *, since: datetime | None, until: datetime
) -> tuple[list[Process], list[str]]:
    """Fetch each process of the council's own with a new award notice.

    Args:
        home: The installation; its settings name the buyers.
        since: When they were last looked for; None for the first time.
        until: Up to when.

    Returns:
        The processes, and for each that did not come why not.

    Raises:
        SourceError: The list of notices does not come, or not whole.
    """
    processes: list[Process] = []
    troubles: list[str] = []
    with _opened(home) as notices:
        start = max(since or until - FIRST_LOOK, until - LONGEST_LOOK)
        for ocid in notices.awarded_by(home.settings.award_buyers, start, until):
            try:
                processes.append(notices.record(ocid))
            except SourceError as error:
                troubles.append(f"{ocid}: {error.reason}")
    return processes, troubles


def seen_until(mark: str) -> datetime | None:
    """Return up to when notices were read, from the mark that is kept; None for none."""
    return datetime.fromisoformat(mark).astimezone(UTC) if mark else None


@contextmanager
def _opened(home: Installation) -> Iterator[FindATender]:
    settings = home.settings
    polite = replace(
        POLICY,
        contact=settings.contact,
        loopback=settings.fetch_loopback,
        delay_s=settings.fetch_delay_s,
    )
    with Client(polite, home.archive) as client:
        yield FindATender(
            client,
            base_url=settings.find_a_tender_url,
            contracts_finder_url=settings.contracts_finder_url,
        )
