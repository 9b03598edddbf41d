"""Questions about checks: one of them, many of them, and what was decided."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import and_, or_
from sqlmodel import Session, col, select

from app.errors import NotFound
from models import Check
from scoring.vocabulary import Decision


def check_of(session: Session, organisation: UUID, id: UUID, *, lock: bool = False) -> Check:
    """Return one of an organisation's checks; `lock` keeps others from deciding on it meanwhile.

    Raises:
        NotFound: It has none with this identifier.
    """
    query = select(Check).where(Check.organisation_id == organisation, Check.id == id)
    check = session.exec(query.with_for_update() if lock else query).first()
    if check is None:
        raise NotFound("There is no such check.")
    return check


def checks_of(
    session: Session,
    organisation: UUID,
    *,
    limit: int,
    after: tuple[datetime, UUID] | None = None,
    supplier: UUID | None = None,
    proposed: Decision | None = None,
) -> Sequence[Check]:
    """Return an organisation's checks, newest first.

    Args:
        session: An open transaction.
        organisation: Whose checks.
        limit: How many at most.
        after: When the check was asked after which to go on, and its identifier.
        supplier: Only those on this supplier.
        proposed: Only those that propose this.
    """
    query = (
        select(Check)
        .where(Check.organisation_id == organisation)
        .order_by(col(Check.created_at).desc(), col(Check.id).desc())
        .limit(limit)
    )
    if after is not None:
        at, id = after
        query = query.where(
            or_(
                col(Check.created_at) < at,
                and_(col(Check.created_at) == at, col(Check.id) < id),
            )
        )
    if supplier is not None:
        query = query.where(Check.supplier_id == supplier)
    if proposed is not None:
        query = query.where(Check.proposed == proposed)
    return session.exec(query).all()


def checks_in(
    session: Session, organisation: UUID, job: UUID, *, limit: int, after: int = -1
) -> Sequence[Check]:
    """Return the checks that a bulk question led to, in the order of its lines."""
    query = (
        select(Check)
        .where(
            Check.organisation_id == organisation, Check.job_id == job, col(Check.position) > after
        )
        .order_by(col(Check.position))
        .limit(limit)
    )
    return session.exec(query).all()
