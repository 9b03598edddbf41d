"""Questions about organisations."""

from collections.abc import Sequence
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


def every_organisation(session: Session) -> Sequence[Organisation]:
    """Return all organisations of the installation: for the machine's own commands only."""
    return session.exec(select(Organisation).order_by(col(Organisation.created_at))).all()
