"""Questions about actions: one, many, and those whose day has passed."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import and_, or_
from sqlmodel import Session, col, select

from app.errors import NotFound
from models import Action, ActionState

ENDED = [state for state in ActionState if state.ended]


def action_of(session: Session, organisation: UUID, id: UUID) -> Action:
    """Return one of an organisation's actions.

    Raises:
        NotFound: It has none with this identifier.
    """
    query = select(Action).where(Action.organisation_id == organisation, Action.id == id)
    action = session.exec(query).first()
    if action is None:
        raise NotFound("There is no such action.")
    return action


def actions_of(
    session: Session,
    organisation: UUID,
    *,
    limit: int | None = None,
    after: tuple[date, UUID] | None = None,
    supplier: UUID | None = None,
    state: ActionState | None = None,
    overdue_at: date | None = None,
) -> Sequence[Action]:
    """Return an organisation's actions, first due first.

    Args:
        session: An open transaction.
        organisation: Whose actions.
        limit: How many at most.
        after: Due date and identifier of the action after which to go on.
        supplier: Only those for this supplier.
        state: Only those in this state.
        overdue_at: Only those that are not ended and were due before this day.
    """
    query = (
        select(Action)
        .where(Action.organisation_id == organisation)
        .order_by(col(Action.due), col(Action.id))
        .limit(limit)
    )
    if after is not None:
        due, id = after
        query = query.where(
            or_(col(Action.due) > due, and_(col(Action.due) == due, col(Action.id) > id))
        )
    if supplier is not None:
        query = query.where(Action.supplier_id == supplier)
    if state is not None:
        query = query.where(Action.state == state)
    if overdue_at is not None:
        query = query.where(col(Action.due) < overdue_at, col(Action.state).not_in(ENDED))
    return session.exec(query).all()


def overdue(action: Action, at: date) -> bool:
    """Return whether an action's day has passed and it is not ended."""
    return action.due < at and not action.state.ended
