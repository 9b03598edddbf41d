"""What sources say otherwise about suppliers: one page for all of them, newest first."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from app.features.monitoring.queries import changes_in, count_changes
from app.features.suppliers.queries import supplier_of
from app.http.dependencies import OrganisationDep, SessionDep
from app.http.schemas import Whole
from app.web.page_links import PAGE, pages_of
from app.web.templating import page

router = APIRouter()


@router.get("/changes", response_class=HTMLResponse)
def source_changes_page(
    request: Request,
    session: SessionDep,
    organisation: OrganisationDep,
    supplier: UUID | None = None,
    number: Annotated[Whole, Query(alias="page", ge=1, le=100_000)] = 1,
) -> HTMLResponse:
    """Show what registers, websites and the calendar say otherwise, of all suppliers or of one."""
    rows = count_changes(session, organisation, supplier=supplier)
    pages = pages_of(request, number, rows)
    return page(
        request,
        "monitoring/source_changes.html",
        supplier=supplier_of(session, organisation, supplier) if supplier else None,
        lines=changes_in(
            session, organisation, supplier=supplier, limit=PAGE, offset=pages.skipped
        ),
        pages=pages,
    )
