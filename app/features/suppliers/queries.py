"""Questions about suppliers: the ranked list, one of them, and the findings behind its rank."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from app.errors import NotFound
from models import (
    Assessment,
    Contract,
    Document,
    Evidence,
    Finding,
    SavedView,
    Statement,
    Supplier,
    SupplierCorrection,
    SupplierIdentifier,
    SupplierNote,
)
from models.contract import of_current_lists
from models.supplier import counted
from scoring.companies.names import normalise


@dataclass(frozen=True, slots=True)
class Ranked:
    """A supplier with its latest assessment; None while it has not been assessed."""

    supplier: Supplier
    assessment: Assessment | None


@dataclass(frozen=True, slots=True)
class StoredFinding:
    """A finding with its proof, as kept."""

    finding: Finding
    evidence: tuple[Evidence, ...]


def supplier_key(name: str) -> str:
    """Return what makes a name one supplier across lists: its one spelling."""
    return (normalise(name) or name.casefold().strip())[:400]


def ranked(
    session: Session,
    organisation: UUID,
    *,
    limit: int | None = None,
    after: tuple[int, str] | None = None,
) -> list[Ranked]:
    """Return an organisation's suppliers in order of their rank, then by name.

    Urgent ones come first, then those with a stop decided or proposed, then by residual risk.

    Suppliers that have not been assessed come last: they have no rank, not the lowest.

    Args:
        session: An open transaction.
        organisation: Whose suppliers.
        limit: How many at most.
        after: Rank and key of the supplier after which to go on.
    """
    query = (
        select(Supplier, Assessment)
        .outerjoin(Assessment, col(Supplier.assessment_id) == col(Assessment.id))
        .where(Supplier.organisation_id == organisation, counted())
        .order_by(col(Supplier.rank).desc(), col(Supplier.key))
        .limit(limit)
    )
    if after is not None:
        rank, key = after
        query = query.where(
            or_(
                col(Supplier.rank) < rank,
                and_(col(Supplier.rank) == rank, col(Supplier.key) > key),
            )
        )
    return [Ranked(supplier, assessment) for supplier, assessment in session.exec(query)]


def supplier_of(session: Session, organisation: UUID, id: UUID) -> Supplier:
    """Return one of an organisation's suppliers.

    Raises:
        NotFound: It has none with this identifier.
    """
    supplier = session.get(Supplier, id)
    if supplier is None or supplier.organisation_id != organisation:
        raise NotFound("There is no such supplier.")
    return supplier


def supplier_by_key(session: Session, organisation: UUID, key: str) -> Supplier | None:
    """Return the supplier with a key (its name in one spelling), if there is one.

    Where a person merged that record into another one, the other one is returned.
    """
    query = select(Supplier).where(Supplier.organisation_id == organisation, Supplier.key == key)
    return after_merge(session, session.exec(query).first())


def after_merge(session: Session, row: Supplier | None) -> Supplier | None:
    """Return the record that counts for a supplier: the one that it was merged into, if any."""
    if row is None or row.merged_into_id is None:
        return row
    return session.get_one(Supplier, row.merged_into_id)


def merged_ids(session: Session, organisation: UUID) -> dict[UUID, UUID]:
    """Return, for each record that was merged into another, the record that counts."""
    query = select(Supplier.id, Supplier.merged_into_id).where(
        Supplier.organisation_id == organisation, col(Supplier.merged_into_id).is_not(None)
    )
    return {id: into for id, into in session.exec(query) if into is not None}


def correction_of(session: Session, supplier: UUID) -> SupplierCorrection | None:
    """Return the correction that counts for a record; None where it is a supplier of its own."""
    return session.exec(_corrections(col(SupplierCorrection.supplier_id) == supplier)).first()


def merged_records(session: Session, supplier: UUID) -> list[tuple[SupplierCorrection, Supplier]]:
    """Return the records that were merged into a supplier, each with its correction."""
    corrections = session.exec(_corrections(col(SupplierCorrection.into_id) == supplier)).all()
    return [(each, session.get_one(Supplier, each.supplier_id)) for each in corrections]


def _corrections(condition: ColumnElement[bool]) -> SelectOfScalar[SupplierCorrection]:
    """The corrections that count, the newest first."""
    return (
        select(SupplierCorrection)
        .where(condition, col(SupplierCorrection.withdrawn_at).is_(None))
        .order_by(col(SupplierCorrection.set_at).desc(), col(SupplierCorrection.id).desc())
    )


def suppliers_with(
    session: Session, organisation: UUID, scheme: str, value: str
) -> Sequence[Supplier]:
    """Return the suppliers that carry a number of a register (or our own), in order of name."""
    query = (
        select(Supplier)
        .join(SupplierIdentifier, col(SupplierIdentifier.supplier_id) == col(Supplier.id))
        .where(
            SupplierIdentifier.organisation_id == organisation,
            SupplierIdentifier.scheme == scheme,
            SupplierIdentifier.value == value,
            counted(),
        )
        .order_by(col(Supplier.key))
    )
    return session.exec(query).all()


def identifiers_of(session: Session, supplier: UUID) -> Sequence[SupplierIdentifier]:
    """Return the numbers by which a supplier may be asked for."""
    query = select(SupplierIdentifier).where(SupplierIdentifier.supplier_id == supplier)
    order = (col(SupplierIdentifier.scheme), col(SupplierIdentifier.value))
    return session.exec(query.order_by(*order)).all()


def assessment_of(session: Session, organisation: UUID, id: UUID) -> Assessment:
    """Return one of an organisation's assessments.

    Raises:
        NotFound: It has none with this identifier.
    """
    assessment = session.get(Assessment, id)
    if assessment is None or assessment.organisation_id != organisation:
        raise NotFound("There is no such assessment.")
    return assessment


def findings_of(session: Session, assessment: UUID) -> tuple[StoredFinding, ...]:
    """Return an assessment's findings in order, each with its proof."""
    findings = session.exec(
        select(Finding).where(Finding.assessment_id == assessment).order_by(col(Finding.position))
    ).all()
    proof: dict[UUID, list[Evidence]] = {each.id: [] for each in findings}
    query = (
        select(Evidence)
        .join(Finding, col(Evidence.finding_id) == col(Finding.id))
        .where(Finding.assessment_id == assessment)
        .order_by(col(Finding.position), col(Evidence.position))
    )
    for each in session.exec(query):
        proof[each.finding_id].append(each)
    return tuple(StoredFinding(each, tuple(proof[each.id])) for each in findings)


def contracts_of(session: Session, supplier: UUID) -> Sequence[Contract]:
    """Return a supplier's contracts by the newest version of each list, newest end first."""
    query = (
        select(Contract)
        .where(Contract.supplier_id == supplier, of_current_lists())
        .order_by(col(Contract.end).desc(), col(Contract.key))
    )
    return session.exec(query).all()


def statements_with_documents(
    session: Session, supplier: UUID
) -> Sequence[tuple[Statement, Document]]:
    """Return what a supplier offers as statements, newest year first."""
    query = (
        select(Statement, Document)
        .join(Document, col(Statement.document_sha256) == col(Document.sha256))
        .where(Statement.supplier_id == supplier)
        .order_by(col(Statement.year_end).desc(), col(Statement.name))
    )
    return [(statement, document) for statement, document in session.exec(query)]


def documents_by_hash(session: Session, supplier: UUID) -> dict[str, Statement]:
    """Return a supplier's statements by the SHA-256 of their documents, as evidence names them."""
    return {
        document.sha256: statement
        for statement, document in statements_with_documents(session, supplier)
    }


def statement_of(session: Session, organisation: UUID, id: UUID) -> tuple[Statement, Document]:
    """Return one of an organisation's statements and the document it is in.

    Raises:
        NotFound: It has none with this identifier.
    """
    statement = session.get(Statement, id)
    if statement is None or statement.organisation_id != organisation:
        raise NotFound("There is no such statement.")
    return statement, session.get_one(Document, statement.document_sha256)


def views_of(session: Session, organisation: UUID, owner: str) -> Sequence[SavedView]:
    """Return the views that one caller keeps, by name."""
    query = (
        select(SavedView)
        .where(SavedView.organisation_id == organisation, SavedView.owner == owner)
        .order_by(col(SavedView.name))
    )
    return session.exec(query).all()


def notes_of(session: Session, supplier: UUID, *, limit: int = 100) -> Sequence[SupplierNote]:
    """Return a supplier's notes, newest first."""
    query = (
        select(SupplierNote)
        .where(SupplierNote.supplier_id == supplier)
        .order_by(col(SupplierNote.written_at).desc(), col(SupplierNote.id).desc())
        .limit(limit)
    )
    return session.exec(query).all()
