"""The register of licensed gangmasters: who may supply workers to farms, food and shellfish.

Publisher: Fair Work Agency, which took over from the Gangmasters and Labour Abuse Authority.
Licence: Open Government Licence v3.0.
Access: the public register is searched on the web; save it as CSV in UTF-8 with the columns
    Licence holder, Trading name, URN, Company number, Postcode, Status, Issued on, Ends on.
    `read_licences` reads the file, `fetch_licences` fetches one that is kept on the web.
Rate limit: none for a file.
Caveats: a licence is needed for agriculture, horticulture, shellfish gathering, and food
    processing and packaging only; most suppliers need none. Workers supplied without a licence
    are a matter for the agency; where people may be exploited now, call 999, or the Modern
    Slavery Helpline on 08000 121 700.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from scrapers.registers.manual_list import SavedList
from scrapers.registers.tables import Row


class LicenceState(StrEnum):
    """In what state a licence is, in the register's words."""

    LICENSED = "Licensed"
    LICENSED_WITH_CONDITIONS = "Licensed with conditions"
    APPLIED = "Application"
    REFUSED = "Refused"
    REVOKED = "Revoked"
    REVOKED_AT_ONCE = "Revoked with immediate effect"
    SUSPENDED = "Suspended"
    LAPSED = "Lapsed"

    @property
    def allows(self) -> bool:
        """Whether workers may be supplied in this state."""
        return self in (LicenceState.LICENSED, LicenceState.LICENSED_WITH_CONDITIONS)


@dataclass(frozen=True, slots=True)
class GangmasterLicence:
    """One licence.

    Attributes:
        urn: The register's own number of the licence.
        state: None where the register's word for it is not known to us, which is reported.
        as_at: The day on which the register said so.
    """

    holder: str
    urn: str
    as_at: date
    state: LicenceState | None = None
    trading_name: str = ""
    company_number: str = ""
    postcode: str = ""
    issued_on: date | None = None
    ends_on: date | None = None

    def allows_on(self, day: date) -> bool | None:
        """Whether the licence lets workers be supplied on a day; None where it does not tell."""
        if self.state is None:
            return None
        started = self.issued_on is None or day >= self.issued_on
        running = self.ends_on is None or day <= self.ends_on
        return self.state.allows and started and running


def _licence(as_at: date, row: Row) -> GangmasterLicence:
    return GangmasterLicence(
        holder=row.need("Licence holder"),
        urn=row.need("URN"),
        as_at=as_at,
        state=row.choice("Status", LicenceState),
        trading_name=row.text("Trading name"),
        company_number=row.company_number("Company number"),
        postcode=row.text("Postcode"),
        issued_on=row.day("Issued on"),
        ends_on=row.day("Ends on"),
    )


_LIST = SavedList(
    "Register of licensed gangmasters",
    _licence,
    required=("Licence holder", "URN", "Status"),
)
read_licences, fetch_licences = _LIST.read, _LIST.fetch
