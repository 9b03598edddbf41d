"""`/v1/statements/{statement_id}/supplier`: say whose statement a document is."""

from datetime import UTC, datetime
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict

from app.features.imports.jobs import enqueue_assessment
from app.features.statements.supplier_choice import attach_statement
from app.http.dependencies import CallerDep, InstallationDep, SessionDep, require_scope
from app.security.permissions import Scope

router = APIRouter(prefix="/statements/{statement_id}/supplier", tags=["statements"])


class StatementSupplierUpdate(BaseModel):
    """The supplier that published the statement."""

    model_config = ConfigDict(extra="forbid")

    supplier: UUID


class StatementSupplier(BaseModel):
    """Whose statement it is now, and the job that assesses the two suppliers again."""

    supplier: UUID
    attached_by: str
    job: UUID


@router.put(
    "",
    summary="Say whose statement it is",
    dependencies=[require_scope(Scope.WRITE_SUPPLIERS)],
)
def update_statement_supplier(
    home: InstallationDep,
    session: SessionDep,
    caller: CallerDep,
    statement_id: UUID,
    wanted: StatementSupplierUpdate,
) -> StatementSupplier:
    """Give a statement to the supplier that published it. Later readings leave it there."""
    now = datetime.now(UTC)
    touched = attach_statement(session, caller, statement_id, wanted.supplier, now=now)
    job = enqueue_assessment(
        home, caller.organisation, at=now.date(), suppliers=touched, within=session
    )
    return StatementSupplier(supplier=wanted.supplier, attached_by=caller.name, job=job)
