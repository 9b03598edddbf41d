"""Pages by which people get in: signing in and out, and the link that works once."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlmodel import Session

from app.errors import CandourError, NotFound, NotSignedIn, TooMany
from app.http.dependencies import InstallationDep, caller_address, signing_key_of
from app.installation import Installation
from app.security.authentication import COOKIE
from app.security.failed_attempts import (
    begin_attempt,
    browser_mark,
    counters,
    forget_attempts,
)
from app.security.oidc import CALLBACK, LIFE_S, OidcProvider, configured
from app.security.users import authenticate_password, open_link, sign_in, sign_out, use_link
from app.settings import Settings
from app.web.templating import page
from models import Person
from models.person import Role

router = APIRouter()
_FIRST = {
    Role.OFFICER: "/work-queue",
    Role.APPROVER: "/work-queue",
    Role.SUPPLIER: "/own",
    Role.BOARD_READER: "/board",
}
"""Where a person of a role begins who asked for no page; all others with the list of suppliers."""
ELSEWHERE = "candour_elsewhere"
"""The cookie that is kept while a person signs in elsewhere."""
BROWSER = "candour_browser"
"""The cookie by which a browser is known in which a person has signed in before."""
BROWSER_LIFE_S = 365 * 86_400

_WRONG = "The email address or the password is not right."


@router.get("/sign-in", response_class=HTMLResponse)
def sign_in_page(request: Request, home: InstallationDep, next: str = "/") -> HTMLResponse:
    """Show the form to sign in with."""
    return _form(request, home.settings, next=next)


@router.post("/sign-in", response_class=HTMLResponse)
def try_to_sign_in(
    request: Request,
    home: InstallationDep,
    email: Annotated[str, Form(max_length=254)] = "",
    password: Annotated[str, Form(max_length=1000)] = "",
    next: Annotated[str, Form(max_length=1000)] = "/",
) -> Response:
    """Sign a person in, or say that address or password is not right, and not which."""
    try:
        begun = _begun(request, home, email, password)
    except TooMany as error:
        message, status = error.detail, error.status
        refused = _form(
            request, home.settings, next=next, email=email, error=message, status=status
        )
        refused.headers.update(error.headers)
        return refused
    if begun:
        return _remembered(request, home, signed_in(home.settings, *begun, next), email)
    return _form(request, home.settings, next=next, email=email, error=_WRONG, status=422)


def _begun(
    request: Request, home: Installation, email: str, password: str
) -> tuple[str, Role] | None:
    """Begin a session where the password is right; None where it is not, which is counted.

    Raises:
        TooMany: Nothing is tried yet, after too many wrong passwords.
    """
    now = datetime.now(UTC)
    counted = counters(
        email,
        caller_address(request),
        browser=request.cookies.get(BROWSER, ""),
        signing=signing_key_of(request),
    )
    with home.database.session() as session:
        begin_attempt(session, counted, now=now)
    with home.database.session() as session:
        person = authenticate_password(session, email, password)
        if person is None:
            return None
        forget_attempts(session, counted, now=now)
        return _begin_session(request, home, session, person), person.role


def _remembered(request: Request, home: Installation, answer: Response, email: str) -> Response:
    """Give the browser a mark by which it is known at the account's next attempt to sign in."""
    mark = browser_mark(email, signing=signing_key_of(request))
    _keep(answer, home.settings, BROWSER, mark, BROWSER_LIFE_S)
    return answer


def _begin_session(request: Request, home: Installation, session: Session, person: Person) -> str:
    return sign_in(
        session,
        person,
        hours=home.settings.session_hours,
        now=datetime.now(UTC),
        browser=request.headers.get("user-agent", ""),
    )


@router.get("/sign-in/elsewhere")
def sign_in_elsewhere(request: Request, home: InstallationDep, next: str = "/") -> Response:
    """Send a person to their organisation's own sign-in."""
    if not configured(home.settings):
        raise NotFound("People sign in with a password here.")
    try:
        begun = _issuer(request, home).begin(_own(next))
    except NotSignedIn as error:
        return _form(request, home.settings, next=next, error=error.detail, status=503)
    there = RedirectResponse(begun.address, status_code=303)
    _keep(there, home.settings, ELSEWHERE, begun.state_token, LIFE_S)
    return there


@router.get(CALLBACK)
def come_back(
    request: Request,
    home: InstallationDep,
    state: str = "",
    code: str = "",
    iss: str = "",
) -> Response:
    """Sign in a person who comes back from their organisation's own sign-in."""
    if not configured(home.settings):
        raise NotFound("People sign in with a password here.")
    state_token = request.cookies.get(ELSEWHERE, "")
    try:
        with home.database.session() as session:
            person, next = _issuer(request, home).end(
                session, state_token=state_token, state=state, code=code, issuer=iss
            )
            token = _begin_session(request, home, session, person)
            role = person.role
    except NotSignedIn as error:
        return _form(request, home.settings, next="/", error=error.detail, status=403)
    there = signed_in(home.settings, token, role, next)
    there.delete_cookie(ELSEWHERE)
    return there


def _issuer(request: Request, home: Installation) -> OidcProvider:
    return OidcProvider(home.settings, signing_key_of(request))


@router.post("/sign-out")
def end(request: Request, home: InstallationDep) -> RedirectResponse:
    """End the session of this browser."""
    token = request.cookies.get(COOKIE, "")
    with home.database.session() as session:
        sign_out(session, token, now=datetime.now(UTC))
    gone = RedirectResponse("/sign-in", status_code=303)
    gone.delete_cookie(COOKIE)
    return gone


@router.get("/welcome/{token}", response_class=HTMLResponse)
def welcome_page(request: Request, home: InstallationDep, token: str) -> HTMLResponse:
    """Show the form by which the person of a link joins, or sets a new password."""
    try:
        with home.database.session() as session:
            link = open_link(session, token, now=datetime.now(UTC))
    except CandourError as error:
        return page(request, "users/gone.html", detail=error.detail, status=404)
    return page(
        request,
        "users/welcome.html",
        name=link.name,
        email=link.email,
        known=link.person_id is not None,
        error="",
    )


@router.post("/welcome/{token}", response_class=HTMLResponse)
def join(
    request: Request,
    home: InstallationDep,
    token: str,
    name: Annotated[str, Form(max_length=200)] = "",
    email: Annotated[str, Form(max_length=254)] = "",
    password: Annotated[str, Form(max_length=1000)] = "",
) -> Response:
    """Let the person of a link in and sign them in."""
    now = datetime.now(UTC)
    try:
        with home.database.session() as session:
            link = open_link(session, token, now=now)
            name, email = name or link.name, link.email or email
            person = use_link(session, token, name=name, email=email, password=password, now=now)
            opened = _begin_session(request, home, session, person)
            role = person.role
    except CandourError as error:
        return page(
            request,
            "users/welcome.html",
            name=name,
            email=email,
            known=False,
            error=error.detail,
            status=error.status,
        )
    return _remembered(request, home, signed_in(home.settings, opened, role, "/"), email)


def signed_in(settings: Settings, token: str, role: Role, next: str) -> Response:
    """Send a person who has signed in on their way, with the cookie of their session."""
    target = _own(next)
    first = _FIRST.get(role, "/") if target == "/" else target
    there = RedirectResponse(first, status_code=303)
    _keep(there, settings, COOKIE, token, int(settings.session_hours * 3600))
    return there


def _keep(answer: Response, settings: Settings, name: str, value: str, seconds: int) -> None:
    answer.set_cookie(
        name,
        value,
        max_age=seconds,
        httponly=True,
        samesite="lax",
        secure=settings.address.startswith("https://"),
    )


def _own(next: str) -> str:
    """Where to go on: only to our own pages, whatever an address asks for."""
    fine = next.startswith("/") and not next.startswith(("//", "/\\")) and next.isprintable()
    return next if fine else "/"


def _form(
    request: Request,
    settings: Settings,
    *,
    next: str,
    email: str = "",
    error: str = "",
    status: int = 200,
) -> HTMLResponse:
    return page(
        request,
        "users/sign_in.html",
        next=_own(next),
        email=email,
        error=error,
        elsewhere=configured(settings),
        status=status,
    )
