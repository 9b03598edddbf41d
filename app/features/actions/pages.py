"""Actions that were agreed with suppliers: what is due first, and how far each is."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlmodel import Session

from app.errors import Changed, Unusable
from app.features.actions.queries import action_of, actions_of, overdue
from app.features.actions.service import ActionChange, change_action
from app.features.suppliers.queries import supplier_of
from app.features.suppliers.supplier_list import names
from app.http.dependencies import CallerDep, SessionDep, require_scope
from app.http.schemas import Whole
from app.security.permissions import Scope
from app.security.principal import Principal
from app.web.forms import FormDep, Problem, text_of, version_in
from app.web.templating import page
from models import Action, ActionState

router = APIRouter(prefix="/actions")

SHOWN = 300
"""Actions that a page names, first due first."""


@router.get("", response_class=HTMLResponse, dependencies=[require_scope(Scope.READ_ACTIONS)])
def list_page(
    request: Request,
    session: SessionDep,
    caller: CallerDep,
    agreed: Annotated[Whole, Query(ge=0, le=100_000)] = 0,
) -> HTMLResponse:
    """Show the actions that are not ended, first due first."""
    every = actions_of(session, caller.organisation)
    left = [each for each in every if not each.state.ended]
    today = datetime.now(UTC).date()
    shown = left[:SHOWN]
    return page(
        request,
        "actions/actions.html",
        actions=[(each, overdue(each, today)) for each in shown],
        names=names(session, caller.organisation, [each.supplier_id for each in shown]),
        more=len(left) - len(shown),
        ended=len(every) - len(left),
        agreed=agreed,
    )


@router.get(
    "/{action_id}", response_class=HTMLResponse, dependencies=[require_scope(Scope.READ_ACTIONS)]
)
def action_page(
    request: Request, session: SessionDep, caller: CallerDep, action_id: UUID
) -> HTMLResponse:
    """Show an action, what was shown of its doing, and the form that says how far it is."""
    return draw_action(
        request, session, action_of(session, caller.organisation, action_id), [], {}
    )


@router.post("/{action_id}", dependencies=[require_scope(Scope.WRITE_ACTIONS)])
def tell(
    request: Request, session: SessionDep, caller: CallerDep, action_id: UUID, form: FormDep
) -> Response:
    """Keep how far an action is and what shows it."""
    given = {"state": text_of(form, "state"), "shown": text_of(form, "shown")}
    problem = tell_how_far(
        session, caller, action_id, now=datetime.now(UTC), seen=version_in(form), **given
    )
    if problem is None:
        return RedirectResponse(f"/actions/{action_id}", status_code=303)
    row = action_of(session, caller.organisation, action_id)
    return draw_action(request, session, row, [problem], given)


def tell_how_far(
    session: Session,
    caller: Principal,
    action: UUID,
    *,
    state: str,
    shown: str,
    now: datetime,
    seen: int | None,
) -> Problem | None:
    """Keep what a form says of an action, or return the problem beside the field that has it."""
    if state not in set(ActionState):
        return Problem("state", "Say how far it is")
    change = ActionChange(state=ActionState(state), shown=shown or None)
    try:
        change_action(session, caller, action, change, now=now, seen=seen)
    except Changed:
        return Problem(
            "shown", "Another person changed this action since you opened it. Check it again"
        )
    except Unusable as error:
        return Problem("shown", error.detail)
    return None


def draw_action(
    request: Request,
    session: Session,
    row: Action,
    problems: list[Problem],
    given: dict[str, str],
    *,
    template: str = "actions/action.html",
    states: Sequence[ActionState] = tuple(ActionState),
) -> HTMLResponse:
    """Return the page of an action, for the buyer or for the supplier that is to do it."""
    return page(
        request,
        template,
        status=422 if problems else 200,
        action=row,
        overdue=overdue(row, datetime.now(UTC).date()),
        shown=[{**each, "at": datetime.fromisoformat(each["at"])} for each in row.evidence],
        supplier=supplier_of(session, row.organisation_id, row.supplier_id),
        states=states,
        given=given,
        problems=problems,
    )
