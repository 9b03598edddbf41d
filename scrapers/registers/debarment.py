"""The debarment list of the Procurement Act 2023: suppliers that a minister has entered.

Publisher: Cabinet Office, Procurement Review Unit (Procurement Act 2023 section 62).
Licence: Open Government Licence v3.0.
Access: the list is a page on gov.uk; save it as CSV in UTF-8 with the columns Supplier, Company
    number, Address, Ground, Kind, Entered on, Expected removal. `read_list` reads the file,
    `fetch_list` fetches one that is kept somewhere on the web.
Rate limit: none; read it on the day of a decision.
Caveats: the list began empty, and a list without rows is a list. Names are alike: whether an entry
    is this supplier is for a person to verify. An entry on a mandatory ground means excluded, on a
    discretionary ground excludable; the authority decides. An entry may be under appeal.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from scrapers.registers.manual_list import SavedList
from scrapers.registers.tables import Row


class GroundKind(StrEnum):
    """What an entry means for an award: excluded, or excludable."""

    MANDATORY = "Mandatory"
    DISCRETIONARY = "Discretionary"


@dataclass(frozen=True, slots=True)
class Debarred:
    """One entry of the list.

    Attributes:
        kind: Whether the ground is mandatory or discretionary; None where the list says neither.
        ground: The ground in the list's words.
        expected_removal: When the entry is expected to be taken off.
        as_at: The day on which the list said so.
    """

    supplier: str
    ground: str
    as_at: date
    kind: GroundKind | None = None
    company_number: str = ""
    address: str = ""
    entered_on: date | None = None
    expected_removal: date | None = None


def _entry(as_at: date, row: Row) -> Debarred:
    return Debarred(
        supplier=row.need("Supplier"),
        ground=row.text("Ground"),
        as_at=as_at,
        kind=row.choice("Kind", GroundKind),
        company_number=row.company_number("Company number"),
        address=row.text("Address"),
        entered_on=row.day("Entered on"),
        expected_removal=row.day("Expected removal"),
    )


_LIST = SavedList(
    "Debarment list",
    _entry,
    required=("Supplier", "Ground", "Kind", "Entered on"),
)
read_list, fetch_list = _LIST.read, _LIST.fetch
