"""Pages for procurement officers: the ranked list, and one supplier with all that is behind it."""

from collections.abc import Sequence
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from app.api.asked import OrganisationDep, SessionDep
from app.queries.suppliers import (
    Shown,
    contracts_of,
    findings_of,
    ranked,
    statements_with_documents,
    supplier_of,
)
from app.web.drawing import page
from models import Assessment
from scoring.vocabulary import Outcome, Theme

router = APIRouter()

THEMES: tuple[tuple[Theme, str], ...] = (
    (Theme.PAY, "Pay"),
    (Theme.CONDITIONS, "Working conditions"),
    (Theme.STATEMENT, "What the statement tells"),
    (Theme.LAW, "What the law asks for"),
    (Theme.EXPOSURE, "Exposure"),
    (Theme.IDENTITY, "Which company it is"),
)
_ORDER = (Outcome.NOT_MET, Outcome.UNKNOWN, Outcome.MET, Outcome.NOT_APPLICABLE)


@router.get("/", response_class=HTMLResponse)
def list_page(
    request: Request, session: SessionDep, organisation: OrganisationDep
) -> HTMLResponse:
    """Show the suppliers, highest residual risk first."""
    return page(request, "officer/suppliers.html", suppliers=ranked(session, organisation))


@router.get("/suppliers/{supplier_id}", response_class=HTMLResponse)
def supplier_page(
    request: Request, session: SessionDep, organisation: OrganisationDep, supplier_id: UUID
) -> HTMLResponse:
    """Show a supplier: what is proposed and why, then every finding with its proof."""
    supplier = supplier_of(session, organisation, supplier_id)
    found = session.get(Assessment, supplier.assessment_id) if supplier.assessment_id else None
    shown = findings_of(session, found.id) if found else ()
    return page(
        request,
        "officer/supplier.html",
        supplier=supplier,
        assessment=found,
        reasons=[shown[place] for place in found.told["reasons"]] if found else [],
        themes=[(title, _of(shown, theme)) for theme, title in THEMES],
        contracts=contracts_of(session, supplier.id),
        statements=statements_with_documents(session, supplier.id),
        names=_document_names(session, supplier.id),
    )


def _of(shown: Sequence[Shown], theme: Theme) -> list[Shown]:
    """The findings of a theme, what needs a person first."""
    return sorted(
        (each for each in shown if each.finding.theme is theme),
        key=lambda each: (_ORDER.index(each.finding.outcome), -each.finding.severity.rank),
    )


def _document_names(session: SessionDep, supplier: UUID) -> dict[str, str]:
    """Each document's file name by its hash, as the supplier's statements give it."""
    return {
        document.sha256: statement.name
        for statement, document in statements_with_documents(session, supplier)
    }
