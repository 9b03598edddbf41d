"""Pages for the strategy board: the live figures, and the reports that were made."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from app.features.reports.as_html import drawn_by
from app.features.reports.figures import report_of
from app.features.reports.history import reports_of
from app.features.reports.make import ask_for_report
from app.features.suppliers.supplier_list import SupplierFilter, count
from app.http.dependencies import CallerDep, OrganisationDep, SessionDep, require_scope
from app.security.permissions import Scope
from app.web.templating import page

router = APIRouter(prefix="/board")


@router.get("", response_class=HTMLResponse)
def board_page(
    request: Request,
    session: SessionDep,
    organisation: OrganisationDep,
    as_of: Annotated[date | None, Query()] = None,
    requested: Annotated[bool, Query()] = False,
    section: Annotated[str, Query(max_length=40)] = "",
) -> HTMLResponse:
    """Show one part of the figures as known on a day, with the reports that may be fetched.

    The part is the one that the address names, else the first: what fits in one page.
    """
    at = as_of or datetime.now(UTC).date()
    whole = report_of(session, organisation, at)
    names = [each.id for each in whole.sections]
    place = names.index(section) if section in names else 0
    values: dict[str, Any] = {
        "report": replace(whole, sections=(whole.sections[place],)),
        "sections": whole.sections,
        "first_number": place + 1,
        "fold": True,
        "reports": reports_of(session, organisation),
        "requested": requested,
        "empty": not count(session, organisation, SupplierFilter()),
        "prefix": "board-",
        **drawn_by(),
    }
    return page(request, "reports/board.html", **values)


@router.post("/reports", dependencies=[require_scope(Scope.MAKE_REPORTS)])
def ask_page(
    session: SessionDep, caller: CallerDep, as_of: Annotated[date, Form()]
) -> RedirectResponse:
    """Ask for a report as of a day, and go back to the board's page."""
    ask_for_report(session, caller, at=as_of)
    return RedirectResponse(f"/board?as_of={as_of}&requested=true", status_code=303)
