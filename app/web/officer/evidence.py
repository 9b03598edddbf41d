"""A statement's page with the sentences that findings rest on, and what changed in a year."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response

from app.api.asked import InstallationDep, OrganisationDep, SessionDep
from app.errors import NotFound
from app.kept import DOCUMENT
from app.pipeline.picture import picture_of_page
from app.queries.feedback import feedback_on, standing
from app.queries.proof import earlier_statement, evidence_in_document
from app.queries.suppliers import statement_of, supplier_of
from app.web.drawing import page
from app.web.marking import marked
from models import Document
from scoring import text
from scoring.comparison import compare

router = APIRouter(prefix="/statements")

A_YEAR = "private, max-age=31536000, immutable"
"""A page of a document never changes, since the document is known by its bytes."""


@router.get("/{statement_id}/pages/{number}", response_class=HTMLResponse)
def evidence_page(
    request: Request,
    session: SessionDep,
    organisation: OrganisationDep,
    statement_id: UUID,
    number: int,
    sentence: Annotated[int | None, Query(ge=0)] = None,
) -> HTMLResponse:
    """Show a page of a statement with the sentences marked that findings rest on."""
    statement, document = statement_of(session, organisation, statement_id)
    read = _read(document)
    if not 1 <= number <= len(read.pages):
        raise NotFound(f"The document has no page {number}.")
    shown = read.pages[number - 1]
    proof = evidence_in_document(session, statement.supplier_id, document.sha256)
    here = [each for each in proof if each.page == number]
    return page(
        request,
        "officer/evidence.html",
        supplier=supplier_of(session, organisation, statement.supplier_id),
        statement=statement,
        document=document,
        shown=shown,
        drawn=shown.width > 0,
        proof=here,
        chosen=sentence,
        passages=marked(shown, read.sentences, {each.sentence for each in here}),
        places={each.sentence: place for place, each in enumerate(here, start=1)},
        proven_pages=sorted({each.page for each in proof}),
        earlier=earlier_statement(session, statement),
        feedback=standing(feedback_on(session, statement.id)),
    )


@router.get("/{statement_id}/pages/{number}/picture")
def picture(
    home: InstallationDep,
    session: SessionDep,
    organisation: OrganisationDep,
    statement_id: UUID,
    number: int,
) -> Response:
    """Return a page of a statement as a picture."""
    statement, _ = statement_of(session, organisation, statement_id)
    drawn = picture_of_page(home, statement.document_sha256, number)
    return Response(drawn, media_type="image/png", headers={"Cache-Control": A_YEAR})


@router.get("/{statement_id}/changes", response_class=HTMLResponse)
def changes_page(
    request: Request, session: SessionDep, organisation: OrganisationDep, statement_id: UUID
) -> HTMLResponse:
    """Show what changed since the statement of the year before, sentence by sentence."""
    statement, document = statement_of(session, organisation, statement_id)
    earlier = earlier_statement(session, statement)
    if earlier is None:
        raise NotFound("No earlier statement of this supplier is at hand to compare with.")
    return page(
        request,
        "officer/changes.html",
        supplier=supplier_of(session, organisation, statement.supplier_id),
        statement=statement,
        earlier=earlier[0],
        comparison=compare(_read(earlier[1]), _read(document)),
    )


def _read(document: Document) -> text.Document:
    if document.body is None:
        raise NotFound(f"This document could not be read: {document.reason}")
    return DOCUMENT.decompress(document.body)
