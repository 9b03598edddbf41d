"""A statement's page with the sentences that findings rest on, and what changed in a year."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlmodel import Session

from app.db.json_codec import DOCUMENT
from app.errors import NotFound, Unusable
from app.features.statements.explanation import explain_sentence
from app.features.statements.feedback import feedback_on, give_feedback, standing
from app.features.statements.highlighting import marked
from app.features.statements.page_image import picture_of_page
from app.features.statements.queries import (
    SharedWith,
    earlier_statement,
    evidence_in_document,
    own_words,
    shared_with,
)
from app.features.suppliers.queries import statement_of, supplier_of
from app.http.dependencies import (
    CallerDep,
    InstallationDep,
    OrganisationDep,
    SessionDep,
    require_scope,
)
from app.http.schemas import Whole
from app.security.permissions import Scope
from app.web.forms import FormDep, text_of
from app.web.templating import page
from models import Document, Verdict
from scoring import text
from scoring.evidence import AREAS
from scoring.reference.vocabulary import Criterion
from scoring.statements.comparison import compare
from scoring.statements.shared_passages import prints_of, shared_passages
from scoring.text import Sentence

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
    sentence: Annotated[Whole | None, Query(ge=0)] = None,
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
        "statements/evidence.html",
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
        raise NotFound("We hold no earlier statement of this supplier to compare with.")
    return page(
        request,
        "statements/changes.html",
        supplier=supplier_of(session, organisation, statement.supplier_id),
        statement=statement,
        earlier=earlier[0],
        comparison=compare(_read(earlier[1]), _read(document)),
    )


def _read(document: Document) -> text.Document:
    if document.body is None:
        raise NotFound(f"This document could not be read: {document.reason}")
    return DOCUMENT.decompress(document.body)


SHOWN = 5
"""Sentences around that are shown; what the rest added is summed."""


@router.get("/{statement_id}/why", response_class=HTMLResponse)
def why_page(
    request: Request,
    home: InstallationDep,
    session: SessionDep,
    organisation: OrganisationDep,
    statement_id: UUID,
    sentence: Annotated[Whole, Query(ge=0, le=1_000_000)],
    criterion: Criterion,
) -> HTMLResponse:
    """Show what spoke for and against one sentence as evidence for one criterion."""
    statement, document = statement_of(session, organisation, statement_id)
    explanation = explain_sentence(home, document, sentence, criterion)
    why = explanation.why
    around = sum(each.weight for each in why.neighbours)
    return page(
        request,
        "statements/explanation.html",
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


MOST = 5
"""Statements laid beside this one: those that share most, so that the page stays quick."""
SHOWN_SHARED = 100
"""Sentences that the page shows."""


@dataclass(frozen=True, slots=True)
class Copy:
    """Where a sentence stands in another statement; `same` where no word differs."""

    shared_with: SharedWith
    theirs: Sentence
    same: bool


@dataclass(frozen=True, slots=True)
class Shared:
    """A sentence of this statement with its copies in others."""

    mine: Sentence
    copies: tuple[Copy, ...]


@router.get("/{statement_id}/shared", response_class=HTMLResponse)
def shared_page(
    request: Request, session: SessionDep, organisation: OrganisationDep, statement_id: UUID
) -> HTMLResponse:
    """Show which sentences of a statement also stand in other suppliers' statements."""
    statement, document = statement_of(session, organisation, statement_id)
    if document.body is None:
        raise NotFound(f"This document could not be read: {document.reason}")
    copies = shared_with(session, statement)
    shared = _copied(
        session, DOCUMENT.decompress(document.body), own_words(session, statement), copies[:MOST]
    )
    return page(
        request,
        "statements/copied_passages.html",
        supplier=supplier_of(session, organisation, statement.supplier_id),
        statement=statement,
        copies=copies[:MOST],
        left=len(copies) - len(copies[:MOST]),
        shared=shared[:SHOWN_SHARED],
        more=len(shared) - len(shared[:SHOWN_SHARED]),
    )


def _copied(
    session: Session, mine: text.Document, own: dict[int, list[int]], holders: list[SharedWith]
) -> list[Shared]:
    """The sentences of this statement that stand in others, in their order here."""
    prints = [each for each in prints_of(mine) if each.key in own]
    others = {
        each.document_sha256: _shared_read(session, each.document_sha256) for each in holders
    }
    named = {each.document_sha256: each for each in holders}
    copies: dict[int, list[Copy]] = {}
    for each in shared_passages(prints, {id: prints_of(one) for id, one in others.items()}):
        other, theirs = named[each.other], others[each.other].sentences[each.other_sentence]
        same = each.sentence in other.sentences
        copies.setdefault(each.sentence, []).append(Copy(other, theirs, same))
    return [Shared(mine.sentences[at], tuple(some)) for at, some in sorted(copies.items())]


def _shared_read(session: Session, sha256: str) -> text.Document:
    body = session.get_one(Document, sha256).body
    return DOCUMENT.decompress(body) if body else text.Document(sha256, "", (), ())


@router.post(
    "/{statement_id}/pages/{number}/feedback", dependencies=[require_scope(Scope.WRITE_CHECKS)]
)
def give(
    session: SessionDep, caller: CallerDep, statement_id: UUID, number: int, form: FormDep
) -> RedirectResponse:
    """Keep what the officer says of a sentence and go back to it."""
    sentence, criterion = text_of(form, "sentence", most=9), text_of(form, "criterion")
    verdict = text_of(form, "verdict")
    if (
        not (sentence.isascii() and sentence.isdecimal())
        or criterion not in set(Criterion)
        or verdict not in set(Verdict)
    ):
        raise Unusable("Choose right or wrong on the page that shows the evidence.")
    give_feedback(
        session,
        caller,
        statement_id,
        sentence=int(sentence),
        criterion=Criterion(criterion),
        verdict=Verdict(verdict),
        now=datetime.now(UTC),
    )
    back = f"/statements/{statement_id}/pages/{number}?sentence={sentence}#s{sentence}"
    return RedirectResponse(back, status_code=303)
