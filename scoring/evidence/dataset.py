"""Labelled sentences: what a classifier learns from and is measured on."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scoring.evidence.classes import CLASSES, CRITERIA
from scoring.reference.vocabulary import Criterion

TAUGHT = 0.5
"""The teachers' share of what a labelled sentence is taken for (chosen on held-out statements)."""


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
        taught: The teachers' chance of each of `CRITERIA`; empty where they were not asked.
        encoded: The log odds of each of `CRITERIA` that an encoder gave which had not learnt from
            the statement; empty where none was asked.
        unlabelled: Whether no person labelled it: the teachers' chances are all there is.
    """

    collection: str
    statement: str
    index: int
    text: str
    labels: frozenset[Criterion]
    areas_known: bool = False
    taught: tuple[float, ...] = ()
    encoded: tuple[float, ...] = ()
    unlabelled: bool = False


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


def encodings(group: Sequence[Statement]) -> NDArray[np.float32] | None:
    """Return the encoder's log odds of each of `CRITERIA`; None where some are not known."""
    rows = [row.encoded for statement in group for row in statement]
    return np.array(rows, dtype=np.float32) if rows and all(rows) else None


def targets(group: Sequence[Statement]) -> NDArray[np.float64]:
    """Return how much each sentence is an example of each of `CRITERIA`.

    Where teachers were asked, a label counts for half and their chance for the other half; of a
    sentence without labels their chance is all there is.
    """
    rows = [row for statement in group for row in statement]
    target = truth(group)[:, : len(CRITERIA)].astype(np.float64)
    for place, row in enumerate(rows):
        if row.taught:
            share = 1.0 if row.unlabelled else TAUGHT
            target[place] = (1 - share) * target[place] + share * np.array(row.taught)
    return target
