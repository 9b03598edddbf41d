"""Give feedback: a named person says that a sentence is, or is not, evidence for a criterion."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from app.errors import NotFound, Unusable
from app.kept import DOCUMENT, EVIDENCE
from app.queries.suppliers import statement_of
from app.security import audit
from app.security.caller import Principal
from app.security.roles import Scope
from models import Document, Feedback, Verdict
from scoring.evidence import CLASSES
from scoring.vocabulary import Criterion


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
    audit.record(
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
