"""Content elements: what a sentence states on a criterion, each with the words that state it.

The elements follow section 54(5) of the Modern Slavery Act 2015 and what the Home Office guidance
of March 2025 asks under each area; the division into elements is ours (docs/evidence.md).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from scoring.findings import Evidence


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
        subject: Words by which a sentence speaks about it.
        heading: Words of a heading whose lines speak about it.
        elements: What a sentence can state on it.
    """

    subject: re.Pattern[str]
    heading: re.Pattern[str]
    elements: tuple[Element, ...]


def element_words(topic: Topic, deeds: Iterable[Evidence]) -> tuple[ElementWords, ...]:
    """Return each element that deeds state, once, with the first words that state it.

    Words inside the words of an element counted before are not counted again in the same
    sentence: one phrase states one thing.
    """
    stated: dict[str, ElementWords] = {}
    for deed in deeds:
        taken: list[tuple[int, int]] = []
        for element in topic.elements:
            span = _free_span(element.pattern, deed.quote, taken)
            if span is None:
                continue
            taken.append(span)
            if element.name not in stated:
                words = deed.quote[slice(*span)].strip()
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


def build_topic(
    subject: str, heading: str, *elements: tuple[str, str] | tuple[str, str, bool]
) -> Topic:
    """Return a topic from its patterns; an element with a third value is a figure or a result."""
    return Topic(
        _compiled(subject),
        re.compile(heading, re.IGNORECASE),
        tuple(Element(each[0], _compiled(each[1]), len(each) > 2) for each in elements),
    )


def _compiled(pattern: str) -> re.Pattern[str]:
    """A capital that a pattern asks for is asked for, whatever the case of its other words."""
    return re.compile(pattern.replace("[A-Z]", "(?-i:[A-Z])"), re.IGNORECASE)
