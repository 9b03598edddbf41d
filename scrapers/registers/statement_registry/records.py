"""One organisation's entry in the statement registry for one year."""

from dataclasses import dataclass
from datetime import date

from scrapers.registers.statement_registry.choices import (
    Area,
    AtRisk,
    Grievance,
    Indicator,
    Partner,
    PolicyProvision,
    Remediation,
    RiskArea,
    Sector,
    SocialAudit,
    SupplyTier,
    Trained,
    Turnover,
)


@dataclass(frozen=True, slots=True)
class AreaClaim:
    """Whether the organisation ticked that its statement includes an area, or why not."""

    area: Area
    included: bool | None
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class ClaimedRisk:
    """One of up to three risks that the organisation named, in its own words."""

    description: str
    areas: tuple[RiskArea, ...] = ()
    tiers: tuple[SupplyTier, ...] = ()
    groups: tuple[AtRisk, ...] = ()
    other_group: str = ""
    locations: tuple[str, ...] = ()
    mitigation: str = ""


@dataclass(frozen=True, slots=True)
class OtherAnswer:
    """An answer that is none of the form's choices, as it was entered in a column."""

    column: str
    text: str


@dataclass(frozen=True, slots=True)
class RegisteredStatement:
    """What an organisation entered in the registry about one statement.

    The registry shows that a statement was submitted; it does not judge it. Each tick is the
    organisation's own claim, to be held against the statement's text. Empty and None are unknown.

    Attributes:
        year: The registry's year: the financial year's end plus six months.
        organisation: As entered.
        company_number: In canonical form; empty where the entry has none.
        summary_url: The registry's page of the statement; members of a group share it, so only
            together with the organisation does it name an entry.
        statement_url: Where the organisation says that its statement is published.
        pdf_url: The copy that the registry keeps, where it does.
        no_url_email: Where a statement without address can be asked for.
        group: Whether the statement was submitted for a group.
        start: First day that the statement is about.
        end: Last day that the statement is about.
        approved_by: The person who approved it, as entered.
        years_producing: For how many years the organisation has made statements, in its words.
        no_*: That the organisation said "none of these".
        other_answers: Answers that are none of the form's choices, as text.
        as_at: The day on which the registry said so.
    """

    year: int
    organisation: str
    as_at: date
    company_number: str = ""
    address: str = ""
    sector: Sector | None = None
    last_updated: date | None = None
    group: bool | None = None
    parent: str = ""
    statement_url: str = ""
    no_url_email: str = ""
    summary_url: str = ""
    pdf_url: str = ""
    pdf_date: date | None = None
    start: date | None = None
    end: date | None = None
    approved_by: str = ""
    approved_on: date | None = None
    areas: tuple[AreaClaim, ...] = ()
    sectors: tuple[str, ...] = ()
    other_sector: str = ""
    turnover: Turnover | None = None
    years_producing: str = ""
    policies: tuple[PolicyProvision, ...] = ()
    other_policies: str = ""
    no_policies: bool | None = None
    trained: tuple[Trained, ...] = ()
    other_training: str = ""
    no_training: bool | None = None
    partners: tuple[Partner, ...] = ()
    no_partners: bool | None = None
    audits: tuple[SocialAudit, ...] = ()
    no_audits: bool | None = None
    grievance: tuple[Grievance, ...] = ()
    no_grievance: bool | None = None
    other_monitoring: str = ""
    risks: tuple[ClaimedRisk, ...] = ()
    no_risks: bool | None = None
    indicators: tuple[Indicator, ...] = ()
    no_indicators: bool | None = None
    remediation: tuple[Remediation, ...] = ()
    no_remediation: bool | None = None
    progress: str = ""
    other_answers: tuple[OtherAnswer, ...] = ()

    @property
    def key(self) -> tuple[int, str, str]:
        """What names this entry among all others: year, page and organisation."""
        return self.year, self.summary_url, self.organisation

    def claims(self, area: Area) -> bool | None:
        """Return whether the organisation ticked this area; None where it did not say."""
        return next((claim.included for claim in self.areas if claim.area is area), None)
