"""Contracting as OCDS 1.1 releases tell of it, as far as due diligence needs it."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from scoring.companies.identifiers import company_number


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in a currency (ISO 4217), net; `gross` with value added tax where it is given."""

    amount: Decimal | None
    currency: str = ""
    gross: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """From when to when; `longest` with every extension taken."""

    start: date | None = None
    end: date | None = None
    longest: date | None = None


@dataclass(frozen=True, slots=True)
class PartyIdentifier:
    """A number in a register, by the register's org-id.guide code, as the release writes it."""

    scheme: str
    id: str
    legal_name: str = ""


@dataclass(frozen=True, slots=True)
class Classification:
    """A code for what is bought or what a party is, such as CPV, as the release writes it."""

    scheme: str
    code: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """A document or notice that the release names."""

    id: str
    kind: str
    title: str = ""
    url: str = ""
    published: date | None = None
    format: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """An organisation that takes part, and in what roles.

    Attributes:
        identifiers: The main one first, then the additional ones.
        address: In one line.
        region: A NUTS or other code, as the release writes it.
        scale: Small, medium or large, where told: "sme", "large".
        voluntary: Whether it is a voluntary, community or social enterprise.
    """

    id: str
    name: str
    roles: tuple[str, ...] = ()
    identifiers: tuple[PartyIdentifier, ...] = ()
    address: str = ""
    postcode: str = ""
    region: str = ""
    country: str = ""
    url: str = ""
    scale: str = ""
    voluntary: bool | None = None
    role_details: str = ""
    classifications: tuple[Classification, ...] = ()

    @property
    def company_number(self) -> str:
        """The company number in canonical form, or empty where the release gives none."""
        given = [i.id for i in self.identifiers if i.scheme == "GB-COH"]
        given.append(self.id.removeprefix("GB-COH-") if self.id.startswith("GB-COH-") else "")
        # Spreadsheets on the way to a release turn numbers into decimals.
        numbers = (company_number(each.removesuffix(".0")) for each in given)
        return next(filter(None, numbers), "")


@dataclass(frozen=True, slots=True)
class Reference:
    """A party as it is named elsewhere in the release."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Item:
    """Something that is bought: its codes, how much of it, and where it is delivered."""

    id: str
    description: str = ""
    classifications: tuple[Classification, ...] = ()
    quantity: Decimal | None = None
    unit: str = ""
    unit_value: Money | None = None
    places: tuple[str, ...] = ()
    lot: str = ""


@dataclass(frozen=True, slots=True)
class Lot:
    """A part of a tender that is let by itself."""

    id: str
    title: str = ""
    description: str = ""
    status: str = ""
    value: Money | None = None
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Tender:
    """What is asked for, and how."""

    id: str = ""
    title: str = ""
    description: str = ""
    status: str = ""
    legal_basis: str = ""
    category: str = ""
    method: str = ""
    method_details: str = ""
    value: Money | None = None
    least_value: Money | None = None
    period: Period | None = None
    closes: date | None = None
    items: tuple[Item, ...] = ()
    lots: tuple[Lot, ...] = ()
    tenderers: tuple[Reference, ...] = ()
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Award:
    """Who won, and for how much."""

    id: str
    title: str = ""
    description: str = ""
    status: str = ""
    awarded: date | None = None
    value: Money | None = None
    suppliers: tuple[Reference, ...] = ()
    period: Period | None = None
    items: tuple[Item, ...] = ()
    lots: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class SignedContract:
    """A contract that was signed upon an award."""

    id: str
    award: str = ""
    title: str = ""
    description: str = ""
    status: str = ""
    signed: date | None = None
    value: Money | None = None
    period: Period | None = None
    items: tuple[Item, ...] = ()
    notices: tuple[Notice, ...] = ()
    paid: Money | None = None


@dataclass(frozen=True, slots=True)
class Release:
    """One release: what was said about one contracting process at one time.

    Attributes:
        ocid: The process; all its releases share it.
        id: This release.
        said_at: When it was said.
        tags: What it is about: planning, tender, award, contract, implementation.
        as_at: The day on which the publisher's interface gave it.
    """

    ocid: str
    id: str
    as_at: date
    said_at: datetime | None = None
    tags: tuple[str, ...] = ()
    language: str = ""
    buyer: Reference | None = None
    parties: tuple[Party, ...] = ()
    tender: Tender | None = None
    awards: tuple[Award, ...] = ()
    contracts: tuple[SignedContract, ...] = ()
    notices: tuple[Notice, ...] = ()
    related: tuple[str, ...] = ()

    def party(self, reference: Reference) -> Party | None:
        """Return the party that is named, where the release describes it."""
        return next((party for party in self.parties if party.id == reference.id), None)

    def suppliers(self) -> tuple[Party, ...]:
        """Return every party that supplies, tenders or won, each once."""
        named = {supplier.id for award in self.awards for supplier in award.suppliers}
        return tuple(
            party for party in self.parties if "supplier" in party.roles or party.id in named
        )
