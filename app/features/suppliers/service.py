"""Add a number by which a supplier may be asked for; a number is one supplier's."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlmodel import Session, select

from app.errors import Conflict, NotFound, Unusable
from app.features.suppliers.lookup import vat_number
from app.features.suppliers.queries import supplier_of, suppliers_with, views_of
from app.security import audit_log
from app.security.permissions import Scope
from app.security.principal import Principal
from models import SavedView, SupplierIdentifier, SupplierNote
from models.supplier import OWN
from scoring.companies.identifiers import ppon


class IdentifierKind(StrEnum):
    """Numbers that may be added by hand; a company number is matched, with a person's eye."""

    OWN = OWN
    PPON = "GB-PPON"
    VAT = "GB-VAT"


def add_identifier(
    session: Session, caller: Principal, supplier: UUID, kind: IdentifierKind, value: str
) -> SupplierIdentifier:
    """Keep a number of a supplier; the same again changes nothing.

    Raises:
        NotFound: There is no such supplier.
        Unusable: It cannot be such a number.
        Conflict: Another supplier has it.
    """
    caller.require(Scope.WRITE_SUPPLIERS)
    supplier_row = supplier_of(session, caller.organisation, supplier)
    number = value
    if kind is IdentifierKind.PPON:
        number = ppon(value)
        if not number:
            raise Unusable("This is not a PPON, such as PJJX-1133-JRGV.", pointer="/id")
    elif kind is IdentifierKind.VAT:
        try:
            number = vat_number(value)
        except Unusable as error:
            raise Unusable(error.detail, pointer="/id") from error
    for other in suppliers_with(session, caller.organisation, kind.value, number):
        if other.id != supplier_row.id:
            raise Conflict(f"{number} is the number of “{other.name}” already.")
    known = session.exec(
        select(SupplierIdentifier).where(
            SupplierIdentifier.supplier_id == supplier_row.id,
            SupplierIdentifier.scheme == kind.value,
            SupplierIdentifier.value == number,
        )
    ).first()
    if known is not None:
        return known
    row = SupplierIdentifier(
        organisation_id=caller.organisation,
        supplier_id=supplier_row.id,
        scheme=kind.value,
        value=number,
    )
    session.add(row)
    after = {"scheme": kind.value, "id": number}
    audit_log.record(
        session, caller, "identifier.added", f"suppliers/{supplier_row.id}", after=after
    )
    return row


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
    audit_log.record(
        session, caller, "note.written", f"suppliers/{row.id}", after={"note": str(note.id)}
    )
    return note


MOST = 50
"""Views that a person may keep: they are all shown above the list."""


def keep_view(
    session: Session, caller: Principal, *, name: str, query: str, now: datetime
) -> SavedView:
    """Keep a view; one of the same name takes the new filter.

    Raises:
        Conflict: The caller keeps as many as may be.
    """
    name = " ".join(name.split())[:100]
    held = views_of(session, caller.organisation, caller.key)
    existing = next((each for each in held if each.name == name), None)
    if existing is None and len(held) >= MOST:
        raise Conflict(f"You keep {MOST} views. Delete one that you do not need first.")
    view = existing or SavedView(
        organisation_id=caller.organisation, owner=caller.key, name=name, query="", created_at=now
    )
    view.query = query
    session.add(view)
    return view


def delete_view(session: Session, caller: Principal, id: UUID) -> None:
    """Delete one of the caller's own views.

    Raises:
        NotFound: The caller keeps no such view.
    """
    view = session.get(SavedView, id)
    if view is None or (view.organisation_id, view.owner) != (caller.organisation, caller.key):
        raise NotFound("You keep no such view.")
    session.delete(view)
