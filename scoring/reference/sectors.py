"""SIC, CPV and ProClass codes, and words → one set of sectors with their levels."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from scoring.reference.tables import table


@dataclass(frozen=True, slots=True)
class Sector:
    """A kind of work or goods, with the steps of its risk by factor.

    Attributes:
        id: Its identifier.
        label: Its name for a reader.
        industry: Step of the industry itself: very_low, low, medium, high or very_high.
        workforce: Step of the workforce that is typical of it.
        context: Step of the circumstances that are typical of it.
        business_model: Step of the way that is typical of buying it.
        goods: The group of goods that a purchase of it may contain, or empty.
        reason: Why these steps, in words.
    """

    id: str
    label: str
    industry: str
    workforce: str
    context: str
    business_model: str
    goods: str
    reason: str


@cache
def sectors() -> dict[str, Sector]:
    """Return every sector by identifier."""
    return {row["id"]: Sector(**row) for row in table("sectors.csv")}


@lru_cache(65_536)
def sector_of_code(code: str, scheme: str = "") -> Sector | None:
    """Return the sector of a code, or None where the code is not one that we know.

    Args:
        code: A code as written; the check digit of a CPV code may stand.
        scheme: `sic`, `cpv` or `proclass`; told by the number of digits where it is empty
            (five, eight and six; a ProClass code may be longer).
    """
    bare = re.sub(r"-\d$", "", code.strip())
    if not bare.isdigit():
        return None
    if not scheme:
        scheme = {5: "sic", 6: "proclass", 7: "proclass", 8: "cpv"}.get(len(bare), "")
    if scheme == "sic":
        bare = bare.zfill(5)
    known = _prefixes().get(scheme, {})
    for length in range(len(bare), 1, -1):
        if bare[:length] in known:
            return sectors()[known[bare[:length]]]
    return None


@lru_cache(65_536)
def sectors_of_words(words: str) -> tuple[Sector, ...]:
    """Return the sectors that words about a purchase name, each once, in the table's order."""
    given = re.findall(r"[a-z]+", words.lower().replace("'", ""))
    if not given:
        return ()
    matches = (
        sectors()[sector]
        for wanted, sector in _words()
        if all(any(word.startswith(each) for word in given) for each in wanted)
    )
    return tuple(dict.fromkeys(matches))


def sectors_of(
    codes: Iterable[str], words: Iterable[str], sic_codes: Iterable[str] = ()
) -> tuple[Sector, ...]:
    """Return the sectors bought: by codes, else by words, else by the supplier's own SIC."""
    by_code = [sector for code in codes if (sector := sector_of_code(code))]
    by_word = () if by_code else [sector for each in words for sector in sectors_of_words(each)]
    chosen_sectors = (
        by_code or by_word or [s for code in sic_codes if (s := sector_of_code(code, "sic"))]
    )
    return tuple(dict.fromkeys(chosen_sectors))


@cache
def _prefixes() -> dict[str, dict[str, str]]:
    known: dict[str, dict[str, str]] = {}
    for row in table("sector_codes.csv"):
        known.setdefault(row["scheme"], {})[row["prefix"]] = row["sector"]
    return known


@cache
def _words() -> tuple[tuple[tuple[str, ...], str], ...]:
    return tuple((tuple(row["words"].split()), row["sector"]) for row in table("sector_words.csv"))
