"""Check a supplier for a procurement, decide on it by name, and print it for the tender file."""

from datetime import UTC, datetime
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from app.errors import Changed, Unusable
from app.features.checks.decision_in_force import decisions_of, version_of
from app.features.checks.decisions import decide
from app.features.checks.queries import check_of
from app.features.checks.question import ContractInput, Question, SupplierQuery
from app.features.checks.serializer import serialize_check
from app.features.checks.service import create_check
from app.features.checks.tender_file import TenderFile
from app.features.statements.page_image import picture_of_page
from app.features.suppliers.queries import documents_by_hash, supplier_of
from app.http.dependencies import (
    CallerDep,
    InstallationDep,
    OrganisationDep,
    SessionDep,
    require_scope,
)
from app.security.permissions import Scope
from app.web.forms import FormDep, Problem, text_of
from app.web.templating import page
from models import Check, Organisation
from scoring.reference.vocabulary import Decision

router = APIRouter()


@router.get("/suppliers/{supplier_id}/check", response_class=HTMLResponse)
def check_form(
    request: Request, session: SessionDep, organisation: OrganisationDep, supplier_id: UUID
) -> HTMLResponse:
    """Show the form that asks for a check on a supplier, for a contract if one is named."""
    supplier = supplier_of(session, organisation, supplier_id)
    return page(request, "checks/check_form.html", supplier=supplier)


@router.post("/suppliers/{supplier_id}/check", dependencies=[require_scope(Scope.WRITE_CHECKS)])
def ask_check(
    session: SessionDep,
    caller: CallerDep,
    supplier_id: UUID,
    form: FormDep,
) -> RedirectResponse:
    """Ask a check on a supplier, for the contract named if one is, and go to it."""
    reference, title = text_of(form, "reference", most=200), text_of(form, "title", most=400)
    contract = ContractInput(reference, title) if reference or title else None
    question = Question(supplier=SupplierQuery(id=supplier_id), contract=contract)
    result = create_check(session, caller, question, now=datetime.now(UTC))
    return RedirectResponse(f"/checks/{result.id}", status_code=303)


@router.get("/checks/{check_id}", response_class=HTMLResponse)
def check_page(
    request: Request, session: SessionDep, organisation: OrganisationDep, check_id: UUID
) -> HTMLResponse:
    """Show a check with what is proposed, why, and what was decided: the page for the file."""
    check = check_of(session, organisation, check_id)
    return _draw(request, session, check, [], {})


@router.post("/checks/{check_id}/decide", dependencies=[require_scope(Scope.DECIDE)])
def take_decision(
    request: Request, session: SessionDep, caller: CallerDep, check_id: UUID, form: FormDep
) -> Response:
    """Keep what a named person decides; the proposal and every earlier decision stay."""
    word, reason = text_of(form, "decision"), text_of(form, "reason", most=4_000)
    status = 422
    if word not in set(Decision):
        problem = Problem("decision", "Choose what you decide")
    else:
        try:
            decide(
                session,
                caller,
                check_id,
                Decision(word),
                reason=reason,
                now=datetime.now(UTC),
                seen=text_of(form, "version") or None,
            )
        except Changed as error:
            problem, status = Problem("decision", error.detail), int(error.status)
        except Unusable as error:
            problem = Problem(error.pointer.strip("/") or "reason", error.detail)
        else:
            return RedirectResponse(f"/checks/{check_id}", status_code=303)
    check = check_of(session, caller.organisation, check_id)
    given = {"decision": word, "reason": reason}
    return _draw(request, session, check, [problem], given, status=status)


@router.get("/checks/{check_id}/tender-file.pdf")
def tender_file(
    home: InstallationDep, session: SessionDep, organisation: OrganisationDep, check_id: UUID
) -> Response:
    """Return a check as a PDF for the tender file."""
    check = check_of(session, organisation, check_id)
    supplier = supplier_of(session, organisation, check.supplier_id)
    today = datetime.now(UTC).date()
    last = decisions_of(session, [supplier.id], today=today).get(supplier.id)
    contract = check.question.get("contract") or {}
    made = TenderFile(
        council=session.get_one(Organisation, organisation).name,
        check=serialize_check(check, last),
        company_numbers=supplier.company_numbers,
        created_by=check.created_by,
        contract=", ".join(filter(None, (contract.get("reference"), contract.get("title")))),
        documents=documents_by_hash(session, supplier.id),
    )
    pdf = made.pdf(lambda document, number: picture_of_page(home, document, number))
    headers = {"Content-Disposition": f'attachment; filename="tender-file-{check.id}.pdf"'}
    return Response(pdf, media_type="application/pdf", headers=headers)


def _draw(
    request: Request,
    session: SessionDep,
    check: Check,
    problems: list[Problem],
    given: dict[str, str],
    *,
    status: int = 200,
) -> HTMLResponse:
    today = datetime.now(UTC).date()
    last = decisions_of(session, [check.supplier_id], today=today).get(check.supplier_id)
    return page(
        request,
        "checks/check.html",
        status=status,
        check=check,
        answer=serialize_check(check, last),
        version=version_of(last),
        supplier=supplier_of(session, check.organisation_id, check.supplier_id),
        documents=documents_by_hash(session, check.supplier_id),
        decisions=list(Decision),
        given=given,
        problems=problems,
    )
