"""Evidence to level: rules one can read, by the content elements that deeds state."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from scoring.findings import Evidence
from scoring.reference.vocabulary import Criterion, EvidenceStatus, Level
from scoring.statements.criteria import CriterionDefinition
from scoring.statements.elements import ElementWords, element_words
from scoring.statements.reading_context import Lead
from scoring.statements.substance import (
    is_about_slavery_in_general,
    is_about_the_statement,
    is_the_acts_wording,
    is_training_in_something_else,
    teaches_nobody,
)
from scoring.statements.topics import TOPICS

_LOW_RISK = re.compile(
    r"\b(?:low|minimal|no significant|negligible|limited)[- ]risk\b"
    r"|\b(?:risk|exposure|likelihood)\b[^.;]{0,60}\b(?:is|are|be|as|remains?) (?:\w+ )?"
    r"(?:low|limited|minimal|small|remote|negligible)\b"
    r"|\b(?:not|n['’]t) (?:\w+ )?(?:consider|believe|think|regard|deem|expect|feel"
    r"|see)\b[^.;]{0,60}"
    r"\b(?:risks?|exposed)\b",
    re.IGNORECASE,
)

DESCRIBED_FROM = 2
"""Elements stated by deeds that make a description."""

EVIDENCED_FROM = 3
"""Elements stated by deeds that make evidence, where one of them is a figure or a result."""

EVIDENCED_WITHOUT_RESULT = 4
"""Elements stated by deeds that make evidence without a figure or a result."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """The evidence for one criterion, sorted by what it can carry.

    Attributes:
        deeds: Distinct sentences that state something done.
        elements: The content elements that the deeds state, each with its words.
        promises: Distinct sentences that state something planned.
        denials: Sentences that say it is not done.
        vague: Sentences that say nothing firm.
    """

    deeds: tuple[Evidence, ...]
    elements: tuple[ElementWords, ...]
    promises: tuple[Evidence, ...]
    denials: tuple[Evidence, ...]
    vague: tuple[Evidence, ...]

    @property
    def all(self) -> tuple[Evidence, ...]:
        """Everything that was weighed."""
        return (*self.deeds, *self.promises, *self.vague, *self.denials)


def weigh(
    evidence: Iterable[Evidence],
    definition: CriterionDefinition,
    context: Mapping[int, Lead] = MappingProxyType({}),
) -> Weighed:
    """Sort evidence by status and name its elements.

    A sentence that repeats another, or the Act, counts for nothing more; a heading or the head of
    a table for nothing.

    Args:
        evidence: The sentences that speak about the criterion.
        definition: The criterion.
        context: What leads each sentence, by its index.
    """
    by_status: dict[EvidenceStatus, list[Evidence]] = {status: [] for status in EvidenceStatus}
    seen: set[str] = set()
    for each in evidence:
        key = " ".join("".join(c for c in each.quote.lower() if c.isalnum() or c == " ").split())
        lead = context.get(-1 if each.sentence is None else each.sentence)
        if lead is not None and lead.label:
            continue
        if key not in seen and not _says_nothing(each, lead):
            seen.add(key)
            by_status[each.status].append(each)
    deeds = tuple(each for each in by_status[EvidenceStatus.DONE] if _names_something(each))
    return Weighed(
        deeds,
        element_words(
            TOPICS[definition.criterion],
            deeds,
            {index: lead.text for index, lead in context.items()},
        ),
        tuple(by_status[EvidenceStatus.PLANNED]),
        tuple(by_status[EvidenceStatus.DENIED]),
        tuple(by_status[EvidenceStatus.VAGUE]),
    )


def level_of(weighed: Weighed) -> Level:
    """Return the level that evidence reaches.

    None: nothing said, only wishes, or that it is not done. Mentioned: a deed or a plan.
    Described: deeds that state two elements. Evidenced: deeds that state three, one of them a
    figure, a finding or an outcome, or four. Plans and wishes state no element.
    """
    count = len(weighed.elements)
    result = any(each.result for each in weighed.elements)
    if count >= (EVIDENCED_FROM if result else EVIDENCED_WITHOUT_RESULT):
        return Level.EVIDENCED
    if count >= DESCRIBED_FROM:
        return Level.DESCRIBED
    if weighed.deeds or weighed.promises:
        return Level.MENTIONED
    return Level.NONE


def _says_nothing(evidence: Evidence, lead: Lead | None) -> bool:
    """Whether anyone could write it: the Act's words, slavery at large, form, other training."""
    quote = evidence.quote
    if evidence.criterion is Criterion.TRAINING and lead is not None:
        led_by = lead.stem if lead.stem else lead.heading
        if teaches_nobody(quote, None if lead.follows_on else led_by):
            return True
    return (
        is_the_acts_wording(quote)
        or is_about_slavery_in_general(quote)
        or (evidence.criterion is not Criterion.STRUCTURE and is_about_the_statement(quote))
        or (evidence.criterion is Criterion.TRAINING and is_training_in_something_else(quote))
    )


def _names_something(evidence: Evidence) -> bool:
    """Whether a sentence does more than say that risk is low, which names no risk."""
    if not _LOW_RISK.search(evidence.quote):
        return True
    topic = TOPICS.get(evidence.criterion) if evidence.criterion else None
    return topic is None or bool(element_words(topic, (evidence,)))
