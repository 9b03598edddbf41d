"""Who may come in: people and their roles, the links that let them in, and keeping them out."""

from datetime import UTC, datetime
from types import MappingProxyType
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlmodel import Session
from starlette.datastructures import FormData

from app.errors import CandourError, Changed, Unusable
from app.features.checks.question import SupplierQuery
from app.features.suppliers.lookup import find_supplier
from app.features.users.queries import last_sign_ins, waiting_links
from app.http.dependencies import CallerDep, InstallationDep, OrganisationDep, SessionDep
from app.installation import Installation
from app.security.principal import Principal
from app.security.users import (
    InvitationLink,
    change_person,
    invite,
    people_of,
    person_of,
    withdraw_link,
)
from app.web.forms import FormDep, Problem, text_of
from app.web.templating import page
from models import Person
from models.person import Role

router = APIRouter(prefix="/people")

ROLES: MappingProxyType[Role, str] = MappingProxyType(
    {
        Role.OFFICER: "Sends lists, asks checks, agrees actions",
        Role.APPROVER: "Does what an officer does, and decides on checks",
        Role.BOARD_READER: "Reads, and changes nothing",
        Role.ADMINISTRATOR: "Does everything, and manages people, keys and webhooks",
        Role.SUPPLIER: "Sees its own record, statements and actions, not how it was judged",
    }
)
"""The roles that people may have, in the order in which a form offers them."""


@router.get("", response_class=HTMLResponse)
def people_page(
    request: Request, session: SessionDep, organisation: OrganisationDep
) -> HTMLResponse:
    """Show everyone with role and last sign-in, links not used yet, and the form for a new one."""
    return _draw_people(request, session, organisation, {}, [])


@router.post("", response_class=HTMLResponse)
def invite_user(
    request: Request, session: SessionDep, home: InstallationDep, caller: CallerDep, form: FormDep
) -> HTMLResponse:
    """Make a link by which somebody joins, and show it this once."""
    given = {name: text_of(form, name, most=400) for name in ("email", "name", "role", "supplier")}
    problems = _problems(given)
    if not problems:
        try:
            with session.begin_nested():
                made = _invited(session, caller, given)
        except CandourError as error:
            problems = [Problem(_field(error), error.detail)]
        else:
            return _draw_link(request, home, made, None)
    return _draw_people(request, session, caller.organisation, given, problems)


@router.post("/links/{link_id}/withdraw")
def revoke_invitation(session: SessionDep, caller: CallerDep, link_id: UUID) -> RedirectResponse:
    """Let a link that was not used let nobody in any more."""
    withdraw_link(session, caller, link_id, now=datetime.now(UTC))
    return RedirectResponse("/people", status_code=303)


@router.get("/{person_id}", response_class=HTMLResponse)
def person_page(
    request: Request,
    session: SessionDep,
    organisation: OrganisationDep,
    person_id: UUID,
    changed: bool = False,
) -> HTMLResponse:
    """Show one person and what may be changed."""
    return _draw_person(request, session, person_of(session, organisation, person_id), [], changed)


@router.post("/{person_id}", response_class=HTMLResponse)
def change(
    request: Request, session: SessionDep, caller: CallerDep, person_id: UUID, form: FormDep
) -> Response:
    """Give a person another role, keep them out, or let them in again."""
    person = person_of(session, caller.organisation, person_id)
    problems = []
    if text_of(form, "version") != str(person.version):
        problems = [
            Problem(
                "role", "Another administrator changed this person. The current details are below"
            )
        ]
    else:
        try:
            with session.begin_nested():
                role, active = _wanted(form)
                change_person(session, caller, person, role=role, active=active)
        except (Unusable, Changed) as error:
            problems = [Problem("role", error.detail)]
    if problems:
        return _draw_person(request, session, person, problems)
    return RedirectResponse(f"/people/{person_id}?changed=true", status_code=303)


@router.post("/{person_id}/link", response_class=HTMLResponse)
def new_password(
    request: Request,
    session: SessionDep,
    home: InstallationDep,
    caller: CallerDep,
    person_id: UUID,
) -> HTMLResponse:
    """Make a link by which a person sets a new password, and show it this once."""
    person = person_of(session, caller.organisation, person_id)
    made = invite(
        session,
        caller,
        person.role,
        email=person.email,
        supplier=person.supplier_id,
        person=person,
        now=datetime.now(UTC),
    )
    return _draw_link(request, home, made, person)


def _problems(given: dict[str, str]) -> list[Problem]:
    problems = []
    address, _, host = given["email"].partition("@")
    if not address or "." not in host or any(each.isspace() for each in given["email"]):
        message = "Enter an email address, such as name@example.gov.uk"
        problems.append(Problem("email", message))
    if given["role"] not in ROLES:
        problems.append(Problem("role", "Choose what they may do"))
    if given["role"] == Role.SUPPLIER and not given["supplier"]:
        problems.append(Problem("supplier", "Enter the supplier’s name as your list has it"))
    return problems


def _invited(session: Session, caller: Principal, given: dict[str, str]) -> InvitationLink:
    supplier = None
    if given["role"] == Role.SUPPLIER:
        wanted = SupplierQuery(name=given["supplier"])
        try:
            supplier = find_supplier(session, caller.organisation, wanted).id
        except CandourError as error:
            raise Unusable(error.detail, pointer="/supplier") from error
    return invite(
        session,
        caller,
        Role(given["role"]),
        email=given["email"][:254],
        name=given["name"][:200],
        supplier=supplier,
        now=datetime.now(UTC),
    )


def _field(error: CandourError) -> str:
    pointer = error.pointer.strip("/") if isinstance(error, Unusable) else ""
    return pointer or "email"


def _wanted(form: FormData) -> tuple[Role | None, bool | None]:
    """What a person's form asks for: a role, or whether they may come in."""
    active = {"out": False, "in": True}.get(text_of(form, "let"))
    role = text_of(form, "role")
    if active is None and role not in ROLES:
        raise Unusable("Choose what they may do.", pointer="/role")
    return Role(role) if active is None else None, active


def _draw_people(
    request: Request,
    session: Session,
    organisation: UUID,
    given: dict[str, str],
    problems: list[Problem],
) -> HTMLResponse:
    return page(
        request,
        "users/users.html",
        status=422 if problems else 200,
        people=people_of(session, organisation),
        last=last_sign_ins(session, organisation),
        links=waiting_links(session, organisation, now=datetime.now(UTC)),
        roles=ROLES,
        given=given,
        problems=problems,
    )


def _draw_person(
    request: Request,
    session: Session,
    person: Person,
    problems: list[Problem],
    changed: bool = False,
) -> HTMLResponse:
    return page(
        request,
        "users/user.html",
        status=422 if problems else 200,
        person=person,
        last=last_sign_ins(session, person.organisation_id).get(person.id),
        roles={role: label for role, label in ROLES.items() if role is not Role.SUPPLIER},
        problems=problems,
        changed=changed,
    )


def _draw_link(
    request: Request, home: Installation, made: InvitationLink, person: Person | None
) -> HTMLResponse:
    drawn = page(
        request,
        "users/link.html",
        link=home.settings.address + made.path,
        made=made.row,
        person=person,
    )
    drawn.headers["Cache-Control"] = "no-store"
    return drawn
