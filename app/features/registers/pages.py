"""Where figures come from and of which day: registers, rates by date, weights, and the rules."""

from datetime import date, datetime, timedelta
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse
from sqlmodel import select

from app.dates import LONDON
from app.features.rates.service import rates_in_force
from app.features.registers.queries import companies_known, looks
from app.http.dependencies import CallerDep, SessionDep
from app.input_values import day_in
from app.security.permissions import Scope
from app.web.forms import Problem
from app.web.templating import page
from models import Register, RegisterKind
from scoring.catalogue import CARDS
from scoring.reference.law import LAWS, changes_from, changes_until, without_day
from scoring.reference.rate_tables import employer_cost_rows, living_wage_rows, minimum_wage_rows
from scoring.reference.rates import (
    NoRate,
    Place,
    Rate,
    accommodation_offset,
    living_wage,
    living_wage_stale,
    minimum_wage,
    minimum_wage_stale,
)
from scoring.reference.vocabulary import Theme
from scoring.reference.weights import weights

router = APIRouter()

THEMES = {
    Theme.PAY: "Pay",
    Theme.CONDITIONS: "Working conditions",
    Theme.STATEMENT: "Statements",
    Theme.LAW: "Law",
    Theme.EXPOSURE: "Exposure",
    Theme.IDENTITY: "Which company it is",
}


@router.get("/sources", response_class=HTMLResponse)
def sources_page(request: Request, session: SessionDep, caller: CallerDep) -> HTMLResponse:
    """Show the registers that were taken in, each with its day and count, and those that lack."""
    taken = {each.kind: each for each in session.exec(select(Register)).all()}
    return page(
        request,
        "registers/sources.html",
        registers=[(kind, taken.get(kind)) for kind in RegisterKind],
        looks={each.source: each for each in looks(session)},
        companies=companies_known(session),
        may_load=caller.has_scope(Scope.ADMINISTER),
        weights=weights(),
    )


@router.get("/rates", response_class=HTMLResponse)
def rates_page(
    request: Request,
    session: SessionDep,
    caller: CallerDep,
    on: Annotated[str, Query(max_length=20)] = "",
) -> HTMLResponse:
    """Show the rates in force on a day, today's where none is given, and the tables by date."""
    today = datetime.now(LONDON).date()
    problems = []
    try:
        at = day_in(on.strip()) if on.strip() else today
    except ValueError:
        at = today
        problems = [Problem("on", "Enter a day as year, month and day: 2026-11-25")]
    with rates_in_force(session, caller.organisation):
        tables = _rate_tables(at, today)
    return page(
        request,
        "registers/rates.html",
        status=422 if problems else 200,
        at=at,
        on=on or at.isoformat(),
        today=today,
        may_add=caller.has_scope(Scope.ADMINISTER),
        problems=problems,
        **tables,
    )


def _rate_tables(at: date, today: date) -> dict[str, object]:
    """The rates of a day, and each table, newest first."""
    return {
        "rates": [
            _rate_row(name, rate)
            for name, rate in (
                ("London Living Wage", living_wage(Place.LONDON, at)),
                ("UK Living Wage", living_wage(Place.UK, at)),
                ("Minimum wage, 21 and over", minimum_wage(30, at)),
                ("Minimum wage, 18 to 20", minimum_wage(18, at)),
                ("Minimum wage, under 18", minimum_wage(16, at)),
                ("Minimum wage, apprentices", minimum_wage(18, at, apprentice=True)),
                ("Accommodation offset, a day", accommodation_offset(at)),
            )
        ],
        "stale": [each for each in (living_wage_stale(today), minimum_wage_stale(today)) if each],
        "living": sorted(living_wage_rows(), key=lambda row: row.announced, reverse=True),
        "minimum": sorted(minimum_wage_rows(), key=lambda row: row.start, reverse=True),
        "costs": sorted(employer_cost_rows(), key=lambda row: row.start, reverse=True),
    }


def _rate_row(name: str, rate: Rate | NoRate) -> tuple[str, Rate | None, str]:
    """Name, figure and, where there is no figure, the reason."""
    return (name, None, rate.reason) if isinstance(rate, NoRate) else (name, rate, "")


@router.get("/rules", response_class=HTMLResponse)
def rules_page(request: Request) -> HTMLResponse:
    """Show every rule as published: what it asks, what it rests on, in which version."""
    themes = [
        (theme.value, title, [each for each in CARDS if each.theme is theme])
        for theme, title in THEMES.items()
    ]
    return page(request, "registers/rules.html", themes=themes, number=len(CARDS))


@router.get("/laws", response_class=HTMLResponse)
def laws_page(request: Request) -> HTMLResponse:
    """Show the law that rules rest on by date, what changes next, and what has no day yet."""
    today = datetime.now(LONDON).date()
    year_ago = today - timedelta(days=365)
    upcoming = [
        (each.day, f"{each.law.title} {'begins' if each.begins else 'ends'}")
        for each in changes_from(today)
    ]
    upcoming += [
        (row.start, f"minimum wage rates change{' (provisional)' if row.provisional else ''}")
        for row in minimum_wage_rows()
        if row.start > today
    ]
    return page(
        request,
        "registers/laws.html",
        today=today,
        laws=LAWS,
        upcoming=sorted(upcoming),
        past=[each for each in changes_until(today) if each.day > year_ago],
        open=without_day(),
    )
