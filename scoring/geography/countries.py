"""Countries by code and by the names people write for them."""

import re
from functools import cache, lru_cache

from scoring.reference.tables import table


@lru_cache(4096)
def country_code(words: str) -> str:
    """Return the ISO 3166-1 alpha-2 code of a country's code or name, or an empty string.

    Source: ISO 3166-1; other common names are listed beside them in `data/countries.csv`.
    """
    return _codes().get(_plain(words), "")


def country_name(code: str) -> str:
    """Return the short English name of a country's code, or the code where it is unknown."""
    return _names().get(code, code)


def _plain(words: str) -> str:
    return " ".join(
        re.sub(r"[^\w]+", " ", words.lower().replace("’", "").replace("'", "")).split()
    )


@cache
def _names() -> dict[str, str]:
    return {row["code"]: row["name"] for row in table("countries.csv")}


@cache
def _codes() -> dict[str, str]:
    known: dict[str, str] = {}
    for row in table("countries.csv"):
        for name in (row["code"], row["alpha3"], row["name"], *row["also"].split("|")):
            if name:
                known.setdefault(_plain(name), row["code"])
    return known
