"""Vet a list: send it, say what its columns hold, see what would be taken, then start."""

from collections.abc import Sequence
from datetime import UTC, datetime
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from pydantic import BaseModel
from sqlmodel import Session

from app.dates import LONDON
from app.features.imports.notices import fetch_process
from app.features.imports.payments import paid_sentence
from app.features.imports.preview import (
    choose_columns,
    columns_seen,
    keep_upload,
    list_seen,
    repeats_seen,
    start,
    upload_of,
)
from app.features.imports.repeats import repeat_choice
from app.features.jobs_admin.serializer import Job, serialize_job
from app.http.dependencies import (
    CallerDep,
    InstallationDep,
    OrganisationDep,
    SessionDep,
    require_scope,
)
from app.installation import Installation
from app.jobs import get_job, list_failures
from app.security.permissions import Scope
from app.web.forms import FormDep, Problem, files_of, text_of
from app.web.templating import page
from models import JobState, RepeatChoice, Upload
from scrapers.errors import ListUnreadable, SourceError, SourceUnavailable
from scrapers.spreadsheets import MANY, Column, Field, SupplierList

router = APIRouter(prefix="/vet", dependencies=[require_scope(Scope.WRITE_SUPPLIERS)])

MOST_BYTES = 50_000_000
SHOWN_ROWS = 100
"""How many row reports a page shows; all of them are in the download."""
FEW_ROWS = 5
"""How many of them stand open, so that the way on is not far below."""


@router.get("", response_class=HTMLResponse)
def ask_page(request: Request) -> HTMLResponse:
    """Show the form that takes a list, statements and answers."""
    return page(request, "imports/upload.html", problems=[])


@router.post("")
def send(
    request: Request,
    home: InstallationDep,
    session: SessionDep,
    organisation: OrganisationDep,
    form: FormDep,
) -> Response:
    """Keep what was sent and go on to its columns."""
    lists, statements = files_of(form, "list"), files_of(form, "statements")
    answers = files_of(form, "answers")
    problems = list(
        _too_large([("list", lists), ("statements", statements), ("answers", answers)])
    )
    if not lists:
        problems.insert(0, Problem("list", "Choose your supplier list, a workbook or a CSV file"))
    if not problems:
        try:
            upload = keep_upload(
                session,
                home.archive,
                organisation,
                supplier_list=lists[0],
                statements=statements,
                answers=answers,
            )
        except ListUnreadable as error:
            problems.append(Problem("list", error.reason))
        else:
            return RedirectResponse(f"/vet/{upload}/columns", status_code=303)
    return page(request, "imports/upload.html", status=422, problems=problems)


@router.get("/find-a-tender", response_class=HTMLResponse)
def notice_page(request: Request) -> HTMLResponse:
    """Show the form that takes a notice on Find a Tender."""
    return page(request, "imports/find_a_tender.html", notice="", problems=[])


@router.post("/find-a-tender")
def add_notice(
    request: Request,
    home: InstallationDep,
    session: SessionDep,
    organisation: OrganisationDep,
    form: FormDep,
) -> Response:
    """Fetch what Find a Tender says of a process and go on to what would be taken from it."""
    notice = text_of(form, "notice", most=500)
    try:
        process = fetch_process(home, notice)
        sent = (process.name, process.data)
        upload = keep_upload(session, home.archive, organisation, supplier_list=sent)
    except ValueError:
        problem = "Enter a notice number such as 037689-2026, or the address of the notice"
    except SourceUnavailable as error:
        problem = (
            "There is no such notice: check the number"
            if error.gone
            else f"Nothing was fetched. {error.reason}. Try again later"
        )
    except SourceError as error:
        problem = f"Nothing was taken in. {error.reason}"
    else:
        return RedirectResponse(f"/vet/{upload}/check", status_code=303)
    problems = [Problem("notice", problem)]
    return page(
        request, "imports/find_a_tender.html", status=422, notice=notice, problems=problems
    )


@router.get("/{upload_id}/columns", response_class=HTMLResponse)
def columns_page(
    request: Request,
    home: InstallationDep,
    session: SessionDep,
    organisation: OrganisationDep,
    upload_id: UUID,
) -> HTMLResponse:
    """Show what each column is taken for, with cells from it, for a person to correct."""
    upload = upload_of(session, organisation, upload_id)
    return page(
        request,
        "imports/columns.html",
        upload=upload,
        seen=columns_seen(home, upload),
        fields=list(Field),
        problems=[],
    )


@router.post("/{upload_id}/columns")
def say_columns(
    request: Request,
    home: InstallationDep,
    session: SessionDep,
    organisation: OrganisationDep,
    upload_id: UUID,
    form: FormDep,
) -> Response:
    """Keep what a person said of the columns, all of them once they changed one."""
    upload = upload_of(session, organisation, upload_id)
    before = columns_seen(home, upload)
    given = {each.index: text_of(form, f"column-{each.index}") for each in before.columns}
    said = {index: Field(word) if word in set(Field) else None for index, word in given.items()}
    unchanged = all(said[each.index] is each.field for each in before.columns)
    if unchanged and not upload.column_mapping and not before.question:
        said = {}
    choose_columns(session, upload, said)
    seen = columns_seen(home, upload)
    problems = _column_problems(seen.columns)
    if problems:
        return page(
            request,
            "imports/columns.html",
            status=422,
            upload=upload,
            seen=seen,
            fields=list(Field),
            problems=problems,
        )
    return RedirectResponse(f"/vet/{upload.id}/check", status_code=303)


@router.get("/{upload_id}/check", response_class=HTMLResponse)
def check_page(
    request: Request,
    home: InstallationDep,
    session: SessionDep,
    organisation: OrganisationDep,
    upload_id: UUID,
) -> HTMLResponse:
    """Show what would be taken from the list, and what not, row by row, before it starts."""
    return _check(request, home, session, upload_of(session, organisation, upload_id), [])


def _check(
    request: Request,
    home: Installation,
    session: Session,
    upload: Upload,
    problems: list[Problem],
) -> HTMLResponse:
    listed = list_seen(home, upload)
    refused = isinstance(listed, str)
    return page(
        request,
        "imports/check.html",
        status=422 if problems else 200,
        problems=problems,
        upload=upload,
        listed=None if refused else listed,
        refused=listed if refused else "",
        paid="" if isinstance(listed, str) else _paid(listed),
        repeated=[] if isinstance(listed, str) else repeats_seen(session, upload, listed),
        noted=[] if isinstance(listed, str) else [row for row in listed.rows if row.notes],
        few_rows=FEW_ROWS,
        shown_rows=SHOWN_ROWS,
        today=datetime.now(LONDON).date(),
    )


def _paid(listed: SupplierList) -> str:
    """What the list paid and when, in a sentence; empty where it holds no payment."""
    if listed.paid is None:
        return ""
    if listed.period is None:
        return paid_sentence(listed.paid, None)
    return paid_sentence(listed.paid, listed.period.period, listed.period.source.value)


@router.post("/{upload_id}/check")
def start_vetting(
    request: Request,
    home: InstallationDep,
    session: SessionDep,
    caller: CallerDep,
    upload_id: UUID,
    form: FormDep,
) -> Response:
    """Start the vetting, once, and go to its progress; a list that repeats another is asked about.

    The question is put where the list would count the same payments twice.
    """
    upload = upload_of(session, caller.organisation, upload_id)
    word = text_of(form, "repeat")
    repeat = repeat_choice(word if word in ("replace", "both") else None)
    if repeat is RepeatChoice.UNDECIDED and upload.job_id is None:
        listed = list_seen(home, upload)
        if not isinstance(listed, str) and repeats_seen(session, upload, listed):
            choose = "Choose whether to replace the older list or to count both"
            return _check(request, home, session, upload, [Problem("repeat", choose)])
    session.expunge(upload)
    job = start(home, upload, caller, at=datetime.now(UTC).date(), repeat=repeat)
    return RedirectResponse(f"/jobs/{job}", status_code=303)


def _column_problems(columns: Sequence[Column]) -> list[Problem]:
    problems = []
    if columns and not any(each.field is Field.SUPPLIER for each in columns):
        problems.append(Problem("column-0", "Say which column names the suppliers"))
    held: set[Field] = set()
    for each in columns:
        if each.field in held and each.field not in MANY | {Field.AMOUNT}:
            message = f"Two columns are said to hold “{each.field.label}”: choose one"
            problems.append(Problem(f"column-{each.index}", message))
        held |= {each.field} if each.field else set()
    return problems


def _too_large(sent: list[tuple[str, list[tuple[str, bytes]]]]) -> list[Problem]:
    return [
        Problem(field, f"{name} is larger than 50 MB: choose a smaller file")
        for field, files in sent
        for name, data in files
        if len(data) > MOST_BYTES
    ]


job_router = APIRouter(prefix="/jobs")

SHOWN = 200
"""Failures that a page names."""


class JobProgress(BaseModel):
    """What the page shows of a job, as the page asks for it again."""

    state: JobState
    doing: str
    done: int
    total: int
    failed: int
    left: str
    finished: bool

    @classmethod
    def of(cls, job: Job) -> "JobProgress":
        """Return what is shown of a job's progress."""
        return cls(
            state=job.state,
            doing=job.error or job.status_text,
            done=job.done,
            total=job.total,
            failed=job.failed,
            left=in_words(job.time_left_s),
            finished=job.state.ended,
        )


def in_words(seconds: int | None) -> str:
    """Return about how long something takes; empty where nobody can know."""
    if seconds is None:
        return ""
    minutes = round(seconds / 60)
    if minutes < 1:
        return "less than a minute left"
    return f"about {minutes} minute{'s' if minutes > 1 else ''} left"


@job_router.get("/{job_id}", response_class=HTMLResponse)
def job_page(
    request: Request, session: SessionDep, organisation: OrganisationDep, job_id: UUID
) -> HTMLResponse:
    """Show how far a job is; a script asks again, and a link does where there is none."""
    job = get_job(session, job_id, organisation=organisation)
    return page(
        request,
        "imports/job.html",
        job=job,
        progress=JobProgress.of(serialize_job(session, job)),
        failures=list_failures(session, job.id, limit=SHOWN),
    )


@job_router.get("/{job_id}/progress")
def job_progress(session: SessionDep, organisation: OrganisationDep, job_id: UUID) -> JobProgress:
    """Return how far a job is, for the page that shows it."""
    return JobProgress.of(
        serialize_job(session, get_job(session, job_id, organisation=organisation))
    )
