"""What is known about a supplier on a day: the values that rules judge, None where unknown."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from scoring.companies.trade import Trade
from scoring.contract_terms import is_live, yearly_value
from scoring.periods import Period


class PayPeriod(StrEnum):
    """What a stated pay figure is paid for."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    PIECE = "piece"


class AnswerValue(StrEnum):
    """What a supplier answered to a yes-or-no question."""

    YES = "yes"
    NO = "no"
    PARTLY = "partly"
    NOT_KNOWN = "not_known"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of a questionnaire or audit, by the question's identifier."""

    question: str
    value: AnswerValue
    text: str = ""
    source: str = ""
    as_at: date | None = None


@dataclass(frozen=True, slots=True)
class ContractFacts:
    """One contract as far as its record tells; None is unknown, never zero.

    Money is pounds sterling. `annual_value` is for a year, `total_value` for the whole term with
    extensions; `pay` is the lowest pay for the period named, before deductions.

    `unpaid_weekly_hours` are unpaid travel and waiting; `weekly_deductions` are pounds a week
    taken for the employer's benefit or spent on uniform and tools; `accommodation_per_day` is
    pounds a day, over `accommodation_days` a week (seven where unknown); zero pounds over days
    that are given is a free home. `labour_hours_year` are the hours that the contract buys in a
    year. `indexed` says whether the price follows the wage rates. `let_on` is the day the contract
    was let, `living_wage_policy_from` the day from which its buyer's new contracts must pay the
    Living Wage. `award_value` is the value of an award that `sharing` suppliers share: each one's
    part of it is unknown, so their `total_value` is None. `pays_levy` says that the employer's pay
    bill is over £3m a year, so that the apprenticeship levy is due. `weeks_year` are
    the weeks worked in a year where they are fewer than 52, as in term time.
    `employment_allowance` says that the employer has the Employment Allowance for this work.
    """

    reference: str
    title: str = ""
    annual_value: Decimal | None = None
    total_value: Decimal | None = None
    start: date | None = None
    end: date | None = None
    place: str = ""
    category_codes: tuple[str, ...] = ()
    category_text: str = ""
    pay: Decimal | None = None
    pay_period: PayPeriod | None = None
    weekly_hours: Decimal | None = None
    youngest_age: int | None = None
    workers: int | None = None
    third_party: bool | None = None
    source: str = ""
    row: int | None = None
    apprentice: bool | None = None
    daily_hours: Decimal | None = None
    pieces_per_hour: Decimal | None = None
    unpaid_weekly_hours: Decimal | None = None
    weekly_deductions: Decimal | None = None
    accommodation_per_day: Decimal | None = None
    accommodation_days: Decimal | None = None
    labour_hours_year: Decimal | None = None
    indexed: bool | None = None
    let_on: date | None = None
    living_wage_policy_from: date | None = None
    pays_levy: bool | None = None
    weeks_year: Decimal | None = None
    employment_allowance: bool | None = None
    award_value: Decimal | None = None
    sharing: int = 1

    def is_live(self, day: date) -> bool:
        """Return whether it is live on a day: `scoring.contract_terms.is_live` says when."""
        return is_live(self.end, day)

    @property
    def yearly_value(self) -> Decimal | None:
        """What it is worth a year, in pounds; None where its record does not say."""
        return yearly_value(self.annual_value, self.total_value, self.start, self.end)


@dataclass(frozen=True, slots=True)
class ListedStatement:
    """A row of the statement registry: a statement that was published, and what was declared.

    Attributes:
        organisation: As entered.
        registry_year: The registry's own year, which names the download that holds the row.
        as_at: The day on which the registry said so.
        url: Where the statement is published; the registry's page where no address was given.
        start: First day that it is about.
        end: Last day that it is about.
        approver: Who approved it, as entered.
        approved_on: The day of approval.
        parent: The group that submitted it.
        turnover: The band of turnover, pounds a year, in the form's words.
        areas: Whether it was declared to cover each area of section 54(5), by the form's name.
        same_number: Whether the company number led to the row, and not only the same name.
    """

    organisation: str
    registry_year: int
    as_at: date
    url: str = ""
    start: date | None = None
    end: date | None = None
    approver: str = ""
    approved_on: date | None = None
    parent: str = ""
    turnover: str = ""
    areas: tuple[tuple[str, bool], ...] = ()
    same_number: bool = True


@dataclass(frozen=True, slots=True)
class SupplierFacts:
    """One supplier as far as its records show on a day; empty and None are unknown.

    `spend` is what lists of payments paid it, in pounds, and `spend_periods` the days that those
    lists cover, merged; empty where a list does not say its period.

    `trade` is what an officer set or the caller worked out; where it is None,
    `scoring.companies.inference.trade_of` infers it from the rest. `listed` are its rows in the
    statement registry, the newest first. `turnover_row` is the row whose band `turnover` is the
    lower end of; None where the turnover is from the supplier list.
    """

    name: str
    company_number: str = ""
    postcode: str = ""
    countries: tuple[str, ...] = ()
    sic_codes: tuple[str, ...] = ()
    category_codes: tuple[str, ...] = ()
    category_text: str = ""
    turnover: Decimal | None = None
    employees: int | None = None
    spend: Decimal | None = None
    workforce: tuple[str, ...] = ()
    contracts: tuple[ContractFacts, ...] = ()
    answers: tuple[Answer, ...] = ()
    accreditation_verified: bool | None = None
    goods: tuple[str, ...] = ()
    trade: Trade | None = None
    spend_periods: tuple[Period, ...] = ()
    listed: tuple[ListedStatement, ...] = ()
    turnover_row: ListedStatement | None = None

    def on(self, day: date) -> "SupplierFacts":
        """Return the facts without the contracts that ended before a day."""
        live = tuple(each for each in self.contracts if each.is_live(day))
        return self if len(live) == len(self.contracts) else replace(self, contracts=live)
