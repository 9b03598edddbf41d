"""The state of a company in the register's words: the interface's, and the snapshot's own."""

from typing import NamedTuple

from scrapers.registers.companies_house.choices import CompanyStatus, StatusDetail
from scrapers.registers.parsing import ValueUnreadable, choice

# The snapshot words some states otherwise than the interface does.
_STATUS = {
    "in administration": CompanyStatus.ADMINISTRATION,
    "in administration/administrative receiver": CompanyStatus.ADMINISTRATION,
    "in administration/receiver manager": CompanyStatus.ADMINISTRATION,
    "administration order": CompanyStatus.ADMINISTRATION,
    "administrative receiver": CompanyStatus.RECEIVERSHIP,
    "receiver manager / administrative receiver": CompanyStatus.RECEIVERSHIP,
    "receivership": CompanyStatus.RECEIVERSHIP,
    "receiver action": CompanyStatus.RECEIVERSHIP,
    "live but receiver manager on at least one charge": CompanyStatus.RECEIVERSHIP,
    "voluntary arrangement / administrative receiver": CompanyStatus.VOLUNTARY_ARRANGEMENT,
    "voluntary arrangement / receiver manager": CompanyStatus.VOLUNTARY_ARRANGEMENT,
    "live and in voluntary arrangement": CompanyStatus.VOLUNTARY_ARRANGEMENT,
    "registered": CompanyStatus.REGISTERED,
}
_STRIKING_OFF = ("active - proposal to strike off", StatusDetail.PROPOSAL_TO_STRIKE_OFF.value)


class State(NamedTuple):
    """A company's state; None where the words are not known to us."""

    status: CompanyStatus | None
    detail: StatusDetail | None = None


def state_in(words: str) -> State:
    """Return the state that the register's words name."""
    given = words.strip().lower()
    if given in _STRIKING_OFF:
        return State(CompanyStatus.ACTIVE, StatusDetail.PROPOSAL_TO_STRIKE_OFF)
    try:
        return State(_STATUS.get(given) or choice(given, CompanyStatus))
    except ValueUnreadable:
        return State(None)
