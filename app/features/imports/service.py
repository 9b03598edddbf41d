"""Take in a supplier list: every row ends as a supplier, a contract, or a reported row."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import update
from sqlmodel import Session, col, select

from app.db.engine import batches
from app.features.imports.column_mapping import (
    drop_contracts_without_a_row,
    mapping_from_json,
    mapping_to_json,
    read_again,
)
from app.features.imports.queries import paid_by_lists
from app.features.imports.rows import ImportRowWriter
from app.features.imports.suppliers import ImportSupplierWriter
from app.installation import Installation
from models import Intake, IntakeState, IntakeSupplier, Supplier
from scrapers.archive.archive import Archive
from scrapers.errors import DocumentUnreadable, ListUnreadable
from scrapers.spreadsheets import Column, Field, open_supplier_list


def offer_list(
    session: Session,
    archive: Archive,
    organisation: UUID,
    *,
    name: str,
    data: bytes,
    now: datetime,
    columns: Mapping[int, Field | None] | None = None,
) -> Intake:
    """Keep a list's bytes and note that it is to be taken in; the same bytes are one intake.

    Args:
        session: An open transaction.
        archive: Where the bytes are kept.
        organisation: Whose list it is.
        name: Its name, as given.
        data: Its bytes.
        now: When it was offered.
        columns: What a person said its columns hold, by index from 0; None means not to be read.
            A list taken in before by other columns is taken in anew.
    """
    sha256 = archive.keep(data, fetched_at=now, source=f"supplier list {name}")
    known = session.exec(
        select(Intake).where(Intake.organisation_id == organisation, Intake.sha256 == sha256)
    ).first()
    chosen = mapping_to_json(columns or {})
    if known is not None:
        if columns is not None and known.column_mapping != chosen:
            read_again(session, known, chosen)
        return known
    intake = Intake(
        organisation_id=organisation,
        sha256=sha256,
        name=name,
        column_mapping=chosen,
        created_at=now,
    )
    session.add(intake)
    session.flush()
    return intake


def take_in(home: Installation, id: UUID) -> Intake:
    """Read a list that was offered and keep its rows, suppliers and contracts.

    A list that cannot be read is refused with its reason. A list taken in before is left as it is.
    An older list of the same name is replaced: what only it held is no longer judged.

    Rows are kept some thousands at a time, so that nobody waits long for the database; what was
    kept before a stop is left as it is, and the list counts as taken in once all of it is.
    """
    with home.database.session() as session:
        intake = session.get_one(Intake, id)
    if intake.state is IntakeState.TAKEN:
        return intake
    try:
        listed = open_supplier_list(
            home.archive.read(intake.sha256),
            name=intake.name,
            columns=mapping_from_json(intake.column_mapping),
        )
    except (ListUnreadable, DocumentUnreadable) as error:
        return _end(home, id, state=IntakeState.REFUSED, reason=error.reason)
    suppliers, rows = ImportSupplierWriter(home, intake), ImportRowWriter(home, intake)
    for part in listed.parts:
        suppliers.keep(part)
        rows.keep(part, suppliers.by_identity)
    suppliers.keep_more()
    with home.database.writing(alone=intake.organisation_id) as session:
        rows.keep_sums(session, suppliers.by_identity)
    drop_contracts_without_a_row(home, intake)
    replaced = _replace_older(home, intake)
    _add_up_spend(home, intake, {suppliers.by_identity[each] for each in rows.paid} | replaced)
    return _end(
        home,
        id,
        state=IntakeState.TAKEN,
        reason="",
        sheet=listed.sheet,
        header_row=listed.header_row,
        notices=list(listed.notices),
        columns=[_column(each) for each in listed.columns],
    )


def _column(column: Column) -> dict[str, Any]:
    return {
        "heading": column.heading,
        "field": column.field.value if column.field else "",
        "confidence": round(column.confidence, 2),
        "reason": column.reason,
    }


def _end(home: Installation, id: UUID, **values: Any) -> Intake:
    with home.database.writing() as session:
        intake = session.get_one(Intake, id)
        for name, value in values.items():
            setattr(intake, name, value)
        session.add(intake)
        return intake


def _replace_older(home: Installation, intake: Intake) -> set[UUID]:
    """Mark older lists of this name as replaced; return the suppliers that they held."""
    with home.database.writing() as session:
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
        session.exec(update(Intake).where(col(Intake.id).in_(older)).values(superseded=True))
        held = select(IntakeSupplier.supplier_id).where(col(IntakeSupplier.intake_id).in_(older))
        return set(session.exec(held))


def _add_up_spend(home: Installation, intake: Intake, suppliers: set[UUID]) -> None:
    """Set each supplier's spend to the sum of the payments that current lists hold."""
    paid = paid_by_lists()
    for batch in batches(sorted(suppliers)):
        summed = update(Supplier).where(col(Supplier.id).in_(batch), paid.is_not(None))
        with home.database.writing(alone=intake.organisation_id) as session:
            session.execute(
                summed.values(spend=paid), execution_options={"synchronize_session": False}
            )
