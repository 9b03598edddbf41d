"""Accredited Living Wage employers.

Publisher: Living Wage Foundation.
Licence: the Foundation's own terms; keep a copy for checking, do not publish it.
Access: the Foundation shows its list as searchable pages; save it as CSV in UTF-8 with the columns
    Employer, Company number, Place, Sector, Accredited since, Status. `read_employers` reads the
    file, `fetch_employers` fetches one that is kept somewhere on the web.
Rate limit: none for a file.
Caveats: accreditation is voluntary, so an employer that is not listed falls short of nothing. The
    list names trading names and often no number; a group may be accredited in part.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import partial

from scrapers.archive import digest
from scrapers.client import Client
from scrapers.registers.download import fetch_table
from scrapers.registers.snapshot import Snapshot
from scrapers.registers.tables import Row, read_table

SOURCE = "Accredited Living Wage employers"


class Accreditation(StrEnum):
    """In what state an accreditation is."""

    ACCREDITED = "Accredited"
    SUSPENDED = "Suspended"
    ENDED = "Ended"


@dataclass(frozen=True, slots=True)
class LivingWageEmployer:
    """One employer on the list; a list without states names accredited employers only."""

    employer: str
    as_at: date
    state: Accreditation | None = Accreditation.ACCREDITED
    company_number: str = ""
    place: str = ""
    sector: str = ""
    since: date | None = None


def read_employers(data: bytes, *, as_at: date) -> Snapshot[LivingWageEmployer]:
    """Read the list as saved on a day.

    Raises:
        SourceChanged: It is no such table; names the field and row.
    """
    records, unread = read_table(
        data,
        partial(_employer, as_at),
        source=SOURCE,
        required=("Employer",),
        optional=("Company number", "Place", "Sector", "Accredited since", "Status"),
    )
    return Snapshot(SOURCE, as_at, records, unread, sha256=digest(data))


def fetch_employers(client: Client, url: str) -> Snapshot[LivingWageEmployer]:
    """Fetch a kept list; raises SourceUnavailable, and as `read_employers` does."""
    return fetch_table(client, url, SOURCE, read_employers)


def _employer(as_at: date, row: Row) -> LivingWageEmployer:
    state = row.text("Status")
    return LivingWageEmployer(
        employer=row.need("Employer"),
        as_at=as_at,
        state=row.choice("Status", Accreditation) if state else Accreditation.ACCREDITED,
        company_number=row.company_number("Company number"),
        place=row.text("Place"),
        sector=row.text("Sector"),
        since=row.day("Accredited since"),
    )
