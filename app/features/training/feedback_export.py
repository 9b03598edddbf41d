"""Statements that people gave feedback on, as rows of labelled sentences to train from anew."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from sqlmodel import Session

from app.db.json_codec import DOCUMENT
from app.features.statements.feedback import (
    Place,
    feedback_on,
    offered,
    standing,
    statements_judged,
)
from app.features.suppliers.queries import statement_of
from app.features.training.dataset import COLUMNS
from models import Document, Feedback, Statement, Verdict
from scoring.evidence import AREAS
from scoring.text import Sentence

COLLECTION = "feedback"
"""The collection that the rows say they are of."""

_LABELS = {**COLUMNS, **{area.value: area for area in AREAS}}
HEAD = (
    *("set", "statement_id", "sentence_index", "sentence"),
    *_LABELS,
    *("judged", "judged_by", "judged_at", "model"),
)
"""The columns: those of Project AIMS's files, the areas of mitigation, and who judged what."""


def corrected(session: Session, organisation: UUID) -> Iterator[list[object]]:
    """Yield the rows of every statement judged, whole, since a sentence is read in its place.

    A label is what a person said last, and where nobody did, what the classifier had offered:
    `judged` names the criteria that a person judged. A statement is to be read over before it is
    learnt from.
    """
    for statement in statements_judged(session, organisation):
        _, document = statement_of(session, organisation, statement.id)
        if document.body is not None:
            said = standing(feedback_on(session, statement.id))
            sentences = DOCUMENT.decompress(document.body).sentences
            yield from _rows(statement, document, sentences, said)


def _rows(
    statement: Statement,
    document: Document,
    sentences: Sequence[Sentence],
    said: dict[Place, Feedback],
) -> Iterator[list[object]]:
    labels = offered(document)
    labels |= {place for place, each in said.items() if each.verdict is Verdict.RIGHT}
    labels -= {place for place, each in said.items() if each.verdict is Verdict.WRONG}
    for sentence in sentences:
        here = [each for place, each in said.items() if place[0] == sentence.index]
        yield [
            *(COLLECTION, statement.id, sentence.index, sentence.text),
            *(int((sentence.index, each) in labels) for each in _LABELS.values()),
            " ".join(each.criterion.value for each in here),
            "; ".join(sorted({each.given_by for each in here})),
            max((each.given_at.isoformat() for each in here), default=""),
            document.model,
        ]
