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

from scrapers.registers.manual_list import SavedList
from scrapers.registers.tables import Row


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


def _company(as_at: date, row: Row) -> ListedCompany:
    return ListedCompany(
        name=row.need("Entity"),
        as_at=as_at,
        aliases=row.lines("Aliases"),
        section=row.choice("Section", Section),
        listed_on=row.day("Listed on"),
        removed_on=row.day("Removed on"),
    )


_LIST = SavedList(
    "UFLPA entity list",
    _company,
    required=("Entity", "Section", "Listed on"),
    optional=("Aliases", "Removed on"),
)
read_companies, fetch_companies = _LIST.read, _LIST.fetch
