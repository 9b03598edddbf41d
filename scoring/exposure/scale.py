"""Scale: how much is spent a year, and what that is of the supplier's turnover."""

from collections.abc import Sequence
from decimal import Decimal

from scoring.exposure.records import Level
from scoring.facts import ContractFacts, SupplierFacts
from scoring.reference.money import pounds
from scoring.reference.weights import section

DAYS_A_YEAR = Decimal("365.25")


def scale_level(facts: SupplierFacts, contracts: Sequence[ContractFacts]) -> Level:
    """Return the level of a year's spending, told by payments or by the contracts in force."""
    steps = {int(name.removeprefix("from_")): value for name, value in section("scale").items()}
    spend = spend_a_year(facts, contracts)
    if spend is None:
        levels = sorted(steps.values())
        unknown = section("unknown")["figure"]
        return Level(levels[0], unknown, levels[-1], "What is spent is not known", known=False)
    spend = max(Decimal(spend), Decimal(0))
    level = max(value for least, value in steps.items() if spend >= least)
    reason = f"{pounds(spend)} a year"
    if facts.turnover:
        part = spend / facts.turnover
        reason += f", {part:.1%} of its turnover: the buyer's word weighs accordingly"
    return Level(level, level, level, reason, pounds(spend), "The list and the contracts")


def spend_a_year(facts: SupplierFacts, contracts: Sequence[ContractFacts]) -> Decimal | None:
    """Return pounds a year, as paid or else as the contracts tell; None where neither tells."""
    yearly = [value for each in contracts if (value := _yearly(each)) is not None]
    if facts.spend is not None:
        return facts.spend
    return sum(yearly, Decimal(0)) if yearly else None


def _yearly(contract: ContractFacts) -> Decimal | None:
    """A year's value, from the annual value or the total spread over the term."""
    if contract.annual_value is not None:
        return contract.annual_value
    if contract.total_value is None or not contract.start or not contract.end:
        return None
    years = max(Decimal((contract.end - contract.start).days + 1) / DAYS_A_YEAR, Decimal(1))
    return contract.total_value / years
