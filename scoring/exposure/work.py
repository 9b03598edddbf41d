"""Industry, workforce, context and business model: the trade, and what is on record."""

from collections.abc import Callable
from decimal import Decimal

from scoring.companies import Trade
from scoring.exposure.records import MOST, Level
from scoring.exposure.traits import BUSINESS_MODEL, CONTEXT, WORKFORCE, traits_of
from scoring.facts import SupplierFacts
from scoring.reference.sectors import Sector, sectors
from scoring.reference.weights import section

PPN = "Cabinet Office PPN 009 (17 February 2025); steps in data/sectors.csv are ours"
SOURCE = "The list, the contract or the supplier's answers; weights in data/weights.toml are ours"
MOST_UNKNOWN = Decimal("0.4")
"""A trade is too little known where more than this probability falls to no sector at all."""
_LIKELY = Decimal("0.1")
"""A sector less probable than this does not widen a range."""


def trade_known(trade: Trade) -> bool:
    """Return whether enough is known of what a supplier sells to rest a level on it."""
    return trade.unknown <= MOST_UNKNOWN


def expected(
    trade: Trade, level_of: Callable[[Sector], Level]
) -> tuple[Decimal, Decimal, Decimal]:
    """Return the least, the expected and the greatest level over the sectors of a trade.

    The expected level is the mean over the sectors by their probability; what no sector accounts
    for counts as unknown. The range spans the sectors that are likely, and opens towards unknown
    by as much as is unknown.

    Args:
        trade: The sectors with their probabilities.
        level_of: The level of one sector.
    """
    unknown = section("unknown")
    levels = [(each.probability, level_of(sectors()[each.sector])) for each in trade.shares]
    figure = sum((p * level.figure for p, level in levels), trade.unknown * unknown["figure"])
    figure = _within(figure)
    likely = [level for p, level in levels if p >= _LIKELY]
    if not likely:
        return min(unknown["low"], figure), figure, max(unknown["high"], figure)
    low, high = min(each.low for each in likely), max(each.high for each in likely)
    low -= trade.unknown * max(low - unknown["low"], Decimal(0))
    high += trade.unknown * max(unknown["high"] - high, Decimal(0))
    return min(low, figure), figure, max(high, figure)


def industry_level(trade: Trade) -> Level:
    """Return the level of the industry, over the sectors that the supplier may work in."""
    if not trade.shares:
        return unknown_level("What it sells is not known")
    steps = section("steps")

    def level_of(sector: Sector) -> Level:
        step = steps[sector.industry]
        return Level(step, step, step, sector.reason)

    low, figure, high = expected(trade, level_of)
    first = sectors()[trade.shares[0].sector]
    known = trade_known(trade)
    reason = f"{first.label}, by {_source_of(trade)}: {first.reason}"
    if not known:
        reason = f"Too little is known of what it sells; perhaps {_small(first.label)}"
    return Level(low, figure, high, reason, first.label if known else "", PPN, known=known)


def workforce_level(facts: SupplierFacts, trade: Trade) -> Level:
    """Return the level of the workforce: typical of the trade, moved by the traits on record."""
    return _moved(facts, trade, "workforce", WORKFORCE)


def context_level(facts: SupplierFacts, trade: Trade) -> Level:
    """Return the level of the circumstances in which people work."""
    return _moved(facts, trade, "context", CONTEXT)


def business_model_level(facts: SupplierFacts, trade: Trade) -> Level:
    """Return the level of the way in which the work is bought and passed on."""
    return _moved(facts, trade, "business_model", BUSINESS_MODEL)


def unknown_level(reason: str) -> Level:
    """Return the level of a factor of which nothing is known."""
    given = section("unknown")
    return Level(given["low"], given["figure"], given["high"], reason, known=False)


def _moved(
    facts: SupplierFacts, trade: Trade, factor: str, patterns: dict[str, tuple[str, ...]]
) -> Level:
    recorded = traits_of(facts, patterns)
    if not recorded and not trade.shares:
        return unknown_level("Nothing is known of it, nor of the sector")
    steps, traits, unknown = section("steps"), section("traits"), section("unknown")

    def level_of(sector: Sector) -> Level:
        step = steps[getattr(sector, factor)]
        return Level(max(Decimal(0), step - unknown["sector_spread"]), step, MOST, "")

    low, start, high = expected(trade, level_of)
    basis = "nothing is known of the sector"
    if trade.shares:
        basis = f"typical of {_small(sectors()[trade.shares[0].sector].label)}"
    if not recorded:
        return Level(low, start, high, f"Not recorded; assumed as {basis}", "", PPN, known=False)
    words = ", ".join(trait.replace("_", " ") for trait in recorded)
    figure = _within(start + sum(traits[trait] for trait in recorded))
    spread = traits["told_spread"]
    added = "added to what is " if trade.shares else ""
    reason = f"On record: {words}; {added}{basis}"
    return Level(_within(figure - spread), figure, _within(figure + spread), reason, words, SOURCE)


def _source_of(trade: Trade) -> str:
    """What the likeliest sector rests on, in words."""
    why = trade.why(trade.shares[0].sector)
    return why[0].source.label if why else "its records"


def _small(label: str) -> str:
    return f"{label[0].lower()}{label[1:]}"


def _within(figure: Decimal) -> Decimal:
    return min(max(figure, Decimal(0)), MOST)
