"""Questions about organisations."""

from datetime import datetime

from sqlmodel import Session, col, select

from models import Organisation


def own_organisation(session: Session, *, now: datetime) -> Organisation:
    """Return the organisation of a single-organisation installation, made if there is none."""
    first = session.exec(select(Organisation).order_by(col(Organisation.created_at))).first()
    if first is None:
        first = Organisation(name="Our organisation", created_at=now)
        session.add(first)
        session.flush()
    return first
