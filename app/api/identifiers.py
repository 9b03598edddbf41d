"""`/v1/suppliers/{id}/identifiers`: the numbers by which a supplier may be asked for."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from app.api.asked import CallerDep, OrganisationDep, SessionDep, require_scope
from app.api.once import IdempotentRoute
from app.pipeline.identify import IdentifierKind, add_identifier
from app.queries.suppliers import identifiers_of, supplier_of
from app.security.roles import Scope

router = APIRouter(prefix="/suppliers", tags=["suppliers"], route_class=IdempotentRoute)


class SupplierIdentifier(BaseModel):
    """A number of a register (by org-id.guide code), or `own` for your own systems' number."""

    scheme: str = Field(examples=["GB-PPON"])
    id: str = Field(examples=["PJJX-1133-JRGV"])


class SupplierIdentifierCreate(BaseModel):
    """A number by which the supplier may be asked for from now on."""

    model_config = ConfigDict(extra="forbid")

    scheme: IdentifierKind
    id: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=64)] = (
        Field(examples=["SUP-000123"])
    )


class SupplierIdentifierList(BaseModel):
    """Every number of a supplier."""

    items: list[SupplierIdentifier]


@router.get(
    "/{supplier_id}/identifiers",
    summary="A supplier's numbers",
    dependencies=[require_scope(Scope.READ_SUPPLIERS)],
)
def list_supplier_identifiers(
    session: SessionDep, organisation: OrganisationDep, supplier_id: UUID
) -> SupplierIdentifierList:
    """Return the numbers by which a supplier may be asked for."""
    supplier = supplier_of(session, organisation, supplier_id)
    return SupplierIdentifierList(
        items=[
            SupplierIdentifier(scheme=each.scheme, id=each.value)
            for each in identifiers_of(session, supplier.id)
        ]
    )


@router.post(
    "/{supplier_id}/identifiers",
    status_code=201,
    summary="Add a supplier's number",
    dependencies=[require_scope(Scope.WRITE_SUPPLIERS)],
)
def create_supplier_identifier(
    session: SessionDep, caller: CallerDep, supplier_id: UUID, wanted: SupplierIdentifierCreate
) -> SupplierIdentifier:
    """Add a number, say that of your own system, so that checks can be asked by it."""
    row = add_identifier(session, caller, supplier_id, wanted.scheme, wanted.id)
    return SupplierIdentifier(scheme=row.scheme, id=row.value)
