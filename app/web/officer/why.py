"""A page that says why one sentence was offered: how sure, by which words, by what is around."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from app.api.asked import InstallationDep, OrganisationDep, SessionDep
from app.pipeline.explain import explain_sentence
from app.queries.suppliers import statement_of, supplier_of
from app.web.drawing import page
from scoring.evidence import AREAS
from scoring.vocabulary import Criterion

router = APIRouter(prefix="/statements")

SHOWN = 5
"""Sentences around that are shown; what the rest added is summed."""


@router.get("/{statement_id}/why", response_class=HTMLResponse)
def why_page(
    request: Request,
    home: InstallationDep,
    session: SessionDep,
    organisation: OrganisationDep,
    statement_id: UUID,
    sentence: Annotated[int, Query(ge=0, le=1_000_000)],
    criterion: Criterion,
) -> HTMLResponse:
    """Show what spoke for and against one sentence as evidence for one criterion."""
    statement, document = statement_of(session, organisation, statement_id)
    explanation = explain_sentence(home, document, sentence, criterion)
    why = explanation.why
    around = sum(each.weight for each in why.neighbours)
    return page(
        request,
        "officer/why.html",
        supplier=supplier_of(session, organisation, statement.supplier_id),
        statement=statement,
        explanation=explanation,
        why=why,
        area=criterion in AREAS,
        around=[
            (explanation.read.sentences[each.sentence], each) for each in why.neighbours[:SHOWN]
        ],
        other_around=sum(each.weight for each in why.neighbours[SHOWN:]),
        sums=[
            ("Its words", sum(each.weight for each in why.words) + why.other_words),
            ("Letters in its words", sum(each.weight for each in why.letters) + why.other_letters),
            ("The sentences around it", around),
            *([("The encoder", why.encoder)] if explanation.encoder else []),
            ("Where every sentence starts, and its length", why.base),
        ],
    )
