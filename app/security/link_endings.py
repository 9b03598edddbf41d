"""Ending the links that let people in: when a newer one is made, or the person is kept out."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, false, or_, true, update
from sqlmodel import Session, col

from models import Invitation, Person


def every_link() -> ColumnElement[bool]:
    """Return what is true of every link of an organisation."""
    return true()


def links_to(email: str, person: Person | None) -> ColumnElement[bool]:
    """Return what is true of the links that were made for a person or for an email address."""
    addresses = [each for each in (email, person.email if person else "") if each]
    named = col(Invitation.person_id) == person.id if person else false()
    return or_(named, col(Invitation.email).in_(addresses))


def end_links(
    session: Session, organisation: UUID, meant: ColumnElement[bool], *, now: datetime
) -> None:
    """Let links of an organisation that were not used yet let nobody in any more."""
    session.execute(
        update(Invitation)
        .where(
            col(Invitation.organisation_id) == organisation,
            col(Invitation.used_at).is_(None),
            col(Invitation.expires_at) > now,
            meant,
        )
        .values(expires_at=now)
        .execution_options(synchronize_session="fetch")
    )
