"""Where an administrator begins: what is to be seen to, and the way to each thing."""

from datetime import UTC, datetime
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlmodel import Session, select

from app.dates import LONDON
from app.errors import Unusable
from app.features.rates.service import rates_in_force
from app.features.users.queries import LONGEST, rename_organisation, waiting_links
from app.features.webhooks.subscriptions import webhooks_of
from app.http.dependencies import CallerDep, OrganisationDep, SessionDep
from app.jobs.queries import jobs_of, workers
from app.security.api_keys import keys_of
from app.security.organisations import UNNAMED
from app.security.users import people_of
from app.web.forms import FormDep, Problem, text_of
from app.web.templating import page
from models import Organisation, Register, RegisterKind
from scoring.reference.law import changes_from, without_day
from scoring.reference.rates import living_wage_stale, minimum_wage_stale

router = APIRouter(prefix="/administration")


@router.get("", response_class=HTMLResponse)
def overview_page(
    request: Request, session: SessionDep, organisation: OrganisationDep
) -> HTMLResponse:
    """Show what there is of each thing, and what needs somebody."""
    name = session.get_one(Organisation, organisation).name
    return _draw(request, session, organisation, name, [])


@router.post("", response_class=HTMLResponse)
def rename(request: Request, session: SessionDep, caller: CallerDep, form: FormDep) -> Response:
    """Name the organisation as its suppliers know it."""
    name = text_of(form, "name", most=LONGEST + 1)
    try:
        rename_organisation(session, caller, name)
    except Unusable as error:
        problems = [Problem("name", error.detail)]
        return _draw(request, session, caller.organisation, name, problems)
    return RedirectResponse("/administration", status_code=303)


def _draw(
    request: Request,
    session: Session,
    organisation: UUID,
    name: str,
    problems: list[Problem],
) -> HTMLResponse:
    now = datetime.now(UTC)
    today = now.astimezone(LONDON).date()
    keys = keys_of(session, organisation)
    with rates_in_force(session, organisation):
        stale = [each for each in (living_wage_stale(today), minimum_wage_stale(today)) if each]
    hooks = webhooks_of(session, organisation)
    return page(
        request,
        "users/overview.html",
        status=422 if problems else 200,
        name=name,
        unnamed=name == UNNAMED,
        problems=problems,
        people=sum(each.active for each in people_of(session, organisation)),
        links=len(waiting_links(session, organisation, now=now)),
        keys=sum(
            each.revoked_at is None and (each.expires_at is None or each.expires_at > now)
            for each in keys
        ),
        webhooks=len(hooks),
        stopped=sum(not each.active for each in hooks),
        registers=len(session.exec(select(Register.kind)).all()),
        registers_known=len(RegisterKind),
        stale=stale,
        law_change=next(iter(changes_from(today)), None),
        laws_without_day=len(without_day()),
        failed=len(jobs_of(session, organisation, with_failures=True)),
        workers=len(workers(session)),
    )
