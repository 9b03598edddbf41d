"""Ask a supplier for answers by a private link, shown once, ended when the officer likes."""

from datetime import UTC, datetime
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from app.api.asked import CallerDep, OrganisationDep, SessionDep, require_scope
from app.pipeline.questionnaire import ask_supplier, revoke
from app.queries.organisations import UNNAMED
from app.queries.questionnaires import questionnaires_of
from app.queries.suppliers import supplier_of
from app.security.roles import Scope
from app.web.drawing import page
from models import Assessment, Organisation

router = APIRouter(dependencies=[require_scope(Scope.WRITE_SUPPLIERS)])


@router.get("/suppliers/{supplier_id}/ask", response_class=HTMLResponse)
def ask_page(
    request: Request, session: SessionDep, organisation: OrganisationDep, supplier_id: UUID
) -> HTMLResponse:
    """Show what a link does, the links there are, and the button that makes one."""
    return _draw(request, session, organisation, supplier_id, "")


@router.post("/suppliers/{supplier_id}/ask", response_class=HTMLResponse)
def make_link(
    request: Request, session: SessionDep, caller: CallerDep, supplier_id: UUID
) -> HTMLResponse:
    """Make a link and show it, once."""
    _, secret = ask_supplier(session, caller, supplier_id, now=datetime.now(UTC))
    session.flush()
    address = str(request.base_url.replace(path=f"/answers/{secret}"))
    return _draw(request, session, caller.organisation, supplier_id, address)


@router.post("/questionnaires/{questionnaire_id}/revoke")
def end_link(session: SessionDep, caller: CallerDep, questionnaire_id: UUID) -> RedirectResponse:
    """End a link."""
    ended = revoke(session, caller, questionnaire_id, now=datetime.now(UTC))
    return RedirectResponse(f"/suppliers/{ended.supplier_id}/ask", status_code=303)


def _draw(
    request: Request, session: SessionDep, organisation: UUID, supplier_id: UUID, address: str
) -> HTMLResponse:
    supplier = supplier_of(session, organisation, supplier_id)
    assessment = (
        session.get(Assessment, supplier.assessment_id) if supplier.assessment_id else None
    )
    return page(
        request,
        "officer/ask.html",
        supplier=supplier,
        urgent=assessment is not None and assessment.urgent,
        address=address,
        links=questionnaires_of(session, supplier.id),
        unnamed=session.get_one(Organisation, organisation).name == UNNAMED,
        today=datetime.now(UTC).date(),
    )
