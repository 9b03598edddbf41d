"""Words that the strategy's approved terminology advises against, each with what to say instead.

Source: Ending Modern Slavery strategy 2021-2026, appendix 1 (approved terminology) and its three
principles: no words that blame, no labels, no terms that cannot be translated. The advice is in
our own words; it is advice on wording and never part of a score.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from scoring.text import Sentence

SOURCE = "Ending Modern Slavery strategy 2021-2026, appendix 1"


@dataclass(frozen=True, slots=True)
class Term:
    """A wording advised against.

    Attributes:
        pattern: Where it is met in a sentence.
        say: What to say instead.
        why: The reason, in a plain sentence.
    """

    pattern: re.Pattern[str]
    say: str
    why: str


@dataclass(frozen=True, slots=True)
class Advice:
    """A wording found in a sentence, and the advice on it."""

    sentence: Sentence
    wording: str
    say: str
    why: str


def _term(pattern: str, say: str, why: str) -> Term:
    return Term(re.compile(pattern, re.IGNORECASE), say, why)


TERMS: tuple[Term, ...] = (
    _term(
        r"\brescu(?:e|es|ed|ing)\b",
        "intervention, or: people were supported to leave",
        "“Rescue” makes people seem helpless, as if others acted and they did not.",
    ),
    _term(
        r"\bthe (?:most )?vulnerable\b(?! \w+ to)(?= ?[.,;:)]|$| and| are| from| who| in\b)"
        r"|\bvulnerable (?:people|persons?|workers?|adults?|groups?|individuals?|migrants?)\b"
        r"(?! to\b)",
        "people who are vulnerable to exploitation",
        "What makes a person vulnerable is their circumstances; it is not what they are.",
    ),
    _term(
        r"\b(?<!alpha )(?<!potential )(?<!/)victims?\b"
        r"(?! care\b| support\b|[ /]*(?:and|or|/)? ?survivors?)",
        "victim/survivor; a person in the National Referral Mechanism is a potential victim",
        "“Victim” alone can reduce a person to what was done to them.",
    ),
    _term(
        r"\b(?:modern[ -]day |modern )?slaves\b|\ba slave\b",
        "people held in slavery, or people who have been exploited",
        "A label turns what is done to people into what they are.",
    ),
    _term(
        r"\bchild prostitut(?:es?|ion)\b|\bunderage prostitut(?:es?|ion)\b",
        "a child who has been sexually exploited",
        "Under 18 it is abuse: a child cannot consent to being exploited.",
    ),
    _term(
        r"(?<!child )(?<!underage )\bprostitutes?\b|\bsex[ -]?work(?:ers?)?\b",
        "women (or people) involved in prostitution",
        "Name the circumstances, and not a label that can hide risk and exploitation.",
    ),
    _term(
        r"\bbrothels?\b",
        "describe the premises: a residential flat, a hotel, a massage parlour",
        "The word narrows what people look for, and says nothing of how a person came there.",
    ),
    _term(
        r"\bpunters?\b",
        "individual paying for sexual services",
        "Slang makes light of what the person paying does.",
    ),
    _term(
        r"\b(?:people|human|migrant)[ -]smuggl(?:ing|ers?)\b",
        "human trafficking, where people were to be exploited",
        "Smuggling is a paid border crossing; trafficking is a crime against a person.",
    ),
)
"""Every wording advised against, in the order in which advice is given."""


def advise(sentences: Iterable[Sentence]) -> tuple[Advice, ...]:
    """Return the advice on every wording found, in the order of the sentences."""
    return tuple(
        Advice(sentence, match[0], term.say, term.why)
        for sentence in sentences
        for term in TERMS
        if (match := term.pattern.search(sentence.text))
    )
