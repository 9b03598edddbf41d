"""Check a supplier that is on no list: a proposal at once, kept only if a person asks for it."""

import csv
import io
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.datastructures import FormData

from app.features.assessments.serializer import serialize_finding
from app.features.checks.unlisted import UnlistedSupplier, assess_unlisted, listed_already
from app.features.imports.jobs import enqueue_import
from app.http.dependencies import CallerDep, InstallationDep, SessionDep, require_scope
from app.security.permissions import Scope
from app.web.forms import FormDep, Problem, text_of
from app.web.templating import page
from scoring.companies.identifiers import company_number

router = APIRouter(prefix="/check-a-supplier", dependencies=[require_scope(Scope.WRITE_CHECKS)])

FIELDS = ("name", "number", "postcode", "supplies", "reference", "title", "value")
_HEADINGS = (
    "Supplier", "Company number", "Postcode", "Category", "Contract reference", "Contract title",
    "Annual value",
)  # fmt: skip
STRONGEST = 5
"""Reasons that the page shows."""


@router.get("", response_class=HTMLResponse)
def unlisted_form(request: Request) -> HTMLResponse:
    """Show the form that takes a name, a number and a contract."""
    return page(request, "checks/unlisted.html", given={}, problems=[], result=None)


@router.post("", response_model=None)
def check_unlisted(
    request: Request, home: InstallationDep, session: SessionDep, caller: CallerDep, form: FormDep
) -> Response:
    """Show what is proposed on the supplier; with `keep`, add it to the lists and assess it."""
    given = {name: text_of(form, name, most=400) for name in FIELDS}
    wanted, problems = _wanted(form)
    if wanted is None:
        return page(
            request,
            "checks/unlisted.html",
            status=422,
            given=given,
            problems=problems,
            result=None,
        )
    today = datetime.now(UTC).date()
    known = listed_already(session, caller.organisation, wanted)
    if "keep" in form and known is None:
        caller.require(Scope.WRITE_SUPPLIERS)
        job = enqueue_import(
            home,
            caller.organisation,
            lists=[(f"Added by hand, {wanted.name[:100]}.csv", _as_list(wanted))],
            at=today,
            caller=caller,
            within=session,
        )
        return RedirectResponse(f"/jobs/{job}", status_code=303)
    result = assess_unlisted(session, caller.organisation, wanted, at=today)
    reasons = [serialize_finding(each) for each in result.assessed.proposal.reasons[:STRONGEST]]
    return page(
        request,
        "checks/unlisted.html",
        given=given,
        problems=[],
        result=result,
        reasons=reasons,
        known=known,
        urgent=any(each.urgent for each in result.assessed.findings),
        may_keep=known is None and caller.has_scope(Scope.WRITE_SUPPLIERS),
    )


def _wanted(form: FormData) -> tuple[UnlistedSupplier | None, list[Problem]]:
    """The supplier that a form describes, or what is wrong with each field."""
    problems = []
    name, number = text_of(form, "name", most=400), text_of(form, "number", most=40)
    if not any(each.isalpha() for each in name):
        problems.append(Problem("name", "Enter the supplier’s name"))
    canonical = company_number(number) if number else ""
    if number and not canonical:
        problems.append(Problem("number", "Enter a company number of 8 characters, or none"))
    value, annual = text_of(form, "value", most=40).replace(",", "").lstrip("£"), None
    if value:
        try:
            annual = Decimal(value)
        except InvalidOperation:
            annual = Decimal("NaN")
        if not annual.is_finite() or not 0 < annual < Decimal("1e12"):
            problems.append(Problem("value", "Enter pounds a year, such as 25000, or nothing"))
    if problems:
        return None, problems
    texts = {
        each: text_of(form, each, most=400)
        for each in ("postcode", "supplies", "reference", "title")
    }
    return UnlistedSupplier(name=name, number=canonical, annual_value=annual, **texts), []


def _as_list(wanted: UnlistedSupplier) -> bytes:
    """The supplier as a list of one, so that it is taken in as any other."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(_HEADINGS)
    value = "" if wanted.annual_value is None else f"{wanted.annual_value:f}"
    writer.writerow(
        (wanted.name, wanted.number, wanted.postcode, wanted.supplies, wanted.reference,
         wanted.title, value)
    )  # fmt: skip
    return out.getvalue().encode("utf-8")
