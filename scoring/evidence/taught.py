"""What a larger reader said of each sentence learnt from: identifiers and chances only.

The larger reader (the teacher) is a small transformer, fine-tuned on two thirds of the labelled
statements and never shipped. The linear model learns from its chances beside people's labels, and
from statements that nobody has labelled: distillation, after G. Hinton and others, "Distilling
the knowledge in a neural network" (2015).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from scoring.evidence.classes import CRITERIA
from scoring.evidence.readings import check_of, table

NOTHING = (0.0,) * len(CRITERIA)


@dataclass(frozen=True, slots=True)
class Lesson:
    """The teacher's chances for one statement.

    Attributes:
        sentences: How many sentences it was divided into.
        check: Digest of those sentences as the classifier reads them.
        seen: Whether the teacher had learnt from the statement itself.
        chances: The chance of each of `CRITERIA` for a sentence, by index; a sentence that is
            not among them has next to none.
    """

    sentences: int
    check: str
    seen: bool
    chances: Mapping[int, tuple[float, ...]]

    def fits(self, sentences: Sequence[str]) -> bool:
        """Return whether a text is divided into the sentences that the teacher read."""
        return len(sentences) == self.sentences and check_of(sentences) == self.check


@cache
def lessons() -> Mapping[tuple[str, str], Lesson]:
    """Return every statement that the teacher read, by collection and identifier."""
    chances: dict[tuple[str, str], dict[int, tuple[float, ...]]] = {}
    for collection, statement, index, told in table("sentences_taught.tsv"):
        chances.setdefault((collection, statement), {})[int(index)] = _row(told)
    return {
        (collection, statement): Lesson(
            int(count), check, seen == "1", chances.get((collection, statement), {})
        )
        for collection, statement, count, check, seen in table("statements_taught.tsv")
    }


def _row(told: str) -> tuple[float, ...]:
    """Return `column:percent` pairs as one chance a criterion."""
    row = list(NOTHING)
    for pair in told.split():
        column, percent = pair.split(":")
        row[int(column)] = int(percent) / 100
    return tuple(row)
