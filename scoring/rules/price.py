"""Whether a contract's price can pay for its labour, and keep up with rising wage rates."""

from datetime import date
from decimal import Decimal

from scoring.facts import ContractFacts
from scoring.findings import Evidence, Finding, Rule, rule
from scoring.reference.money import pounds
from scoring.reference.rate_tables import employer_cost_rows
from scoring.reference.rates import (
    NoRate,
    Place,
    Rate,
    last_living_wage,
    last_minimum_wage,
    living_wage,
    living_wage_stale,
    minimum_wage,
    minimum_wage_stale,
    place_of,
)
from scoring.reference.vocabulary import Outcome, Severity, Theme
from scoring.rules.floor import (
    PENNY,
    FloorYear,
    RateOn,
    contract_years,
    floor_year,
    labour_hours,
)
from scoring.rules.pay import ADULT, not_yet_required

ASK = (
    "Ask the supplier to show how its price pays for the hours (Procurement Act 2023 s19: an "
    "abnormally low tender may be disregarded only after the supplier was asked and could not "
    "show that it can perform)."
)
GIVE_HOURS = (
    "Ask for the hours of work in a year, how many people share them, and the yearly price."
)
ASK_COVER = (
    "Ask how leave and absence are covered, how many people share the hours, and whether the "
    "employer has the Employment Allowance."
)
FloorRule = Rule[[ContractFacts, date], Finding]


@rule(
    "price.living_wage_floor",
    version=2,
    theme=Theme.PAY,
    title="The price covers its labour at the Living Wage",
    source="Living Wage Foundation rates; Working Time Regulations 1998 regs 13-13A; employer "
    "National Insurance and pension rates; Procurement Act 2023 s19",
    valid_from=date(2011, 5, 1),
)
def living_wage_floor(contract: ContractFacts, at: date) -> Finding:
    """The yearly price covers what the contract's hours cost at the Living Wage.

    The cost is a range for each year of the term: from 52 paid weeks that include 5.6 weeks' leave
    to full cover of that leave, with employer National Insurance and pension. Each year is split
    where the legal minimum (1 April), National Insurance (6 April) or Living Wage (1 May) changes,
    and no day's rate is below its legal minimum. Below the least is a question to the tenderer,
    never a stop; between the two asks how leave is covered. Materials, management and profit are
    left out. Where the headcount is unknown the range is wider. Rates not yet published are held
    at today's; years before the employers' figures on record are left out.
    """
    rate_on = living_wage_on(contract.place)
    return _judge_floor(living_wage_floor, contract, at, rate_on, "the Living Wage")


@rule(
    "price.minimum_wage_floor",
    version=2,
    theme=Theme.PAY,
    title="The price covers its labour at the legal minimum",
    source="National Minimum Wage Act 1998; Working Time Regulations 1998 regs 13-13A; employer "
    "National Insurance and pension rates; Procurement Act 2023 s19",
    valid_from=date(1999, 4, 1),
)
def minimum_wage_floor(contract: ContractFacts, at: date) -> Finding:
    """The yearly price covers what the contract's hours cost at the adult minimum wage.

    The same range as for the Living Wage, at the rate for the top age band. A price below the
    least may leave the workers to bear the cost: the tenderer is asked, and a person decides.
    """
    return _judge_floor(minimum_wage_floor, contract, at, minimum_wage_on, "the legal minimum")


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
    contract: ContractFacts, at: date, rate_on: RateOn
) -> tuple[FloorYear, ...] | NoRate:
    """Return the labour cost of each year of the term, or why it cannot be worked out."""
    hours = labour_hours(contract)
    if hours is None:
        return NoRate("the hours of work that the price buys are not on record")
    known_from, years = employer_cost_rows()[0].start, []
    for start in contract_years(contract, at):
        if start < known_from <= at:
            continue
        year = floor_year(start, hours, contract, rate_on, at=at)
        if isinstance(year, NoRate):
            return year
        years.append(year)
    return tuple(years) or NoRate(f"no employer's figures are on record before {known_from}")


def living_wage_years(contract: ContractFacts, at: date) -> tuple[FloorYear, ...] | NoRate:
    """Return what the labour of each year of the term costs at the Living Wage of its place."""
    return floor_years(contract, at, living_wage_on(contract.place))


def minimum_wage_years(contract: ContractFacts, at: date) -> tuple[FloorYear, ...] | NoRate:
    """Return what the labour of each year of the term costs at the adult legal minimum."""
    return floor_years(contract, at, minimum_wage_on)


def living_wage_on(place: str) -> RateOn:
    """Return the Living Wage of a place by day, never below the legal minimum of the day."""
    where = place_of(place) or Place.UK
    return lambda day: _living(where, day)


def yearly_price(contract: ContractFacts) -> Decimal | None:
    """Return the contract's price for a year, from its whole value where only that is known."""
    if contract.annual_value is not None:
        return contract.annual_value
    if contract.total_value is None or contract.start is None or contract.end is None:
        return None
    days = Decimal((contract.end - contract.start).days + 1)
    return contract.total_value * Decimal("365.25") / days if days > 0 else None


def _judge_floor(
    judge: FloorRule, contract: ContractFacts, at: date, rate_on: RateOn, named: str
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
    outcome = _compare(judge, contract, price, years)
    worst = max(years, key=lambda year: year.low)
    stale = living_wage_stale(at) if judge is living_wage_floor else minimum_wage_stale(at)
    said = (
        f"The price is {pounds(price)} a year. Labour at {named} costs {_range(worst)} in the "
        f"year from {worst.start}: the least if 52 paid weeks include the leave, the most if "
        "every hour is covered."
    )
    ends = {
        Outcome.NOT_MET: " The price is below the least. The tender may be abnormally low.",
        Outcome.UNKNOWN: f" {_why_open(judge, contract, price, worst)}",
    }
    source = contract.source or contract.reference
    return judge.finding(
        outcome,
        said + ends.get(outcome, "") + (f" {stale[0].upper()}{stale[1:]}." if stale else ""),
        severity=Severity.HIGH if outcome is Outcome.NOT_MET else Severity.INFO,
        remedy={Outcome.NOT_MET: ASK, Outcome.UNKNOWN: ASK_COVER}.get(outcome, ""),
        subject=contract.reference,
        evidence=(
            Evidence(f"Price: {pounds(price)} a year", source),
            *(Evidence(year_in_words(year), source) for year in years),
        ),
    )


def _compare(
    judge: FloorRule, contract: ContractFacts, price: Decimal, years: tuple[FloorYear, ...]
) -> Outcome:
    """Met above full cover, not met below the least, unknown between or where rates are open."""
    living = judge is living_wage_floor
    if any(price < year.low for year in years):
        return Outcome.UNKNOWN if living and not_yet_required(contract) else Outcome.NOT_MET
    open_place = living and place_of(contract.place) is None
    firm = not any(rate.provisional for year in years for rate, _ in year.rates)
    if all(price >= year.high for year in years) and not open_place and firm:
        return Outcome.MET
    return Outcome.UNKNOWN


def _why_open(judge: FloorRule, contract: ContractFacts, price: Decimal, worst: FloorYear) -> str:
    if price < worst.low:
        return "The contract was let before its buyer asked for the Living Wage."
    if price < worst.high:
        return "The price is between the two."
    if judge is living_wage_floor and place_of(contract.place) is None:
        return f"The place “{contract.place}” is not known to be in or outside London."
    return "A rate of the term is provisional or not published yet."


def _living(where: Place, day: date) -> Rate | NoRate:
    """The Living Wage of a day, never below the legal minimum of the same day."""
    rate, last = living_wage(where, day), last_living_wage(where)
    legal_minimum = last if isinstance(rate, NoRate) and day >= last.effective else rate
    least = minimum_wage_on(day)
    if (
        isinstance(legal_minimum, Rate)
        and isinstance(least, Rate)
        and least.amount > legal_minimum.amount
    ):
        return least
    return legal_minimum


def minimum_wage_on(day: date) -> Rate | NoRate:
    """Return the adult minimum of a day; the last confirmed one where none is confirmed yet."""
    rate, last = minimum_wage(ADULT, day), last_minimum_wage(ADULT)
    late = isinstance(rate, NoRate) or rate.provisional
    return last if late and day >= last.effective else rate


def _range(year: FloorYear) -> str:
    if year.low == year.high:
        return pounds(year.low)
    return f"{pounds(year.low)} to {pounds(year.high)}"


def year_in_words(year: FloorYear) -> str:
    """Return a year's sum in one line: its hours, rates with their days, each part, the total."""
    rates = ", ".join(f"{pounds(rate.amount)} for {days} days" for rate, days in _merged(year))
    parts = [("wages", year.wages), ("National Insurance", year.insurance)]
    parts += [("pension", year.pension)] + ([("levy", year.levy)] if year.levy[1] else [])
    sums = ", ".join(f"{name} {_pair(pair)}" for name, pair in parts)
    hours = year.hours
    span = f"{hours.least:,.0f}" + ("" if hours.least == hours.most else f" to {hours.most:,.0f}")
    held = "; rate held as later ones are not published" if year.held else ""
    costs = year.costs
    return (
        f"{year.start} to {year.end}: {span} paid hours; {rates}; {sums}; in all {_range(year)}"
        f"{held} (National Insurance {costs.ni_rate:.1%} above {pounds(costs.ni_threshold)}, "
        f"pension {costs.pension_rate:.0%} of {pounds(costs.pension_lower)} to "
        f"{pounds(costs.pension_upper)} for each worker)"
    )


def _merged(year: FloorYear) -> list[tuple[Rate, int]]:
    """The year's rates, with pieces of the same amount as one."""
    merged: list[tuple[Rate, int]] = []
    for rate, days in year.rates:
        if merged and merged[-1][0].amount == rate.amount:
            merged[-1] = (rate, merged[-1][1] + days)
        else:
            merged.append((rate, days))
    return merged


def _pair(pair: tuple[Decimal, Decimal]) -> str:
    low, high = (pounds(each.quantize(PENNY)) for each in pair)
    return low if low == high else f"{low} to {high}"


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
