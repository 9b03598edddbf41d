"""What is asked of the checks of pay that were kept."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session, col, select

from models import PayCheckRecord, Supplier

SHOWN = 50


def saved_checks(session: Session, organisation: UUID) -> Sequence[tuple[PayCheckRecord, str]]:
    """Return the newest checks that were kept, each with its supplier's name."""
    query = (
        select(PayCheckRecord, Supplier.name)
        .outerjoin(Supplier, col(Supplier.id) == col(PayCheckRecord.supplier_id))
        .where(PayCheckRecord.organisation_id == organisation)
        .order_by(col(PayCheckRecord.made_at).desc(), col(PayCheckRecord.id).desc())
        .limit(SHOWN)
    )
    return [(record, name or "") for record, name in session.exec(query).all()]


def last_before(session: Session, record: PayCheckRecord) -> PayCheckRecord | None:
    """Return the check before one, of the same supplier and contract; None where there is none."""
    if record.supplier_id is None:
        return None
    query = select(PayCheckRecord).where(
        PayCheckRecord.organisation_id == record.organisation_id,
        PayCheckRecord.supplier_id == record.supplier_id,
        PayCheckRecord.contract == record.contract,
        col(PayCheckRecord.made_at) < record.made_at,
    )
    return session.exec(query.order_by(col(PayCheckRecord.made_at).desc())).first()
