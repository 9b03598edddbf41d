"""Where a person merges two records of one supplier, or says that a record is no supplier."""

from datetime import UTC, datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlmodel import Session

from app.errors import Changed, Conflict, Unusable
from app.features.suppliers.corrections import correct, correction_effects, undo_correction
from app.features.suppliers.queries import supplier_of
from app.features.suppliers.supplier_list import SupplierFilter, SupplierListRow, lines
from app.features.suppliers.trade_pages import assess_again
from app.http.dependencies import CallerDep, InstallationDep, SessionDep, require_scope
from app.security.permissions import Scope
from app.security.principal import Principal
from app.web.forms import FormDep, Problem, text_of, uuid_of
from app.web.templating import page

router = APIRouter(
    prefix="/suppliers/{supplier_id}/correction",
    dependencies=[require_scope(Scope.WRITE_SUPPLIERS)],
)

OFFERED = 10
"""Suppliers offered for a name."""
NO_SUPPLIER = "none"
"""What the form sends in place of another record where there is no supplier at all."""


@router.get("", response_class=HTMLResponse)
def correction_page(
    request: Request,
    session: SessionDep,
    caller: CallerDep,
    supplier_id: UUID,
    name: Annotated[str, Query(max_length=200)] = "",
    into: Annotated[str, Query(max_length=40)] = "",
) -> HTMLResponse:
    """Find the other record by its name; once it is chosen, show what the merge would change."""
    if into:
        return _draw_effects(request, session, caller, supplier_id, into, [])
    supplier = supplier_of(session, caller.organisation, supplier_id)
    words = name.strip()
    return page(
        request,
        "suppliers/correction.html",
        supplier=supplier,
        name=words,
        offered=offered_by_name(session, caller.organisation, words, supplier.id),
    )


@router.post("", response_model=None)
def save_correction(
    request: Request,
    home: InstallationDep,
    session: SessionDep,
    caller: CallerDep,
    supplier_id: UUID,
    form: FormDep,
) -> Response:
    """Merge the record or mark it, and have the supplier that holds its facts assessed again."""
    into, reason = text_of(form, "into", most=40), text_of(form, "reason", most=2_000)
    now = datetime.now(UTC)
    try:
        with home.database.writing(alone=caller.organisation, within=session) as writing:
            touched = correct(writing, caller, supplier_id, _other(into), reason=reason, now=now)
    except (Conflict, Changed, Unusable) as error:
        problem = Problem("reason", error.detail)
        return _draw_effects(request, session, caller, supplier_id, into, [problem], reason)
    if not touched:
        return RedirectResponse(f"/suppliers/{supplier_id}", status_code=303)
    return assess_again(home, session, caller, touched, now)


@router.post("/undo", response_model=None)
def undo(
    home: InstallationDep, session: SessionDep, caller: CallerDep, supplier_id: UUID
) -> Response:
    """Make the record a supplier of its own again, and have both assessed."""
    now = datetime.now(UTC)
    with home.database.writing(alone=caller.organisation, within=session) as writing:
        touched = undo_correction(writing, caller, supplier_id, now=now)
    return assess_again(home, session, caller, touched, now)


def offered_by_name(
    session: Session, organisation: UUID, name: str, without: UUID
) -> list[SupplierListRow]:
    """Return suppliers whose name has some words, without one of them; none without words."""
    if not name:
        return []
    matching = lines(session, organisation, SupplierFilter(name=name), offset=0, limit=OFFERED + 1)
    return [each for each in matching if each.id != without][:OFFERED]


def _other(into: str) -> UUID | None:
    return None if into == NO_SUPPLIER else uuid_of(into)


def _draw_effects(
    request: Request,
    session: Session,
    caller: Principal,
    supplier_id: UUID,
    into: str,
    problems: list[Problem],
    reason: str = "",
) -> HTMLResponse:
    now = datetime.now(UTC)
    return page(
        request,
        "suppliers/correction_effects.html",
        status=422 if problems else 200,
        effects=correction_effects(session, caller, supplier_id, _other(into), now=now),
        into=into,
        reason=reason,
        problems=problems,
    )
