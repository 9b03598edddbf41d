"""Whose statement a document is, as a person says: it outranks what list, number and name give."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from app.dates import day
from app.db.row_lock import lock_row
from app.errors import Conflict
from app.features.suppliers.queries import statement_of, supplier_of
from app.security import audit_log
from app.security.permissions import Scope
from app.security.principal import Principal
from models import Statement


def attach_statement(
    session: Session, caller: Principal, statement: UUID, supplier: UUID, *, now: datetime
) -> list[UUID]:
    """Give a statement to the supplier that published it; return both, to be assessed again.

    Args:
        session: An open transaction.
        caller: Who says so.
        statement: Which statement.
        supplier: Whose it is.
        now: When.

    Raises:
        NotFound: The organisation has no such statement, or no such supplier.
        Conflict: It is this supplier's already, or the supplier is none of its own.
    """
    caller.require(Scope.WRITE_SUPPLIERS)
    row, _ = statement_of(session, caller.organisation, statement)
    lock_row(session, row)
    before = supplier_of(session, caller.organisation, row.supplier_id)
    after = supplier_of(session, caller.organisation, supplier)
    if not after.counts:
        raise Conflict(f"“{after.name}” is merged or marked as no supplier. Choose another.")
    held = session.exec(
        select(Statement.id).where(
            col(Statement.supplier_id) == after.id,
            Statement.document_sha256 == row.document_sha256,
        )
    ).first()
    if held is not None:
        raise Conflict(f"“{after.name}” has this statement already.")
    row.supplier_id, row.attached_by = after.id, caller.name[:200]
    row.matched_by = f"{caller.name} said so on {day(now)}"
    session.add(row)
    audit_log.record(
        session,
        caller,
        "statement.attached",
        f"statements/{row.id}",
        before={"supplier": str(before.id)},
        after={"supplier": str(after.id)},
    )
    return [before.id, after.id]
