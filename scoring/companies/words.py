"""Words in names and in what was bought → the sectors that they show, in context."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from scoring.companies.trade import TradeEvidence, TradeSource
from scoring.names import normalise
from scoring.tables import table

_MARKS = re.compile(r"[^a-z0-9]+")
_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class _Word:
    sector: str
    strength: float
    pattern: re.Pattern[str]
    unless: re.Pattern[str]

    def shows(self, words: str) -> bool:
        """Whether the words show the sector and nothing beside them gives another meaning."""
        return bool(self.pattern.search(words)) and not self.unless.search(words)


@lru_cache(65_536)
def evidence_of_name(name: str) -> tuple[TradeEvidence, ...]:
    """Return what a supplier's name shows of its trade: `Fern Cleaning Ltd` cleans.

    A word of the trade near the end of a name shows more than one at its beginning.
    """
    words = normalise(name)
    return tuple(_evidence(words, "name", TradeSource.NAME, name))


@lru_cache(65_536)
def evidence_of_text(text: str, source: TradeSource) -> tuple[TradeEvidence, ...]:
    """Return what words about a purchase show, each part between semicolons by itself."""
    found: dict[str, TradeEvidence] = {}
    for part in text.split(";"):
        words = " ".join(_MARKS.sub(" ", part.lower().replace("&", " and ")).split())
        for each in _evidence(words, "text", source, part.strip()):
            known = found.get(each.sector)
            if known is None or each.strength > known.strength:
                found[each.sector] = each
    return tuple(found.values())


def _evidence(words: str, where: str, source: TradeSource, text: str) -> list[TradeEvidence]:
    strongest: dict[str, float] = {}
    for word in _words(where) if words else ():
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
        if row["where"] in (where, "any")
    )


def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b")
