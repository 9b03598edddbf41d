"""API keys of the organisation's programs: made and shown once, listed by prefix, revoked."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from sqlmodel import Session
from starlette.datastructures import FormData

from app.dates import LONDON
from app.errors import Unusable
from app.http.dependencies import CallerDep, InstallationDep, OrganisationDep, SessionDep
from app.security.api_keys import key_of, keys_of, make_key, revoke_key
from app.security.permissions import GRANTS, MEANING, Scope
from app.web.forms import FormDep, Problem, day_of, text_of
from app.web.templating import page
from models.person import Role

router = APIRouter(prefix="/keys")

A_YEAR = timedelta(days=365)
"""What the form suggests as a key's life (ours: long enough to plan its change, and no longer)."""


@router.get("", response_class=HTMLResponse)
def keys_page(
    request: Request, session: SessionDep, organisation: OrganisationDep
) -> HTMLResponse:
    """Show every key without its secret, and the form for a new one."""
    day = datetime.now(LONDON).date() + A_YEAR
    given: dict[str, object] = {"scopes": (), "day": (day.day, day.month, day.year)}
    return _draw(request, session, organisation, given, [])


@router.post("", response_class=HTMLResponse)
def make(
    request: Request, session: SessionDep, home: InstallationDep, caller: CallerDep, form: FormDep
) -> HTMLResponse:
    """Make a key and show its secret this once."""
    name, scopes = text_of(form, "name", most=200), _scopes(form)
    problems = []
    if not name:
        problems.append(Problem("name", "Enter a name, such as the program’s"))
    if not scopes:
        problems.append(Problem("scopes", "Choose at least one thing that the program may do"))
    day: date | None = None
    try:
        day = day_of(form, "expires")
    except ValueError:
        message = "Enter a real day, such as 31 3 2027, or leave all three empty"
        problems.append(Problem("expires", message))
    if not problems:
        try:
            with session.begin_nested():
                made = make_key(
                    session,
                    caller,
                    name=name,
                    scopes=scopes,
                    expires_at=_end_of(day) if day else None,
                    now=datetime.now(UTC),
                )
        except Unusable as error:
            field = "expires" if error.pointer == "/expires_at" else "scopes"
            problems = [Problem(field, error.detail)]
        else:
            drawn = page(request, "users/new_key.html", made=made, address=home.settings.address)
            drawn.headers["Cache-Control"] = "no-store"
            return drawn
    parts = tuple(text_of(form, f"expires-{part}") for part in ("day", "month", "year"))
    given: dict[str, object] = {"name": name, "scopes": scopes, "day": parts}
    return _draw(request, session, caller.organisation, given, problems)


@router.get("/{key_id}/revoke", response_class=HTMLResponse)
def ask_to_revoke(
    request: Request, session: SessionDep, organisation: OrganisationDep, key_id: UUID
) -> HTMLResponse:
    """Ask whether a key is really to be revoked: a program stops at once."""
    rows = key_of(session, organisation, key_id)
    return page(request, "users/revoke_key.html", key=rows)


@router.post("/{key_id}/revoke")
def revoke(session: SessionDep, caller: CallerDep, key_id: UUID) -> RedirectResponse:
    """Make a key open nothing from now on."""
    revoke_key(session, caller, key_id, now=datetime.now(UTC))
    return RedirectResponse("/keys", status_code=303)


def _scopes(form: FormData) -> list[Scope]:
    known = set(Scope)
    return [Scope(each) for each in form.getlist("scopes") if each in known]


def _end_of(day: date) -> datetime:
    """The last second of a day in London."""
    return datetime.combine(day, time(23, 59, 59), LONDON)


def _draw(
    request: Request,
    session: Session,
    organisation: UUID,
    given: dict[str, object],
    problems: Sequence[Problem],
) -> HTMLResponse:
    return page(
        request,
        "users/keys.html",
        status=422 if problems else 200,
        keys=keys_of(session, organisation),
        now=datetime.now(UTC),
        scopes={each: MEANING[each] for each in Scope if each in GRANTS[Role.API_CLIENT]},
        given=given,
        problems=problems,
    )
