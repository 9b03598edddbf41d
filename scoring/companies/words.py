"""Words in names and in what was bought → the sectors that they show, in context."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from scoring.companies.names import normalise
from scoring.companies.trade import TradeEvidence, TradeSource
from scoring.reference.tables import table

_MARKS = re.compile(r"[^a-z0-9]+")
_NEVER = re.compile(r"(?!)")
_BEFORE_THE_HEAD = 0.5
_OF = re.compile(r"\b(?:of|for)\b")
_PAID_THROUGH = re.compile(
    r"\A\s*(?:paypal|sq|sumup|zettle|iz|sp|crv|stripe|klarna)\s*\*+\s*", re.IGNORECASE
)
"""How a purchasing card names the company that takes the payment, before the seller's name."""

_PUBLIC = "public"
_KNOWN_SUPPLIER = 0.95
_LONGEST_KNOWN = 6
_SAYS_NOTHING = frozenset(
    ("uk", "gb", "group", "holdings", "services", "solutions", "international", "europe", "and",
     "co", "operations", "business", "limited", "ltd", "plc", "england", "north", "south", "east",
     "west", "united", "kingdom", "midlands", "london", "com", "contracts", "systems")
)  # fmt: skip
_WHERE = {"name": ("name", "any"), "text": ("text", "any"), "known": ("known",)}


@dataclass(frozen=True, slots=True)
class _Word:
    sector: str
    strength: float
    pattern: re.Pattern[str]
    unless: re.Pattern[str]

    def last(self, words: str) -> re.Match[str] | None:
        """The last place at which the words show the sector, or None."""
        if self.unless.search(words):
            return None
        *_, last = (None, *self.pattern.finditer(words))
        return last

    def shows(self, words: str) -> bool:
        """Whether the words show the sector and nothing beside them gives another meaning."""
        return bool(self.pattern.search(words)) and not self.unless.search(words)


@lru_cache(65_536)
def evidence_of_name(name: str) -> tuple[TradeEvidence, ...]:
    """Return what a supplier's name shows of its trade: `Fern Cleaning Ltd` cleans.

    Of several such words the last, and of those the longest, is the head of the name and counts
    most: `Baker Solicitors` are solicitors, and `Land Surveyors` survey. What follows `of` or
    `for` is no head: a `College of Beauty` teaches. A public body is one whatever its name says
    it does.
    Of a large supplier whose trade we know, the words of its name show nothing else.
    """
    words = normalise(_PAID_THROUGH.sub("", name))
    known = {word.sector: word.strength for word in _words("known") if word.shows(words)}
    if not known and (sector := _known_supplier(words)):
        known = {sector: _KNOWN_SUPPLIER}
    if known:
        return tuple(
            TradeEvidence(TradeSource.KNOWN_SUPPLIER, sector, strength, name)
            for sector, strength in known.items()
        )
    matches = [
        (matched.end(), matched.end() - matched.start(), word)
        for word in _words("name")
        if (matched := word.last(words)) is not None
    ]
    if not matches:
        return ()
    of = _OF.search(words)
    before = [each for each in matches if of and each[0] <= of.start()] or matches
    head = max((end, length) for end, length, _ in before)
    heads = {word.sector for end, length, word in before if (end, length) == head} | {_PUBLIC}
    strongest: dict[str, float] = {}
    for _, _, word in matches:
        strength = word.strength if word.sector in heads else word.strength * _BEFORE_THE_HEAD
        strongest[word.sector] = max(strongest.get(word.sector, 0.0), strength)
    return tuple(TradeEvidence(TradeSource.NAME, each, s, name) for each, s in strongest.items())


def _known_supplier(words: str) -> str:
    """The trade of the known supplier whose name a normalised name begins with, else empty.

    A name of one word is no beginning of another supplier's name: only words that say nothing,
    such as Group, may follow it.
    """
    known, parts = _known_suppliers(), words.split()
    for count in range(min(len(parts), _LONGEST_KNOWN), 0, -1):
        sector = known.get(" ".join(parts[:count]), "")
        if sector and (count > 1 or _SAYS_NOTHING.issuperset(parts[1:])):
            return sector
    return ""


@cache
def _known_suppliers() -> dict[str, str]:
    return {row["name"]: row["sector"] for row in table("known_suppliers.csv")}


@lru_cache(65_536)
def evidence_of_text(text: str, source: TradeSource) -> tuple[TradeEvidence, ...]:
    """Return what words about a purchase show, each part between semicolons by itself."""
    by_sector: dict[str, TradeEvidence] = {}
    for part in text.split(";"):
        words = " ".join(_MARKS.sub(" ", part.lower().replace("&", " and ")).split())
        for each in _evidence(words, source, part.strip()):
            known = by_sector.get(each.sector)
            if known is None or each.strength > known.strength:
                by_sector[each.sector] = each
    return tuple(by_sector.values())


def _evidence(words: str, source: TradeSource, text: str) -> list[TradeEvidence]:
    strongest: dict[str, float] = {}
    for word in _words("text") if words else ():
        if word.strength > strongest.get(word.sector, 0.0) and word.shows(words):
            strongest[word.sector] = word.strength
    return [TradeEvidence(source, sector, s, text) for sector, s in strongest.items()]


@cache
def _words(where: str) -> tuple[_Word, ...]:
    return tuple(
        _Word(
            row["sector"],
            float(row["strength"]),
            _whole(row["pattern"]),
            _whole(row["unless"]) if row["unless"] else _NEVER,
        )
        for row in table("trade_words.csv")
        if row["where"] in _WHERE[where]
    )


def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b")
