"""Questions about the questionnaires that were put to suppliers."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session, col, select

from models import Questionnaire


def questionnaires_of(session: Session, supplier: UUID) -> Sequence[Questionnaire]:
    """Return what was put to a supplier, newest first."""
    query = select(Questionnaire).where(Questionnaire.supplier_id == supplier)
    return session.exec(query.order_by(col(Questionnaire.created_at).desc())).all()
