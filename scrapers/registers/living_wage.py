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

from scrapers.registers.manual_list import SavedList
from scrapers.registers.tables import Row


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


_LIST = SavedList(
    "Accredited Living Wage employers",
    _employer,
    required=("Employer",),
    optional=("Company number", "Place", "Sector", "Accredited since", "Status"),
)
read_employers, fetch_employers = _LIST.read, _LIST.fetch
