"""Questions about proof: the sentences of a document that findings rest on, and where."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import func
from sqlalchemy import select as pick
from sqlmodel import Session, col, select

from models import Assessment, Document, Evidence, Finding, Passage, Statement, Supplier
from scoring.reference.vocabulary import DocumentKind
from scoring.statements.shared_passages import most_that_share


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


@dataclass(frozen=True, slots=True)
class SharedWith:
    """Another supplier's statement that holds sentences of this one.

    `sentences` are the indexes of the sentences in this statement.
    """

    supplier: UUID
    supplier_name: str
    statement: UUID
    statement_name: str
    document_sha256: str
    sentences: tuple[int, ...]


def own_words(session: Session, statement: Statement) -> dict[int, list[int]]:
    """Return a statement's sentences by the key of their words, without those that many have.

    Only statements of the same organisation's suppliers count: what another organisation holds is
    not for this one to learn.
    """
    mine: dict[int, list[int]] = defaultdict(list)
    query = select(Passage.fingerprint, Passage.sentence).where(
        Passage.document_sha256 == statement.document_sha256
    )
    for key, sentence in session.exec(query):
        mine[key].append(sentence)
    documents = func.count(func.distinct(Statement.document_sha256))
    theirs = col(Statement.organisation_id) == statement.organisation_id
    most = most_that_share(session.exec(select(documents).where(theirs)).one() - 1)
    common = (
        pick(col(Passage.fingerprint))
        .join(Statement, col(Statement.document_sha256) == col(Passage.document_sha256))
        .where(theirs, col(Passage.fingerprint).in_(mine))
        .group_by(col(Passage.fingerprint))
        .having(documents - 1 > most)
    )
    for key in session.execute(common).scalars():
        del mine[key]
    return dict(mine)


def shared_with(session: Session, statement: Statement) -> list[SharedWith]:
    """Return the other suppliers' statements that share sentences, those with most first."""
    mine = own_words(session, statement)
    own_documents = pick(col(Statement.document_sha256)).where(
        col(Statement.supplier_id) == statement.supplier_id
    )
    columns: tuple[Any, ...] = (
        Statement.id,
        Statement.name,
        Statement.document_sha256,
        Supplier.id,
        Supplier.name,
        Passage.fingerprint,
    )
    query = (
        pick(*columns)
        .select_from(Passage)
        .join(Statement, col(Statement.document_sha256) == col(Passage.document_sha256))
        .join(Supplier, col(Supplier.id) == col(Statement.supplier_id))
        .where(
            col(Statement.organisation_id) == statement.organisation_id,
            col(Passage.fingerprint).in_(mine),
            col(Statement.supplier_id) != statement.supplier_id,
            col(Passage.document_sha256).not_in(own_documents),
        )
        .order_by(col(Supplier.key), col(Statement.id))
    )
    held: dict[tuple[Any, ...], set[int]] = defaultdict(set)
    for *whose, key in session.execute(query):
        held[tuple(whose)].add(key)
    copies = [
        _shared(whose, (s for key in keys for s in mine[key])) for whose, keys in held.items()
    ]
    return sorted(copies, key=lambda each: -len(each.sentences))


def _shared(whose: tuple[Any, ...], sentences: Iterable[int]) -> SharedWith:
    statement, name, sha256, supplier, supplier_name = whose
    places = tuple(sorted(sentences))
    return SharedWith(supplier, supplier_name, statement, name, sha256, places)
