"""What Companies House says of a company and its officers."""

from dataclasses import dataclass
from datetime import date

from scrapers.registers.companies_house.choices import (
    AccountsType,
    CompanyStatus,
    CompanyType,
    OfficerRole,
    StatusDetail,
)


@dataclass(frozen=True, slots=True)
class PreviousName:
    """A name that the company bore, and when."""

    name: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Company:
    """One company as its register entry stands; empty and None are unknown.

    Attributes:
        number: Company number, eight characters.
        name: Registered name.
        as_at: The day on which the register said so.
        kind: What kind of legal person, or None where the source words it otherwise.
        kind_text: The same in the source's words.
        status: The register's word for its state.
        status_text: The same in the source's words.
        address: The registered office in one line.
        sic_codes: UK SIC 2007, five digits.
        previous_names: Newest first.
        accounts: What kind of accounts it filed last: a band of its size, not a figure.
        accounts_made_up_to: The day of the last accounts.
        accounts_due: When the next accounts are due.
        accounts_overdue: Whether they are late, where the source says so.
    """

    number: str
    name: str
    as_at: date
    kind: CompanyType | None = None
    kind_text: str = ""
    status: CompanyStatus | None = None
    status_text: str = ""
    status_detail: StatusDetail | None = None
    incorporated_on: date | None = None
    dissolved_on: date | None = None
    address: str = ""
    postcode: str = ""
    country: str = ""
    sic_codes: tuple[str, ...] = ()
    previous_names: tuple[PreviousName, ...] = ()
    accounts: AccountsType | None = None
    accounts_made_up_to: date | None = None
    accounts_due: date | None = None
    accounts_overdue: bool | None = None
    can_file: bool | None = None

    def name_on(self, day: date) -> str:
        """Return the name that the company bore on a day."""
        for previous in self.previous_names:
            begun = previous.since is None or day >= previous.since
            if begun and previous.until and day < previous.until:
                return previous.name
        return self.name


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One company that a search brought up."""

    number: str
    name: str
    as_at: date
    status: CompanyStatus | None = None
    kind: CompanyType | None = None
    address: str = ""
    postcode: str = ""
    incorporated_on: date | None = None
    dissolved_on: date | None = None


@dataclass(frozen=True, slots=True)
class Officer:
    """A director, member, partner or secretary, and when they served.

    Only what a signature can be held against is kept: no birth, nationality or address.
    """

    name: str
    as_at: date
    role: OfficerRole | None = None
    appointed_on: date | None = None
    resigned_on: date | None = None
    former_names: tuple[str, ...] = ()

    def served_on(self, day: date) -> bool | None:
        """Whether they served on a day; None where the register does not tell since when."""
        if self.resigned_on is not None and day > self.resigned_on:
            return False
        if self.appointed_on is None:
            return None
        return day >= self.appointed_on

    @property
    def spoken_name(self) -> str:
        """The name as one signs: the register writes “THORN, Ada Mary, Dr” for Ada Mary Thorn."""
        family, comma, rest = self.name.partition(",")
        if not comma:
            return self.name
        given = rest.split(",")[0].strip()
        return f"{given} {family.title() if family.isupper() else family}"
