"""What a contract's labour costs year by year, as the rows of a table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.features.suppliers.finding_groups import PlacedFinding
from scoring.assessment import Inputs
from scoring.facts import ContractFacts
from scoring.reference.rates import NoRate
from scoring.reference.vocabulary import Outcome
from scoring.rules.floor import FloorYear
from scoring.rules.price import (
    living_wage_floor,
    living_wage_years,
    minimum_wage_floor,
    minimum_wage_years,
    year_in_words,
    yearly_price,
)

_RULES = (
    (living_wage_floor.card.id, "the Living Wage", living_wage_years),
    (minimum_wage_floor.card.id, "the legal minimum", minimum_wage_years),
)


@dataclass(frozen=True, slots=True)
class LabourCost:
    """The sum behind one finding on a price: pounds a year, for each year of the term."""

    contract: ContractFacts
    wage: str
    outcome: Outcome
    place: int
    price: Decimal
    years: tuple[FloorYear, ...]


def labour_costs(inputs: Inputs, findings: Sequence[PlacedFinding]) -> Iterator[LabourCost]:
    """Yield the sums behind an assessment's findings on prices.

    A sum is worked out again from what was assessed. Where it no longer comes out as the finding
    says, because rates or rules changed since, it is left out: the finding keeps its own words.

    Args:
        inputs: What was assessed.
        findings: The assessment's findings.
    """
    contracts = {each.reference: each for each in inputs.facts.contracts}
    for rule, wage, years_of in _RULES:
        for each in findings:
            contract = contracts.get(each.finding.subject)
            if each.finding.rule != rule or contract is None:
                continue
            price, years = yearly_price(contract), years_of(contract, inputs.at)
            if price is None or isinstance(years, NoRate):
                continue
            quotes = [one.quote for one in each.finding.evidence[1:]]
            if quotes == [year_in_words(year) for year in years]:
                yield LabourCost(contract, wage, each.finding.outcome, each.place, price, years)
