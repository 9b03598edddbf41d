"""The rate really paid: any stated pay turned into pounds an hour, for every hour worked."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from scoring.facts import ContractFacts, PayPeriod
from scoring.reference.money import pounds
from scoring.reference.rates import NoRate, accommodation_offset

WEEKS_IN_YEAR = Decimal(52)  # Living Wage Foundation: salary ÷ (weekly hours × 52)
ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class HourlyPay:
    """Pounds an hour for every hour worked, exact, with the arithmetic in words."""

    amount: Decimal
    working: str

    @property
    def description(self) -> str:
        """The arithmetic and what comes of it; pay that was stated by the hour stands alone."""
        hourly = f"{pounds(self.amount)} an hour"
        return hourly if self.working == hourly else f"{self.working} is {hourly}"


@dataclass(frozen=True, slots=True)
class NoPay:
    """The hourly rate cannot be worked out; `reason` says what is missing."""

    reason: str


def hourly_pay(contract: ContractFacts, at: date, *, free_home: bool = False) -> HourlyPay | NoPay:
    """Return what an hour of work really pays, after unpaid time, deductions and accommodation.

    Source: National Minimum Wage Regulations 2015, regs 8-16 (pay and reductions), 30-47 (time);
    Living Wage Foundation (a salary is divided by weekly hours × 52). Salaried, weekly and monthly
    pay use the average week; deductions count by the week.

    Args:
        contract: Its `pay` and `pay_period`, and what the period needs: hours or pieces.
        at: The day whose accommodation offset applies.
        free_home: Count the offset for a home without charge, as the legal minimum does (reg 16).
    """
    stated = _stated(contract)
    if isinstance(stated, NoPay):
        return stated
    return _after_unpaid_and_deductions(contract, stated, at, free_home)


def _stated(contract: ContractFacts) -> HourlyPay | NoPay:
    pay, period = contract.pay, contract.pay_period
    if pay is None:
        return NoPay("we do not hold its pay")
    if period is None:
        return NoPay(f"pay of {pounds(pay)} is on record without its period (hour, week, year …)")
    if pay < 0:
        return NoPay(f"pay of {pounds(pay)} is below zero")
    if period is PayPeriod.HOUR:
        return HourlyPay(pay, f"{pounds(pay)} an hour")
    return _from_period(contract, pay, period)


def _from_period(contract: ContractFacts, pay: Decimal, period: PayPeriod) -> HourlyPay | NoPay:
    missing, units = _units_per_hour(contract, period)
    if units is None or units <= 0:
        return NoPay(f"pay is for a {period.value}: {missing} needed to work out the hourly rate")
    if period is PayPeriod.PIECE:
        return HourlyPay(pay * units, f"{pounds(pay)} a piece × {units:f} pieces an hour")
    return HourlyPay(pay / units, f"{pounds(pay)} a {period.value} ÷ {units:.4g} hours")


def _units_per_hour(contract: ContractFacts, period: PayPeriod) -> tuple[str, Decimal | None]:
    week = contract.weekly_hours
    year = week * WEEKS_IN_YEAR if week is not None else None
    return {
        PayPeriod.DAY: ("hours a day are", contract.daily_hours),
        PayPeriod.WEEK: ("weekly hours are", week),
        PayPeriod.MONTH: ("weekly hours are", year / 12 if year is not None else None),
        PayPeriod.YEAR: ("weekly hours are", year),
        PayPeriod.PIECE: ("pieces an hour are", contract.pieces_per_hour),
    }[period]


def _after_unpaid_and_deductions(
    contract: ContractFacts, stated: HourlyPay, at: date, free_home: bool
) -> HourlyPay | NoPay:
    unpaid = contract.unpaid_weekly_hours or ZERO
    taken = contract.weekly_deductions or ZERO
    if unpaid < 0 or taken < 0:
        return NoPay("unpaid hours or deductions are below zero")
    rent = _accommodation(contract, at, free_home)
    if isinstance(rent, NoPay):
        return rent
    if not unpaid and not taken and not rent:
        return stated
    week = contract.weekly_hours
    if week is None or week <= 0:
        return NoPay("weekly hours are needed to spread unpaid time and deductions over")
    amount = (stated.amount * week - taken - rent) / (week + unpaid)
    parts = [f"{stated.working} × {week:f} paid hours a week"]
    parts += [f"− {pounds(taken)} deductions"] if taken else []
    parts += [f"− {pounds(rent)} accommodation above the offset"] if rent > 0 else []
    parts += [f"+ {pounds(-rent)} for a free home"] if rent < 0 else []
    parts += [f"over {week + unpaid:f} hours worked"]
    return HourlyPay(amount, ", ".join(parts))


def _accommodation(contract: ContractFacts, at: date, free_home: bool) -> Decimal | NoPay:
    """Pounds a week to take off; below zero, to add for a free home."""
    charge, days = contract.accommodation_per_day, contract.accommodation_days
    free = charge == 0 and free_home and days is not None
    if charge is None or (charge == 0 and not free):
        return ZERO
    offset = accommodation_offset(at)
    if isinstance(offset, NoRate):
        return NoPay(offset.reason)
    if charge < 0 or (days is not None and not 0 <= days <= 7):
        return NoPay("the accommodation charge or its days a week are not possible")
    week = days if days is not None else Decimal(7)
    return (-offset.amount if free else max(charge - offset.amount, ZERO)) * week
