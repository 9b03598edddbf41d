"""Which sentences speak about a criterion in ordinary words, beside what the classifier offers."""

from scoring.findings import Evidence
from scoring.statements.elements import Topic
from scoring.statements.status import statuses
from scoring.statements.topics import TOPICS
from scoring.text import Document, Sentence

_FEWEST_WORDS = 3


def evidence_in_plain_words(
    document: Document, offered: tuple[Evidence, ...]
) -> tuple[Evidence, ...]:
    """Return offered evidence with the sentences added that speak about a criterion plainly.

    A sentence speaks about a criterion by its own words; by those of the heading above it or of
    the stem of its list, where it also states an element. No other line bears on it.
    """
    present = {(each.criterion, each.sentence) for each in offered}
    states = statuses(document.sentences)
    headings = {heading for each in document.sentences for heading in each.headings}
    added: list[Evidence] = []
    stem = ""
    for sentence, status in zip(document.sentences, states, strict=True):
        text = sentence.text
        for criterion, topic in TOPICS.items():
            if (
                (criterion, sentence.index) not in present
                and text not in headings
                and len(text.split()) >= _FEWEST_WORDS
                and _speaks(topic, sentence, stem)
            ):
                added.append(
                    Evidence(
                        text,
                        document.title or "statement",
                        document.sha256,
                        sentence.page,
                        sentence.boxes,
                        sentence.index,
                        criterion=criterion,
                        status=status,
                    )
                )
        stem = _stem_after(text, stem)
    everything = (*offered, *added)
    return tuple(sorted(everything, key=lambda each: each.sentence or 0))


def _speaks(topic: Topic, sentence: Sentence, stem: str) -> bool:
    if topic.subject.search(sentence.text):
        return True
    above = " ".join((*sentence.headings[-1:], stem))
    led = bool(topic.heading.search(above) or (stem and topic.subject.search(stem)))
    return led and any(each.pattern.search(sentence.text) for each in topic.elements)


def _stem_after(text: str, stem: str) -> str:
    ending = text.rstrip()[-1:]
    if ending and ending in ":;":
        return text
    return "" if ending in ".!?" else stem
