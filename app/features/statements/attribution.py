"""Bring statements and suppliers together: by the list, a number, or a name."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from app.db.engine import batches
from app.db.json_codec import IDENTITY
from app.features.suppliers.queries import supplier_by_key, supplier_key
from models import Document, Statement, Supplier
from scoring.companies.pairing import Paired, SupplierDirectory, name_from_file
from scoring.identity import Identity
from scoring.reference.vocabulary import DocumentKind


def collect(
    session: Session,
    organisation: UUID,
    documents: Sequence[tuple[str, str]],
    *,
    now: datetime,
) -> tuple[UUID, ...]:
    """Give each document to the suppliers whose statement it is; return those suppliers.

    A statement that no supplier on the list has published makes a supplier of its own, marked as
    not listed, so that nothing offered is left unjudged. Any other document that nobody is known
    to have published stays without a supplier; the job's account says what it is. One that a
    person has given to a supplier stays there.

    Args:
        session: An open transaction.
        organisation: Whose suppliers.
        documents: Name and SHA-256 of each document that was offered; one that could not be kept
            as read is passed over.
        now: When they were offered.
    """
    directory = _directory(session, organisation)
    identities = _identities(session, documents)
    attached = _attached(session, organisation, identities)
    suppliers: dict[UUID, None] = {}
    for name, sha256 in documents:
        if sha256 not in identities:
            continue
        if sha256 in attached:
            suppliers |= dict.fromkeys(attached[sha256])
            continue
        identity_json = identities[sha256]
        identity = IDENTITY.from_json(identity_json) if identity_json else None
        organisations = identity.organisations if identity else ()
        paired = directory.owner(name, organisations)
        if paired is None:
            if identity is None or identity.kind is not DocumentKind.STATEMENT:
                continue
            paired = _unlisted(session, organisation, name, organisations, now)
        for supplier in map(UUID, paired.suppliers):
            suppliers[supplier] = None
            _keep(session, organisation, supplier, sha256, name, paired.how, identity, now)
    return tuple(suppliers)


def _directory(session: Session, organisation: UUID) -> SupplierDirectory:
    query = (
        select(
            func.coalesce(Supplier.merged_into_id, Supplier.id),
            Supplier.name,
            Supplier.company_numbers,
            Supplier.statement_hint,
        )
        .where(Supplier.organisation_id == organisation)
        .order_by(col(Supplier.key))
    )
    return SupplierDirectory.build(
        (str(id), name, tuple(numbers), hint) for id, name, numbers, hint in session.exec(query)
    )


def _identities(
    session: Session, documents: Sequence[tuple[str, str]]
) -> dict[str, dict[str, Any]]:
    """What the words of each document tell of it, without the words: they may be many."""
    identities: dict[str, dict[str, Any]] = {}
    for batch in batches({sha256 for _, sha256 in documents}):
        query = select(Document.sha256, Document.identity).where(col(Document.sha256).in_(batch))
        identities |= {sha256: dict(identity) for sha256, identity in session.exec(query)}
    return identities


def _attached(
    session: Session, organisation: UUID, hashes: Iterable[str]
) -> dict[str, list[UUID]]:
    """The suppliers that a person gave documents to, by the document."""
    attached: dict[str, list[UUID]] = {}
    for batch in batches(hashes):
        query = select(Statement.document_sha256, Statement.supplier_id).where(
            Statement.organisation_id == organisation,
            col(Statement.document_sha256).in_(batch),
            Statement.attached_by != "",
        )
        for sha256, supplier in session.exec(query):
            attached.setdefault(sha256, []).append(supplier)
    return attached


def _unlisted(
    session: Session,
    organisation: UUID,
    name: str,
    organisations: tuple[str, ...],
    now: datetime,
) -> Paired:
    called = organisations[0] if organisations else name_from_file(name)
    key = supplier_key(called)
    known = supplier_by_key(session, organisation, key)
    if known is None:
        known = Supplier(
            organisation_id=organisation, key=key, name=called, on_list=False, created_at=now
        )
        session.add(known)
        session.flush()
    return Paired(
        (str(known.id),),
        "no supplier on a list matches this statement, so it is judged on its own",
    )


def _keep(
    session: Session,
    organisation: UUID,
    supplier: UUID,
    sha256: str,
    name: str,
    how: str,
    identity: Identity | None,
    now: datetime,
) -> None:
    known = session.exec(
        select(Statement).where(
            Statement.supplier_id == supplier, Statement.document_sha256 == sha256
        )
    ).first()
    statement = known or Statement(
        organisation_id=organisation,
        supplier_id=supplier,
        document_sha256=sha256,
        name=name,
        added_at=now,
    )
    statement.matched_by = how
    statement.year_end = _year_end(identity)
    session.add(statement)
    session.flush()


def _year_end(identity: Identity | None) -> date | None:
    if identity is None or identity.kind is not DocumentKind.STATEMENT or identity.year is None:
        return None
    return identity.year.end
