"""Questions about the views of the list that a person keeps."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session, col, select

from models import SavedView


def views_of(session: Session, organisation: UUID, owner: str) -> Sequence[SavedView]:
    """Return the views that one caller keeps, by name."""
    query = (
        select(SavedView)
        .where(SavedView.organisation_id == organisation, SavedView.owner == owner)
        .order_by(col(SavedView.name))
    )
    return session.exec(query).all()
