"""The list of suppliers, filtered and sorted by its address, and the risk map."""

from collections import Counter
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from app.api.asked import CallerDep, OrganisationDep, SessionDep
from app.queries.listing import QUARTER, categories, count, lines, risk_map
from app.queries.views import views_of
from app.web.drawing import page
from app.web.officer.filters import as_query, wanted_by
from app.web.paging import PAGE, pages_of
from scoring.vocabulary import Decision, RiskBand

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the risk map: how many suppliers, and the address that lists them."""

    number: int
    address: str
    heat: int


@router.get("/", response_class=HTMLResponse)
def list_page(
    request: Request,
    session: SessionDep,
    caller: CallerDep,
    number: Annotated[int, Query(alias="page", ge=1, le=100_000)] = 1,
) -> HTMLResponse:
    """Show suppliers, those first that need a person today, or as the address asks."""
    organisation, params = caller.organisation, request.query_params
    wanted, problems = wanted_by(params)
    pages = pages_of(request, number, count(session, organisation, wanted))
    return page(
        request,
        "officer/suppliers.html",
        lines=lines(session, organisation, wanted, offset=pages.skipped, limit=PAGE),
        wanted=wanted,
        params=params,
        query=as_query(params),
        views=views_of(session, organisation, caller.key),
        pages=pages,
        categories=categories(session, organisation),
        bands=list(RiskBand),
        decisions=list(Decision),
        problems=problems,
    )


@router.get("/risk-map", response_class=HTMLResponse)
def map_page(request: Request, session: SessionDep, organisation: OrganisationDep) -> HTMLResponse:
    """Show how many suppliers stand where on exposure and control, as a table of links."""
    placed = risk_map(session, organisation)
    return page(
        request,
        "officer/risk_map.html",
        edges=[_points(control) for control in range(4)],
        rows=[
            (_points(exposure), [_cell(placed, exposure, control) for control in range(4)])
            for exposure in reversed(range(4))
        ],
        number=placed.total(),
    )


def _points(quarter: int) -> str:
    return f"{quarter * QUARTER} to {(quarter + 1) * QUARTER}"


def _cell(placed: Counter[tuple[int, int]], exposure: int, control: int) -> Cell:
    address = f"/?exposure={_span_of(exposure)}&control={_span_of(control)}"
    return Cell(placed[exposure, control], address, exposure + 3 - control)


def _span_of(quarter: int) -> str:
    """The quarter as an address asks for it, from and below; the last takes in 100 itself."""
    return f"{quarter * QUARTER}-{(quarter + 1) * QUARTER + (quarter == 3)}"
