"""Where an administrator adds a wage rate, with its source, and withdraws one that was wrong."""

from datetime import UTC, datetime
from decimal import Decimal
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlmodel import Session
from starlette.datastructures import FormData

from app.errors import Unusable
from app.features.rates.service import FIGURES, add_rate, rates_added, withdraw_rate
from app.http.dependencies import CallerDep, OrganisationDep, SessionDep
from app.input_values import decimal_number
from app.web.forms import FormDep, Problem, day_of, text_of
from app.web.templating import page
from models import RateKind

router = APIRouter(prefix="/rates/add")

LABELS = {
    "london": "London, pounds an hour",
    "uk": "UK, pounds an hour",
    "adult": "21 and over, pounds an hour",
    "youth": "18 to 20, pounds an hour",
    "under_18": "Under 18, pounds an hour",
    "apprentice": "Apprentices, pounds an hour",
    "offset": "Accommodation offset, pounds a day",
}


@router.get("", response_class=HTMLResponse)
def add_page(
    request: Request,
    session: SessionDep,
    organisation: OrganisationDep,
    kind: RateKind = RateKind.LIVING_WAGE,
) -> HTMLResponse:
    """Show the form for a new rate and the rates that were added."""
    return _draw(request, session, organisation, kind, {}, [])


@router.post("", response_class=HTMLResponse)
def add(request: Request, session: SessionDep, caller: CallerDep, form: FormDep) -> Response:
    """Add a rate, or say beside each field what is wrong."""
    legal = text_of(form, "kind") == RateKind.MINIMUM_WAGE
    kind = RateKind.MINIMUM_WAGE if legal else RateKind.LIVING_WAGE
    given = {name: text_of(form, name, most=500) for name in (*FIGURES[kind], "source", "certain")}
    given |= {f"start-{part}": text_of(form, f"start-{part}") for part in ("day", "month", "year")}
    problems, figures = _figures(form, kind)
    try:
        start = day_of(form, "start")
    except ValueError:
        start = None
    if start is None:
        problems.append(Problem("start", "Enter the first day on which the rate must be paid"))
    if given["certain"] not in {"yes", "no"}:
        problems.append(Problem("certain", "Say where you read the rate"))
    if start is not None and not problems:
        try:
            add_rate(
                session,
                caller,
                kind=kind,
                start=start,
                figures=figures,
                source=given["source"],
                provisional=given["certain"] == "no",
                now=datetime.now(UTC),
            )
        except Unusable as error:
            field = (error.pointer or "/source").removeprefix("/")
            problems = [Problem(field, error.detail)]
        else:
            return RedirectResponse(f"/rates?on={start}", status_code=303)
    return _draw(request, session, caller.organisation, kind, given, problems)


@router.post("/{rate_id}/withdraw")
def withdraw(session: SessionDep, caller: CallerDep, rate_id: UUID) -> RedirectResponse:
    """Take a rate out of the tables; it stays on record."""
    withdraw_rate(session, caller, rate_id, now=datetime.now(UTC))
    return RedirectResponse("/rates/add", status_code=303)


def _figures(form: FormData, kind: RateKind) -> tuple[list[Problem], dict[str, Decimal]]:
    problems, figures = [], {}
    for name in FIGURES[kind]:
        text = text_of(form, name, most=20).removeprefix("£")
        try:
            amount = decimal_number(text)
        except ValueError:
            amount = Decimal("NaN")
        exact = amount.is_finite() and round(amount, 2) == amount
        if exact:
            figures[name] = amount
        else:
            problems.append(Problem(name, "Enter pounds and pence, such as 15.20"))
    return problems, figures


def _draw(
    request: Request,
    session: Session,
    organisation: UUID,
    kind: RateKind,
    given: dict[str, str],
    problems: list[Problem],
) -> HTMLResponse:
    return page(
        request,
        "rates/add_rate.html",
        status=422 if problems else 200,
        kind=kind,
        names=FIGURES[kind],
        labels=LABELS,
        given=given,
        rates=rates_added(session, organisation),
        problems=problems,
    )
