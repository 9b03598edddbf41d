"""What a contract's labour costs its employer, year by year, from the least to full cover."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from scoring.facts import ContractFacts
from scoring.reference.rate_tables import EmployerCosts
from scoring.reference.rates import NoRate, Rate, employer_costs
from scoring.rules.hourly import WEEKS_IN_YEAR

HOLIDAY = Decimal("5.6") / Decimal("46.4")  # Working Time Regulations 1998, regs 13 and 13A
WORKED_WEEKS = Decimal("46.4")
TERM_WEEKS = Decimal(39)  # weeks of a school year in England: 195 days ÷ 5
ALLOWANCE = Decimal(10500)  # a year from 6 April 2025: Employment Allowance Regulations 2025
ALLOWANCE_BEFORE = Decimal(5000)
ALLOWANCE_ROSE = date(2025, 4, 6)
ZERO = Decimal(0)
PENNY = Decimal("0.01")
_TERM = re.compile(r"term[ -]?time|school|academy|college", re.I)
RateOn = Callable[[date], Rate | NoRate]


@dataclass(frozen=True, slots=True)
class LabourHours:
    """Paid hours in a year, least and most, and whether leave is inside the least.

    The least pays 52 weeks that include 5.6 weeks of leave, which nobody covers. The most pays for
    the leave on top, so that every hour is worked.
    """

    least: Decimal
    most: Decimal


@dataclass(frozen=True, slots=True)
class FloorYear:
    """One contract year's labour cost in pounds, as the rates of each day make it.

    Attributes:
        start: First day of the contract year.
        end: Last day of the contract year.
        hours: Paid hours in the year, least and most.
        rates: Each rate with its days in the year, in order.
        held: A rate or cost of the year is not published: the last one is used.
        wages: Paid hours × rate, least and most.
        insurance: Employer National Insurance, least and most.
        pension: Employer pension, least and most.
        levy: Apprenticeship levy, least and most, where it is known to be due.
        costs: The employer's rates and thresholds on the first day.
    """

    start: date
    end: date
    hours: LabourHours
    rates: tuple[tuple[Rate, int], ...]
    held: bool
    wages: tuple[Decimal, Decimal]
    insurance: tuple[Decimal, Decimal]
    pension: tuple[Decimal, Decimal]
    levy: tuple[Decimal, Decimal]
    costs: EmployerCosts

    @property
    def low(self) -> Decimal:
        """The least that the year's labour can cost, to the penny."""
        return self._sum(0)

    @property
    def high(self) -> Decimal:
        """The cost with every hour covered, and with the most that is open, to the penny."""
        return self._sum(1)

    def _sum(self, end: int) -> Decimal:
        parts = (self.wages, self.insurance, self.pension, self.levy)
        return sum((each[end] for each in parts), ZERO).quantize(PENNY)


def labour_hours(contract: ContractFacts) -> LabourHours | None:
    """Return the paid hours of a year, least and most, or None where they are unknown.

    Sources: Working Time Regulations 1998 regs 13, 13A and 15B (5.6 weeks of leave; 5.6 ÷ 46.4 of
    the hours for work in part of the year, which always comes on top). Where the work reads like
    term time and the weeks are not given, the least is a school year's 39 weeks.
    """
    given = contract.labour_hours_year
    posts, week = contract.workers, contract.weekly_hours
    weeks = contract.weeks_year
    if given is not None:
        return LabourHours(given, given * (1 + HOLIDAY)) if given > 0 else None
    if posts is None or week is None or posts * week <= 0:
        return None
    if weeks is not None and weeks <= WORKED_WEEKS:
        paid = posts * week * weeks * (1 + HOLIDAY)
        return LabourHours(paid, paid)
    most = posts * week * (weeks or WEEKS_IN_YEAR) * (1 + HOLIDAY)
    if weeks is None and _TERM.search(f"{contract.title} {contract.category_text}"):
        return LabourHours(posts * week * TERM_WEEKS * (1 + HOLIDAY), most)
    return LabourHours(posts * week * (weeks or WEEKS_IN_YEAR), most)


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
    start: date, hours: LabourHours, contract: ContractFacts, rate_on: RateOn, *, at: date
) -> FloorYear | NoRate:
    """Return the labour cost of a contract year, split at every day on which a rate changes.

    Sources: Social Security Contributions and Benefits Act 1992 s9 (employer contributions);
    Employment Allowance (National Insurance Contributions Act 2014 s1), where it is known to be
    had; Pensions Act 2008 s20 (3 % of qualifying earnings); Finance Act 2016 s98 (levy of 0.5 %,
    where it is known to be due). The hours are shared equally, which gives the lowest National
    Insurance. Materials, management and profit are left out.
    """
    end = _same_day(start, start.year + 1) - timedelta(days=1)
    days = (end - start).days + 1
    pieces: list[tuple[Rate, EmployerCosts, int]] = []
    held = False
    for first, last in _pieces(start, end):
        rate = rate_on(first)
        if isinstance(rate, NoRate):
            return rate
        costs = employer_costs(first)
        if isinstance(costs, NoRate):
            costs, held = employer_costs(at), True
        if isinstance(costs, NoRate):
            return costs
        held |= rate.provisional or first >= _same_day(rate.effective, rate.effective.year + 1)
        pieces.append((rate, costs, (last - first).days + 1))
    sums = [_parts(hours, contract, *piece, year=days, start=start) for piece in pieces]
    wages, insurance, pension, levy = (
        (sum((each[part][0] for each in sums), ZERO), sum((each[part][1] for each in sums), ZERO))
        for part in range(4)
    )
    rates = tuple((rate, count) for rate, _, count in pieces)
    return FloorYear(start, end, hours, rates, held, wages, insurance, pension, levy, pieces[0][1])


def _pieces(start: date, end: date) -> list[tuple[date, date]]:
    """The year cut at 1 April (legal minimum), 6 April (tax year) and 1 May (Living Wage)."""
    cuts = [
        date(year, month, day)
        for year in range(start.year, end.year + 1)
        for month, day in ((4, 1), (4, 6), (5, 1))
    ]
    firsts = [start, *(each for each in cuts if start < each <= end)]
    lasts = [*(each - timedelta(days=1) for each in firsts[1:]), end]
    return list(zip(firsts, lasts, strict=True))


def _parts(
    hours: LabourHours,
    contract: ContractFacts,
    rate: Rate,
    costs: EmployerCosts,
    count: int,
    *,
    year: int,
    start: date,
) -> tuple[tuple[Decimal, Decimal], ...]:
    """Wages, insurance, pension and levy of the part of a year in which one rate holds."""
    share = Decimal(count) / year
    pay = [each * rate.amount for each in (hours.least, hours.most)]
    insurance = _insurance(pay, contract, costs, start)
    pension = _pension(pay, contract.workers, costs)
    levy = [each * costs.levy_rate if contract.pays_levy else ZERO for each in pay]
    return tuple((pair[0] * share, pair[1] * share) for pair in (pay, insurance, pension, levy))


def _insurance(
    pay: list[Decimal], contract: ContractFacts, costs: EmployerCosts, start: date
) -> tuple[Decimal, Decimal]:
    if not contract.workers:
        return ZERO, pay[1] * costs.ni_rate
    due = [
        contract.workers * max(each / contract.workers - costs.ni_threshold, ZERO) * costs.ni_rate
        for each in pay
    ]
    return (
        reduce_insurance((due[0], due[1]), start)
        if contract.employment_allowance
        else (
            due[0],
            due[1],
        )
    )


def reduce_insurance(due: tuple[Decimal, Decimal], start: date) -> tuple[Decimal, Decimal]:
    """Return a year's National Insurance less the Employment Allowance, never below zero."""
    allowance = ALLOWANCE if start >= ALLOWANCE_ROSE else ALLOWANCE_BEFORE
    return max(due[0] - allowance, ZERO), max(due[1] - allowance, ZERO)


def _pension(
    pay: list[Decimal], workers: int | None, costs: EmployerCosts
) -> tuple[Decimal, Decimal]:
    if not workers:
        return ZERO, pay[1] * costs.pension_rate
    due = [
        workers
        * max(min(each / workers, costs.pension_upper) - costs.pension_lower, ZERO)
        * costs.pension_rate
        for each in pay
    ]
    return due[0], due[1]


def _same_day(day: date, year: int) -> date:
    try:
        return day.replace(year=year)
    except ValueError:  # 29 February
        return day.replace(year=year, day=28) + timedelta(days=1)
