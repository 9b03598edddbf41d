"""A person's own account: the browsers in which they are signed in, each to be ended by them."""

from datetime import UTC, datetime
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from app.errors import NotFound
from app.http.dependencies import CallerDep, SessionDep
from app.security import audit_log
from app.security.authentication import COOKIE
from app.security.principal import AuthMethod, Principal
from app.security.sessions import end_session, end_sessions, sessions_of
from app.security.tokens import digest
from app.web.templating import page

router = APIRouter(prefix="/account")


@router.get("", response_class=HTMLResponse)
def account_page(request: Request, session: SessionDep, caller: CallerDep) -> HTMLResponse:
    """Show where the person is signed in."""
    person = _person_of(caller)
    drawn = page(
        request,
        "users/account.html",
        sessions=sessions_of(session, person, now=datetime.now(UTC)),
        this=digest(request.cookies.get(COOKIE, "")),
    )
    drawn.headers["Cache-Control"] = "no-store"
    return drawn


@router.post("/sessions/end-others")
def end_other_sessions(
    request: Request, session: SessionDep, caller: CallerDep
) -> RedirectResponse:
    """Sign the person out everywhere else."""
    person, token = _person_of(caller), request.cookies.get(COOKIE, "")
    end_sessions(session, person, now=datetime.now(UTC), besides=token)
    audit_log.record(session, caller, "person.ended_other_sessions", f"people/{person}")
    return RedirectResponse("/account", status_code=303)


@router.post("/sessions/{session_id}/end")
def end_one_session(session: SessionDep, caller: CallerDep, session_id: UUID) -> RedirectResponse:
    """Sign the person out in one browser."""
    person = _person_of(caller)
    end_session(session, person, session_id, now=datetime.now(UTC))
    audit_log.record(session, caller, "person.ended_session", f"people/{person}")
    return RedirectResponse("/account", status_code=303)


def _person_of(caller: Principal) -> UUID:
    """Return who is signed in; a program and this machine itself have no account."""
    if caller.by is not AuthMethod.SIGN_IN:
        raise NotFound("Only people who sign in have an account.")
    return UUID(caller.id)
