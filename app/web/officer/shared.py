"""Passages that a supplier's statement shares with other suppliers' statements, side by side."""

from dataclasses import dataclass
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from sqlmodel import Session

from app.api.asked import OrganisationDep, SessionDep
from app.errors import NotFound
from app.kept import DOCUMENT
from app.queries.shared import SharedWith, own_words, shared_with
from app.queries.suppliers import statement_of, supplier_of
from app.web.drawing import page
from models import Document
from scoring import text
from scoring.shared_passages import prints_of, shared_passages
from scoring.text import Sentence

router = APIRouter(prefix="/statements")

MOST = 5
"""Statements laid beside one page: those that share most, so that the page stays quick."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A sentence of this statement and its copy in another; `same` where no word differs."""

    mine: Sentence
    theirs: Sentence
    same: bool


@dataclass(frozen=True, slots=True)
class Shared:
    """Another supplier's statement with the sentences that it shares, in their order here."""

    found: SharedWith
    pairs: tuple[Beside, ...]


@router.get("/{statement_id}/shared", response_class=HTMLResponse)
def shared_page(
    request: Request, session: SessionDep, organisation: OrganisationDep, statement_id: UUID
) -> HTMLResponse:
    """Show which sentences of a statement also stand in other suppliers' statements."""
    statement, document = statement_of(session, organisation, statement_id)
    if document.body is None:
        raise NotFound(f"This document could not be read: {document.reason}")
    found = shared_with(session, statement)
    return page(
        request,
        "officer/shared.html",
        supplier=supplier_of(session, organisation, statement.supplier_id),
        statement=statement,
        shared=_side_by_side(
            session, DOCUMENT.unpacked(document.body), own_words(session, statement), found[:MOST]
        ),
        left=found[MOST:],
    )


def _side_by_side(
    session: Session, mine: text.Document, own: dict[int, list[int]], found: list[SharedWith]
) -> list[Shared]:
    prints = [each for each in prints_of(mine) if each.key in own]
    others = {each.document_sha256: _read(session, each.document_sha256) for each in found}
    likenesses = shared_passages(prints, {name: prints_of(one) for name, one in others.items()})
    told = []
    for each in found:
        other = others[each.document_sha256]
        pairs = tuple(
            Beside(
                mine.sentences[passage.sentence],
                other.sentences[passage.other_sentence],
                passage.sentence in each.sentences,
            )
            for passage in likenesses
            if passage.other == each.document_sha256
        )
        told.append(Shared(each, pairs))
    return told


def _read(session: Session, sha256: str) -> text.Document:
    body = session.get_one(Document, sha256).body
    return DOCUMENT.unpacked(body) if body else text.Document(sha256, "", (), ())
