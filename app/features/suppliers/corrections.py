"""What a person corrects in the list of suppliers: two records of one supplier, or no supplier."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session

from app.dates import day
from app.db.row_lock import lock_row
from app.errors import Conflict, Unusable
from app.features.checks.decision_in_force import SupplierDecision, decisions_of
from app.features.imports.service import add_up_spend
from app.features.suppliers.moved_rows import (
    RowCounts,
    fill_fields,
    move_rows,
    return_rows,
    row_counts,
    undo_fields,
)
from app.features.suppliers.queries import (
    contracts_of,
    correction_of,
    merged_records,
    supplier_of,
)
from app.features.suppliers.record import SupplierMoney, supplier_money
from app.security import audit_log
from app.security.permissions import Scope
from app.security.principal import Principal
from models import Assessment, CorrectionKind, Supplier, SupplierCorrection
from models.supplier import NOT_ASSESSED


@dataclass(frozen=True, slots=True)
class CorrectionEffects:
    """What a correction would change, for a person to read first.

    Attributes:
        supplier: The record that would leave the list.
        into: The record that would hold its facts; None where it is marked as no supplier.
        rows: How many rows of each kind it has: they move, or no longer count.
        money: What its contracts in force are worth a year, and what it was paid.
        other_number: Whether the two have different company numbers: most likely two companies.
        obstacle: Why the correction cannot be made now; empty where it can.
    """

    supplier: Supplier
    into: Supplier | None
    rows: RowCounts
    money: SupplierMoney
    other_number: bool
    obstacle: str


def correction_effects(
    session: Session, caller: Principal, supplier: UUID, into: UUID | None, *, now: datetime
) -> CorrectionEffects:
    """Return what merging a supplier into another would change, or marking it as none.

    Args:
        session: An open transaction.
        caller: Who asks.
        supplier: The record that would leave the list.
        into: The record that it is merged into; None to mark it as no supplier.
        now: When it is asked.

    Raises:
        NotFound: The organisation has no such supplier.
    """
    row = supplier_of(session, caller.organisation, supplier)
    other = supplier_of(session, caller.organisation, into) if into else None
    contracts = contracts_of(session, row.id)
    return CorrectionEffects(
        supplier=row,
        into=other,
        rows=row_counts(session, row.id),
        money=supplier_money(row, contracts, today=now.date()),
        other_number=_other_number(row, other),
        obstacle=_obstacle(session, row, other, now),
    )


def correct(
    session: Session,
    caller: Principal,
    supplier: UUID,
    into: UUID | None,
    *,
    reason: str,
    now: datetime,
) -> list[UUID]:
    """Merge a supplier into another, or mark it as no supplier; return whom to assess again.

    Nothing is deleted: its record stays with its assessments, checks and decisions, and leaves
    every list and figure. Contracts, statements, answers, notes and actions move to the other one.

    Args:
        session: The transaction that alone changes the organisation's suppliers.
        caller: Who says so.
        supplier: The record that leaves the list.
        into: The record that it is merged into; None where it is no supplier.
        reason: Why, in the person's words.
        now: When.

    Raises:
        NotFound: The organisation has no such supplier.
        Unusable: No reason is given.
        Conflict: It cannot be done as things are; the message says what to do first.
    """
    caller.require(Scope.WRITE_SUPPLIERS)
    row = supplier_of(session, caller.organisation, supplier)
    other = supplier_of(session, caller.organisation, into) if into else None
    for each in sorted(filter(None, (row, other)), key=lambda one: one.key):
        lock_row(session, each)
    if not reason.strip():
        raise Unusable("Say why, so that others can follow it", pointer="/reason")
    if obstacle := _obstacle(session, row, other, now):
        raise Conflict(obstacle)
    correction = SupplierCorrection(
        organisation_id=caller.organisation,
        supplier_id=row.id,
        kind=CorrectionKind.MERGED if other else CorrectionKind.NOT_SUPPLIER,
        into_id=other.id if other else None,
        reason=reason.strip()[:2_000],
        set_by=caller.name,
        set_at=now,
    )
    if other:
        correction.moved = move_rows(session, row.id, other.id)
        correction.fields = fill_fields(row, other)
        row.merged_into_id = other.id
    else:
        row.not_supplier = True
    row.assessment_id, row.rank = None, NOT_ASSESSED
    session.add_all([correction, row])
    session.flush()
    if other:
        add_up_spend(session, {other.id})
        session.refresh(other)
    _record(session, caller, "supplier.merged" if other else "supplier.marked_none", correction)
    return [other.id] if other else []


def undo_correction(
    session: Session, caller: Principal, supplier: UUID, *, now: datetime
) -> list[UUID]:
    """Take a correction back: the record is a supplier of its own again; return whom to assess.

    Raises:
        NotFound: The organisation has no such supplier.
        Conflict: No correction counts there.
    """
    caller.require(Scope.WRITE_SUPPLIERS)
    row = supplier_of(session, caller.organisation, supplier)
    lock_row(session, row)
    correction = correction_of(session, row.id)
    if correction is None:
        raise Conflict("This record is not merged and not marked, so there is nothing to undo.")
    row.merged_into_id, row.not_supplier = None, False
    correction.withdrawn_by, correction.withdrawn_at = caller.name, now
    session.add_all([row, correction])
    touched = [row.id]
    if correction.into_id:
        other = supplier_of(session, caller.organisation, correction.into_id)
        return_rows(session, row, other.id, correction.moved)
        undo_fields(other, correction.fields)
        session.add(other)
        session.flush()
        add_up_spend(session, {row.id, other.id})
        session.refresh(other)
        touched.append(other.id)
    _record(session, caller, "supplier.restored", correction)
    return touched


def _other_number(row: Supplier, other: Supplier | None) -> bool:
    if other is None or not row.company_numbers or not other.company_numbers:
        return False
    return not set(row.company_numbers) & set(other.company_numbers)


def _obstacle(session: Session, row: Supplier, other: Supplier | None, now: datetime) -> str:
    """Why a correction cannot be made as things are; empty where it can."""
    if not row.counts:
        return "This record is merged or marked already. Undo that first."
    if merged_records(session, row.id):
        return "Another record was merged into this one. Undo that first, or merge the other way."
    if other is None:
        return _obstacle_to_marking(session, row, now)
    return _obstacle_to_merging(session, row, other, now)


def _obstacle_to_merging(session: Session, row: Supplier, other: Supplier, now: datetime) -> str:
    if other.id == row.id:
        return "Choose another supplier: this is the same record."
    if not other.counts:
        return f"“{other.name}” is itself merged or marked. Choose the record that counts."
    if other.is_placeholder:
        return f"“{other.name}” is not the name of a supplier. Choose another."
    decided = decisions_of(session, (row.id, other.id), today=now.date())
    if _weight(decided.get(row.id)) > _weight(decided.get(other.id)):
        return (
            f"A decision on “{row.name}” is in force and heavier than any on “{other.name}”. "
            "Merge the other way round, so that the decision still counts."
        )
    return ""


def _obstacle_to_marking(session: Session, row: Supplier, now: datetime) -> str:
    decided = decisions_of(session, [row.id], today=now.date()).get(row.id)
    if decided and decided.in_force:
        return (
            f"A decision is in force until {day(decided.valid_until)}, so the supplier stays "
            "in the list until then."
        )
    assessment = session.get(Assessment, row.assessment_id) if row.assessment_id else None
    if assessment and assessment.urgent:
        return (
            "There are signs here that people may be exploited now. A named person decides on "
            "them first."
        )
    return ""


def _weight(decided: SupplierDecision | None) -> int:
    """How heavy a decision in force is; below every decision where there is none."""
    return decided.decision.rank if decided and decided.in_force else -1


def _record(
    session: Session, caller: Principal, verb: str, correction: SupplierCorrection
) -> None:
    facts: dict[str, Any] = {
        "kind": correction.kind.value,
        "into": str(correction.into_id) if correction.into_id else None,
        "reason": correction.reason,
        "moved": {table: len(ids) for table, ids in correction.moved.items()},
    }
    undone = correction.withdrawn_at is not None
    audit_log.record(
        session,
        caller,
        verb,
        f"suppliers/{correction.supplier_id}",
        before=facts if undone else None,
        after=None if undone else facts,
    )
