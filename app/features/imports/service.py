"""Take in a supplier list: every row ends as a supplier, a contract, or a reported row."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import update
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

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
    kept before a stop is left as it is, and the list counts as taken in once all of it is. Several
    workers may be at one list: each keeps only what none has kept yet.
    """
    while True:
        with home.database.session() as session:
            intake = session.get_one(Intake, id)
        if intake.state is IntakeState.TAKEN:
            return intake
        with suppress(_IntakeChanged):
            return _take_in(home, intake)


class _IntakeChanged(Exception):
    """Another worker has taken the list in, or a person has said that its columns are others."""


@contextmanager
def _changing(home: Installation, intake: Intake) -> Iterator[Session]:
    """Give a transaction that alone changes the suppliers and lists of an intake's organisation.

    Raises:
        _IntakeChanged: The list is no longer to be taken in as the intake says.
    """
    with home.database.writing(alone=intake.organisation_id) as session:
        current = select(Intake.state, Intake.column_mapping).where(Intake.id == intake.id)
        state, columns = session.exec(current.with_for_update()).one()
        if state == IntakeState.TAKEN or columns != intake.column_mapping:
            raise _IntakeChanged
        yield session


def _take_in(home: Installation, intake: Intake) -> Intake:
    try:
        listed = open_supplier_list(
            home.archive.read(intake.sha256),
            name=intake.name,
            columns=mapping_from_json(intake.column_mapping),
        )
    except (ListUnreadable, DocumentUnreadable) as error:
        with _changing(home, intake) as session:
            return _end(session, intake.id, state=IntakeState.REFUSED, reason=error.reason)
    suppliers, rows = ImportSupplierWriter(intake), ImportRowWriter(intake)
    for part in listed.parts:
        with _changing(home, intake) as session:
            suppliers.keep(session, part)
            rows.keep(session, part, suppliers.by_identity)
    with _changing(home, intake) as session:
        suppliers.keep_more(session)
        rows.keep_sums(session, suppliers.by_identity)
    with _changing(home, intake) as session:
        drop_contracts_without_a_row(session, intake)
    with _changing(home, intake) as session:
        replaced = _replace_older(session, intake)
        ended = _end(
            session,
            intake.id,
            state=IntakeState.TAKEN,
            superseded=_has_newer(session, intake),
            reason="",
            sheet=listed.sheet,
            header_row=listed.header_row,
            notices=list(listed.notices),
            columns=[_column(each) for each in listed.columns],
        )
        _add_up_spend(session, {suppliers.by_identity[each] for each in rows.paid} | replaced)
        return ended


def _column(column: Column) -> dict[str, Any]:
    return {
        "heading": column.heading,
        "field": column.field.value if column.field else "",
        "confidence": round(column.confidence, 2),
        "reason": column.reason,
    }


def _end(session: Session, id: UUID, **values: Any) -> Intake:
    intake = session.get_one(Intake, id)
    for name, value in values.items():
        setattr(intake, name, value)
    session.add(intake)
    session.flush()
    return intake


def _replace_older(session: Session, intake: Intake) -> set[UUID]:
    """Mark older lists of this name as replaced; return the suppliers that they held."""
    older = session.exec(_taken_lists(intake).where(col(Intake.id) < intake.id)).all()
    if not older:
        return set()
    session.exec(update(Intake).where(col(Intake.id).in_(older)).values(superseded=True))
    held = select(IntakeSupplier.supplier_id).where(col(IntakeSupplier.intake_id).in_(older))
    return set(session.exec(held))


def _has_newer(session: Session, intake: Intake) -> bool:
    """Whether a newer list of this name was taken in before this one was."""
    return session.exec(_taken_lists(intake).where(col(Intake.id) > intake.id)).first() is not None


def _taken_lists(intake: Intake) -> SelectOfScalar[UUID]:
    return select(Intake.id).where(
        Intake.organisation_id == intake.organisation_id,
        Intake.name == intake.name,
        Intake.state == IntakeState.TAKEN,
    )


def _add_up_spend(session: Session, suppliers: set[UUID]) -> None:
    """Set each supplier's spend to the sum of the payments that current lists hold."""
    paid = paid_by_lists()
    for batch in batches(sorted(suppliers)):
        summed = update(Supplier).where(col(Supplier.id).in_(batch), paid.is_not(None))
        session.execute(
            summed.values(spend=paid), execution_options={"synchronize_session": False}
        )
