"""Location: where the supplier and its known tiers are, and what is listed of those countries."""

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from scoring.exposure.records import Level
from scoring.exposure.work import unknown_level
from scoring.facts import SupplierFacts
from scoring.geography.countries import country_code, country_name
from scoring.reference.tables import table
from scoring.reference.weights import section

LISTED = "US Department of Labor, List of Goods Produced by Child Labor or Forced Labor (2024)"
IMPORTED = "The country index that the organisation imported"
HERE = "GB"
_POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\Z")
_FOREIGN = ("FC", "OE", "BR", "SF", "NF", "GE")


def countries_of(facts: SupplierFacts) -> tuple[str, ...]:
    """Return the ISO codes of the countries that the records tell of.

    A UK company number or postcode tells of the United Kingdom where no country is given.
    """
    given = tuple(dict.fromkeys(country_code(each) or each for each in facts.countries if each))
    if given:
        return given
    number = facts.company_number
    here = bool(number) and not number.startswith(_FOREIGN)
    return (HERE,) if here or _POSTCODE.match(facts.postcode.upper().strip()) else ()


def location_level(facts: SupplierFacts, country_risk: Mapping[str, Decimal]) -> Level:
    """Return the level of the worst of the countries that the records tell of."""
    countries = countries_of(facts)
    if not countries:
        return unknown_level("Where it works is not known")
    return max(
        (_country(code, country_risk) for code in countries),
        key=lambda level: (level.figure, level.high, level.value),
    )


def _country(code: str, country_risk: Mapping[str, Decimal]) -> Level:
    given, name = section("location"), country_name(code)
    if code in country_risk:
        risk = country_risk[code]
        return Level(risk, risk, risk, f"{name} in the imported index", name, IMPORTED)
    if code == HERE:
        level = given["united_kingdom"]
        return Level(level, level, level, "Works in the United Kingdom", name, "Our judgement")
    forced, child = _listed().get(code, (0, 0))
    if forced:
        level = given["forced_labour_listed"] + given["each_more"] * (forced - 1)
        level = min(level, given["most"])
        reason = f"{name}: {_goods(forced)} listed for forced labour"
        return Level(level, level, level, reason, name, LISTED)
    if child:
        level = given["child_labour_listed"]
        reason = f"{name}: {_goods(child)} listed for child labour"
        return Level(level, level, level, reason, name, LISTED)
    return Level(
        given["not_listed_low"],
        given["not_listed_figure"],
        given["not_listed_high"],
        f"{name} is not listed, which shows little",
        name,
        LISTED,
        known=False,
    )


def _goods(count: int) -> str:
    return "one good is" if count == 1 else f"{count} goods are"


@cache
def _listed() -> dict[str, tuple[int, int]]:
    """How many goods of each country are listed for forced and for child labour."""
    counts: dict[str, tuple[int, int]] = {}
    for row in table("dol_goods.csv"):
        forced, child = counts.get(row["country"], (0, 0))
        counts[row["country"]] = (
            forced + (row["forced"] == "yes"),
            child + (row["child"] == "yes"),
        )
    return counts
