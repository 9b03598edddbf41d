"""Add a number by which a supplier may be asked for; a number is one supplier's."""

from enum import StrEnum
from uuid import UUID

from sqlmodel import Session, select

from app.errors import Conflict, Unusable
from app.pipeline.find_supplier import vat_number
from app.queries.suppliers import supplier_of, suppliers_with
from app.security import audit
from app.security.caller import Principal
from app.security.roles import Scope
from models import SupplierIdentifier
from models.supplier import OWN
from scoring.identifiers import ppon


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
    audit.record(session, caller, "identifier.added", f"suppliers/{supplier_row.id}", after=after)
    return row
