"""Companies whose goods the United States keep out under the Uyghur Forced Labor Prevention Act.

Publisher: U.S. Department of Homeland Security, Forced Labor Enforcement Task Force.
Licence: a work of the United States government, in the public domain there.
Access: the list is a page and a run of notices in the Federal Register; save it as CSV in UTF-8
    with the columns Entity, Aliases (one a line), Section, Listed on, Removed on. `read_companies`
    reads the file, `fetch_companies` fetches one that is kept somewhere on the web.
Rate limit: none for a file.
Caveats: the list is of United States import law; here it is a sign to ask about, not a ground of
    exclusion. Names are transliterated in several ways, so aliases matter. A company that is not
    listed is unknown, not free of the risk.
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

SOURCE = "UFLPA entity list"
_REQUIRED = ("Entity", "Section", "Listed on")


class Section(StrEnum):
    """For what a company is listed, by the paragraph of section 2(d)(2)(B) of the Act."""

    MADE_BY_FORCED_LABOUR = "i"
    RECRUITS_OR_RECEIVES = "ii"
    EXPORTS = "iv"
    SOURCES_FROM_THE_REGION = "v"


@dataclass(frozen=True, slots=True)
class ListedCompany:
    """One company; `removed_on` is the day it was taken off the list, None while it is on it."""

    name: str
    as_at: date
    aliases: tuple[str, ...] = ()
    section: Section | None = None
    listed_on: date | None = None
    removed_on: date | None = None


def read_companies(data: bytes, *, as_at: date) -> Snapshot[ListedCompany]:
    """Read the list as saved on a day.

    Raises:
        SourceChanged: It is no such table; names the field and row.
    """
    records, unread = read_table(
        data,
        partial(_company, as_at),
        source=SOURCE,
        required=_REQUIRED,
        optional=("Aliases", "Removed on"),
    )
    return Snapshot(SOURCE, as_at, records, unread, sha256=digest(data))


def fetch_companies(client: Client, url: str) -> Snapshot[ListedCompany]:
    """Fetch a kept list; raises SourceUnavailable, and as `read_companies` does."""
    return fetch_table(client, url, SOURCE, read_companies)


def _company(as_at: date, row: Row) -> ListedCompany:
    return ListedCompany(
        name=row.need("Entity"),
        as_at=as_at,
        aliases=row.lines("Aliases"),
        section=row.choice("Section", Section),
        listed_on=row.day("Listed on"),
        removed_on=row.day("Removed on"),
    )
