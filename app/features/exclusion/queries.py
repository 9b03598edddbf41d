"""Questions about stored exclusion cases: one, and many."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session, col, select

from app.db.newest_first import older_than
from app.errors import NotFound
from models import ExclusionCaseRecord, ExclusionCaseState


def case_of(session: Session, organisation: UUID, id: UUID) -> ExclusionCaseRecord:
    """Return one of an organisation's exclusion cases.

    Raises:
        NotFound: It has none with this identifier.
    """
    query = select(ExclusionCaseRecord).where(
        ExclusionCaseRecord.organisation_id == organisation, ExclusionCaseRecord.id == id
    )
    record = session.exec(query).first()
    if record is None:
        raise NotFound("There is no such exclusion case.")
    return record


def cases_of(
    session: Session,
    organisation: UUID,
    *,
    limit: int | None = None,
    after: tuple[datetime, UUID] | None = None,
    supplier: UUID | None = None,
    state: ExclusionCaseState | None = None,
) -> Sequence[ExclusionCaseRecord]:
    """Return an organisation's exclusion cases, newest first.

    Args:
        session: An open transaction.
        organisation: Whose cases.
        limit: How many at most.
        after: Day and identifier of the case after which to go on.
        supplier: Only those of this supplier.
        state: Only those in this state.
    """
    made, key = col(ExclusionCaseRecord.created_at), col(ExclusionCaseRecord.id)
    query = (
        select(ExclusionCaseRecord)
        .where(ExclusionCaseRecord.organisation_id == organisation)
        .order_by(made.desc(), key.desc())
        .limit(limit)
    )
    if after is not None:
        query = query.where(older_than(made, key, after))
    if supplier is not None:
        query = query.where(ExclusionCaseRecord.supplier_id == supplier)
    if state is not None:
        query = query.where(ExclusionCaseRecord.state == state)
    return session.exec(query).all()


def answer_overdue(record: ExclusionCaseRecord, at: date) -> bool:
    """Return whether the supplier did not answer by its day."""
    return (
        record.state is ExclusionCaseState.HEARING
        and record.answered_on is None
        and record.reply_by is not None
        and record.reply_by < at
    )
