"""The list of suppliers, filtered and sorted by its address, and the risk map."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Annotated, TypeVar

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from app.api.asked import OrganisationDep, SessionDep
from app.queries.listing import (
    QUARTER,
    Missing,
    Sort,
    Wanted,
    categories,
    count,
    lines,
    risk_map,
)
from app.web.drawing import page
from app.web.forms import Problem
from app.web.paging import PAGE, pages_of
from scoring.vocabulary import Decision, RiskBand

router = APIRouter()
E = TypeVar("E", bound=StrEnum)


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
    organisation: OrganisationDep,
    number: Annotated[int, Query(alias="page", ge=1, le=100_000)] = 1,
) -> HTMLResponse:
    """Show suppliers, those first that need a person today, or as the address asks."""
    wanted, problems = _wanted(request)
    rows = count(session, organisation, wanted)
    return page(
        request,
        "officer/suppliers.html",
        lines=lines(session, organisation, wanted, offset=(number - 1) * PAGE, limit=PAGE),
        wanted=wanted,
        asked=request.query_params,
        pages=pages_of(request, number, rows),
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


def _wanted(request: Request) -> tuple[Wanted, list[Problem]]:
    """What the address asks for; words that it cannot mean are as if they were not there."""
    asked = request.query_params
    problems = []
    value: Decimal | None = None
    if told := asked.get("value", "").replace(",", "").replace("£", "").strip():
        try:
            value = Decimal(told)
        except InvalidOperation:
            problems.append(Problem("value", "The least value must be pounds, like 25000"))
        else:
            value = value if value.is_finite() and abs(value) < 10**12 else None
    return Wanted(
        name=asked.get("name", "").strip()[:200],
        band=_one_of(RiskBand, asked.get("band")),
        decision=_one_of(Decision, asked.get("decision")),
        category=asked.get("category", "")[:500],
        place=asked.get("place", "").strip()[:100],
        least_value=value,
        missing=_one_of(Missing, asked.get("missing")),
        exposure=_span(asked.get("exposure")),
        control=_span(asked.get("control")),
        sort=_one_of(Sort, asked.get("sort")) or Sort.RISK,
    ), problems


def _one_of(kind: type[E], word: str | None) -> E | None:
    return kind(word) if word in set(kind) else None


def _span(told: str | None) -> tuple[int, int] | None:
    low, _, high = (told or "").partition("-")
    if low.isdecimal() and high.isdecimal() and len(told or "") < 10:
        return int(low), int(high)
    return None
