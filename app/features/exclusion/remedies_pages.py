"""The ledger of remedies on pages: what was agreed for workers, done and verified."""

from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlmodel import Session
from starlette.datastructures import FormData

from app.errors import Changed, Unusable
from app.features.exclusion.case_forms import days_of
from app.features.exclusion.remedies import (
    RemedyAgreed,
    RemedyChange,
    add_remedy,
    change_remedy,
    remedies_of,
    remedy_of,
)
from app.features.suppliers.queries import supplier_of
from app.http.dependencies import CallerDep, OrganisationDep, SessionDep, require_scope
from app.security.permissions import Scope
from app.web.forms import FormDep, Problem, day_parts, text_of
from app.web.templating import page
from models import RemedyKind

router = APIRouter()

KINDS: dict[RemedyKind, str] = {
    RemedyKind.FEES_REPAID: "Fees repaid",
    RemedyKind.WAGES_MADE_GOOD: "Wages made good",
    RemedyKind.DOCUMENTS_RETURNED: "Documents returned",
    RemedyKind.OTHER: "Something else put right",
}
SHOWN = 200
"""Remedies that a page names, newest first."""
_TEXTS = ("kind", "agreed_with", "description", "workers", "amount", "evidence", "verification")


@router.get("/suppliers/{supplier_id}/remedies", response_class=HTMLResponse)
def remedies_page(
    request: Request, session: SessionDep, organisation: OrganisationDep, supplier_id: UUID
) -> HTMLResponse:
    """Show the remedies of a supplier, and the form that keeps another."""
    return _draw(request, session, organisation, supplier_id, {}, [])


@router.post("/suppliers/{supplier_id}/remedies", dependencies=[require_scope(Scope.WRITE_CHECKS)])
def keep_remedy(
    request: Request, session: SessionDep, caller: CallerDep, supplier_id: UUID, form: FormDep
) -> Response:
    """Keep a remedy that was agreed."""
    given, problems = _given(form, "agreed_on"), list[Problem]()
    wrong, days = days_of(form, "agreed_on")
    problems += wrong
    if given["kind"] not in set(RemedyKind):
        problems.append(Problem("kind", "Say what is put right"))
    agreed_on = days.get("agreed_on")
    if agreed_on is None and not wrong:
        problems.append(Problem("agreed_on", "Enter the day on which it was agreed"))
    if not problems and agreed_on is not None:
        try:
            agreed = RemedyAgreed(
                kind=RemedyKind(given["kind"]),
                agreed_with=given["agreed_with"][:200],
                agreed_on=agreed_on,
                description=given["description"],
                workers=_workers(given["workers"]),
                amount=_amount(given["amount"]),
            )
            add_remedy(session, caller, supplier_id, agreed, now=datetime.now(UTC))
        except Unusable as error:
            problems = [Problem(error.pointer.lstrip("/"), error.detail)]
        else:
            return RedirectResponse(f"/suppliers/{supplier_id}/remedies", status_code=303)
    return _draw(request, session, caller.organisation, supplier_id, given, problems)


@router.get("/remedies/{remedy_id}", response_class=HTMLResponse)
def remedy_page(
    request: Request, session: SessionDep, organisation: OrganisationDep, remedy_id: UUID
) -> HTMLResponse:
    """Show a remedy, and the form that says how far it is."""
    return _draw_one(request, session, organisation, remedy_id, {}, [])


@router.post("/remedies/{remedy_id}", dependencies=[require_scope(Scope.WRITE_CHECKS)])
def report_remedy(
    request: Request, session: SessionDep, caller: CallerDep, remedy_id: UUID, form: FormDep
) -> Response:
    """Keep that a remedy was done and what shows it, or that a named person verified it."""
    record = remedy_of(session, caller.organisation, remedy_id)
    if text_of(form, "version", most=20) != str(record.version):
        raise Changed("Someone changed this remedy since you opened the page. Load it again.")
    given = _given(form, "done_on")
    problems, days = days_of(form, "done_on")
    if not problems:
        try:
            change = RemedyChange(
                workers=_workers(given["workers"]),
                amount=_amount(given["amount"]),
                done_on=days["done_on"],
                evidence=given["evidence"] or None,
                verification=given["verification"] or None,
            )
            change_remedy(session, caller, remedy_id, change, now=datetime.now(UTC))
        except Unusable as error:
            problems = [Problem(error.pointer.lstrip("/"), error.detail)]
        else:
            return RedirectResponse(f"/remedies/{remedy_id}", status_code=303)
    return _draw_one(request, session, caller.organisation, remedy_id, given, problems)


def _given(form: FormData, day: str) -> dict[str, str]:
    return {name: text_of(form, name, most=5_000) for name in _TEXTS} | day_parts(form, day)


def _workers(text: str) -> int | None:
    """Read how many workers; None where nothing was written, which is not known.

    Raises:
        Unusable: It is no number.
    """
    if not text:
        return None
    if not text.isascii() or not text.isdigit() or len(text) > 7:
        raise Unusable("Give a number of workers, such as 14.", pointer="/workers")
    return int(text)


def _amount(text: str) -> Decimal | None:
    """Read pounds; None where nothing was written, which is not known.

    Raises:
        Unusable: They are no pounds.
    """
    if not text:
        return None
    try:
        return Decimal(text.removeprefix("£").replace(",", ""))
    except InvalidOperation as error:
        raise Unusable("Give pounds and pence, such as 1500.00.", pointer="/amount") from error


def _draw(
    request: Request,
    session: Session,
    organisation: UUID,
    supplier_id: UUID,
    given: dict[str, str],
    problems: list[Problem],
) -> HTMLResponse:
    return page(
        request,
        "exclusion/remedies.html",
        status=422 if problems else 200,
        supplier=supplier_of(session, organisation, supplier_id),
        remedies=remedies_of(session, organisation, supplier=supplier_id, limit=SHOWN),
        kinds=KINDS,
        given=given,
        problems=problems,
    )


def _draw_one(
    request: Request,
    session: Session,
    organisation: UUID,
    remedy_id: UUID,
    given: dict[str, str],
    problems: list[Problem],
) -> HTMLResponse:
    record = remedy_of(session, organisation, remedy_id)
    return page(
        request,
        "exclusion/remedy.html",
        status=422 if problems else 200,
        remedy=record,
        supplier=supplier_of(session, organisation, record.supplier_id),
        kinds=KINDS,
        given=given,
        problems=problems,
    )
