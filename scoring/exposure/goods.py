"""Commodity: whether what is bought, or goes into it, is listed for forced or child labour."""

import re
from functools import cache

from scoring.countries import country_name
from scoring.exposure.places import HERE, LISTED, countries_of
from scoring.exposure.records import Level
from scoring.exposure.work import unknown_level
from scoring.facts import SupplierFacts
from scoring.sectors import Sector
from scoring.tables import table
from scoring.weights import section

# how bad a listing is, the worst first, by the columns forced and child
_KINDS = (
    ("forced", "yes", "forced_from_listed_country", "is listed for forced labour"),
    ("forced", "inputs", "inputs_from_listed_country", "has inputs listed for forced labour"),
    ("child", "yes", "child_from_listed_country", "is listed for child labour"),
    ("child", "inputs", "child_from_listed_country", "has inputs listed for child labour"),
)


def commodity_level(facts: SupplierFacts, sectors: tuple[Sector, ...]) -> Level:
    """Return the level of the goods that a purchase may contain.

    The goods are those the records name, else those of the sector's group. They are held against
    the list for the countries, other than the United Kingdom, that the records tell of.
    """
    goods = _named(facts) or _grouped(sectors)
    given = section("commodity")
    if not goods:
        if not sectors:
            return unknown_level("What it sells is not known")
        level = given["services"]
        return Level(level, level, level, "Mostly services", sectors[0].label, "Our judgement")
    origins = tuple(code for code in countries_of(facts) if code != HERE)
    for kind, value, weight, words in _KINDS:
        for good in goods:
            for code in origins:
                if _listed().get((good, code), {}).get(kind) == value:
                    level = given[weight]
                    told = f"{good} from {country_name(code)}"
                    return Level(level, level, level, f"{told} {words}", told, LISTED)
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


def _grouped(sectors: tuple[Sector, ...]) -> tuple[str, ...]:
    groups = {sector.goods for sector in sectors if sector.goods}
    found = (row["good"] for row in table("goods_groups.csv") if row["group"] in groups)
    return tuple(dict.fromkeys(found))


@cache
def _stems() -> tuple[tuple[str, str], ...]:
    """Each listed good with the beginning of its name by which words are known for it."""
    goods = dict.fromkeys(row["good"] for row in table("dol_goods.csv"))
    return tuple((g, re.sub(r"\s*[(/].*", "", g).lower().rstrip("s")) for g in goods)


@cache
def _listed() -> dict[tuple[str, str], dict[str, str]]:
    return {(row["good"], row["country"]): row for row in table("dol_goods.csv")}
