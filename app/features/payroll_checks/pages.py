"""Check pay and conditions from a sample of rotas, payslips and answers; nothing is kept."""

from collections.abc import Sequence
from datetime import datetime

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from app.dates import LONDON
from app.web.forms import FormDep, Problem, files_of
from app.web.templating import page
from scoring.findings import Finding
from scoring.reference.vocabulary import Outcome
from scrapers.errors import SourceError

router = APIRouter(prefix="/check-pay")

GROUPS: tuple[tuple[Outcome, str], ...] = (
    (Outcome.NOT_MET, "Not met"),
    (Outcome.UNKNOWN, "Not known"),
    (Outcome.MET, "Met"),
    (Outcome.NOT_APPLICABLE, "Does not apply"),
)


@router.get("", response_class=HTMLResponse)
def ask_page(request: Request) -> HTMLResponse:
    """Show the form that takes rotas, payslips, a list of workers and answers."""
    return page(request, "payroll_checks/check_pay.html", problems=[], result=None)


@router.post("", response_class=HTMLResponse)
def show_result(request: Request, form: FormDep) -> HTMLResponse:
    """Judge what was sent, show every finding with file and row, and keep nothing."""
    from app.features.payroll_checks.service import check_pay  # noqa: PLC0415 (polars: 1/4 s)

    files, answers = files_of(form, "files"), files_of(form, "answers")
    if not files and not answers:
        problem = Problem("files", "Choose at least one rota, payslip file or sheet of answers")
        return _again(request, problem)
    try:
        result = check_pay(
            files,
            answers=answers[0][1] if answers else None,
            at=datetime.now(LONDON).date(),
        )
    except SourceError as error:
        return _again(request, Problem("files", error.reason))
    groups = [(title, _with(result.findings, outcome)) for outcome, title in GROUPS]
    return page(
        request, "payroll_checks/check_pay.html", problems=[], result=result, groups=groups
    )


def _again(request: Request, problem: Problem) -> HTMLResponse:
    return page(
        request, "payroll_checks/check_pay.html", status=422, problems=[problem], result=None
    )


def _with(findings: Sequence[Finding], outcome: Outcome) -> list[Finding]:
    """The findings of an outcome, heaviest first; the urgent route stands at the page's head."""
    some = [each for each in findings if each.outcome is outcome and each.rule != "urgent.route"]
    return sorted(some, key=lambda each: -each.severity.rank)
