"""Questions about the notes that people wrote on a supplier."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session, col, select

from models import SupplierNote


def notes_of(session: Session, supplier: UUID, *, limit: int = 100) -> Sequence[SupplierNote]:
    """Return a supplier's notes, newest first."""
    query = (
        select(SupplierNote)
        .where(SupplierNote.supplier_id == supplier)
        .order_by(col(SupplierNote.written_at).desc(), col(SupplierNote.id).desc())
        .limit(limit)
    )
    return session.exec(query).all()
