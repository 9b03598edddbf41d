"""Pages for a supplier's own person: its record, its actions, its statements, what it was asked.

They show what the interface gives the same person (docs/access.md) and nothing of how it was
judged: where signs of exploitation are found, nobody may be tipped off.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlmodel import Session

from app.dates import LONDON
from app.errors import NotFound
from app.features.actions.pages import draw_action, tell_how_far
from app.features.actions.queries import action_of, actions_of, overdue
from app.features.questionnaires.service import questionnaires_of
from app.features.suppliers.queries import contracts_of, statements_with_documents, supplier_of
from app.http.dependencies import CallerDep, SessionDep, require_scope
from app.security.organisations import named
from app.security.permissions import Scope
from app.web.forms import FormDep, Problem, text_of, version_in
from app.web.templating import page
from models import Action, ActionState, Organisation, Supplier

router = APIRouter(prefix="/own", dependencies=[require_scope(Scope.READ_SUPPLIERS)])

SUPPLIER_STATES = tuple(each for each in ActionState if each is not ActionState.WITHDRAWN)
"""What a supplier may say of an action: the buyer alone withdraws one."""


def own_supplier(session: SessionDep, caller: CallerDep) -> Supplier:
    """Return the one supplier that the caller speaks for."""
    if caller.supplier is None:
        raise NotFound("This page is for the people of a supplier.")
    return supplier_of(session, caller.organisation, caller.supplier)


OwnDep = Annotated[Supplier, Depends(own_supplier)]


@router.get("", response_class=HTMLResponse)
def record_page(request: Request, session: SessionDep, own: OwnDep) -> HTMLResponse:
    """Show what the council and its supplier hold in common."""
    today = datetime.now(LONDON).date()
    return page(
        request,
        "supplier_portal/record.html",
        supplier=own,
        council=named(session.get_one(Organisation, own.organisation_id)),
        actions=[(each, overdue(each, today)) for each in _actions(session, own)],
        questionnaires=questionnaires_of(session, own.id),
        statements=statements_with_documents(session, own.id),
        contracts=contracts_of(session, own.id),
        today=today,
    )


@router.get("/actions/{action_id}", response_class=HTMLResponse)
def action_page(
    request: Request, session: SessionDep, own: OwnDep, action_id: UUID
) -> HTMLResponse:
    """Show an action that was agreed with the supplier, and the form that says how far it is."""
    return _draw(request, session, action_of(session, own.organisation_id, action_id), [], {})


@router.post("/actions/{action_id}", dependencies=[require_scope(Scope.WRITE_ACTIONS)])
def tell(
    request: Request,
    session: SessionDep,
    caller: CallerDep,
    own: OwnDep,
    action_id: UUID,
    form: FormDep,
) -> Response:
    """Keep how far the supplier says an action is, and what shows it."""
    given = {"state": text_of(form, "state"), "shown": text_of(form, "shown")}
    problem = tell_how_far(
        session, caller, action_id, now=datetime.now(UTC), seen=version_in(form), **given
    )
    if problem is None:
        return RedirectResponse(f"/own/actions/{action_id}", status_code=303)
    row = action_of(session, own.organisation_id, action_id)
    return _draw(request, session, row, [problem], given)


def _actions(session: Session, own: Supplier) -> Sequence[Action]:
    return actions_of(session, own.organisation_id, supplier=own.id)


def _draw(
    request: Request,
    session: Session,
    row: Action,
    problems: list[Problem],
    given: dict[str, str],
) -> HTMLResponse:
    return draw_action(
        request,
        session,
        row,
        problems,
        given,
        template="supplier_portal/action.html",
        states=SUPPLIER_STATES,
    )
