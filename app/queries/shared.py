"""Questions about passages that a statement shares, word for word, with other suppliers' ones."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import func
from sqlalchemy import select as pick
from sqlmodel import Session, col, select

from models import Passage, Statement, Supplier
from scoring.shared_passages import most_that_share


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
