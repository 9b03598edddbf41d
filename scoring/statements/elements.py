"""Content elements: what a sentence states on a criterion, each with the words that state it.

The elements follow section 54(5) of the Modern Slavery Act 2015 and what the Home Office guidance
of March 2025 asks under each area; the division into elements is ours (docs/evidence.md).
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from scoring.findings import Evidence

_NEAR = 140
"""Characters within which words that make a subject together must stand; a long clause."""

_NO_CONTEXT: Mapping[int, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Element:
    """One thing that a statement can state on a criterion.

    Attributes:
        name: What it is, in a few words for a reader.
        pattern: The words that state it.
        result: Whether it is a figure, a finding or an outcome, which "evidenced" needs.
    """

    name: str
    pattern: re.Pattern[str]
    result: bool = False


@dataclass(frozen=True, slots=True)
class ElementWords:
    """An element as one sentence states it.

    Attributes:
        name: The element.
        words: The words of the sentence that state it.
        result: Whether it is a figure, a finding or an outcome.
        sentence: Index of the sentence in the document, or None.
    """

    name: str
    words: str
    result: bool
    sentence: int | None


@dataclass(frozen=True, slots=True)
class Topic:
    """How a criterion is recognised in ordinary English, and its elements.

    Attributes:
        subjects: Ways to speak about it: words, or groups of words that stand together.
        unless: Words of a sentence that speaks about something else, though a subject fits.
        heading: Words of a heading whose lines speak about it.
        elements: What a sentence can state on it.
    """

    subjects: tuple[tuple[re.Pattern[str], ...], ...]
    heading: re.Pattern[str]
    elements: tuple[Element, ...]
    unless: re.Pattern[str] | None = None

    def is_subject_of(self, text: str) -> bool:
        """Return whether a text speaks about the topic by its own words."""
        if self.unless is not None and self.unless.search(text):
            return False
        return any(_together(each, text) for each in self.subjects)

    def states_an_element(self, text: str) -> bool:
        """Return whether a text states any element."""
        return any(each.pattern.search(text) for each in self.elements)


def element_words(
    topic: Topic, deeds: Iterable[Evidence], context: Mapping[int, str] = _NO_CONTEXT
) -> tuple[ElementWords, ...]:
    """Return each element that deeds state, once, with the first words that state it.

    Words inside the words of an element counted before are not counted again in the same
    sentence: one phrase states one thing.

    Args:
        topic: What is asked.
        deeds: The sentences.
        context: Text to read in place of a sentence's own, by its index: a table's row with the
            heads of its columns.
    """
    stated: dict[str, ElementWords] = {}
    for deed in deeds:
        text = context.get(-1 if deed.sentence is None else deed.sentence, deed.quote)
        taken: list[tuple[int, int]] = []
        for element in topic.elements:
            span = _free_span(element.pattern, text, taken)
            if span is None:
                continue
            taken.append(span)
            if element.name not in stated:
                words = text[slice(*span)].strip()
                stated[element.name] = ElementWords(
                    element.name, words, element.result, deed.sentence
                )
    return tuple(stated.values())


def _free_span(
    pattern: re.Pattern[str], text: str, taken: list[tuple[int, int]]
) -> tuple[int, int] | None:
    for match in pattern.finditer(text):
        if all(match.end() <= start or match.start() >= end for start, end in taken):
            return match.span()
    return None


def _together(patterns: tuple[re.Pattern[str], ...], text: str) -> bool:
    """Whether each pattern is in the text, near a place where the first of them is."""
    if len(patterns) == 1:
        return patterns[0].search(text) is not None
    return any(
        all(
            each.search(text, max(0, first.start() - _NEAR), first.end() + _NEAR)
            for each in patterns[1:]
        )
        for first in patterns[0].finditer(text)
    )


def build_topic(
    subjects: tuple[str | tuple[str, ...], ...],
    heading: str,
    *elements: tuple[str, str] | tuple[str, str, bool],
    unless: str = "",
) -> Topic:
    """Return a topic from its patterns.

    Args:
        subjects: Each a pattern, or patterns that must stand near each other.
        heading: Pattern of its headings.
        elements: Name and pattern; a third value marks a figure or a result.
        unless: Pattern of sentences that speak about something else; empty for none.
    """
    return Topic(
        tuple(
            tuple(_compiled(part) for part in ((each,) if isinstance(each, str) else each))
            for each in subjects
        ),
        re.compile(heading, re.IGNORECASE),
        tuple(Element(each[0], _compiled(each[1]), len(each) > 2) for each in elements),
        _compiled(unless) if unless else None,
    )


@lru_cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """A capital that a pattern asks for is asked for, whatever the case of its other words."""
    return re.compile(re.sub(r"(?<!\(\?-i:)\[A-Z\]", "(?-i:[A-Z])", pattern), re.IGNORECASE)
