"""The page on which a person gives a statement to the supplier that published it."""

from datetime import UTC, datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response
from sqlmodel import Session

from app.errors import Conflict
from app.features.statements.supplier_choice import attach_statement
from app.features.suppliers.correction_pages import offered_by_name
from app.features.suppliers.queries import statement_of, supplier_of
from app.features.suppliers.trade_pages import assess_again
from app.http.dependencies import CallerDep, InstallationDep, SessionDep, require_scope
from app.security.permissions import Scope
from app.security.principal import Principal
from app.web.forms import FormDep, Problem, text_of, uuid_of
from app.web.templating import page

router = APIRouter(
    prefix="/statements/{statement_id}/supplier",
    dependencies=[require_scope(Scope.WRITE_SUPPLIERS)],
)


@router.get("", response_class=HTMLResponse)
def supplier_choice_page(
    request: Request,
    session: SessionDep,
    caller: CallerDep,
    statement_id: UUID,
    name: Annotated[str, Query(max_length=200)] = "",
) -> HTMLResponse:
    """Find the supplier by its name, and say what giving the statement to it changes."""
    return _draw(request, session, caller, statement_id, name.strip(), [])


@router.post("", response_model=None)
def save_supplier_choice(
    request: Request,
    home: InstallationDep,
    session: SessionDep,
    caller: CallerDep,
    statement_id: UUID,
    form: FormDep,
) -> Response:
    """Give the statement to the supplier chosen, and have both suppliers assessed again."""
    chosen, name = text_of(form, "supplier", most=40), text_of(form, "name", most=200)
    now = datetime.now(UTC)
    problem = "" if chosen else "Choose the supplier that published the statement"
    if not problem:
        try:
            touched = attach_statement(session, caller, statement_id, uuid_of(chosen), now=now)
        except Conflict as error:
            problem = error.detail
    if problem:
        problems = [Problem("supplier", problem)]
        return _draw(request, session, caller, statement_id, name, problems)
    return assess_again(home, session, caller, touched, now)


def _draw(
    request: Request,
    session: Session,
    caller: Principal,
    statement_id: UUID,
    name: str,
    problems: list[Problem],
) -> HTMLResponse:
    statement, _ = statement_of(session, caller.organisation, statement_id)
    owner = supplier_of(session, caller.organisation, statement.supplier_id)
    return page(
        request,
        "statements/supplier_choice.html",
        status=422 if problems else 200,
        statement=statement,
        owner=owner,
        name=name,
        offered=offered_by_name(session, caller.organisation, name, owner.id),
        problems=problems,
    )
