"""Sessions: the browsers in which a person is signed in, and ending them."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from app.errors import NotFound
from app.security.tokens import digest
from models import UserSession


def sessions_of(session: Session, person: UUID, *, now: datetime) -> Sequence[UserSession]:
    """Return where a person is signed in, the newest session first."""
    query = (
        select(UserSession)
        .where(
            UserSession.person_id == person,
            col(UserSession.ended_at).is_(None),
            UserSession.expires_at > now,
        )
        .order_by(col(UserSession.created_at).desc(), col(UserSession.id))
    )
    return session.exec(query).all()


def end_session(session: Session, person: UUID, id: UUID, *, now: datetime) -> None:
    """End one session of a person; one that has ended stays as it is.

    Raises:
        NotFound: The person has no such session.
    """
    row = session.get(UserSession, id)
    if row is None or row.person_id != person:
        raise NotFound("You have no such sign-in.")
    row.ended_at = row.ended_at or now
    session.add(row)


def end_sessions(session: Session, person: UUID, *, now: datetime, besides: str = "") -> None:
    """End a person's sessions, all of them or all besides the one of a token."""
    current = digest(besides) if besides else ""
    open_ones = select(UserSession).where(
        UserSession.person_id == person, col(UserSession.ended_at).is_(None)
    )
    for each in session.exec(open_ones):
        if each.token_sha256 != current:
            each.ended_at = now
            session.add(each)
