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
    most: `Baker Solicitors` are solicitors, and `Land Surveyors` survey. Of a large supplier whose
    trade we know, the words of its name show nothing else.
    """
    words = normalise(name)
    known = [word for word in _words("known") if word.shows(words)]
    if known:
        return tuple(
            TradeEvidence(TradeSource.KNOWN_SUPPLIER, word.sector, word.strength, name)
            for word in known
        )
    matches = [
        (matched.end(), matched.end() - matched.start(), word)
        for word in _words("name")
        if (matched := word.last(words)) is not None
    ]
    if not matches:
        return ()
    head = max((end, length) for end, length, _ in matches)
    heads = {word.sector for end, length, word in matches if (end, length) == head}
    strongest: dict[str, float] = {}
    for _, _, word in matches:
        strength = word.strength if word.sector in heads else word.strength * _BEFORE_THE_HEAD
        strongest[word.sector] = max(strongest.get(word.sector, 0.0), strength)
    return tuple(TradeEvidence(TradeSource.NAME, each, s, name) for each, s in strongest.items())


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
