"""The level of every factor, weighed → the exposure of a supplier."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from scoring.companies.inference import trade_of
from scoring.exposure.goods import commodity_level
from scoring.exposure.places import location_level
from scoring.exposure.records import Exposure, Factor
from scoring.exposure.scale import scale_level
from scoring.exposure.work import (
    business_model_level,
    context_level,
    industry_level,
    workforce_level,
)
from scoring.facts import SupplierFacts
from scoring.reference.weights import section, weights


def exposure_of(
    facts: SupplierFacts, *, at: date, country_risk: Mapping[str, Decimal] | None = None
) -> Exposure:
    """Return the inherent risk of a supplier by its facts on a day.

    What is not known widens the range, and counts as the middle. Source: the six factors of
    Cabinet Office PPN 009 (17 February 2025), the US Department of Labor's list of goods; the
    weights are ours, with their reasons in `data/weights.toml`. `docs/method.md` describes all.

    Args:
        facts: What is known of the supplier.
        at: The day: contracts that ended before it do not count, but still show the trade.
        country_risk: Risk of countries by ISO code, 0 to 100, from an index that the organisation
            has imported under its licence; where given it takes the place of our table.
    """
    trade = trade_of(facts)
    facts = facts.on(at)
    shares = section("exposure")
    levels = {
        Factor.INDUSTRY: industry_level(trade),
        Factor.WORKFORCE: workforce_level(facts, trade),
        Factor.LOCATION: location_level(facts, country_risk or {}),
        Factor.CONTEXT: context_level(facts, trade),
        Factor.COMMODITY: commodity_level(facts, trade),
        Factor.BUSINESS_MODEL: business_model_level(facts, trade),
        Factor.SCALE: scale_level(facts, facts.contracts),
    }
    parts = tuple(level.weighed(factor, shares[factor]) for factor, level in levels.items())
    return Exposure(
        low=sum((part.low for part in parts), Decimal(0)),
        figure=sum((part.points for part in parts), Decimal(0)),
        high=sum((part.high for part in parts), Decimal(0)),
        contributions=parts,
        unknown=tuple(part.part for part in parts if not part.known),
        version=weights().version,
    )
