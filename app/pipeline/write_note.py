"""Write a note on a supplier, signed by whoever writes it."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from app.errors import Unusable
from app.queries.suppliers import supplier_of
from app.security import audit
from app.security.caller import Principal
from models import SupplierNote


def write_note(
    session: Session, caller: Principal, supplier: UUID, text: str, *, now: datetime
) -> SupplierNote:
    """Keep a note.

    Raises:
        NotFound: There is no such supplier.
        Unusable: Nothing is written.
    """
    row = supplier_of(session, caller.organisation, supplier)
    if not text.strip():
        raise Unusable("Write the note first.", pointer="/note")
    note = SupplierNote(
        organisation_id=caller.organisation,
        supplier_id=row.id,
        text=text.strip(),
        written_by=caller.name,
        written_at=now,
    )
    session.add(note)
    audit.record(
        session, caller, "note.written", f"suppliers/{row.id}", after={"note": str(note.id)}
    )
    return note
