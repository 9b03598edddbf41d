"""The least that a contract's labour costs its employer, year by year, every input shown."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from scoring.facts import ContractFacts
from scoring.rates import EmployerCosts, NoRate, Rate, employer_costs
from scoring.rules.hourly import WEEKS_IN_YEAR

HOLIDAY = Decimal("5.6") / Decimal("46.4")  # Working Time Regulations 1998, regs 13 and 13A
ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class FloorYear:
    """One year's labour cost in pounds: a low and a high figure where the headcount is unknown.

    Attributes:
        start: First day of the contract year.
        hours: Hours of work that the price buys in the year.
        rate: Pounds an hour, and where it comes from.
        held: The rate or the employer's costs of a later year are not published: today's are used.
        wages: Hours × rate.
        holiday: Paid holiday on top: wages × 5.6 ÷ 46.4.
        insurance: Employer National Insurance, least and most.
        pension: Employer pension, least and most.
        levy: Apprenticeship levy, where it is known to be due.
        costs: The rates and thresholds that these come from.
    """

    start: date
    hours: Decimal
    rate: Rate
    held: bool
    wages: Decimal
    holiday: Decimal
    insurance: tuple[Decimal, Decimal]
    pension: tuple[Decimal, Decimal]
    levy: Decimal
    costs: EmployerCosts

    @property
    def low(self) -> Decimal:
        """The least that the year's labour can cost."""
        return self.wages + self.holiday + self.insurance[0] + self.pension[0] + self.levy

    @property
    def high(self) -> Decimal:
        """The most, where it is not known how many people share the hours."""
        return self.wages + self.holiday + self.insurance[1] + self.pension[1] + self.levy


def labour_hours(contract: ContractFacts) -> Decimal | None:
    """Return the hours of work that a contract buys in a year, or None where unknown."""
    if contract.labour_hours_year is not None:
        return contract.labour_hours_year
    if contract.workers is None or contract.weekly_hours is None:
        return None
    return contract.workers * contract.weekly_hours * WEEKS_IN_YEAR


def contract_years(contract: ContractFacts, at: date) -> tuple[date, ...]:
    """Return the first day of each year of the term; one year from the day where unknown."""
    if contract.start is None or contract.end is None or contract.end < contract.start:
        return (contract.start or at,)
    first, days = contract.start, []
    for year in range(first.year, contract.end.year + 1):
        day = _same_day(first, year)
        if day <= contract.end:
            days.append(day)
    return tuple(days)


def floor_year(
    start: date,
    hours: Decimal,
    workers: int | None,
    rate: Rate,
    *,
    at: date,
    held: bool,
    levy: bool = False,
) -> FloorYear | NoRate:
    """Return the least labour cost of a year at a rate.

    Sources: Working Time Regulations 1998 regs 13-13A (5.6 weeks' leave); Social Security
    Contributions and Benefits Act 1992 s9 (employer contributions); Pensions Act 2008 s20 (3 % of
    qualifying earnings); Finance Act 2016 s98 (levy of 0.5 %, where the employer is known to pay
    it). The hours are shared equally, which gives the lowest National Insurance. The Employment
    Allowance depends on the employer's whole pay bill and is left out; so are materials,
    management and profit.
    """
    costs = employer_costs(start)
    if isinstance(costs, NoRate):
        costs, held = employer_costs(at), True
    if isinstance(costs, NoRate):
        return costs
    wages = hours * rate.amount
    holiday = wages * HOLIDAY
    pay = wages + holiday
    insurance, pension = _on_costs(pay, workers, costs)
    due = pay * costs.levy_rate if levy else ZERO
    return FloorYear(start, hours, rate, held, wages, holiday, insurance, pension, due, costs)


def _on_costs(
    pay: Decimal, workers: int | None, costs: EmployerCosts
) -> tuple[tuple[Decimal, Decimal], tuple[Decimal, Decimal]]:
    if not workers:
        return (ZERO, pay * costs.ni_rate), (ZERO, pay * costs.pension_rate)
    each = pay / workers
    insurance = workers * max(each - costs.ni_threshold, ZERO) * costs.ni_rate
    band = max(min(each, costs.pension_upper) - costs.pension_lower, ZERO)
    pension = workers * band * costs.pension_rate
    return (insurance, insurance), (pension, pension)


def _same_day(day: date, year: int) -> date:
    try:
        return day.replace(year=year)
    except ValueError:  # 29 February
        return day.replace(year=year, day=28) + timedelta(days=1)
