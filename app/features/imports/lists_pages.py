"""The page of the lists that were sent, and the page that stops using one or uses it again."""

from datetime import UTC, datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from app.errors import Conflict
from app.features.imports.jobs import enqueue_assessment
from app.features.imports.lists import change_use, list_of, sent_lists, use_of
from app.features.imports.payments import period_of
from app.http.dependencies import CallerDep, InstallationDep, SessionDep, require_scope
from app.security.permissions import Scope
from app.web.forms import Problem
from app.web.templating import page

router = APIRouter(prefix="/lists", dependencies=[require_scope(Scope.WRITE_SUPPLIERS)])


@router.get("", response_class=HTMLResponse)
def lists_page(
    request: Request,
    session: SessionDep,
    caller: CallerDep,
    changed: Annotated[str, Query(max_length=20)] = "",
) -> HTMLResponse:
    """Show the lists that were sent, newest first, with who sent each and whether it counts."""
    lists = sent_lists(session, caller.organisation)
    return page(request, "imports/lists.html", lists=lists, changed=changed)


@router.get("/{list_id}/use", response_class=HTMLResponse)
def use_page(
    request: Request, session: SessionDep, caller: CallerDep, list_id: UUID
) -> HTMLResponse:
    """Show what stopping to use a list would change, or what using it again would."""
    return _draw(request, session, caller, list_id, [])


@router.post("/{list_id}/use", response_model=None)
def change_list_use(
    request: Request,
    home: InstallationDep,
    caller: CallerDep,
    list_id: UUID,
) -> HTMLResponse | RedirectResponse:
    """Stop using a list, or use it again, and assess its suppliers again."""
    with home.database.writing(alone=caller.organisation) as session:
        intake = list_of(session, caller.organisation, list_id)
        in_use = intake.superseded
        try:
            use = change_use(session, caller, intake, in_use=in_use)
        except Conflict as error:
            problems = [Problem("use", error.detail)]
            return _draw(request, session, caller, list_id, problems)
    if use.suppliers:
        today = datetime.now(UTC).date()
        enqueue_assessment(home, caller.organisation, at=today, suppliers=use.suppliers)
    changed = "restored" if in_use else "withdrawn"
    return RedirectResponse(f"/lists?changed={changed}", status_code=303)


def _draw(
    request: Request,
    session: SessionDep,
    caller: CallerDep,
    list_id: UUID,
    problems: list[Problem],
) -> HTMLResponse:
    intake = list_of(session, caller.organisation, list_id)
    return page(
        request,
        "imports/list_use.html",
        status=422 if problems else 200,
        sent=intake,
        period=period_of(intake),
        use=use_of(session, intake),
        problems=problems,
    )
