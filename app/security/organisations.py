"""Questions about organisations."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from models import Organisation

FIRST = UUID("00000000-0000-7000-8000-000000000001")
"""The first organisation of every installation: two processes that start at once make one."""

UNNAMED = "Our organisation"
"""What it is called until an administrator names it."""


def named(organisation: Organisation) -> str:
    """Return what its suppliers call an organisation, also while it has no name of its own."""
    return "the council" if organisation.name == UNNAMED else organisation.name


def own_organisation(session: Session, *, now: datetime) -> Organisation:
    """Return the organisation of a single-organisation installation, made if there is none."""
    query = select(Organisation).order_by(col(Organisation.created_at))
    first = session.exec(query).first()
    if first is None:
        with suppress(IntegrityError), session.begin_nested():
            session.add(Organisation(id=FIRST, name=UNNAMED, created_at=now))
        first = session.exec(query).one()
    return first


def every_organisation(session: Session) -> Sequence[Organisation]:
    """Return all organisations of the installation: for the machine's own commands only."""
    return session.exec(select(Organisation).order_by(col(Organisation.created_at))).all()
