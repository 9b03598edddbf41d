"""Which sentences speak about a criterion in ordinary words, beside what the classifier offers."""

from collections.abc import Mapping

from scoring.findings import Evidence
from scoring.reference.vocabulary import Criterion, EvidenceStatus
from scoring.statements.elements import Topic
from scoring.statements.reading_context import Lead
from scoring.statements.status import statuses
from scoring.statements.topics import TOPICS
from scoring.text import Document, Sentence

_FEWEST_WORDS = 3

SURE = 0.8
"""Probability from which the classifier's word on what a sentence is about is taken.

On 25 labelled statements plain words alone were wrong 139 times, and right once, about a sentence
that it placed elsewhere so surely. On invented statements the levels stay the same.
"""

_ONE_SUBJECT = frozenset(
    {
        Criterion.STRUCTURE,
        Criterion.OPERATIONS,
        Criterion.SUPPLY_CHAINS,
        Criterion.RISK_DESCRIPTION,
        Criterion.EFFECTIVENESS,
        Criterion.REMEDIATION,
    }
)
"""Criteria whose everyday words also stand in sentences about checks, policies or training."""


def evidence_in_plain_words(
    document: Document, offered: tuple[Evidence, ...], context: Mapping[int, Lead]
) -> tuple[Evidence, ...]:
    """Return offered evidence with the sentences added that speak about a criterion plainly.

    A sentence speaks about a criterion by its own words; or, where it states an element, by those
    of the heading above it, of the stem of its list, or of the sentence that it goes on from. No
    other line bears on it. What the classifier surely offers for something else is not added to
    what describes the business, its risks, remedy or results.

    Args:
        document: What was read.
        offered: What the classifier offered.
        context: What leads each sentence.
    """
    repeats = _repeats(document)
    offered = tuple(each for each in offered if each.sentence not in repeats)
    present = {(each.criterion, each.sentence) for each in offered}
    surely_offered = {
        each.sentence
        for each in offered
        if each.probability is not None and each.probability >= SURE
    }
    by_sentence: dict[int | None, set[Criterion]] = {}
    for each in offered:
        if each.criterion is not None:
            by_sentence.setdefault(each.sentence, set()).add(each.criterion)
    states = statuses(document.sentences)
    added: list[Evidence] = []
    before: frozenset[Criterion] = frozenset()
    for sentence, status in zip(document.sentences, states, strict=True):
        lead = context[sentence.index]
        spoken: set[Criterion] = set()
        for criterion, topic in TOPICS.items():
            if (
                lead.label
                or sentence.index in repeats
                or not (_speaks(topic, lead) or (criterion in before and _goes_on(topic, lead)))
            ):
                continue
            spoken.add(criterion)
            if (criterion, sentence.index) in present or not _has_words(lead):
                continue
            if criterion not in _ONE_SUBJECT or sentence.index not in surely_offered:
                added.append(_evidence(document, sentence, criterion, status))
        before = frozenset(spoken | by_sentence.get(sentence.index, set()))
    everything = (*offered, *added)
    return tuple(sorted(everything, key=lambda each: each.sentence or 0))


def _repeats(document: Document) -> frozenset[int]:
    """The sentences that repeat an earlier one, word for word: saying it twice adds nothing."""
    seen: set[str] = set()
    repeats: set[int] = set()
    for sentence in document.sentences:
        words = " ".join(sentence.text.lower().split())
        if words in seen:
            repeats.add(sentence.index)
        seen.add(words)
    return frozenset(repeats)


def _has_words(lead: Lead) -> bool:
    return len(lead.text.split()) >= _FEWEST_WORDS


def _speaks(topic: Topic, lead: Lead) -> bool:
    if topic.is_subject_of(lead.text):
        return True
    led = topic.heading.search(lead.heading) or (
        lead.stem and (topic.heading.search(lead.stem) or topic.is_subject_of(lead.stem))
    )
    return bool(led) and topic.states_an_element(lead.text)


def _goes_on(topic: Topic, lead: Lead) -> bool:
    return lead.follows_on and topic.states_an_element(lead.text)


def _evidence(
    document: Document, sentence: Sentence, criterion: Criterion, status: EvidenceStatus
) -> Evidence:
    return Evidence(
        sentence.text,
        document.title or "statement",
        document.sha256,
        sentence.page,
        sentence.boxes,
        sentence.index,
        criterion=criterion,
        status=status,
    )
