"""Keep a filter of the list of suppliers under a name, for the person who keeps it."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from app.errors import Conflict, NotFound
from app.queries.views import views_of
from app.security.caller import Principal
from models import SavedView

MOST = 50
"""Views that a person may keep: they are all shown above the list."""


def keep_view(
    session: Session, caller: Principal, *, name: str, query: str, now: datetime
) -> SavedView:
    """Keep a view; one of the same name takes the new filter.

    Raises:
        Conflict: The caller keeps as many as may be.
    """
    name = " ".join(name.split())[:100]
    held = views_of(session, caller.organisation, caller.key)
    existing = next((each for each in held if each.name == name), None)
    if existing is None and len(held) >= MOST:
        raise Conflict(f"You keep {MOST} views. Delete one that you do not need first.")
    view = existing or SavedView(
        organisation_id=caller.organisation, owner=caller.key, name=name, query="", created_at=now
    )
    view.query = query
    session.add(view)
    return view


def delete_view(session: Session, caller: Principal, id: UUID) -> None:
    """Delete one of the caller's own views.

    Raises:
        NotFound: The caller keeps no such view.
    """
    view = session.get(SavedView, id)
    if view is None or (view.organisation_id, view.owner) != (caller.organisation, caller.key):
        raise NotFound("You keep no such view.")
    session.delete(view)
