"""Industry, workforce, context and business model: what the sector is like, and what is told."""

from decimal import Decimal

from scoring.exposure.records import MOST, Level
from scoring.exposure.traits import BUSINESS_MODEL, CONTEXT, WORKFORCE, traits_told
from scoring.facts import SupplierFacts
from scoring.sectors import Sector
from scoring.weights import section

PPN = "Cabinet Office PPN 009 (17 February 2025); steps in data/sectors.csv are ours"
TOLD = "The list, the contract or the supplier's answers; weights in data/weights.toml are ours"


def industry_level(sectors: tuple[Sector, ...]) -> Level:
    """Return the level of the industry: the highest of the sectors bought from the supplier."""
    if not sectors:
        return unknown_level("What it sells is not known")
    steps = section("steps")
    levels = [steps[sector.industry] for sector in sectors]
    first = max(sectors, key=lambda sector: steps[sector.industry])
    return Level(
        min(levels), max(levels), max(levels), f"{first.label}: {first.reason}", first.label, PPN
    )


def workforce_level(facts: SupplierFacts, sectors: tuple[Sector, ...]) -> Level:
    """Return the level of the workforce: typical of the sector, moved by the traits told of."""
    return _moved(facts, sectors, "workforce", WORKFORCE)


def context_level(facts: SupplierFacts, sectors: tuple[Sector, ...]) -> Level:
    """Return the level of the circumstances in which people work."""
    return _moved(facts, sectors, "context", CONTEXT)


def business_model_level(facts: SupplierFacts, sectors: tuple[Sector, ...]) -> Level:
    """Return the level of the way in which the work is bought and passed on."""
    return _moved(facts, sectors, "business_model", BUSINESS_MODEL)


def unknown_level(reason: str) -> Level:
    """Return the level of a factor of which nothing is known."""
    given = section("unknown")
    return Level(given["low"], given["figure"], given["high"], reason, known=False)


def _moved(
    facts: SupplierFacts,
    sectors: tuple[Sector, ...],
    factor: str,
    patterns: dict[str, tuple[str, ...]],
) -> Level:
    told = traits_told(facts, patterns)
    steps, traits, unknown = section("steps"), section("traits"), section("unknown")
    if sectors:
        typical = max(sectors, key=lambda sector: steps[getattr(sector, factor)])
        start = steps[getattr(typical, factor)]
        basis = f"typical of {typical.label[0].lower()}{typical.label[1:]}"
    else:
        start, basis = unknown["figure"], "nothing is known of the sector"
    if not told:
        if not sectors:
            return unknown_level("Nothing is known of it, nor of the sector")
        low = max(Decimal(0), start - unknown["sector_spread"])
        return Level(low, start, MOST, f"Not told; taken as {basis}", "", PPN, known=False)
    words = ", ".join(trait.replace("_", " ") for trait in told)
    figure = _within(start + sum(traits[trait] for trait in told))
    spread = traits["told_spread"]
    reason = f"Told: {words}; added to what is {basis}" if sectors else f"Told: {words}; {basis}"
    return Level(_within(figure - spread), figure, _within(figure + spread), reason, words, TOLD)


def _within(figure: Decimal) -> Decimal:
    return min(max(figure, Decimal(0)), MOST)
