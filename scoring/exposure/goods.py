"""Commodity: whether what is bought, or goes into it, is listed for forced or child labour."""

import re
from functools import cache

from scoring.companies import Trade
from scoring.exposure.places import HERE, LISTED, countries_of
from scoring.exposure.records import Level
from scoring.exposure.work import expected, trade_known, unknown_level
from scoring.facts import SupplierFacts
from scoring.geography.countries import country_name
from scoring.reference.sectors import Sector, sectors
from scoring.reference.tables import table
from scoring.reference.weights import section

# how bad a listing is, the worst first, by the columns forced and child
_KINDS = (
    ("forced", "yes", "forced_from_listed_country", "is listed for forced labour"),
    ("forced", "inputs", "inputs_from_listed_country", "has inputs listed for forced labour"),
    ("child", "yes", "child_from_listed_country", "is listed for child labour"),
    ("child", "inputs", "child_from_listed_country", "has inputs listed for child labour"),
)


def commodity_level(facts: SupplierFacts, trade: Trade) -> Level:
    """Return the level of the goods that a purchase may contain.

    The goods are those the records name, else those of each sector of the trade, weighed by its
    probability. They are held against the list for the countries, other than the United Kingdom,
    that are on record.
    """
    origins = tuple(code for code in countries_of(facts) if code != HERE)
    named = _named(facts)
    if named:
        return _goods_level(named, origins)
    if not trade.shares:
        return unknown_level("What it sells is not known")

    def level_of(sector: Sector) -> Level:
        goods = _grouped(sector)
        return _goods_level(goods, origins) if goods else _services(sector)

    low, figure, high = expected(trade, level_of)
    first = level_of(sectors()[trade.shares[0].sector])
    if not trade_known(trade):
        return Level(low, figure, high, "Too little is known of what it sells", known=False)
    return Level(low, figure, high, first.reason, first.value, first.source, known=first.known)


def _services(sector: Sector) -> Level:
    level = section("commodity")["services"]
    return Level(level, level, level, "Mostly services", sector.label, "Our judgement")


def _goods_level(goods: tuple[str, ...], origins: tuple[str, ...]) -> Level:
    """The level of some goods: by the worst listing for their origins, else as unknown."""
    given = section("commodity")
    for kind, value, weight, words in _KINDS:
        for good in goods:
            for code in origins:
                if _listed().get((good, code), {}).get(kind) == value:
                    level = given[weight]
                    named = f"{good} from {country_name(code)}"
                    return Level(level, level, level, f"{named} {words}", named, LISTED)
    shown = ", ".join(goods[:3]) + (" and others" if len(goods) > 3 else "")
    if origins:
        level = given["origin_not_listed"]
        reason = f"{shown}: not listed for {', '.join(map(country_name, origins))}"
        return Level(level, level, level, reason, shown, LISTED)
    return Level(
        given["origin_unknown_low"],
        given["origin_unknown"],
        given["origin_unknown_high"],
        f"{shown}: listed for some countries, and where these come from is not known",
        shown,
        LISTED,
        known=False,
    )


def _named(facts: SupplierFacts) -> tuple[str, ...]:
    """The listed goods that the records name in words."""
    words = " ".join(facts.goods).lower()
    if not words:
        return ()
    return tuple(good for good, stem in _stems() if re.search(rf"\b{re.escape(stem)}", words))


@cache
def _grouped(sector: Sector) -> tuple[str, ...]:
    """The listed goods that a purchase from a sector may contain."""
    if not sector.goods:
        return ()
    goods = (row["good"] for row in table("goods_groups.csv") if row["group"] == sector.goods)
    return tuple(dict.fromkeys(goods))


@cache
def _stems() -> tuple[tuple[str, str], ...]:
    """Each listed good with the beginning of its name by which words are known for it."""
    goods = dict.fromkeys(row["good"] for row in table("dol_goods.csv"))
    return tuple((g, re.sub(r"\s*[(/].*", "", g).lower().rstrip("s")) for g in goods)


@cache
def _listed() -> dict[tuple[str, str], dict[str, str]]:
    return {(row["good"], row["country"]): row for row in table("dol_goods.csv")}
