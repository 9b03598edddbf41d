"""Take in a supplier list: every row ends as a supplier, a contract, or a reported row."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, update
from sqlmodel import Session, col, select

from app.db import batches, insert_rows
from app.pipeline.listed_contracts import contract_values, keep_contracts
from app.pipeline.listed_suppliers import keep_suppliers, supplier_key
from models import Intake, IntakeRow, IntakeState, RowOutcome, Supplier
from models.base import new_id
from scrapers.archive import Archive
from scrapers.errors import ListUnreadable
from scrapers.spreadsheets import RowKind, SupplierList, SupplierRow, read_supplier_list


def offer_list(
    session: Session,
    archive: Archive,
    organisation: UUID,
    *,
    name: str,
    data: bytes,
    now: datetime,
) -> Intake:
    """Keep a list's bytes and note that it is to be taken in; the same bytes are one intake."""
    sha256 = archive.keep(data, fetched_at=now, source=f"supplier list {name}")
    known = session.exec(
        select(Intake).where(Intake.organisation_id == organisation, Intake.sha256 == sha256)
    ).first()
    if known is not None:
        return known
    intake = Intake(organisation_id=organisation, sha256=sha256, name=name, created_at=now)
    session.add(intake)
    session.flush()
    return intake


def take_in(session: Session, archive: Archive, intake: Intake) -> None:
    """Read a list that was offered and keep its rows, suppliers and contracts, all or nothing.

    A list that cannot be read is refused with its reason. A list taken in before is left as it is.
    An older list of the same name is replaced: what only it held is no longer judged.
    """
    if intake.state is IntakeState.TAKEN:
        return
    session.add(intake)
    try:
        listed = read_supplier_list(archive.read(intake.sha256), name=intake.name)
    except ListUnreadable as error:
        intake.state, intake.reason = IntakeState.REFUSED, error.reason
        return
    intake.state, intake.reason = IntakeState.TAKEN, ""
    intake.sheet, intake.header_row = listed.sheet, listed.header_row
    intake.notices = list(listed.notices)
    intake.columns = [
        {
            "heading": each.heading,
            "field": each.field.value if each.field else "",
            "confidence": round(each.confidence, 2),
            "reason": each.reason,
        }
        for each in listed.columns
    ]
    replaced = _replace_older(session, intake)
    suppliers = keep_suppliers(session, intake.organisation_id, listed.rows, now=intake.created_at)
    _keep_rows(session, intake, listed, suppliers)
    _add_up_spend(session, {*suppliers.values(), *replaced})


def _replace_older(session: Session, intake: Intake) -> set[UUID]:
    """Mark older lists of this name as replaced; return the suppliers that they held."""
    older = session.exec(
        select(Intake.id).where(
            Intake.organisation_id == intake.organisation_id,
            Intake.name == intake.name,
            Intake.id != intake.id,
            Intake.state == IntakeState.TAKEN,
        )
    ).all()
    if not older:
        return set()
    session.exec(update(Intake).where(col(Intake.id).in_(older)).values(replaced=True))
    held = select(IntakeRow.supplier_id).where(col(IntakeRow.intake_id).in_(older)).distinct()
    return {each for each in session.exec(held) if each is not None}


def _keep_rows(
    session: Session, intake: Intake, listed: SupplierList, suppliers: dict[str, UUID]
) -> None:
    """Keep each row with what it became, contracts first, since rows refer to them."""
    contracts, rows = [], []
    for (row, key), values in zip(_keyed(listed.rows), map(_row_values, listed.rows), strict=True):
        supplier = suppliers[supplier_key(row.name)]
        values |= {"id": new_id(), "intake_id": intake.id, "supplier_id": supplier}
        if row.contract is not None:
            contract = contract_values(row.contract) | {
                "key": key,
                "organisation_id": intake.organisation_id,
                "supplier_id": supplier,
                "intake_id": intake.id,
            }
            contracts.append(contract)
        rows.append((key, values))
    ids = keep_contracts(session, intake.organisation_id, contracts)
    for key, values in rows:
        values["contract_id"] = ids.get(key)
    errors = [
        {
            "id": new_id(),
            "intake_id": intake.id,
            "row": each.row,
            "outcome": RowOutcome.REPORTED,
            "cells": list(each.cells),
            "column": each.column,
            "message": each.message,
            "paid": None,
            "supplier_id": None,
            "contract_id": None,
        }
        for each in listed.errors
    ]
    insert_rows(session, IntakeRow, [*(values for _, values in rows), *errors])


def _keyed(rows: Sequence[SupplierRow]) -> Iterator[tuple[SupplierRow, str]]:
    """Give each row the key of its contract; equal ones are told apart by their order."""
    seen: Counter[str] = Counter()
    for row in rows:
        contract = row.contract
        parts = [supplier_key(row.name)]
        if contract is not None:
            parts += [contract.reference, contract.title, str(contract.start or "")]
        else:
            parts += [f"row {row.row}"]
        key = "|".join(parts)[:480]
        seen[key] += 1
        yield row, key if seen[key] == 1 else f"{key}#{seen[key]}"


def _row_values(row: SupplierRow) -> dict[str, Any]:
    return {
        "row": row.row,
        "outcome": RowOutcome.CONTRACT if row.kind is RowKind.CONTRACT else RowOutcome.SUPPLIER,
        "cells": list(row.cells),
        "column": "",
        "message": " ".join(row.notes),
        "paid": row.paid,
    }


def _add_up_spend(session: Session, suppliers: set[UUID]) -> None:
    """Set each supplier's spend to the sum of the payments that current lists hold."""
    for batch in batches(suppliers):
        paid = (
            select(IntakeRow.supplier_id, func.sum(IntakeRow.paid))
            .join(Intake, col(IntakeRow.intake_id) == col(Intake.id))
            .where(
                col(IntakeRow.supplier_id).in_(batch),
                col(IntakeRow.paid).is_not(None),
                col(Intake.replaced).is_(False),
            )
            .group_by(col(IntakeRow.supplier_id))
        )
        for supplier, spend in session.exec(paid).all():
            session.exec(update(Supplier).where(col(Supplier.id) == supplier).values(spend=spend))
