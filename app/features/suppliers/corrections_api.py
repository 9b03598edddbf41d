"""`/v1/suppliers/{supplier_id}/correction`: merge two records, or mark one as no supplier."""

from dataclasses import asdict
from datetime import UTC, datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field

from app.errors import NotFound
from app.features.imports.jobs import enqueue_assessment
from app.features.suppliers.corrections import correct, correction_effects, undo_correction
from app.features.suppliers.queries import correction_of, supplier_of
from app.http.dependencies import CallerDep, InstallationDep, SessionDep, require_scope
from app.http.schemas import Figure
from app.security.permissions import Scope
from models import CorrectionKind
from models import SupplierCorrection as CorrectionRow

router = APIRouter(prefix="/suppliers/{supplier_id}/correction", tags=["suppliers"])


class SupplierCorrection(BaseModel):
    """What a person said of a record in the list of suppliers."""

    kind: CorrectionKind
    into: UUID | None = Field(description="The record that holds its facts now, where merged.")
    reason: str
    set_by: str
    set_at: datetime
    job: UUID | None = Field(default=None, description="The job that assesses suppliers again.")

    @classmethod
    def of(cls, row: CorrectionRow, job: UUID | None = None) -> "SupplierCorrection":
        """Return the shape of a correction."""
        return cls(
            kind=row.kind,
            into=row.into_id,
            reason=row.reason,
            set_by=row.set_by,
            set_at=row.set_at,
            job=job,
        )


class SupplierCorrectionUpdate(BaseModel):
    """Which record it is the same as, or null where it is no supplier; and why."""

    model_config = ConfigDict(extra="forbid")

    into: UUID | None = Field(description="The record that stays; null to mark no supplier.")
    reason: str = Field(min_length=1, max_length=2_000)


class SupplierCorrectionEffects(BaseModel):
    """What a correction would change. Money is pounds; null is unknown."""

    contracts: int
    statements: int
    answers: int
    notes: int
    actions: int
    questionnaires: int
    waiting_checks: int
    exclusion_cases: int
    remedies: int
    people: int
    contracts_in_force: int
    yearly_value: Figure | None
    paid: Figure | None
    different_company_numbers: bool
    obstacle: str = Field(description="Why it cannot be done now; empty where it can.")


class SupplierRestored(BaseModel):
    """The job that assesses the record and the one that it was merged into."""

    job: UUID


@router.get(
    "",
    summary="How a record was corrected",
    dependencies=[require_scope(Scope.READ_CHECKS)],
)
def get_supplier_correction(
    session: SessionDep, caller: CallerDep, supplier_id: UUID
) -> SupplierCorrection:
    """Return the correction that counts for a record; 404 where it is a supplier of its own."""
    row = correction_of(session, supplier_of(session, caller.organisation, supplier_id).id)
    if row is None:
        raise NotFound("This record is a supplier of its own.")
    return SupplierCorrection.of(row)


@router.get(
    "/effects",
    summary="What a correction would change",
    dependencies=[require_scope(Scope.WRITE_SUPPLIERS)],
)
def get_supplier_correction_effects(
    session: SessionDep,
    caller: CallerDep,
    supplier_id: UUID,
    into: Annotated[UUID | None, Query()] = None,
) -> SupplierCorrectionEffects:
    """Return what merging a record into another would change, or marking it as no supplier."""
    effects = correction_effects(session, caller, supplier_id, into, now=datetime.now(UTC))
    money = effects.money
    return SupplierCorrectionEffects(
        **asdict(effects.rows),
        contracts_in_force=money.live,
        yearly_value=money.yearly,
        paid=money.paid,
        different_company_numbers=effects.other_number,
        obstacle=effects.obstacle,
    )


@router.put(
    "",
    summary="Merge a record into another, or mark it as no supplier",
    dependencies=[require_scope(Scope.WRITE_SUPPLIERS)],
)
def update_supplier_correction(
    home: InstallationDep,
    session: SessionDep,
    caller: CallerDep,
    supplier_id: UUID,
    wanted: SupplierCorrectionUpdate,
) -> SupplierCorrection:
    """Merge two records of one supplier, or say that a record is none. Nothing is deleted."""
    now = datetime.now(UTC)
    with home.database.writing(alone=caller.organisation, within=session) as writing:
        touched = correct(writing, caller, supplier_id, wanted.into, reason=wanted.reason, now=now)
        row = correction_of(writing, supplier_id)
    if row is None:
        raise NotFound("There is no such supplier.")
    job = (
        enqueue_assessment(
            home, caller.organisation, at=now.date(), suppliers=touched, within=session
        )
        if touched
        else None
    )
    return SupplierCorrection.of(row, job)


@router.delete(
    "",
    summary="Undo a correction",
    dependencies=[require_scope(Scope.WRITE_SUPPLIERS)],
)
def delete_supplier_correction(
    home: InstallationDep, session: SessionDep, caller: CallerDep, supplier_id: UUID
) -> SupplierRestored:
    """Make a record a supplier of its own again, with what was its own before."""
    now = datetime.now(UTC)
    with home.database.writing(alone=caller.organisation, within=session) as writing:
        touched = undo_correction(writing, caller, supplier_id, now=now)
    job = enqueue_assessment(
        home, caller.organisation, at=now.date(), suppliers=touched, within=session
    )
    return SupplierRestored(job=job)
