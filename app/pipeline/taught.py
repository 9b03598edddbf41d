"""Add the teacher's chances to labelled sentences, and statements that only the teacher read."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from app.pipeline.full_texts import read_full_texts
from scoring.evidence.rows import LabelledSentence, statements
from scoring.evidence.taught import NOTHING, lessons

UNLABELLED = "uk_taught"
"""The collection of statements that only the teacher read."""


def taught(rows: Sequence[LabelledSentence]) -> Iterator[LabelledSentence]:
    """Yield the rows, each with the teacher's chances where it read that very statement."""
    for statement in statements(rows):
        lesson = lessons().get((statement[0].collection, statement[0].statement))
        if lesson is None or not lesson.fits([row.text for row in statement]):
            yield from statement
            continue
        for place, row in enumerate(statement):
            yield replace(row, taught=lesson.chances.get(place, NOTHING))


def read_by_the_teacher_alone(path: Path) -> Iterator[LabelledSentence]:
    """Yield the sentences of whole texts that nobody labelled, with the teacher's chances.

    Where the file of whole texts is missing, or a text is divided otherwise than the one that
    the teacher read, there is nothing to learn from it.
    """
    texts = read_full_texts(path) if path.is_file() else {}
    for (collection, statement), lesson in lessons().items():
        sentences = texts.get(statement, ())
        if collection == UNLABELLED and lesson.fits(sentences):
            for index, sentence in enumerate(sentences):
                yield LabelledSentence(
                    UNLABELLED,
                    statement,
                    index,
                    sentence,
                    frozenset(),
                    taught=lesson.chances.get(index, NOTHING),
                    unlabelled=True,
                )
