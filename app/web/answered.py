"""What a supplier sent back: its answers and the evidence beside them, for whoever asked."""

from urllib.parse import quote
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from app.api.asked import InstallationDep, OrganisationDep, SessionDep
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
    questionnaire = _sent(session, organisation, questionnaire_id)
    return page(
        request,
        "business/answered.html",
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
