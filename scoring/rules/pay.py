"""Pay of a contract's lowest-paid workers against the legal minimum and the Living Wage."""

from datetime import date
from decimal import Decimal

from scoring.escalation.indicators import indicators_of
from scoring.facts import ContractFacts
from scoring.findings import Evidence, Finding, Rule, rule
from scoring.reference.money import pounds
from scoring.reference.rates import NoRate, Place, Rate, living_wage, minimum_wage, place_of
from scoring.reference.vocabulary import Outcome, Severity, Theme
from scoring.rules.hourly import HourlyPay, NoPay, hourly_pay

WESTMINSTER_POLICY = date(2019, 7, 16)
ADULT = 30  # any age in the top band of every year's table
LEAST_HOURS = Decimal(2)  # a week
LEAST_DAYS = 56
GIVE_AGES = "Ask for the lowest pay by age band, and for apprentices apart."
GIVE_PAY = (
    "Ask for the lowest hourly pay, weekly hours and place of work of this contract's workers."
)
SHOW_PAY = (
    "Ask for payslips and hours for the lowest-paid workers, and for any shortfall to be paid."
)


@rule(
    "pay.minimum_wage",
    version=2,
    theme=Theme.PAY,
    title="Pay is at least the legal minimum",
    source="National Minimum Wage Act 1998 s1; National Minimum Wage Regulations 2015 as amended",
    valid_from=date(1999, 4, 1),
)
def minimum(contract: ContractFacts, at: date) -> Finding:
    """The lowest pay on the contract, for every hour worked, reaches the legal minimum by age.

    Pay counts after unpaid travel and waiting time, deductions for the employer's benefit,
    uniform, and accommodation charged above the offset; a free home adds the offset. Where workers
    of several ages share the contract, pay between the youngest worker's rate and the adult rate
    cannot be judged from one figure and is unknown. A provisional rate never by itself shows a
    shortfall, nor that pay is enough.
    """
    paid = hourly_pay(contract, at, free_home=True)
    if isinstance(paid, NoPay):
        return _unknown(minimum, contract, paid.reason, GIVE_PAY)
    adult, least = minimum_wage(ADULT, at), _least(contract, at)
    if isinstance(adult, NoRate):
        return _unknown(minimum, contract, adult.reason, "Add the rate to the table.")
    if isinstance(least, NoRate):
        return _unknown(minimum, contract, least.reason, "Ask for the ages of the workers.")
    return _against_minimum(contract, paid, least, adult)


def _least(contract: ContractFacts, at: date) -> Rate | NoRate:
    """The lowest rate that could be lawful: the youngest worker's, or an apprentice's."""
    if contract.youngest_age is None:
        return minimum_wage(16, at, apprentice=contract.apprentice is not False)
    return minimum_wage(contract.youngest_age, at, apprentice=contract.apprentice is True)


def _against_minimum(
    contract: ContractFacts, paid: HourlyPay, least: Rate, adult: Rate
) -> Finding:
    one_age = contract.workers == 1 and contract.youngest_age is not None
    target = least if one_age else adult
    compared = f"{paid.description}; the {target.name} is"
    detail = f"{compared} {_named(target)}."
    if paid.amount >= target.amount and not target.provisional:
        return _pay_finding(minimum, contract, Outcome.MET, detail)
    if paid.amount >= target.amount:
        detail += " That figure is provisional, so it cannot show that pay is enough."
        return _pay_finding(minimum, contract, Outcome.UNKNOWN, detail, remedy="Confirm the rate.")
    if paid.amount < (least.amount if least.confirmed_floor is None else least.confirmed_floor):
        return _pay_finding(
            minimum, contract, Outcome.NOT_MET, detail, Severity.CRITICAL, SHOW_PAY
        )
    if target.provisional:
        detail += " That figure is provisional, and the last confirmed one is reached."
    else:
        detail += (
            f" That is below the adult rate. It is lawful only for workers who may be "
            f"paid the {least.name}, {_named(least)}. Check workers' ages."
        )
    return _pay_finding(minimum, contract, Outcome.UNKNOWN, detail, remedy=GIVE_AGES)


@rule(
    "pay.living_wage",
    version=1,
    theme=Theme.PAY,
    title="Pay is at least the Living Wage",
    source="Living Wage Foundation: yearly rates and accreditation rules; "
    "Ending Modern Slavery strategy 2021-2026, objective 2; "
    "City of Westminster decision of 16 July 2019",
    valid_from=date(2011, 5, 1),
)
def living(contract: ContractFacts, at: date) -> Finding:
    """The lowest pay on the contract reaches the real Living Wage of its place, 18 and over.

    Third-party staff count when they work two or more hours a week (an older page of the
    Foundation says a day) for eight or more weeks in a row on the contract; the supplier's direct
    staff always count; apprentices need not. The rate
    is the one that must be paid on the day: London's in the 32 boroughs and the City, else the
    UK's. A contract let before its buyer's policy began (Westminster: 16 July 2019, phased in as
    contracts are let again) is not yet required to pay it: unknown, not a breach. The Living Wage
    is a voluntary rate, so falling short is not a breach of law.
    """
    paid = hourly_pay(contract, at)
    if isinstance(paid, NoPay):
        return _unknown(living, contract, paid.reason, GIVE_PAY)
    rates = _living_rates(contract, at)
    if isinstance(rates, NoRate):
        return _unknown(living, contract, rates.reason, "Add the rate to the table.")
    low, high = rates
    said = f"{paid.description}; the {high.name} is {_named(high)}."
    if paid.amount >= high.amount:
        return _pay_finding(living, contract, Outcome.MET, said)
    if (reason := _not_covered(contract)) is not None:
        return _pay_finding(living, contract, Outcome.NOT_APPLICABLE, f"{said} {reason}")
    doubt = _doubt(contract)
    if paid.amount >= low.amount:
        doubt = f"The place “{contract.place}” is not known to be in or outside London."
    if doubt:
        return _pay_finding(living, contract, Outcome.UNKNOWN, f"{said} {doubt}", remedy=GIVE_PAY)
    remedy = "Agree with the supplier when this contract's workers will be paid the Living Wage."
    return _pay_finding(living, contract, Outcome.NOT_MET, said, Severity.HIGH, remedy)


def _living_rates(contract: ContractFacts, at: date) -> tuple[Rate, Rate] | NoRate:
    """The lowest and highest rate that the contract's place could have."""
    where = place_of(contract.place)
    places = (where, where) if where else (Place.UK, Place.LONDON)
    low, high = (living_wage(place, at) for place in places)
    if isinstance(low, NoRate) or isinstance(high, NoRate):
        return low if isinstance(low, NoRate) else NoRate(getattr(high, "reason", ""))
    return low, high


def _not_covered(contract: ContractFacts) -> str | None:
    if contract.apprentice:
        return "Apprentices need not be paid the Living Wage."
    if not contract.third_party:
        return None
    if contract.weekly_hours is not None and contract.weekly_hours < LEAST_HOURS:
        return "Third-party staff who work under two hours a week are not covered."
    if contract.start and contract.end and (contract.end - contract.start).days + 1 < LEAST_DAYS:
        return "Third-party staff who work for under eight weeks are not covered."
    return None


def _doubt(contract: ContractFacts) -> str:
    if not_yet_required(contract):
        return (
            "Not yet required: the contract was let before the buyer's policy of "
            f"{contract.living_wage_policy_from or WESTMINSTER_POLICY}, which is phased in as "
            "contracts are let again."
        )
    if contract.youngest_age is not None and contract.youngest_age < 18 and contract.workers != 1:
        return "The lowest pay may be that of workers under 18, who are not covered."
    if contract.third_party is None and contract.weekly_hours is None:
        return "Whether the workers are covered (two hours a week for eight weeks) is not known."
    return ""


def not_yet_required(contract: ContractFacts) -> bool:
    """Return whether a contract was let before its buyer began to ask for the Living Wage.

    Source: City of Westminster, decision of 16 July 2019: phased in as contracts are let again.
    """
    let = contract.let_on or contract.start
    return let is not None and let < (contract.living_wage_policy_from or WESTMINSTER_POLICY)


def _named(rate: Rate) -> str:
    text = f"{pounds(rate.amount)}, to be paid from {rate.effective}"
    text += ", provisional" if rate.provisional else ""
    return f"{text}; {rate.stale}" if rate.stale else text


def _pay_finding(
    judge: Rule[[ContractFacts, date], Finding],
    contract: ContractFacts,
    outcome: Outcome,
    detail: str,
    severity: Severity = Severity.INFO,
    remedy: str = "",
) -> Finding:
    indicators = indicators_of(judge.card.id) if outcome is Outcome.NOT_MET else ()
    return judge.finding(
        outcome,
        detail,
        severity=severity,
        remedy=remedy,
        subject=contract.reference,
        evidence=(pay_evidence(contract),),
        indicators=indicators,
    )


def _unknown(
    judge: Rule[[ContractFacts, date], Finding], contract: ContractFacts, reason: str, remedy: str
) -> Finding:
    said = "Unknown: " + reason.removeprefix("unknown: ")
    return judge.finding(Outcome.UNKNOWN, f"{said}.", remedy=remedy, subject=contract.reference)


def pay_evidence(contract: ContractFacts) -> Evidence:
    """Return the pay on a contract's record as evidence."""
    period = contract.pay_period.value if contract.pay_period else "period not stated"
    pay = pounds(contract.pay) if contract.pay is not None else "no pay stated"
    return Evidence(f"{pay} per {period}", contract.source or contract.reference, row=contract.row)
