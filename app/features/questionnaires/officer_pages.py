"""What a supplier sent back: its answers and the evidence beside them, for whoever asked."""

from datetime import UTC, datetime
from urllib.parse import quote
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from app.errors import NotFound
from app.features.questionnaires.attachments import attachment_of, by_question, safe_name
from app.features.questionnaires.service import (
    ask_supplier,
    questionnaires_of,
    questions_of,
    revoke,
)
from app.features.suppliers.queries import supplier_of
from app.http.dependencies import (
    CallerDep,
    InstallationDep,
    OrganisationDep,
    SessionDep,
    public_address,
    require_scope,
)
from app.security.organisations import UNNAMED
from app.security.permissions import Scope
from app.web.templating import page
from models import Assessment, Organisation, Questionnaire
from scoring.questionnaires.questionnaire import screened, sections

router = APIRouter(prefix="/questionnaires/{questionnaire_id}")


@router.get("", response_class=HTMLResponse)
def answers_page(
    request: Request, session: SessionDep, organisation: OrganisationDep, questionnaire_id: UUID
) -> HTMLResponse:
    """Show the answers that a supplier sent, each with its evidence."""
    questionnaire = _sent(session, organisation, questionnaire_id)
    return page(
        request,
        "questionnaires/results.html",
        questionnaire=questionnaire,
        supplier=supplier_of(session, organisation, questionnaire.supplier_id),
        screened=screened(),
        sections=sections(questions_of(questionnaire)),
        evidence=by_question(session, questionnaire.id),
    )


@router.get("/evidence/{attachment_id}")
def evidence_file(
    home: InstallationDep,
    session: SessionDep,
    organisation: OrganisationDep,
    questionnaire_id: UUID,
    attachment_id: UUID,
) -> Response:
    """Return a piece of evidence as it was sent, to be saved and never shown by the browser."""
    attachment = attachment_of(
        session, _sent(session, organisation, questionnaire_id), attachment_id
    )
    name = quote(safe_name(attachment), safe="")
    return Response(
        home.archive.read(attachment.sha256),
        media_type="application/octet-stream",
        headers={"Content-Disposition": f"attachment; filename*=UTF-8''{name}"},
    )


def _sent(session: SessionDep, organisation: UUID, id: UUID) -> Questionnaire:
    """A questionnaire whose answers were sent; drafts are the supplier's own."""
    questionnaire = session.get(Questionnaire, id)
    if (
        questionnaire is None
        or questionnaire.organisation_id != organisation
        or not questionnaire.returned_at
    ):
        raise NotFound("There are no answers here.")
    return questionnaire


ask_router = APIRouter(dependencies=[require_scope(Scope.WRITE_SUPPLIERS)])


@ask_router.get("/suppliers/{supplier_id}/ask", response_class=HTMLResponse)
def ask_page(
    request: Request, session: SessionDep, organisation: OrganisationDep, supplier_id: UUID
) -> HTMLResponse:
    """Show what a link does, the links there are, and the button that makes one."""
    return _draw(request, session, organisation, supplier_id, "")


@ask_router.post("/suppliers/{supplier_id}/ask", response_class=HTMLResponse)
def make_link(
    request: Request, session: SessionDep, caller: CallerDep, supplier_id: UUID
) -> HTMLResponse:
    """Make a link and show it, once."""
    _, secret = ask_supplier(session, caller, supplier_id, now=datetime.now(UTC))
    session.flush()
    address = f"{public_address(request)}/answers/{secret}"
    return _draw(request, session, caller.organisation, supplier_id, address)


@ask_router.post("/questionnaires/{questionnaire_id}/revoke")
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
        "questionnaires/invite.html",
        supplier=supplier,
        urgent=assessment is not None and assessment.urgent,
        address=address,
        links=questionnaires_of(session, supplier.id),
        unnamed=session.get_one(Organisation, organisation).name == UNNAMED,
        today=datetime.now(UTC).date(),
    )
