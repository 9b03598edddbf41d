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
"""Statements laid beside this one: those that share most, so that the page stays quick."""
SHOWN = 100
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
        "officer/shared.html",
        supplier=supplier_of(session, organisation, statement.supplier_id),
        statement=statement,
        copies=copies[:MOST],
        left=len(copies) - len(copies[:MOST]),
        shared=shared[:SHOWN],
        more=len(shared) - len(shared[:SHOWN]),
    )


def _copied(
    session: Session, mine: text.Document, own: dict[int, list[int]], holders: list[SharedWith]
) -> list[Shared]:
    """The sentences of this statement that stand in others, in their order here."""
    prints = [each for each in prints_of(mine) if each.key in own]
    others = {each.document_sha256: _read(session, each.document_sha256) for each in holders}
    named = {each.document_sha256: each for each in holders}
    copies: dict[int, list[Copy]] = {}
    for each in shared_passages(prints, {id: prints_of(one) for id, one in others.items()}):
        other, theirs = named[each.other], others[each.other].sentences[each.other_sentence]
        same = each.sentence in other.sentences
        copies.setdefault(each.sentence, []).append(Copy(other, theirs, same))
    return [Shared(mine.sentences[at], tuple(some)) for at, some in sorted(copies.items())]


def _read(session: Session, sha256: str) -> text.Document:
    body = session.get_one(Document, sha256).body
    return DOCUMENT.decompress(body) if body else text.Document(sha256, "", (), ())
