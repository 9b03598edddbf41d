"""The list of suppliers, filtered and sorted by its address, and the risk map."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, TypeVar
from urllib.parse import parse_qsl, urlencode
from uuid import UUID

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from app.features.checks.decision_in_force import decisions_of
from app.features.checks.waiting import WaitingFilter, awaiting_decision_count
from app.features.matching.queries import waiting_count
from app.features.suppliers.queries import views_of
from app.features.suppliers.service import delete_view, keep_view
from app.features.suppliers.spend import contract_totals, payment_totals
from app.features.suppliers.supplier_list import (
    QUARTER,
    MissingData,
    Sort,
    SupplierFilter,
    categories,
    count,
    lines,
    risk_map,
)
from app.http.dependencies import CallerDep, OrganisationDep, SessionDep
from app.input_values import decimal_number
from app.security.permissions import Scope
from app.web.forms import FormDep, Problem, text_of
from app.web.page_links import PAGE, pages_of
from app.web.templating import humanize, page
from scoring.reference.vocabulary import Decision, RiskBand

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
    shown = lines(session, organisation, wanted, offset=pages.skipped, limit=PAGE)
    return page(
        request,
        "suppliers/suppliers.html",
        lines=shown,
        decided=decisions_of(session, (each.id for each in shown), today=wanted.on),
        matches_waiting=waiting_count(session, organisation),
        awaiting_decision=awaiting_decision_count(session, organisation, WaitingFilter())
        if caller.has_scope(Scope.DECIDE)
        else 0,
        contract_totals=contract_totals(session, organisation, wanted.on),
        payment_totals=payment_totals(session, organisation),
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
        "suppliers/risk_map.html",
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


E = TypeVar("E", bound=StrEnum)

WORDS = (
    "name",
    "band",
    "decision",
    "category",
    "place",
    "value",
    "missing",
    "exposure",
    "control",
    "sort",
)
"""The words of an address that narrow or sort the list."""
LONGEST = 2_000


def filter_values(query: str) -> dict[str, str]:
    """Return the filter that a query string holds: each word that is not empty, nothing else."""
    given = dict(parse_qsl(query[:LONGEST]))
    return {word: given[word] for word in WORDS if given.get(word)}


def as_query(filters: Mapping[str, str]) -> str:
    """Return a filter as the query string of an address, in one order; empty asks for all."""
    return urlencode([(word, filters[word]) for word in WORDS if filters.get(word)])


def wanted_by(filters: Mapping[str, str]) -> tuple[SupplierFilter, list[Problem]]:
    """Return what a filter asks for; words that it cannot mean are as if they were not there."""
    problems = []
    value: Decimal | None = None
    if amount := filters.get("value", "").replace(",", "").replace("£", "").strip():
        try:
            value = decimal_number(amount)
        except ValueError:
            problems.append(Problem("value", "The least value must be pounds, like 25000"))
        else:
            value = value if abs(value) < 10**12 else None
    return SupplierFilter(
        name=filters.get("name", "").strip()[:200],
        band=_one_of(RiskBand, filters.get("band")),
        decision=_one_of(Decision, filters.get("decision")),
        category=filters.get("category", "")[:500],
        place=filters.get("place", "").strip()[:100],
        least_value=value,
        missing=_one_of(MissingData, filters.get("missing")),
        exposure=_span(filters.get("exposure")),
        control=_span(filters.get("control")),
        sort=_one_of(Sort, filters.get("sort")) or Sort.RISK,
    ), problems


def _one_of(kind: type[E], word: str | None) -> E | None:
    return kind(word) if word in set(kind) else None


def _span(text: str | None) -> tuple[int, int] | None:
    low, _, high = (text or "").partition("-")
    if low.isdecimal() and high.isdecimal() and len(text or "") < 10:
        return int(low), int(high)
    return None


views_router = APIRouter(prefix="/views")


@views_router.post("")
def save(session: SessionDep, caller: CallerDep, form: FormDep) -> RedirectResponse:
    """Keep the filter that the list shows; without a name it is called by what it asks for."""
    filters = filter_values(text_of(form, "filter"))
    name = text_of(form, "view", most=100) or ", ".join(map(humanize, filters.values())) or "All"
    keep_view(session, caller, name=name, query=as_query(filters), now=datetime.now(UTC))
    return RedirectResponse(f"/?{as_query(filters)}", status_code=303)


@views_router.post("/{view_id}/delete")
def delete(session: SessionDep, caller: CallerDep, view_id: UUID) -> RedirectResponse:
    """Delete a view and go back to the list."""
    delete_view(session, caller, view_id)
    return RedirectResponse("/", status_code=303)
