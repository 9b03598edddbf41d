"""The language of a document or a sentence, by its commonest words. We assess English only."""

import re
from dataclasses import dataclass

from scoring.text import Document

_ENGLISH = re.compile(
    r"the|of|and|to|in|is|that|for|our|we|are|with|as|or|be|this|on|by|have|has|not|it|from|any"
)
_WELSH = re.compile(
    r"yn|y|yr|a|o|i|ar|gan|mae|ein|eu|ac|ei|sy'n|am|wedi|bod|neu|sydd|rydym|hwn|hon|fel|nid"
)
_OTHERS = (
    re.compile(r"le|la|les|des|du|de|et|est|une|un|nous|pour|dans|que|qui|sur|avec|par|au|nos"),
    re.compile(r"der|die|das|und|ist|wir|für|mit|auf|nicht|von|den|dem|des|eine?|unsere?|zu|im"),
    re.compile(r"el|la|los|las|de|y|en|que|para|con|por|del|una|un|es|se|nuestr[oa]s?"),
    re.compile(r"o|a|os|as|de|e|em|que|para|com|por|do|da|dos|das|uma|um|não|noss[oa]s?"),
    re.compile(r"il|lo|la|i|gli|le|di|e|che|per|con|del|della|dei|una|un|non|nostr[oaie]|sono"),
    re.compile(r"de|het|een|en|van|op|met|voor|niet|zijn|wij|onze|dat|aan|ook"),
    re.compile(r"i|w|na|z|do|nie|że|się|jest|oraz|dla|przez|od|nasz\w*"),
)
"""French, German, Spanish, Portuguese, Italian, Dutch and Polish."""
_LEAST_WORDS = 40
_RUN_TOGETHER = 20
_LEAST_SENTENCES = 3
_LEAST_SHARE = 12


@dataclass(frozen=True, slots=True)
class OtherLanguages:
    """How many sentences of a document, beside its English ones, are in which language.

    Attributes:
        sentences: All sentences of the document.
        welsh: Those in Welsh.
        foreign: Those in a language other than English and Welsh.
    """

    sentences: int
    welsh: int = 0
    foreign: int = 0

    @property
    def words(self) -> str:
        """Say which part was not assessed and how much was; empty where all is English."""
        if not (self.welsh or self.foreign):
            return ""
        called = "Welsh" if self.welsh >= self.foreign else "its other language"
        english = self.sentences - self.welsh - self.foreign
        return (
            f"We cannot assess {called} yet; we read the English part: {english} of "
            f"{self.sentences} sentences."
        )


def other_language(words: list[str]) -> str:
    """Say that a whole document is in another language; empty where it is in English."""
    letters = "".join(words)
    latin = sum(c.isalpha() and ord(c) < 0x250 for c in letters)
    alphabetic = sum(c.isalpha() for c in letters)
    if alphabetic >= _LEAST_WORDS and latin * 2 < alphabetic:
        return "It is not written in the Latin alphabet; we read English."
    if sum(len(word) for word in words if len(word) >= _RUN_TOGETHER) * 5 > len(letters):
        return ""  # words that ran together belong to no language
    plain = _plain(words)
    if len(plain) < _LEAST_WORDS:
        return ""
    english, welsh = _share(_ENGLISH, plain), _share(_WELSH, plain)
    if welsh >= 0.15 and english < 0.06:
        return (
            "It is written in Welsh. We cannot assess Welsh yet: send the English version, or "
            "have a Welsh speaker read it."
        )
    if english < 0.12 and welsh < 0.15:
        return "It is written in neither English nor Welsh."
    return ""


def other_languages(document: Document) -> OtherLanguages:
    """Count the sentences in other languages, where they are a fair part of the document."""
    parts = [part for s in document.sentences for part in s.text.split(" | ")]
    welsh = sum(is_welsh(part) for part in parts)
    foreign = sum(is_foreign(part) for part in parts)

    def fair(count: int) -> int:
        enough = count >= _LEAST_SENTENCES and count * _LEAST_SHARE >= len(parts)
        return count if enough else 0

    return OtherLanguages(len(parts), fair(welsh), fair(foreign))


def is_welsh(text: str) -> bool:
    """Whether a sentence is in Welsh."""
    words = _plain(text.split())
    welsh, english = _share(_WELSH, words), _share(_ENGLISH, words)
    return len(words) >= 4 and welsh * 6 >= 1 and welsh > 2 * english


def is_foreign(text: str) -> bool:
    """Whether a sentence is in a language other than English and Welsh."""
    words = _plain(text.split())
    if len(words) < 6 or _share(_ENGLISH, words) >= 0.1 or is_welsh(text):
        return False
    return max(_share(language, words) for language in _OTHERS) >= 0.25


def _plain(words: list[str]) -> list[str]:
    return [word.strip(".,;:()'\"").casefold() for word in words]


def _share(language: re.Pattern[str], words: list[str]) -> float:
    """Return what share of some words are among a language's commonest."""
    return sum(language.fullmatch(word) is not None for word in words) / max(len(words), 1)
