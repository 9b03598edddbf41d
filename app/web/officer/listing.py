"""The list of suppliers, filtered and sorted by its address, and the risk map."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from itertools import pairwise
from typing import Annotated, TypeVar

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from app.api.asked import OrganisationDep, SessionDep
from app.queries.listing import (
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

EDGES = (0, 25, 50, 75, 101)
"""Edges of the map's rows and columns, in points of 100; the last takes in 100 itself."""


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
        edges=[f"{low} to {min(high, 100)}" for low, high in _spans()],
        rows=[
            (
                f"{exposure[0]} to {min(exposure[1], 100)}",
                [_cell(placed, exposure, control) for control in _spans()],
            )
            for exposure in reversed(_spans())
        ],
        number=len(placed),
    )


def _spans() -> list[tuple[int, int]]:
    return list(pairwise(EDGES))


def _cell(
    placed: list[tuple[Decimal, Decimal]], exposure: tuple[int, int], control: tuple[int, int]
) -> Cell:
    number = sum(
        exposure[0] <= x < exposure[1] and control[0] <= y < control[1] for x, y in placed
    )
    address = f"/?exposure={exposure[0]}-{exposure[1]}&control={control[0]}-{control[1]}"
    heat = EDGES.index(exposure[0]) + (len(EDGES) - 2 - EDGES.index(control[0]))
    return Cell(number, address, heat)


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
