"""`/v1/statements`: a document offered as a supplier's statement, and what was read in it."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel, Field

from app.api.asked import OrganisationDep, SessionDep, require_scope
from app.api.shapes import Evidence
from app.kept import EVIDENCE
from app.queries.suppliers import statement_of
from app.security.roles import Scope
from scoring.vocabulary import DocumentKind

router = APIRouter(
    prefix="/statements", tags=["statements"], dependencies=[require_scope(Scope.READ_SUPPLIERS)]
)


class Statement(BaseModel):
    """A statement as read; `kind` is null where it could not be read, and `reason` says why."""

    id: UUID
    supplier_id: UUID
    name: str
    document: str = Field(description="SHA-256 of its bytes.")
    media_type: str
    kind: DocumentKind | None
    reason: str
    matched_by: str
    pages: int
    words: int
    read_by_ocr: bool
    notices: list[str]
    identity: dict[str, Any] = Field(
        description="Organisations, financial year, approval and signature, as its words tell."
    )
    evidence: list[Evidence]


@router.get("/{statement_id}", summary="One statement")
def get_statement(
    session: SessionDep, organisation: OrganisationDep, statement_id: UUID
) -> Statement:
    """Return what a statement is, whose, for which year, and the evidence that it offers."""
    statement, document = statement_of(session, organisation, statement_id)
    evidence = EVIDENCE.decompress(document.evidence) if document.evidence else ()
    return Statement(
        id=statement.id,
        supplier_id=statement.supplier_id,
        name=statement.name,
        document=document.sha256,
        media_type=document.media_type,
        kind=document.kind,
        reason=document.reason,
        matched_by=statement.matched_by,
        pages=document.pages,
        words=document.words,
        read_by_ocr=document.read_by_ocr,
        notices=document.notices,
        identity=document.identity,
        evidence=[Evidence.of(each) for each in evidence],
    )
