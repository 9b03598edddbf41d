"""Labelled sentences: what a classifier learns from and is measured on."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scoring.evidence.classes import CLASSES
from scoring.vocabulary import Criterion


@dataclass(frozen=True, slots=True)
class LabelledSentence:
    """One sentence of a statement and the criteria that people said it is evidence for.

    Attributes:
        collection: Which collection of statements, such as `aims_uk`.
        statement: The statement's identifier in its collection.
        index: Place in the statement's reading order.
        text: The words.
        labels: The criteria; areas of mitigation are among them where they were labelled.
        areas_known: Whether it is known which areas of mitigation the sentence tells of: it
            was read for them, or tells of no mitigation.
    """

    collection: str
    statement: str
    index: int
    text: str
    labels: frozenset[Criterion]
    areas_known: bool = False


Statement = tuple[LabelledSentence, ...]


def statements(rows: Sequence[LabelledSentence]) -> tuple[Statement, ...]:
    """Return the rows by statement, each in reading order, statements in order of identifier."""
    grouped: dict[tuple[str, str], list[LabelledSentence]] = {}
    for row in sorted(rows, key=lambda each: (each.collection, each.statement, each.index)):
        grouped.setdefault((row.collection, row.statement), []).append(row)
    return tuple(tuple(group) for group in grouped.values())


def texts(group: Sequence[Statement]) -> tuple[tuple[str, ...], ...]:
    """Return the sentences of each statement."""
    return tuple(tuple(row.text for row in statement) for statement in group)


def truth(group: Sequence[Statement]) -> NDArray[np.bool_]:
    """Return one row a sentence and one column for each of `CLASSES`."""
    table = [[each in row.labels for each in CLASSES] for statement in group for row in statement]
    return np.array(table, dtype=bool).reshape(-1, len(CLASSES))


def areas_known(group: Sequence[Statement]) -> NDArray[np.bool_]:
    """Return for every sentence whether its areas of mitigation were labelled."""
    return np.array([row.areas_known for statement in group for row in statement], dtype=bool)


def owners(group: Sequence[Statement]) -> NDArray[np.int64]:
    """Return for every sentence the number of its statement, from 0."""
    return np.repeat(np.arange(len(group)), [len(statement) for statement in group])
