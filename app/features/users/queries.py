"""Questions about people: when each last signed in, and who was let in but has not come yet."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from app.errors import Unusable
from app.security import audit_log
from app.security.principal import Principal
from models import Invitation, Organisation, Person, UserSession


def last_sign_ins(session: Session, organisation: UUID) -> dict[UUID, datetime]:
    """Return when each person of an organisation last signed in; who never did is left out."""
    query = (
        select(UserSession.person_id, func.max(UserSession.created_at))
        .join(Person, col(Person.id) == col(UserSession.person_id))
        .where(Person.organisation_id == organisation)
        .group_by(col(UserSession.person_id))
    )
    return dict(session.exec(query).all())


def waiting_links(session: Session, organisation: UUID, *, now: datetime) -> Sequence[Invitation]:
    """Return the links that still let somebody in, newest first."""
    query = (
        select(Invitation)
        .where(
            Invitation.organisation_id == organisation,
            col(Invitation.used_at).is_(None),
            Invitation.expires_at > now,
        )
        .order_by(col(Invitation.created_at).desc(), col(Invitation.id))
    )
    return session.exec(query).all()


LONGEST = 200


def rename_organisation(session: Session, caller: Principal, name: str) -> Organisation:
    """Give the caller's organisation another name.

    Raises:
        Unusable: There is no name, or it is longer than 200 characters.
    """
    if not name or len(name) > LONGEST:
        raise Unusable(f"Enter a name of 1 to {LONGEST} characters.", pointer="/name")
    organisation = session.get_one(Organisation, caller.organisation)
    before, organisation.name = organisation.name, name
    session.add(organisation)
    audit_log.record(
        session,
        caller,
        "organisation.renamed",
        f"organisations/{organisation.id}",
        before={"name": before},
        after={"name": name},
    )
    return organisation
