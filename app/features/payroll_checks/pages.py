"""Check pay and conditions from rotas, payslips and answers, and keep the result under a name."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlmodel import Session

from app.dates import LONDON
from app.errors import NotFound, Unusable
from app.features.payroll_checks.queries import last_before, saved_checks
from app.features.rates.service import rates_in_force
from app.http.dependencies import CallerDep, OrganisationDep, SessionDep
from app.security.permissions import Scope
from app.web.forms import FormDep, Problem, files_of, text_of
from app.web.printing import print_page
from app.web.templating import draw, page
from models import Supplier
from scoring.findings import Finding
from scoring.reference.vocabulary import Outcome
from scrapers.errors import HeadingsUnclear, SourceError

router = APIRouter(prefix="/check-pay")

GROUPS: tuple[tuple[Outcome, str], ...] = (
    (Outcome.NOT_MET, "Not met"),
    (Outcome.UNKNOWN, "Not known"),
    (Outcome.MET, "Met"),
    (Outcome.NOT_APPLICABLE, "Does not apply"),
)
FIELDS = ("work", "name", "supplier", "contract", "assigned_to")
SUMS = 2_000
"""Payslips whose arithmetic is kept: those that are short first, then those in doubt."""


@router.get("", response_class=HTMLResponse)
def ask_page(request: Request, session: SessionDep, organisation: OrganisationDep) -> HTMLResponse:
    """Show the form that takes rotas, payslips and answers, and the checks that were kept."""
    return _form(request, session, organisation, {}, None)


@router.post("", response_class=HTMLResponse)
def show_result(
    request: Request, session: SessionDep, caller: CallerDep, form: FormDep
) -> Response:
    """Judge what was sent and show every finding; keep the result where it has a name."""
    from app.features.payroll_checks.columns import chosen, columns_meant  # noqa: PLC0415 (polars)
    from app.features.payroll_checks.records import About, keep_check  # noqa: PLC0415 (polars)
    from app.features.payroll_checks.service import check_pay  # noqa: PLC0415 (polars: 1/4 s)

    given = {name: text_of(form, name, most=200) for name in FIELDS}
    lines = [text_of(form, "columns", most=5_000), *chosen(form)]
    given["columns"] = "\n".join(each for each in lines if each)
    again = (request, session, caller.organisation, given)
    files, answers = files_of(form, "files"), files_of(form, "answers")
    if not files and not answers:
        said = "Choose at least one rota, payslip file or sheet of answers"
        return _form(*again, Problem("files", said))
    try:
        with rates_in_force(session, caller.organisation):
            result = check_pay(
                files,
                answers=answers[0][1] if answers else None,
                at=datetime.now(LONDON).date(),
                work=given["work"],
                columns=columns_meant(given["columns"].splitlines(), pointer="/columns"),
                most_sums=SUMS,
            )
    except (SourceError, Unusable) as error:
        return _form(*again, *_problem_and_choices(error))
    if any(given[name] for name in ("name", "supplier", "contract")):
        caller.require(Scope.WRITE_CHECKS)
        about = About(given["name"], given["supplier"], given["contract"], given["assigned_to"])
        try:
            record = keep_check(session, caller, about, result, now=datetime.now(UTC))
        except Unusable as error:
            return _form(*again, Problem((error.pointer or "/name")[1:], error.detail))
        return RedirectResponse(f"/check-pay/{record.id}", status_code=303)
    return page(
        request,
        "payroll_checks/check_pay.html",
        problems=[],
        result=result,
        groups=_groups(result.findings),
    )


@router.get("/{check_id}", response_class=HTMLResponse)
def saved_check_page(
    request: Request, session: SessionDep, organisation: OrganisationDep, check_id: UUID
) -> HTMLResponse:
    """Show a check that was kept, and what changed since the last of the same supplier."""
    from app.features.payroll_checks.records import RESULT, changes_since  # noqa: PLC0415 (polars)

    values = _saved_check(session, organisation, check_id)
    earlier = last_before(session, values["record"])
    changes = changes_since(RESULT.from_json(earlier.result), values["result"]) if earlier else ()
    return page(
        request, "payroll_checks/saved_check.html", earlier=earlier, changes=changes, **values
    )


@router.post("/{check_id}/assignment")
def assign(
    session: SessionDep, caller: CallerDep, check_id: UUID, form: FormDep
) -> RedirectResponse:
    """Say who follows a check up."""
    from app.features.payroll_checks.records import assign_check  # noqa: PLC0415 (polars)

    caller.require(Scope.WRITE_CHECKS)
    assign_check(session, caller, check_id, text_of(form, "assigned_to", most=200))
    return RedirectResponse(f"/check-pay/{check_id}", status_code=303)


@router.get("/{check_id}/{form}")
def download(
    session: SessionDep, organisation: OrganisationDep, check_id: UUID, form: str
) -> Response:
    """Give a check that was kept as a workbook or as a PDF.

    Raises:
        NotFound: There is no such check or form of it.
    """
    from app.features.payroll_checks.as_xlsx import pay_check_workbook  # noqa: PLC0415 (polars)

    values = _saved_check(session, organisation, check_id)
    if form == "xlsx":
        supplier = values["supplier"].name if values["supplier"] else ""
        data = pay_check_workbook(values["record"], supplier, values["result"])
        kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    elif form == "pdf":
        data = print_page(draw("payroll_checks/printed_check.html", **values))
        kind = "application/pdf"
    else:
        raise NotFound("There is no such file.")
    named = f'attachment; filename="check-of-pay-{check_id}.{form}"'
    return Response(data, media_type=kind, headers={"Content-Disposition": named})


def _saved_check(session: Session, organisation: UUID, check_id: UUID) -> dict[str, Any]:
    from app.features.payroll_checks.records import check_of  # noqa: PLC0415 (polars)

    record, result = check_of(session, organisation, check_id)
    supplier = session.get(Supplier, record.supplier_id) if record.supplier_id else None
    return {
        "record": record,
        "result": result,
        "supplier": supplier,
        "groups": _groups(result.findings),
    }


def _form(
    request: Request,
    session: Session,
    organisation: UUID,
    given: dict[str, str],
    problem: Problem | None,
    choices: Sequence[tuple[str, tuple[str, ...]]] = (),
) -> HTMLResponse:
    return page(
        request,
        "payroll_checks/check_pay.html",
        status=422 if problem else 200,
        problems=[problem] if problem else [],
        given=given,
        choices=choices,
        saved=saved_checks(session, organisation),
        result=None,
    )


def _problem_and_choices(
    error: SourceError | Unusable,
) -> tuple[Problem, Sequence[tuple[str, tuple[str, ...]]]]:
    """What to put right in the form, and the choices between two columns."""
    if isinstance(error, HeadingsUnclear):
        said = "Say which column is meant, and choose the files again"
        return Problem("choice-0", said), error.choices
    if isinstance(error, SourceError):
        return Problem("files", error.reason), ()
    return Problem("columns", error.detail), ()


def _groups(findings: Sequence[Finding]) -> list[tuple[str, list[Finding]]]:
    return [(title, _with(findings, outcome)) for outcome, title in GROUPS]


def _with(findings: Sequence[Finding], outcome: Outcome) -> list[Finding]:
    """The findings of an outcome, heaviest first; the urgent route is at the page's head."""
    some = [each for each in findings if each.outcome is outcome and each.rule != "urgent.route"]
    return sorted(some, key=lambda each: -each.severity.rank)
