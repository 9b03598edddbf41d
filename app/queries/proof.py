"""Questions about proof: the sentences of a document that findings rest on, and where."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session, col, select

from models import Assessment, Document, Evidence, Finding, Statement, Supplier
from scoring.vocabulary import DocumentKind


@dataclass(frozen=True, slots=True)
class SentenceEvidence:
    """A sentence with everything that rests on it."""

    sentence: int
    page: int
    quote: str
    boxes: tuple[tuple[float, ...], ...]
    findings: tuple[tuple[Finding, Evidence], ...]


def evidence_in_document(
    session: Session, supplier: UUID, document: str
) -> list[SentenceEvidence]:
    """Return the sentences of a document that the supplier's newest assessment rests on."""
    query = (
        select(Finding, Evidence)
        .join(Evidence, col(Evidence.finding_id) == col(Finding.id))
        .join(Supplier, col(Supplier.assessment_id) == col(Finding.assessment_id))
        .where(
            Supplier.id == supplier,
            Evidence.document_sha256 == document,
            col(Evidence.sentence).is_not(None),
        )
        .order_by(col(Evidence.sentence), col(Finding.position))
    )
    by_sentence: dict[int, list[tuple[Finding, Evidence]]] = {}
    for finding, evidence in session.exec(query):
        if evidence.sentence is not None:
            by_sentence.setdefault(evidence.sentence, []).append((finding, evidence))
    return [_proven(sentence, pairs) for sentence, pairs in by_sentence.items()]


def _proven(sentence: int, pairs: Sequence[tuple[Finding, Evidence]]) -> SentenceEvidence:
    first = pairs[0][1]
    boxes = tuple(tuple(box) for box in first.boxes)
    return SentenceEvidence(sentence, first.page or 1, first.quote, boxes, tuple(pairs))


def earlier_statement(session: Session, statement: Statement) -> tuple[Statement, Document] | None:
    """Return the same supplier's statement of the year before, if one was read.

    Where two are of one year, or a year is not told, the order is that in which they came.
    """
    query = (
        select(Statement, Document)
        .join(Document, col(Statement.document_sha256) == col(Document.sha256))
        .where(
            Statement.supplier_id == statement.supplier_id,
            Statement.id != statement.id,
            Document.kind == DocumentKind.STATEMENT,
            col(Document.body).is_not(None),
        )
    )
    older = [
        (other, document)
        for other, document in session.exec(query)
        if other.year_end and statement.year_end and other.year_end < statement.year_end
    ]
    return max(older, key=lambda pair: (pair[0].year_end, str(pair[0].id)), default=None)


def history_of(session: Session, supplier: UUID) -> Sequence[Assessment]:
    """Return a supplier's assessments, newest first."""
    query = (
        select(Assessment)
        .where(Assessment.supplier_id == supplier)
        .order_by(col(Assessment.created_at).desc())
        .limit(20)
    )
    return session.exec(query).all()
