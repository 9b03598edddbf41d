"""What sources say otherwise about suppliers: of one, or of all of an organisation's."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session, col, func, or_, select

from app.db.newest_first import older_than
from models import Organisation, SourceChange, Supplier, Website


def changes_of(session: Session, supplier: UUID, *, limit: int = 50) -> Sequence[SourceChange]:
    """Return what sources said otherwise about a supplier, newest first."""
    query = (
        select(SourceChange)
        .where(SourceChange.supplier_id == supplier)
        .order_by(col(SourceChange.detected_on).desc(), col(SourceChange.id).desc())
        .limit(limit)
    )
    return session.exec(query).all()


def count_changes(session: Session, organisation: UUID, *, supplier: UUID | None = None) -> int:
    """Return how many changes there are about an organisation's suppliers, or about one."""
    query = select(func.count()).where(SourceChange.organisation_id == organisation)
    if supplier is not None:
        query = query.where(SourceChange.supplier_id == supplier)
    return session.exec(query).one()


def changes_in(
    session: Session,
    organisation: UUID,
    *,
    limit: int,
    supplier: UUID | None = None,
    after: tuple[date, UUID] | None = None,
    offset: int = 0,
) -> Sequence[tuple[SourceChange, Supplier]]:
    """Return what sources said otherwise about an organisation's suppliers, newest first.

    Args:
        session: An open transaction.
        organisation: Whose suppliers.
        limit: How many at most.
        supplier: Only what is about this one.
        after: Day and identifier of the change after which to go on.
        offset: How many to leave out before.
    """
    query = (
        select(SourceChange, Supplier)
        .join(Supplier, col(SourceChange.supplier_id) == col(Supplier.id))
        .where(SourceChange.organisation_id == organisation)
        .order_by(col(SourceChange.detected_on).desc(), col(SourceChange.id).desc())
        .offset(offset)
        .limit(limit)
    )
    if supplier is not None:
        query = query.where(SourceChange.supplier_id == supplier)
    if after is not None:
        query = query.where(older_than(SourceChange.detected_on, SourceChange.id, after))
    return session.exec(query).all()


def websites_of(session: Session, organisation: UUID) -> Sequence[Website]:
    """Return the websites that an organisation watches, by address."""
    query = (
        select(Website)
        .where(Website.organisation_id == organisation)
        .order_by(col(Website.home_url))
    )
    return session.exec(query).all()


def organisations_due(session: Session, *, before: datetime) -> Sequence[UUID]:
    """Return the organisations that have a website which was not looked at since an instant."""
    query = (
        select(Organisation.id)
        .join(Website, col(Website.organisation_id) == col(Organisation.id))
        .where(or_(col(Website.last_checked_at).is_(None), col(Website.last_checked_at) < before))
        .distinct()
    )
    return session.exec(query).all()
