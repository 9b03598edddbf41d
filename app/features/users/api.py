"""`/v1/users`, `/v1/invitations`: who may sign in, in which role, and one-time invitations."""

from datetime import UTC, datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import BaseModel, ConfigDict, Field, StrictBool, StringConstraints

from app.http.dependencies import (
    CallerDep,
    InstallationDep,
    OrganisationDep,
    SessionDep,
    require_auth,
    require_scope,
)
from app.http.etag import IfMatch, require_match, tag
from app.http.idempotency import IdempotentRoute
from app.security.permissions import Scope
from app.security.users import change_person, invite, people_of, person_of
from models import Organisation, Person
from models.person import Role

router = APIRouter(
    route_class=IdempotentRoute,
    prefix="/users",
    tags=["administration"],
    dependencies=[require_scope(Scope.ADMINISTER)],
)

invitations = APIRouter(
    route_class=IdempotentRoute,
    prefix="/invitations",
    tags=["administration"],
    dependencies=[require_scope(Scope.ADMINISTER)],
)


class User(BaseModel):
    """One who signs in."""

    id: UUID
    name: str
    email: str
    role: Role
    supplier_id: UUID | None
    active: bool
    created_at: datetime

    @classmethod
    def of(cls, row: Person) -> "User":
        """Return the shape of a person."""
        return cls(
            id=row.id,
            name=row.name,
            email=row.email,
            role=row.role,
            supplier_id=row.supplier_id,
            active=row.active,
            created_at=row.created_at,
        )


class UserList(BaseModel):
    """Everyone, in order of name."""

    items: list[User]


class InvitationCreate(BaseModel):
    """Who is to be let in; a supplier's person names the supplier."""

    model_config = ConfigDict(extra="forbid")

    role: Role = Field(examples=["approver"])
    email: Annotated[
        str,
        StringConstraints(
            strip_whitespace=True, max_length=254, pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$"
        ),
    ] = Field(examples=["ada@example.gov.uk"])
    name: Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)] = ""
    supplier_id: UUID | None = None


class Invitation(BaseModel):
    """A link that works once; it is shown this once and kept nowhere."""

    link: str
    role: Role
    email: str
    expires_at: datetime


class UserUpdate(BaseModel):
    """What to change; what is left out stays."""

    model_config = ConfigDict(extra="forbid")

    role: Role | None = None
    active: StrictBool | None = None


@router.get("", summary="List users")
def list_users(session: SessionDep, organisation: OrganisationDep) -> UserList:
    """Return the people of the organisation."""
    return UserList(items=[User.of(each) for each in people_of(session, organisation)])


@router.get("/{user_id}", summary="Get a user")
def get_user(
    session: SessionDep, organisation: OrganisationDep, user_id: UUID, response: Response
) -> User:
    """Return a person."""
    row = person_of(session, organisation, user_id)
    tag(response, row.version)
    return User.of(row)


@router.patch("/{user_id}", summary="Change a user")
def update_user(
    session: SessionDep,
    caller: CallerDep,
    user_id: UUID,
    change: UserUpdate,
    response: Response,
    if_match: IfMatch = None,
) -> User:
    """Give a person another role, or keep them out; their sign-ins end at once."""
    row = person_of(session, caller.organisation, user_id)
    require_match(if_match, row.version)
    change_person(session, caller, row, role=change.role, active=change.active)
    tag(response, row.version)
    return User.of(row)


@router.post(
    "/{user_id}/password-reset-links", status_code=201, summary="Create a password reset link"
)
def create_password_reset_link(
    session: SessionDep,
    home: InstallationDep,
    caller: CallerDep,
    user_id: UUID,
    response: Response,
) -> Invitation:
    """Make a link by which a person sets a new password, say because they forgot theirs."""
    row = person_of(session, caller.organisation, user_id)
    made = invite(
        session,
        caller,
        row.role,
        email=row.email,
        supplier=row.supplier_id,
        person=row,
        now=datetime.now(UTC),
    )
    response.headers["Cache-Control"] = "no-store"
    return Invitation(
        link=home.settings.address + made.path,
        role=row.role,
        email=row.email,
        expires_at=made.row.expires_at,
    )


@invitations.post("", status_code=201, summary="Invite a user")
def add_invitation(
    session: SessionDep,
    home: InstallationDep,
    caller: CallerDep,
    wanted: InvitationCreate,
    response: Response,
) -> Invitation:
    """Make a link by which a person joins. Send it to them: it works once, within seven days."""
    made = invite(
        session,
        caller,
        wanted.role,
        email=wanted.email,
        name=wanted.name,
        supplier=wanted.supplier_id,
        now=datetime.now(UTC),
    )
    response.headers["Cache-Control"] = "no-store"
    return Invitation(
        link=home.settings.address + made.path,
        role=made.row.role,
        email=made.row.email,
        expires_at=made.row.expires_at,
    )


me_router = APIRouter(prefix="/me", tags=["sign-in"])


class CurrentPrincipal(BaseModel):
    """The caller, as the service sees it."""

    name: str = Field(examples=["Procurement system"])
    role: Role
    organisation_id: UUID
    organisation: str
    supplier_id: UUID | None = Field(description="The one supplier whose records it sees.")
    scopes: list[Scope] = Field(description="What it may do.")


@me_router.get("", summary="Current principal", dependencies=[require_auth])
def get_current_principal(session: SessionDep, caller: CallerDep) -> CurrentPrincipal:
    """Return who the caller is and what it may do."""
    return CurrentPrincipal(
        name=caller.name,
        role=caller.role,
        organisation_id=caller.organisation,
        organisation=session.get_one(Organisation, caller.organisation).name,
        supplier_id=caller.supplier,
        scopes=sorted(caller.granted),
    )
