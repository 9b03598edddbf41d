"""Statements we read and labelled ourselves, sentence by sentence: identifiers and labels only.

Their words are the companies' and stay where they are published; a check of each statement's
sentences shows whether a text is divided as the one that was read.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files

from scoring.evidence.normalise import normalise
from scoring.reference.vocabulary import Criterion


@dataclass(frozen=True, slots=True)
class Reading:
    """What one statement's sentences were found to tell.

    Attributes:
        sentences: How many sentences it was divided into.
        check: Digest of those sentences as the classifier reads them.
        labels: The criteria and areas each sentence is evidence for, by index; a sentence that
            is not among them is evidence for none.
    """

    sentences: int
    check: str
    labels: Mapping[int, frozenset[Criterion]]

    def fits(self, sentences: Sequence[str]) -> bool:
        """Return whether a text is divided into the sentences that were read."""
        return len(sentences) == self.sentences and check_of(sentences) == self.check


def check_of(sentences: Sequence[str]) -> str:
    """Return the digest of a statement's sentences as the classifier reads them."""
    plain = "\n".join(normalise(sentence) for sentence in sentences)
    return sha256(plain.encode()).hexdigest()[:12]


@cache
def readings() -> Mapping[str, Reading]:
    """Return every statement that was read, by its identifier."""
    labels: dict[str, dict[int, frozenset[Criterion]]] = {}
    for statement, index, names in table("sentences_read.tsv"):
        criteria = frozenset(Criterion(each) for each in names.split())
        labels.setdefault(statement, {})[int(index)] = criteria
    return {
        statement: Reading(int(count), check, labels.get(statement, {}))
        for statement, count, check in table("statements_read.tsv")
    }


def table(name: str) -> list[list[str]]:
    """Return the rows of a table among the labels, without its head."""
    text = (files("scoring.evidence") / "labels" / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()[1:]]
