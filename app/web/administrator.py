"""Pages for administrators: where figures come from and of which day, the rules, and the jobs."""

from datetime import datetime

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from sqlmodel import select

from app.api.asked import OrganisationDep, SessionDep, needs
from app.queries.jobs import jobs_of, workers
from app.queries.sources import looks
from app.security.roles import Scope
from app.web.drawing import LONDON, page
from models import Register
from scoring.catalogue import CARDS
from scoring.rates import (
    Place,
    accommodation_offset,
    living_wage,
    living_wage_rows,
    living_wage_stale,
    minimum_wage,
    minimum_wage_rows,
    minimum_wage_stale,
)
from scoring.vocabulary import Theme
from scoring.weights import weights

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
def sources_page(request: Request, session: SessionDep) -> HTMLResponse:
    """Show the registers that were taken in and the rates in force, each with day and source."""
    today = datetime.now(LONDON).date()
    return page(
        request,
        "administrator/sources.html",
        today=today,
        registers=session.exec(select(Register)).all(),
        looks={each.source: each for each in looks(session)},
        rates=[
            ("London Living Wage", living_wage(Place.LONDON, today)),
            ("UK Living Wage", living_wage(Place.UK, today)),
            ("Minimum wage, 21 and over", minimum_wage(30, today)),
            ("Minimum wage, 18 to 20", minimum_wage(18, today)),
            ("Minimum wage, under 18", minimum_wage(16, today)),
            ("Minimum wage, apprentices", minimum_wage(18, today, apprentice=True)),
            ("Accommodation offset, a day", accommodation_offset(today)),
        ],
        stale=[each for each in (living_wage_stale(today), minimum_wage_stale(today)) if each],
        living=sorted(living_wage_rows(), key=lambda row: row.announced, reverse=True),
        minimum=minimum_wage_rows(),
        weights=weights(),
    )


@router.get("/rules", response_class=HTMLResponse)
def rules_page(request: Request) -> HTMLResponse:
    """Show every rule as published: what it asks, what it rests on, in which version."""
    themes = [
        (theme.value, title, [each for each in CARDS if each.theme is theme])
        for theme, title in THEMES.items()
    ]
    return page(request, "administrator/rules.html", themes=themes, number=len(CARDS))


@router.get("/jobs", response_class=HTMLResponse, dependencies=[needs(Scope.ADMINISTER)])
def jobs_page(
    request: Request, session: SessionDep, organisation: OrganisationDep
) -> HTMLResponse:
    """Show the newest jobs with how far they are, and the processes that do them."""
    return page(
        request,
        "administrator/jobs.html",
        jobs=jobs_of(session, organisation),
        workers=workers(session),
    )
