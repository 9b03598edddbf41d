"""Add what larger readers said to labelled sentences, and statements that only they read."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from app.features.training.full_texts import read_full_texts
from scoring.evidence.dataset import LabelledSentence, statements
from scoring.evidence.teacher_targets import encoded, lessons

UNLABELLED = "uk_taught"
"""The collection of statements that only the teachers read."""


def taught(rows: Sequence[LabelledSentence]) -> Iterator[LabelledSentence]:
    """Yield the rows, each with what was said of it where that very statement was read."""
    for statement in statements(rows):
        place = (statement[0].collection, statement[0].statement)
        texts = [row.text for row in statement]
        chances = lessons()[place].of(texts) if place in lessons() else []
        odds = encoded()[place].of(texts) if place in encoded() else []
        for at, row in enumerate(statement):
            yield replace(
                row,
                taught=chances[at] if chances else (),
                encoded=odds[at] if odds else (),
            )


def read_by_the_teachers_alone(path: Path) -> Iterator[LabelledSentence]:
    """Yield the sentences of whole texts without labels, with the teachers' chances.

    Where the file of whole texts is missing, or a text is divided otherwise than the one that
    the teachers read, there is nothing to learn from it.
    """
    texts = read_full_texts(path) if path.is_file() else {}
    for (collection, statement), lesson in lessons().items():
        sentences = texts.get(statement, ())
        if collection == UNLABELLED:
            for index, chances in enumerate(lesson.of(sentences)):
                yield LabelledSentence(
                    UNLABELLED,
                    statement,
                    index,
                    sentences[index],
                    frozenset(),
                    taught=chances,
                    unlabelled=True,
                )
