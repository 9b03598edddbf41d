"""Pages for a business without an account: check a statement, and share what it showed, or not."""

from collections.abc import Mapping
from datetime import UTC, datetime
from types import MappingProxyType

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.datastructures import FormData

from app.dates import LONDON
from app.errors import TooMany, Unusable
from app.features.self_assessment.judging import EarlierUnreadable, File, SelfChecked
from app.features.self_assessment.service import self_check, self_check_at
from app.features.self_assessment.sharing import (
    DAYS,
    end_sharing,
    read_shared,
    reading_secret,
    seal,
    share,
    shared_by,
    shared_result,
)
from app.features.self_assessment.turns import Busy
from app.http.dependencies import (
    InstallationDep,
    SessionDep,
    caller_address,
    public_address,
    rate_limiter_of,
    signing_key_of,
)
from app.installation import Installation
from app.web.forms import FormDep, Problem, files_of, text_of
from app.web.templating import page
from scoring.statements.terminology import SOURCE
from scrapers.errors import DocumentUnreadable, FetchRefused, SourceUnavailable

router = APIRouter(prefix="/check-your-statement")

MOST_TEXT = 300_000
"""Characters that may be pasted: some fifty times a usual statement."""
MOST_SEALED = 800_000
"""Characters of a result on its way back to be shared."""
_INSTEAD = "Save it and choose the file instead, or paste its text"

OWN_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "law.approval": "Have the board approve it, and say so with the date of its meeting.",
        "law.signature": "Have a director sign it, with name, role and date in words: a signature "
        "that is a picture cannot be read.",
        "law.yearly": "Publish a statement for each financial year, within six months of its end, "
        "and name the year’s last day in it.",
        "law.homepage": "Link to it from your home page, by name, where everyone sees it.",
        "law.areas": "Add a short section on each missing topic. If you have done nothing yet, "
        "say so and say what you plan.",
    }
)
"""What to do about a duty, to the business itself: the rules say it to whoever asks the business.

Sources: Modern Slavery Act 2015, section 54; Home Office, Transparency in supply chains (March
2025), on the six months.
"""


@router.get("", response_class=HTMLResponse)
def ask_page(request: Request) -> HTMLResponse:
    """Show the form that takes a statement as a file, a link or text."""
    return _draw_form(request, [], link="", pasted="")


@router.post("", response_class=HTMLResponse)
def show_result(request: Request, home: InstallationDep, form: FormDep) -> HTMLResponse:
    """Read and judge what was sent, show it on one page, and keep nothing."""
    link = text_of(form, "link", most=2_001)
    pasted = text_of(form, "text", most=MOST_TEXT + 1)
    read = (
        Problem("text", f"Paste the statement alone: at most {MOST_TEXT:,} characters are read")
        if len(pasted) > MOST_TEXT
        else _uploaded(request, home, form, link, pasted)
    )
    if isinstance(read, Problem):
        return _draw_form(request, [read], link=link, pasted=pasted)
    name, checked = read
    now = datetime.now(UTC)
    result = shared_result(checked, name=name, at=now.astimezone(LONDON).date())
    sealed = seal(signing_key_of(request), result, now=now)
    return page(
        request,
        "self_assessment/result.html",
        result=checked,
        name=name,
        terms_source=SOURCE,
        own_words=OWN_WORDS,
        sealed=sealed if len(sealed) <= MOST_SEALED else "",
        days=DAYS,
    )


@router.post("/sharing", response_class=HTMLResponse)
def begin_sharing(request: Request, session: SessionDep, form: FormDep) -> Response:
    """Keep a result that was just shown, and give the links to it."""
    days = text_of(form, "days")
    try:
        own = share(
            session,
            signing_key_of(request),
            text_of(form, "sealed", most=MOST_SEALED),
            days=int(days) if days.isascii() and days.isdecimal() else 0,
            now=datetime.now(UTC),
        )
    except Unusable as error:
        return _draw_form(request, [Problem("statement", error.detail)], link="", pasted="")
    return RedirectResponse(f"/check-your-statement/sharing/{own}", status_code=303)


@router.get("/sharing/{own}", response_class=HTMLResponse)
def sharing_page(request: Request, session: SessionDep, own: str) -> HTMLResponse:
    """Show a business what it shares, until when, and how to end it."""
    shared = shared_by(session, own)
    address = f"{public_address(request)}/check-your-statement/shared/{reading_secret(own)}"
    return page(
        request,
        "self_assessment/sharing.html",
        shared=shared,
        over=shared.payload is None or datetime.now(LONDON).date() > shared.open_until,
        address=address,
        own=f"{public_address(request)}/check-your-statement/sharing/{own}",
    )


@router.post("/sharing/{own}/end")
def stop_sharing(session: SessionDep, own: str) -> RedirectResponse:
    """End the link, and throw away what it showed."""
    end_sharing(session, own, now=datetime.now(UTC))
    return RedirectResponse(f"/check-your-statement/sharing/{own}", status_code=303)


@router.get("/shared/{secret}", response_class=HTMLResponse)
def shared_page(request: Request, session: SessionDep, secret: str) -> HTMLResponse:
    """Show whoever holds the link what a statement showed."""
    shared, result = read_shared(session, secret, today=datetime.now(LONDON).date())
    drawn = page(request, "self_assessment/shared.html", shared=shared, result=result)
    drawn.headers["X-Robots-Tag"] = "noindex"
    return drawn


def _uploaded(
    request: Request, home: Installation, form: FormData, link: str, pasted: str
) -> tuple[str, SelfChecked] | Problem:
    """What a statement shows, or the problem beside the field that has it."""
    sent, earlier = files_of(form, "statement"), files_of(form, "earlier")
    before = earlier[0] if earlier else None
    fields: dict[str, object] = {"statement": sent, "link": link, "text": pasted}
    given = [field for field, value in fields.items() if value]
    if not given:
        return Problem("statement", "Choose your statement, give a link to it, or paste its text")
    if len(given) > 1:
        return Problem(given[1], "Choose one: a file, a link or pasted text")
    try:
        if link:
            return _fetched(request, home, link, before)
        name, data = sent[0] if sent else ("The text", pasted.encode())
        today, address = datetime.now(LONDON).date(), caller_address(request)
        return name, self_check(home, (name, data), earlier=before, at=today, caller=address)
    except DocumentUnreadable as error:
        field = "earlier" if isinstance(error, EarlierUnreadable) else given[0]
        return Problem(field, f"We cannot read it: {error.reason}")
    except Busy as busy:
        return Problem(given[0], busy.text)


def _fetched(
    request: Request, home: Installation, link: str, before: File | None
) -> tuple[str, SelfChecked] | Problem:
    """The same of a statement at an address; nobody may have many fetched in a short time."""
    today, address = datetime.now(LONDON).date(), caller_address(request)
    try:
        rate_limiter_of(request).hit_failed_attempt(f"fetch for {address}")
        return self_check_at(home, link, earlier=before, at=today, caller=address)
    except (FetchRefused, SourceUnavailable) as error:
        return Problem("link", f"We cannot fetch it: {error.reason}. {_INSTEAD}")
    except TooMany:
        return Problem("link", f"Too many links were fetched for you just now. {_INSTEAD}")


def _draw_form(
    request: Request, problems: list[Problem], *, link: str, pasted: str
) -> HTMLResponse:
    return page(
        request,
        "self_assessment/check.html",
        status=422 if problems else 200,
        problems=problems,
        link=link,
        pasted=pasted,
    )
