"""Pages for a business without an account: check a statement, with nothing kept."""

from datetime import datetime

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from app.pipeline.self_check import Busy, self_check
from app.web.drawing import LONDON, page
from app.web.forms import FormDep, Problem, files_of, text_of
from scoring.terminology import SOURCE
from scrapers.errors import DocumentUnreadable

router = APIRouter(prefix="/check-your-statement")

MOST_TEXT = 300_000
"""Characters that may be pasted: some fifty times a usual statement."""


@router.get("", response_class=HTMLResponse)
def ask_page(request: Request) -> HTMLResponse:
    """Show the form that takes a statement as a file or as text."""
    return page(request, "business/check.html", problems=[], pasted="")


@router.post("", response_class=HTMLResponse)
def show_result(request: Request, form: FormDep) -> HTMLResponse:
    """Read and judge what was sent, show it on one page, and keep nothing."""
    pasted = text_of(form, "text", most=MOST_TEXT)
    sent, earlier = files_of(form, "statement"), files_of(form, "earlier")
    problem: Problem | None = None
    if not sent and not pasted:
        problem = Problem("statement", "Choose your statement, or paste its text")
    elif sent and pasted:
        problem = Problem("text", "Either choose a file or paste text, not both")
    else:
        name, data = sent[0] if sent else ("The text", pasted.encode())
        try:
            found = self_check(
                data,
                name=name,
                earlier=earlier[0] if earlier else None,
                at=datetime.now(LONDON).date(),
            )
        except DocumentUnreadable as error:
            problem = Problem(
                "statement" if sent else "text", f"We cannot read it: {error.reason}"
            )
        except Busy:
            told = "Others are being read just now. Try again in a minute"
            problem = Problem("statement", told)
        else:
            return page(
                request, "business/result.html", found=found, name=name, terms_source=SOURCE
            )
    return page(request, "business/check.html", status=422, problems=[problem], pasted=pasted)
