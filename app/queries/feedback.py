"""Questions about feedback: what people said of a statement's evidence, and what stands."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlmodel import Session, col, select

from models import Feedback, Statement
from scoring.vocabulary import Criterion

Place = tuple[int, Criterion]
"""A sentence's index and the criterion that it was judged for."""


def feedback_on(session: Session, statement: UUID) -> Sequence[Feedback]:
    """Return all that was said of a statement's evidence, oldest first."""
    query = (
        select(Feedback)
        .where(Feedback.statement_id == statement)
        .order_by(col(Feedback.given_at), col(Feedback.id))
    )
    return session.exec(query).all()


def standing(said: Iterable[Feedback]) -> dict[Place, Feedback]:
    """Return the newest word on each sentence and criterion, of what is given oldest first."""
    return {(each.sentence, each.criterion): each for each in said}


def statements_judged(session: Session, organisation: UUID) -> Sequence[Statement]:
    """Return an organisation's statements that anybody gave feedback on, oldest first."""
    judged = select(Feedback.statement_id).where(Feedback.organisation_id == organisation)
    query = (
        select(Statement).where(col(Statement.id).in_(judged)).order_by(col(Statement.added_at))
    )
    return session.exec(query).all()
