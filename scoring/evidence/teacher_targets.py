"""What larger readers said of sentences that they had not learnt from: identifiers and figures.

The linear model learns from teachers' chances beside people's labels, and from statements that
nobody has labelled: distillation, after G. Hinton and others, "Distilling the knowledge in a
neural network" (2015). What the encoder said serves to calibrate the two together. All of it was
made by `benchmarks/encoder.py`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from scoring.evidence.annotations import check_of, table
from scoring.evidence.classes import CRITERIA
from scoring.evidence.encoder import FURTHEST


@dataclass(frozen=True, slots=True)
class Lesson:
    """What was said of one statement.

    Attributes:
        sentences: How many sentences it was divided into.
        check: Digest of those sentences as the classifier reads them.
        nothing: What is said of a sentence that is not among `said`.
        said: A figure for each of `CRITERIA` for a sentence, by index.
    """

    sentences: int
    check: str
    nothing: tuple[float, ...]
    said: Mapping[int, tuple[float, ...]]

    def of(self, sentences: Sequence[str]) -> list[tuple[float, ...]]:
        """Return what was said of each sentence; nothing of a text that is divided otherwise."""
        if len(sentences) != self.sentences or check_of(sentences) != self.check:
            return []
        return [self.said.get(index, self.nothing) for index in range(self.sentences)]


Lessons = Mapping[tuple[str, str], Lesson]


@cache
def lessons() -> Lessons:
    """Return the teachers' chances, by collection and identifier of a statement."""
    return _read("taught", least=0, parts=100)


@cache
def encoded() -> Lessons:
    """Return the encoder's log odds, by collection and identifier of a statement."""
    return _read("encoded", least=-FURTHEST, parts=10)


def _read(kind: str, *, least: float, parts: int) -> Lessons:
    nothing = (float(least),) * len(CRITERIA)
    said: dict[tuple[str, str], dict[int, tuple[float, ...]]] = {}
    for collection, statement, index, pairs in table(f"sentences_{kind}.tsv"):
        row = list(nothing)
        for pair in pairs.split():
            column, figure = pair.split(":")
            row[int(column)] = int(figure) / parts
        said.setdefault((collection, statement), {})[int(index)] = tuple(row)
    return {
        (collection, statement): Lesson(
            int(count), check, nothing, said.get((collection, statement), {})
        )
        for collection, statement, count, check in table(f"statements_{kind}.tsv")
    }
