"""`/v1/suppliers`: the ranked list, and one supplier with what its rank rests on."""

from datetime import UTC, date, datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from app.features.checks.decision_in_force import decisions_of
from app.features.suppliers.queries import (
    Ranked,
    contracts_of,
    identifiers_of,
    ranked,
    statements_with_documents,
    supplier_of,
)
from app.features.suppliers.schemas import Contract, StatementSummary, Supplier, SupplierSummary
from app.features.suppliers.service import IdentifierKind, add_identifier
from app.http.dependencies import CallerDep, OrganisationDep, SessionDep, require_scope
from app.http.idempotency import IdempotentRoute
from app.http.pagination import Cursor, Limit, page_of, unpacked
from app.http.schemas import Links
from app.security.permissions import Scope
from models import Assessment
from models.supplier import HIGHEST_RANK

router = APIRouter(
    prefix="/suppliers", tags=["suppliers"], dependencies=[require_scope(Scope.READ_SUPPLIERS)]
)


class SupplierList(BaseModel):
    """Some of the ranked list, and where to go on."""

    items: list[SupplierSummary]
    links: Links


@router.get("", summary="The ranked list")
def list_suppliers(
    session: SessionDep,
    caller: CallerDep,
    limit: Limit = 50,
    cursor: Cursor = "",
) -> SupplierList:
    """Return suppliers by residual risk, urgent ones first, highest risk next.

    Suppliers that have not been assessed come last: they have no rank, not the lowest.
    """
    after = unpacked(cursor, _after) if cursor else None
    rows = ranked(session, caller.organisation, limit=limit + 1, after=after)
    page = page_of(
        rows,
        limit,
        "/v1/suppliers",
        lambda last: (last.supplier.rank, last.supplier.key),
        limit=limit,
    )
    decided = decisions_of(session, (each.supplier.id for each in page.rows), today=_today())
    items = [SupplierSummary.of(each, caller, decided) for each in page.rows]
    return SupplierList(items=items, links=page.links)


@router.get("/{supplier_id}", summary="One supplier")
def get_supplier(session: SessionDep, caller: CallerDep, supplier_id: UUID) -> Supplier:
    """Return a supplier with its latest assessment, contracts and statements."""
    supplier = supplier_of(session, caller.organisation, supplier_id)
    today = datetime.now(UTC).date()
    assessment = (
        session.get(Assessment, supplier.assessment_id) if supplier.assessment_id else None
    )
    line = SupplierSummary.of(
        Ranked(supplier, assessment),
        caller,
        decisions_of(session, [supplier.id], today=_today()),
    )
    return Supplier(
        **dict(line),
        postcode=supplier.postcode,
        contracts=[Contract.of(each, today) for each in contracts_of(session, supplier.id)],
        statements=[
            StatementSummary.of(statement, document)
            for statement, document in statements_with_documents(session, supplier.id)
        ],
    )


def _today() -> date:
    return datetime.now(UTC).date()


def _after(rank: int, key: str) -> tuple[int, str]:
    if not isinstance(rank, int) or not isinstance(key, str) or abs(rank) > HIGHEST_RANK:
        raise ValueError("no place in the ranked list")
    return rank, key


identifiers_router = APIRouter(
    prefix="/suppliers", tags=["suppliers"], route_class=IdempotentRoute
)


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


@identifiers_router.get(
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


@identifiers_router.post(
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
