"""Check a tenderer's price: an empty workbook for a term, and a filled one judged by year."""

from collections.abc import Mapping
from datetime import datetime

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response
from starlette.datastructures import FormData

from app.dates import LONDON
from app.features.price_checks.words import OUTCOMES, span_in_words, summary
from app.features.rates.service import rates_in_force
from app.http.dependencies import OrganisationDep, SessionDep
from app.web.forms import FormDep, Problem, day_of, day_parts, files_of, text_of
from app.web.templating import page
from scoring.pricing.offer import LONGEST_TERM
from scoring.pricing.years import offer_years
from scoring.reference.rates import NoRate
from scrapers.errors import SourceError
from scrapers.price_workbook import read_price_workbook

router = APIRouter(prefix="/check-price")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@router.get("", response_class=HTMLResponse)
def ask_page(request: Request) -> HTMLResponse:
    """Show the forms that give an empty workbook and take a filled one."""
    return _form(request, {}, None)


@router.post("/workbook")
def empty_workbook(
    request: Request, session: SessionDep, organisation: OrganisationDep, form: FormDep
) -> Response:
    """Give an empty price workbook for a term, with the wage rates of its years."""
    from app.features.price_checks.workbook import Term, price_workbook  # noqa: PLC0415 (slow)

    given = _given(form)
    days = []
    for name in ("start", "end"):
        try:
            day = day_of(form, name)
        except ValueError:
            day = None
        if day is None:
            which = "first" if name == "start" else "last"
            return _form(request, given, Problem(name, f"Enter the {which} day of the term"))
        days.append(day)
    start, end = days
    if end < start or end.year - start.year > LONGEST_TERM:
        said = f"Enter a last day that is after the first, and within {LONGEST_TERM} years"
        return _form(request, given, Problem("end", said))
    with rates_in_force(session, organisation):
        term = Term(given["reference"], given["place"], start, end)
        data = price_workbook(term, datetime.now(LONDON).date())
    headers = {"Content-Disposition": 'attachment; filename="price.xlsx"'}
    return Response(data, media_type=XLSX, headers=headers)


@router.post("", response_class=HTMLResponse)
def show_result(
    request: Request, session: SessionDep, organisation: OrganisationDep, form: FormDep
) -> HTMLResponse:
    """Judge a filled workbook and show a line for each year."""
    files = files_of(form, "workbook")
    if not files:
        return _form(request, {}, Problem("workbook", "Choose a price workbook"))
    try:
        offer = read_price_workbook(*files[0])
    except SourceError as error:
        return _form(request, {}, Problem("workbook", error.reason))
    with rates_in_force(session, organisation):
        years = offer_years(offer, datetime.now(LONDON).date())
    if isinstance(years, NoRate):
        return _form(request, {}, Problem("workbook", f"Not known: {years.reason}."))
    return page(
        request,
        "price_checks/price.html",
        offer=offer,
        years=years,
        said=summary(offer, years),
        outcomes=OUTCOMES,
        span=span_in_words,
    )


def _given(form: FormData) -> dict[str, str]:
    texts = {name: text_of(form, name, most=100) for name in ("reference", "place")}
    return texts | day_parts(form, "start", "end")


def _form(request: Request, given: Mapping[str, str], problem: Problem | None) -> HTMLResponse:
    return page(
        request,
        "price_checks/check_price.html",
        status=422 if problem else 200,
        problems=[problem] if problem else [],
        given=given,
    )
