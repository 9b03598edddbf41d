"""Whether a contract's price can pay for its labour, and keep up with rising wage rates."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from scoring.facts import ContractFacts
from scoring.findings import Evidence, Finding, Rule, rule
from scoring.money import pounds
from scoring.rates import (
    NoRate,
    Place,
    Rate,
    employer_cost_rows,
    last_living_wage,
    last_minimum_wage,
    living_wage,
    living_wage_stale,
    minimum_wage,
    minimum_wage_stale,
    place_of,
)
from scoring.rules.floor import FloorYear, contract_years, floor_year, labour_hours
from scoring.rules.pay import ADULT, not_yet_required
from scoring.vocabulary import Outcome, Severity, Theme

ASK = (
    "Ask the supplier to show how its price pays for the hours (Procurement Act 2023 s19: an "
    "abnormally low tender may be disregarded only after the supplier was asked and could not "
    "show that it can perform)."
)
GIVE_HOURS = (
    "Ask for the hours of work in a year, how many people share them, and the yearly price."
)
FloorRule = Rule[[ContractFacts, date], Finding]


@rule(
    "price.living_wage_floor",
    version=1,
    theme=Theme.PAY,
    title="The price covers its labour at the Living Wage",
    source="Living Wage Foundation rates; Working Time Regulations 1998 regs 13-13A; employer "
    "National Insurance and pension rates; Procurement Act 2023 s19",
    valid_from=date(2011, 5, 1),
)
def living_wage_floor(contract: ContractFacts, at: date) -> Finding:
    """The yearly price is at least what the contract's hours cost at the Living Wage.

    The sum is hours × rate × (1 + 5.6 ÷ 46.4) for paid holiday, with employer National Insurance
    and pension, for each year of the term. It leaves out materials, management and profit, so a
    price below it cannot pay the Living Wage. Where the headcount is unknown a low and a high sum
    are made, and a price between them is unknown. Rates not yet published are held at today's,
    which keeps the sum low; years that began before the employers' figures on record are left out.
    """
    where = place_of(contract.place) or Place.UK
    return _judge_floor(living_wage_floor, contract, at, lambda day: _living(where, day))


@rule(
    "price.minimum_wage_floor",
    version=1,
    theme=Theme.PAY,
    title="The price covers its labour at the legal minimum",
    source="National Minimum Wage Act 1998; Working Time Regulations 1998 regs 13-13A; employer "
    "National Insurance and pension rates; Procurement Act 2023 s19",
    valid_from=date(1999, 4, 1),
)
def minimum_wage_floor(contract: ContractFacts, at: date) -> Finding:
    """The yearly price is at least what the contract's hours cost at the adult minimum wage.

    The same sum as for the Living Wage floor, at the rate for the top age band. A price below it
    cannot pay adults lawfully: a sign that someone else bears the cost.
    """
    return _judge_floor(minimum_wage_floor, contract, at, _minimum)


@rule(
    "price.indexation",
    version=1,
    theme=Theme.PAY,
    title="The price keeps up with wage rates over the term",
    source="Home Office and Cabinet Office, PPN 009 guidance (low-price checks); Living Wage "
    "Foundation, phased implementation",
    valid_from=date(2011, 5, 1),
)
def indexation(contract: ContractFacts, at: date) -> Finding:
    """A contract that runs past the next change of wage rates lets its price follow them.

    Minimum wage rates change each 1 April and the Living Wage must be paid by each 1 May. A price
    fixed across such a day leaves the rise to be found from the workers' pay or hours.
    """
    if contract.start is None or contract.end is None:
        return indexation.finding(
            Outcome.UNKNOWN,
            "Unknown: the contract's first or last day is not on record.",
            remedy="Ask for the contract's term.",
            subject=contract.reference,
        )
    change = _next_april(contract.start)
    said = f"The term runs from {contract.start} to {contract.end}"
    if contract.end < change:
        return _indexed(contract, Outcome.NOT_APPLICABLE, f"{said}, before rates change.")
    said += f"; wage rates change on {change} and each year after"
    if contract.indexed is None:
        return _indexed(
            contract, Outcome.UNKNOWN, f"{said}. Whether the price follows is unknown."
        )
    if contract.indexed:
        return _indexed(contract, Outcome.MET, f"{said}, and the price follows them.")
    return _indexed(contract, Outcome.NOT_MET, f"{said}, but the price is fixed on {at}.")


def floor_years(
    contract: ContractFacts, at: date, rate_on: Callable[[date], Rate | NoRate]
) -> tuple[FloorYear, ...] | NoRate:
    """Return the labour cost of each year of the term, or why it cannot be worked out."""
    hours = labour_hours(contract)
    if hours is None or hours <= 0:
        return NoRate("the hours of work that the price buys are not on record")
    known_from, years = employer_cost_rows()[0].start, []
    for start in contract_years(contract, at):
        if start < known_from <= at:
            continue
        rate = rate_on(start)
        if isinstance(rate, NoRate):
            return rate
        held = start >= rate.effective.replace(year=rate.effective.year + 1) or rate.provisional
        levy = contract.pays_levy is True
        year = floor_year(start, hours, contract.workers, rate, at=at, held=held, levy=levy)
        if isinstance(year, NoRate):
            return year
        years.append(year)
    return tuple(years) or NoRate(f"no employer's figures are on record before {known_from}")


def yearly_price(contract: ContractFacts) -> Decimal | None:
    """Return the contract's price for a year, from its whole value where only that is known."""
    if contract.annual_value is not None:
        return contract.annual_value
    if contract.total_value is None or contract.start is None or contract.end is None:
        return None
    days = Decimal((contract.end - contract.start).days + 1)
    return contract.total_value * Decimal("365.25") / days if days > 0 else None


def _judge_floor(
    judge: FloorRule,
    contract: ContractFacts,
    at: date,
    rate_on: Callable[[date], Rate | NoRate],
) -> Finding:
    price, years = yearly_price(contract), floor_years(contract, at, rate_on)
    if price is None or isinstance(years, NoRate):
        why = years.reason if isinstance(years, NoRate) else "the yearly price is not on record"
        return judge.finding(
            Outcome.UNKNOWN,
            f"Unknown: {why.removeprefix('unknown: ')}.",
            remedy=GIVE_HOURS,
            subject=contract.reference,
        )
    shown = " ".join(_sum(year) for year in years)
    stale = living_wage_stale(at) if judge is living_wage_floor else minimum_wage_stale(at)
    said = f"The price is {pounds(price)} a year. Least labour cost by year: {shown}"
    said += f" {stale[0].upper()}{stale[1:]}." if stale else ""
    outcome, severity = _compare(judge, contract, price, years)
    return judge.finding(
        outcome,
        f"{said} The tender may be abnormally low." if outcome is Outcome.NOT_MET else said,
        severity=severity,
        remedy={Outcome.NOT_MET: ASK, Outcome.UNKNOWN: GIVE_HOURS}.get(outcome, ""),
        subject=contract.reference,
        evidence=(Evidence(f"{pounds(price)} a year", contract.source or contract.reference),),
    )


def _compare(
    judge: FloorRule, contract: ContractFacts, price: Decimal, years: tuple[FloorYear, ...]
) -> tuple[Outcome, Severity]:
    if all(price >= year.high for year in years):
        unsure = judge is living_wage_floor and place_of(contract.place) is None
        return (Outcome.UNKNOWN if unsure else Outcome.MET), Severity.INFO
    if all(price >= year.low for year in years):
        return Outcome.UNKNOWN, Severity.INFO
    if judge is minimum_wage_floor:
        return Outcome.NOT_MET, Severity.CRITICAL
    if not_yet_required(contract):
        return Outcome.UNKNOWN, Severity.INFO
    return Outcome.NOT_MET, Severity.HIGH


def _living(where: Place, day: date) -> Rate | NoRate:
    rate = living_wage(where, day)
    last = last_living_wage(where)
    return last if isinstance(rate, NoRate) and day >= last.effective else rate


def _minimum(day: date) -> Rate | NoRate:
    rate, last = minimum_wage(ADULT, day), last_minimum_wage(ADULT)
    return last if isinstance(rate, NoRate) and day >= last.effective else rate


def _sum(year: FloorYear) -> str:
    total = pounds(year.low)
    if year.high != year.low:
        total += f" to {pounds(year.high)}"
    held = ", rate held as later ones are not published" if year.held else ""
    levy = f", levy {pounds(year.levy)}" if year.levy else ""
    costs = year.costs
    return (
        f"from {year.start}: {year.hours:,f} hours × {pounds(year.rate.amount)} = "
        f"{pounds(year.wages)}, holiday {pounds(year.holiday)}, National Insurance "
        f"{pounds(year.insurance[0])}, pension {pounds(year.pension[0])}{levy}: {total}{held} "
        f"(National Insurance {costs.ni_rate:.1%} above {pounds(costs.ni_threshold)} and "
        f"pension {costs.pension_rate:.0%} of {pounds(costs.pension_lower)} to "
        f"{pounds(costs.pension_upper)} for each worker)."
    )


def _next_april(day: date) -> date:
    return date(day.year + (day >= date(day.year, 4, 1)), 4, 1)


def _indexed(contract: ContractFacts, outcome: Outcome, detail: str) -> Finding:
    quote = {True: "price follows wage rates", False: "price fixed", None: "not stated"}
    return indexation.finding(
        outcome,
        detail,
        severity=Severity.MEDIUM if outcome is Outcome.NOT_MET else Severity.INFO,
        remedy="Agree a clause by which the price follows the wage rates each year."
        if outcome in {Outcome.NOT_MET, Outcome.UNKNOWN}
        else "",
        subject=contract.reference,
        evidence=(Evidence(quote[contract.indexed], contract.source or contract.reference),),
    )
