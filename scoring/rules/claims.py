"""What a statement claims of pay and conditions, told from its words."""

import re
from dataclasses import dataclass

from scoring.findings import Evidence
from scoring.reference.vocabulary import EvidenceStatus


@dataclass(frozen=True, slots=True)
class Claim:
    """One kind of claim: words that make it, words that unmake it.

    Attributes:
        said: What a sentence has, all of them.
        unless: What shows that the sentence speaks of something else.
        by_denial: The claim is that something is not done, so a denial makes it.
    """

    said: tuple[re.Pattern[str], ...]
    unless: re.Pattern[str] | None = None
    by_denial: bool = False

    def made_in(self, sentences: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
        """Return the sentences that make the claim, each once; a promise makes none."""
        made: dict[str, Evidence] = {}
        for each in sentences:
            if self._made_by(each):
                made.setdefault(each.quote, each)
        return tuple(made.values())

    def _made_by(self, sentence: Evidence) -> bool:
        if sentence.status is EvidenceStatus.PLANNED:
            return False
        if sentence.status is EvidenceStatus.DENIED and not self.by_denial:
            return False
        words = sentence.quote
        if self.unless is not None and self.unless.search(words):
            return False
        return all(each.search(words) for each in self.said)


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.DOTALL)


_NOT = r"\b(?:no|not|never|nor|neither|without|prohibit\w*|ban(?:s|ned)?|forbid\w*)\b"
_PAPERS = r"\b(?:passport|identity|identification|id|visa)s?\b"
_KEEP = r"\b(?:retain|keep|kept|hold|held|withh\w+|confiscat\w+|surrender|lodge|retention)\w*\b"
_OTHERS = r"\b(?:encourag|expect|ask|requir|urg|request)\w*\b.{0,60}\b(?:supplier|contractor)s?\b"

LIVING_WAGE = Claim(
    (
        _words(r"(?<!national )\bliving wage\b"),
        _words(r"\b(?:pa(?:y|ys|id|ying)|earns?|receives?|at least|above|accredited|employer)\b"),
    ),
    unless=_words(_OTHERS),
)
ACCREDITED = Claim(
    (
        _words(r"(?<!national )\bliving wage\b"),
        _words(r"\baccredit\w*\b|\bliving wage (?:employer|service provider)\b"),
    ),
    unless=_words(_OTHERS),
)
NO_FEES = Claim(
    (
        _words(
            _NOT + r".{0,80}\b(?:recruitment|agency|placement|hiring)\b.{0,20}\b"
            r"(?:fee|cost|charge|debt)s?\b"
            r"|\bemployer[- ]pays\b"
            r"|\bfees?\b.{0,60}\b(?:borne|paid|met) by (?:us|the (?:employer|company))\b"
            r"|\b(?:not|never)\b.{0,40}\bcharg\w*\b.{0,40}\b(?:worker|employee|candidate)s?\b"
        ),
    ),
    by_denial=True,
)
NO_DOCUMENT_RETENTION = Claim(
    (
        _words(
            rf"{_NOT}.{{0,80}}{_KEEP}.{{0,60}}{_PAPERS}"
            rf"|{_NOT}.{{0,40}}{_PAPERS}.{{0,40}}{_KEEP}"
            rf"|{_PAPERS}.{{0,60}}\b(?:not|never)\b.{{0,30}}{_KEEP}"
            rf"|\b(?:keep|hold|retain)s? their (?:own )?{_PAPERS}"
        ),
    ),
    by_denial=True,
)
FREE_TO_LEAVE = Claim(
    (_words(r"\bfree(?:ly)? to (?:leave|resign|terminate|end)\b|\bfreely chosen\b"),)
)
LAWFUL_HOURS = Claim(
    (
        _words(
            r"\bworking (?:hours|time)\b.{0,100}\b(?:compl\w+|within|limit\w*|law\w*|48|monitor\w*"
            r"|not excessive|regulations|directive)\b"
            r"|\bnot exceed\b.{0,30}\b(?:48|60)\b"
        ),
    ),
    by_denial=True,
)
