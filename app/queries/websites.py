"""Questions about suppliers' websites: which there are, and which to look at."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import or_
from sqlmodel import Session, col, select

from models import Organisation, Website


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
