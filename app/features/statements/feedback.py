"""Give feedback: a named person says that a sentence is, or is not, evidence for a criterion."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from app.db.json_codec import DOCUMENT, EVIDENCE
from app.errors import NotFound, Unusable
from app.features.suppliers.queries import statement_of
from app.security import audit_log
from app.security.permissions import Scope
from app.security.principal import Principal
from models import Document, Feedback, Statement, Verdict
from scoring.evidence import CLASSES
from scoring.reference.vocabulary import Criterion


def give_feedback(
    session: Session,
    caller: Principal,
    statement_id: UUID,
    *,
    sentence: int,
    criterion: Criterion,
    verdict: Verdict,
    now: datetime,
    note: str = "",
) -> Feedback:
    """Keep what a person says of one sentence; no judgement and no model changes by it.

    Args:
        session: An open transaction.
        caller: Who says it.
        statement_id: The statement that the sentence stands in.
        sentence: Its place in the document's reading order, from 0.
        criterion: What it is, or is not, evidence for.
        verdict: Which of the two.
        now: When.
        note: Why, in the person's words.

    Raises:
        NotFound: There is no such statement, or it could not be read.
        NotAllowed: The caller may not give feedback.
        Unusable: The document has no such sentence, or the classifier does not know the criterion.
    """
    caller.require(Scope.WRITE_CHECKS)
    statement, document = statement_of(session, caller.organisation, statement_id)
    if document.body is None:
        raise NotFound(f"This document could not be read: {document.reason}")
    sentences = len(DOCUMENT.decompress(document.body).sentences)
    if not 0 <= sentence < sentences:
        raise Unusable(f"The document has {sentences} sentences.", pointer="/sentence")
    if criterion not in CLASSES:
        raise Unusable("The classifier does not judge this criterion.", pointer="/criterion")
    row = Feedback(
        organisation_id=caller.organisation,
        statement_id=statement.id,
        document_sha256=document.sha256,
        sentence=sentence,
        criterion=criterion,
        verdict=verdict,
        note=note,
        offered=(sentence, criterion) in offered(document),
        model=document.model,
        given_by=caller.name,
        given_by_id=caller.key,
        given_at=now,
    )
    session.add(row)
    session.flush()
    audit_log.record(
        session,
        caller,
        "feedback.given",
        f"statements/{statement.id}",
        after={"sentence": sentence, "criterion": criterion.value, "verdict": verdict.value},
    )
    return row


def offered(document: Document) -> set[tuple[int, Criterion]]:
    """Return each sentence and criterion that the classifier offered in a document."""
    evidence = EVIDENCE.decompress(document.evidence) if document.evidence else ()
    return {
        (each.sentence, each.criterion)
        for each in evidence
        if each.sentence is not None and each.criterion is not None
    }


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
