"""`/v1/people`, `/v1/invitations`: who signs in, as what; a link that works once lets one in."""

from datetime import UTC, datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import BaseModel, ConfigDict, Field, StrictBool, StringConstraints

from app.http.dependencies import SIGNED, CallerDep, HomeDep, OrganisationDep, SessionDep, needs
from app.http.etag import IfMatch, require_match, tag
from app.http.idempotency import OnceRoute
from app.security.permissions import Scope
from app.security.users import change_person, invite, people_of, person_of
from models import Organisation, Person
from models.person import Role

router = APIRouter(
    route_class=OnceRoute,
    prefix="/people",
    tags=["administration"],
    dependencies=[needs(Scope.ADMINISTER)],
)

invitations = APIRouter(
    route_class=OnceRoute,
    prefix="/invitations",
    tags=["administration"],
    dependencies=[needs(Scope.ADMINISTER)],
)


class PersonOut(BaseModel):
    """One who signs in."""

    id: UUID
    name: str
    email: str
    role: Role
    supplier_id: UUID | None
    active: bool
    created_at: datetime

    @classmethod
    def of(cls, row: Person) -> "PersonOut":
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


class PeopleOut(BaseModel):
    """Everyone, in order of name."""

    items: list[PersonOut]


class InvitationIn(BaseModel):
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


class InvitationOut(BaseModel):
    """A link that works once; it is shown this once and kept nowhere."""

    link: str
    role: Role
    email: str
    expires_at: datetime


class PersonChange(BaseModel):
    """What to change; what is left out stays."""

    model_config = ConfigDict(extra="forbid")

    role: Role | None = None
    active: StrictBool | None = None


@router.get("", summary="Everyone")
def list_people(session: SessionDep, organisation: OrganisationDep) -> PeopleOut:
    """Return the people of the organisation."""
    return PeopleOut(items=[PersonOut.of(each) for each in people_of(session, organisation)])


@router.get("/{person_id}", summary="One person")
def show_person(
    session: SessionDep, organisation: OrganisationDep, person_id: UUID, response: Response
) -> PersonOut:
    """Return a person."""
    row = person_of(session, organisation, person_id)
    tag(response, row.version)
    return PersonOut.of(row)


@router.patch("/{person_id}", summary="Change a person")
def edit_person(
    session: SessionDep,
    caller: CallerDep,
    person_id: UUID,
    change: PersonChange,
    response: Response,
    if_match: IfMatch = None,
) -> PersonOut:
    """Give a person another role, or keep them out; their sign-ins end at once."""
    row = person_of(session, caller.organisation, person_id)
    require_match(if_match, row.version)
    change_person(session, caller, row, role=change.role, active=change.active)
    tag(response, row.version)
    return PersonOut.of(row)


@router.post("/{person_id}/links", status_code=201, summary="Let a person set a new password")
def add_link(
    session: SessionDep, home: HomeDep, caller: CallerDep, person_id: UUID, response: Response
) -> InvitationOut:
    """Make a link by which a person sets a new password, say because they forgot theirs."""
    row = person_of(session, caller.organisation, person_id)
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
    return InvitationOut(
        link=home.settings.address + made.path,
        role=row.role,
        email=row.email,
        expires_at=made.row.expires_at,
    )


@invitations.post("", status_code=201, summary="Let a person in")
def add_invitation(
    session: SessionDep,
    home: HomeDep,
    caller: CallerDep,
    wanted: InvitationIn,
    response: Response,
) -> InvitationOut:
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
    return InvitationOut(
        link=home.settings.address + made.path,
        role=made.row.role,
        email=made.row.email,
        expires_at=made.row.expires_at,
    )


me_router = APIRouter(prefix="/me", tags=["sign-in"])


class MeOut(BaseModel):
    """The caller, as the service sees it."""

    name: str = Field(examples=["Procurement system"])
    role: Role
    organisation_id: UUID
    organisation: str
    supplier_id: UUID | None = Field(description="The one supplier whose records it sees.")
    scopes: list[Scope] = Field(description="What it may do.")


@me_router.get("", summary="Who you are here", dependencies=[SIGNED])
def show_me(session: SessionDep, caller: CallerDep) -> MeOut:
    """Return who the caller is and what it may do."""
    return MeOut(
        name=caller.name,
        role=caller.role,
        organisation_id=caller.organisation,
        organisation=session.get_one(Organisation, caller.organisation).name,
        supplier_id=caller.supplier,
        scopes=sorted(caller.granted),
    )
