"""Scale: how much is spent a year, and what that is of the supplier's turnover."""

from collections.abc import Sequence
from decimal import Decimal

from scoring.exposure.records import Level
from scoring.facts import ContractFacts, SupplierFacts
from scoring.periods import a_year, covers_year, in_words
from scoring.reference.money import pounds
from scoring.reference.weights import section


def scale_level(facts: SupplierFacts, contracts: Sequence[ContractFacts]) -> Level:
    """Return the level of a year's spending, by payments and by the contracts in force.

    The larger of the two counts, since payments are made under contracts; both are named.
    """
    steps = {int(name.removeprefix("from_")): value for name, value in section("scale").items()}
    spend = spend_a_year(facts, contracts)
    if spend is None:
        levels = sorted(steps.values())
        unknown = section("unknown")["figure"]
        return Level(levels[0], unknown, levels[-1], "What is spent is not known", known=False)
    spend = max(Decimal(spend), Decimal(0))
    level = max(value for least, value in steps.items() if spend >= least)
    reason = "; ".join(_reasons(facts, contracts))
    if facts.turnover:
        part = spend / facts.turnover
        reason += f", {part:.1%} of its turnover: the buyer's word weighs accordingly"
    return Level(level, level, level, reason, pounds(spend), "The list and the contracts")


def spend_a_year(facts: SupplierFacts, contracts: Sequence[ContractFacts]) -> Decimal | None:
    """Return pounds a year: the larger of payments and contracts; None where neither is known."""
    both = paid_a_year(facts), contracts_a_year(contracts)
    return max((each for each in both if each is not None), default=None)


def paid_a_year(facts: SupplierFacts) -> Decimal | None:
    """Return what payments come to a year, in pounds; None where there is no payment.

    Payments of another length of time than a year give an estimate. Where a list does not say its
    period, the sum is taken as it is.
    """
    if facts.spend is None:
        return None
    yearly = a_year(facts.spend, facts.spend_periods)
    return facts.spend if yearly is None else yearly


def contracts_a_year(contracts: Sequence[ContractFacts]) -> Decimal | None:
    """Return what some contracts are worth a year together, in pounds; None where none says."""
    values = [value for each in contracts if (value := each.yearly_value) is not None]
    return sum(values, Decimal(0)) if values else None


def paid_in_words(facts: SupplierFacts) -> str:
    """Return what was paid and when, with the yearly estimate marked; empty without payments."""
    if facts.spend is None:
        return ""
    yearly, when = a_year(facts.spend, facts.spend_periods), in_words(facts.spend_periods)
    if yearly is None:
        return f"{pounds(facts.spend)} paid, in a period that is not known"
    if covers_year(facts.spend_periods):
        return f"{pounds(facts.spend)} paid in a year, {when}"
    return f"{pounds(facts.spend)} paid in {when}, an estimate of {pounds(yearly)} a year"


def _reasons(facts: SupplierFacts, contracts: Sequence[ContractFacts]) -> list[str]:
    value = contracts_a_year(contracts)
    worth = "" if value is None else f"contracts in force worth {pounds(value)} a year"
    return [each for each in (paid_in_words(facts), worth) if each]
