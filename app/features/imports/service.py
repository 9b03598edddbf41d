"""Take in a supplier list: every row ends as a supplier, a contract, or a reported row."""

from collections.abc import Iterator, Mapping, Sequence
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
from app.features.imports.payments import payment_lists, period_of
from app.features.imports.queries import paid_by_lists
from app.features.imports.repeats import PaymentSample, RepeatedList, question, repeated_lists
from app.features.imports.rows import ImportRowWriter
from app.features.imports.suppliers import ImportSupplierWriter
from app.installation import Installation
from models import Intake, IntakeState, IntakeSupplier, RepeatChoice, Supplier
from scoring.companies.alike import alike_names, alike_sentence, joined_sentence
from scoring.periods import Period
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
    repeat: RepeatChoice = RepeatChoice.UNDECIDED,
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
        repeat: What a person wants if it repeats another list's payments. A list that was refused
            for want of this choice is taken in anew.
    """
    sha256 = archive.keep(data, fetched_at=now, source=f"supplier list {name}")
    known = session.exec(
        select(Intake).where(Intake.organisation_id == organisation, Intake.sha256 == sha256)
    ).first()
    chosen = mapping_to_json(columns or {})
    if known is not None:
        if columns is not None and known.column_mapping != chosen:
            read_again(session, known, chosen)
        if repeat is not RepeatChoice.UNDECIDED and known.state is IntakeState.REFUSED:
            known.repeat_choice, known.state, known.reason = repeat, IntakeState.WAITING, ""
            session.add(known)
        return known
    intake = Intake(
        organisation_id=organisation,
        sha256=sha256,
        name=name,
        column_mapping=chosen,
        repeat_choice=repeat,
        created_at=now,
    )
    session.add(intake)
    session.flush()
    return intake


def take_in(home: Installation, id: UUID) -> Intake:
    """Read a list that was offered and keep its rows, suppliers and contracts.

    A list that cannot be read is refused with its reason. A list taken in before is left as it is.
    An older list of the same name is replaced, unless its payments are of another period: what
    only it held is no longer judged. A list that repeats the payments of one under another name is
    refused until a person chooses to replace that or to count both.

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
    if intake.repeat_choice is RepeatChoice.UNDECIDED and (repeated := _repeats(home, intake)):
        with _changing(home, intake) as session:
            return _end(session, intake.id, state=IntakeState.REFUSED, reason=question(repeated))
    sample = PaymentSample()
    suppliers, rows = ImportSupplierWriter(intake), ImportRowWriter(intake)
    for part in listed.parts:
        sample.add(part.of("name"), part.of("paid"), part.of("paid_on"))
        with _changing(home, intake) as session:
            suppliers.keep(session, part)
            rows.keep(session, part, suppliers.by_identity)
    with _changing(home, intake) as session:
        suppliers.keep_more(session)
        rows.keep_sums(session, suppliers.by_identity)
    with _changing(home, intake) as session:
        drop_contracts_without_a_row(session, intake)
    period = listed.period.period if listed.period else None
    alike = (
        joined_sentence(suppliers.joined_names()),
        alike_sentence(alike_names(suppliers.unnumbered_names())),
    )
    with _changing(home, intake) as session:
        replaced = _replace_older(session, intake, sample.numbers, period)
        ended = _end(
            session,
            intake.id,
            state=IntakeState.TAKEN,
            superseded=_has_newer(session, intake, period),
            reason="",
            sheet=listed.sheet,
            header_row=listed.header_row,
            notices=[*listed.notices, *filter(None, alike)],
            period_start=period.start if period else None,
            period_end=period.end if period else None,
            period_source=listed.period.source.value if listed.period else "",
            row_sample=sample.numbers,
            columns=[_column(each) for each in listed.columns],
        )
        add_up_spend(session, {suppliers.by_identity[each] for each in rows.paid} | replaced)
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


def _repeats(home: Installation, intake: Intake) -> list[RepeatedList]:
    """The current lists of other names that a list repeats, read through before it is kept."""
    with home.database.session() as session:
        if not any(
            each.name != intake.name for each in payment_lists(session, intake.organisation_id)
        ):
            return []
    listed = open_supplier_list(
        home.archive.read(intake.sha256),
        name=intake.name,
        columns=mapping_from_json(intake.column_mapping),
    )
    sample = PaymentSample()
    for part in listed.parts:
        sample.add(part.of("name"), part.of("paid"), part.of("paid_on"))
    period = listed.period.period if listed.period else None
    with home.database.session() as session:
        return repeated_lists(
            session,
            intake.organisation_id,
            name=intake.name,
            sample=sample.numbers,
            period=period,
        )


def _replace_older(
    session: Session, intake: Intake, sample: Sequence[int], period: Period | None
) -> set[UUID]:
    """Mark the lists that a list takes the place of; return the suppliers that they held."""
    same_name = session.exec(_taken_lists(intake).where(col(Intake.id) < intake.id))
    older = [each.id for each in same_name if not _of_another_time(period, period_of(each))]
    if intake.repeat_choice is RepeatChoice.REPLACE:
        repeated = repeated_lists(
            session, intake.organisation_id, name=intake.name, sample=sample, period=period
        )
        older += [each.id for each in repeated]
    if not older:
        return set()
    session.exec(update(Intake).where(col(Intake.id).in_(older)).values(superseded=True))
    held = select(IntakeSupplier.supplier_id).where(col(IntakeSupplier.intake_id).in_(older))
    return set(session.exec(held))


def _has_newer(session: Session, intake: Intake, period: Period | None) -> bool:
    """Whether a newer list of this name and time was taken in before this one was."""
    newer = session.exec(_taken_lists(intake).where(col(Intake.id) > intake.id))
    return any(not _of_another_time(period, period_of(each)) for each in newer)


def _of_another_time(one: Period | None, other: Period | None) -> bool:
    return one is not None and other is not None and not one.overlaps(other)


def _taken_lists(intake: Intake) -> SelectOfScalar[Intake]:
    return select(Intake).where(
        Intake.organisation_id == intake.organisation_id,
        Intake.name == intake.name,
        Intake.state == IntakeState.TAKEN,
    )


def add_up_spend(session: Session, suppliers: set[UUID]) -> None:
    """Set each supplier's spend to the sum of the payments that current lists hold."""
    paid = paid_by_lists()
    for batch in batches(sorted(suppliers | _merged_into(session, suppliers))):
        summed = update(Supplier).where(col(Supplier.id).in_(batch), paid.is_not(None))
        session.execute(
            summed.values(spend=paid), execution_options={"synchronize_session": False}
        )


def _merged_into(session: Session, suppliers: set[UUID]) -> set[UUID]:
    """The records that some of the suppliers were merged into."""
    into: set[UUID] = set()
    for batch in batches(suppliers):
        query = select(Supplier.merged_into_id).where(
            col(Supplier.id).in_(batch), col(Supplier.merged_into_id).is_not(None)
        )
        into.update(each for each in session.exec(query) if each)
    return into
