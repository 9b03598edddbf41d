"""Actions that were agreed with suppliers: what is due first, and how far each is."""

from datetime import UTC, datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from app.api.asked import CallerDep, SessionDep, needs
from app.errors import Unusable
from app.pipeline.act import ActionChange, change_action
from app.queries.actions import action_of, actions_of, overdue
from app.queries.listing import names
from app.queries.suppliers import supplier_of
from app.security.roles import Scope
from app.web.drawing import page
from app.web.forms import FormDep, Problem, text_of
from models import Action, ActionState

router = APIRouter(prefix="/actions")

SHOWN = 300
"""Actions that a page names, first due first."""


@router.get("", response_class=HTMLResponse, dependencies=[needs(Scope.READ_ACTIONS)])
def list_page(
    request: Request,
    session: SessionDep,
    caller: CallerDep,
    agreed: Annotated[int, Query(ge=0, le=100_000)] = 0,
) -> HTMLResponse:
    """Show the actions that are not ended, first due first."""
    every = actions_of(session, caller.organisation)
    left = [each for each in every if not each.state.ended]
    today = datetime.now(UTC).date()
    shown = left[:SHOWN]
    return page(
        request,
        "officer/actions.html",
        actions=[(each, overdue(each, today)) for each in shown],
        names=names(session, caller.organisation, [each.supplier_id for each in shown]),
        more=len(left) - len(shown),
        ended=len(every) - len(left),
        agreed=agreed,
    )


@router.get("/{action_id}", response_class=HTMLResponse, dependencies=[needs(Scope.READ_ACTIONS)])
def action_page(
    request: Request, session: SessionDep, caller: CallerDep, action_id: UUID
) -> HTMLResponse:
    """Show an action, what was shown of its doing, and the form that says how far it is."""
    return _draw(request, session, action_of(session, caller.organisation, action_id), [], {})


@router.post("/{action_id}", dependencies=[needs(Scope.WRITE_ACTIONS)])
def tell(
    request: Request, session: SessionDep, caller: CallerDep, action_id: UUID, form: FormDep
) -> Response:
    """Keep how far an action is and what shows it."""
    word, shown = text_of(form, "state"), text_of(form, "shown")
    if word not in set(ActionState):
        problem = Problem("state", "Say how far it is")
    else:
        change = ActionChange(state=ActionState(word), shown=shown or None)
        try:
            change_action(session, caller, action_id, change, now=datetime.now(UTC))
        except Unusable as error:
            problem = Problem("shown", error.detail)
        else:
            return RedirectResponse(f"/actions/{action_id}", status_code=303)
    row = action_of(session, caller.organisation, action_id)
    return _draw(request, session, row, [problem], {"state": word, "shown": shown})


def _draw(
    request: Request,
    session: SessionDep,
    row: Action,
    problems: list[Problem],
    given: dict[str, str],
) -> HTMLResponse:
    return page(
        request,
        "officer/action.html",
        status=422 if problems else 200,
        action=row,
        overdue=overdue(row, datetime.now(UTC).date()),
        shown=[{**each, "at": datetime.fromisoformat(each["at"])} for each in row.evidence],
        supplier=supplier_of(session, row.organisation_id, row.supplier_id),
        states=list(ActionState),
        given=given,
        problems=problems,
    )
