"""The page on which an administrator sends a register's download to be loaded."""

from datetime import UTC, date, datetime
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from app.features.monitoring.register_files import COMPANIES, REGISTERS, enqueue_register
from app.http.dependencies import CallerDep, InstallationDep, SessionDep
from app.web.forms import FormDep, Problem, day_of, files_of, text_of
from app.web.templating import page
from models import RegisterKind

router = APIRouter(prefix="/sources/load")

FORMS = {
    COMPANIES: "Companies House’s snapshot of live companies (zip or CSV), or any list of "
    "companies with names and numbers",
    RegisterKind.STATEMENT_REGISTRY: "A year’s download of the modern slavery statement registry",
    RegisterKind.LIVING_WAGE_EMPLOYERS: "A list of accredited Living Wage employers",
    RegisterKind.LABOUR_LICENCES: "The public register of licensed labour providers",
    RegisterKind.DEBARMENT_LIST: "The debarment list, as you keep it in a table",
}
"""What file each register is loaded from, in words for a person."""


@router.get("", response_class=HTMLResponse)
def load_page(
    request: Request, register: Annotated[str, Query(max_length=40)] = ""
) -> HTMLResponse:
    """Show the form that takes a register's file and the day on which it was true."""
    return _draw(request, register, [])


@router.post("")
def load(
    request: Request,
    home: InstallationDep,
    session: SessionDep,
    caller: CallerDep,
    form: FormDep,
) -> Response:
    """Put the file in the queue, and lead to the job that shows how far it is."""
    register, files = text_of(form, "register", most=40), files_of(form, "file")
    today = datetime.now(UTC).date()
    problems = []
    if register not in REGISTERS:
        problems.append(Problem("register", "Choose which register the file is"))
    if not files:
        problems.append(Problem("file", "Choose the file that you downloaded"))
    as_at: date | None = today
    try:
        as_at = day_of(form, "as_at") or today
    except ValueError:
        problems.append(Problem("as_at", "Enter a real day, like 31 10 2026"))
    if as_at and as_at > today:
        problems.append(Problem("as_at", "The day must be today or earlier"))
    if problems or as_at is None:
        return _draw(request, register, problems)
    name, data = files[0]
    job = enqueue_register(
        home,
        caller,
        register,
        name=name,
        data=data,
        as_at=as_at,
        even_if_shorter=bool(text_of(form, "shorter")),
        within=session,
    )
    return RedirectResponse(f"/jobs/{job}", status_code=303)


def _draw(request: Request, register: str, problems: list[Problem]) -> HTMLResponse:
    return page(
        request,
        "monitoring/load_register.html",
        status=422 if problems else 200,
        register=register,
        forms=FORMS,
        problems=problems,
    )
