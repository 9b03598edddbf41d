"""What a supplier sent back: its answers and the evidence beside them, for whoever asked."""

from urllib.parse import quote
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from app.api.asked import HomeDep, OrganisationDep, SessionDep
from app.errors import NotFound
from app.pipeline.attach import attachment_of, by_question, safe_name
from app.pipeline.questionnaire import questions_of
from app.queries.suppliers import supplier_of
from app.web.drawing import page
from models import Questionnaire
from scoring.questionnaire import screened, sections

router = APIRouter(prefix="/questionnaires/{questionnaire_id}")


@router.get("", response_class=HTMLResponse)
def answers_page(
    request: Request, session: SessionDep, organisation: OrganisationDep, questionnaire_id: UUID
) -> HTMLResponse:
    """Show the answers that a supplier sent, each with its evidence."""
    kept = _sent(session, organisation, questionnaire_id)
    return page(
        request,
        "business/answered.html",
        kept=kept,
        supplier=supplier_of(session, organisation, kept.supplier_id),
        screened=screened(),
        sections=sections(questions_of(kept)),
        evidence=by_question(session, kept.id),
    )


@router.get("/evidence/{attachment_id}")
def evidence_file(
    home: HomeDep,
    session: SessionDep,
    organisation: OrganisationDep,
    questionnaire_id: UUID,
    attachment_id: UUID,
) -> Response:
    """Return a piece of evidence as it was sent, to be saved and never shown by the browser."""
    found = attachment_of(session, _sent(session, organisation, questionnaire_id), attachment_id)
    name = quote(safe_name(found), safe="")
    return Response(
        home.archive.read(found.sha256),
        media_type="application/octet-stream",
        headers={"Content-Disposition": f"attachment; filename*=UTF-8''{name}"},
    )


def _sent(session: SessionDep, organisation: UUID, id: UUID) -> Questionnaire:
    """A questionnaire whose answers were sent; drafts are the supplier's own."""
    found = session.get(Questionnaire, id)
    if found is None or found.organisation_id != organisation or not found.returned_at:
        raise NotFound("There are no answers here.")
    return found
