"""`/v1/keys`: API keys of the organisation's programs; a key is shown once, when it is made."""

from datetime import UTC, datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from app.api.asked import CallerDep, OrganisationDep, SessionDep, require_scope
from app.api.once import IdempotentRoute
from app.api.shapes import Instant
from app.security.keys import NewKey, key_of, keys_of, make_key, revoke_key
from app.security.roles import Scope
from models import ApiKey as ApiKeyRow

router = APIRouter(
    route_class=IdempotentRoute,
    prefix="/keys",
    tags=["administration"],
    dependencies=[require_scope(Scope.ADMINISTER)],
)

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]


class ApiKeyCreate(BaseModel):
    """A key to be made; without `expires_at` it opens until it is revoked."""

    model_config = ConfigDict(extra="forbid")

    name: Name = Field(examples=["Procurement system"])
    scopes: Annotated[list[Scope], Field(min_length=1, max_length=20)] = Field(
        examples=[["suppliers:read", "suppliers:write", "checks:read", "checks:write"]]
    )
    expires_at: Instant | None = Field(None, examples=["2027-11-25T00:00:00Z"])


class ApiKey(BaseModel):
    """A key without its secret."""

    id: UUID
    name: str
    prefix: str = Field(description="Its public part; `client_id` at /oauth/token.")
    scopes: list[Scope]
    created_by: str
    created_at: datetime
    expires_at: datetime | None
    last_used_at: datetime | None
    revoked_at: datetime | None

    @classmethod
    def of(cls, row: ApiKeyRow) -> "ApiKey":
        """Return the shape of a key."""
        return cls(
            id=row.id,
            name=row.name,
            prefix=row.prefix,
            scopes=[Scope(each) for each in row.scopes],
            created_by=row.created_by,
            created_at=row.created_at,
            expires_at=row.expires_at,
            last_used_at=row.last_used_at,
            revoked_at=row.revoked_at,
        )


class ApiKeyCreated(ApiKey):
    """A key just made; `key` is shown this once and kept nowhere."""

    key: str = Field(description="Send it as `Authorization: Bearer`.")

    @classmethod
    def made(cls, new: NewKey) -> "ApiKeyCreated":
        """Return the shape of a new key."""
        return cls(**dict(ApiKey.of(new.row)), key=new.secret)


class ApiKeyList(BaseModel):
    """Every key, newest first."""

    items: list[ApiKey]


@router.get("", summary="Every key")
def list_api_keys(session: SessionDep, organisation: OrganisationDep) -> ApiKeyList:
    """Return the organisation's keys, revoked ones too."""
    return ApiKeyList(items=[ApiKey.of(each) for each in keys_of(session, organisation)])


@router.post("", status_code=201, summary="Make a key")
def create_api_key(
    session: SessionDep, caller: CallerDep, wanted: ApiKeyCreate, response: Response
) -> ApiKeyCreated:
    """Make a key for a program. Keep it: it is not shown again."""
    new = make_key(
        session,
        caller,
        name=wanted.name,
        scopes=wanted.scopes,
        expires_at=wanted.expires_at,
        now=datetime.now(UTC),
    )
    response.headers["Location"] = f"/v1/keys/{new.row.id}"
    response.headers["Cache-Control"] = "no-store"
    return ApiKeyCreated.made(new)


@router.get("/{key_id}", summary="One key")
def get_api_key(session: SessionDep, organisation: OrganisationDep, key_id: UUID) -> ApiKey:
    """Return a key, without its secret."""
    return ApiKey.of(key_of(session, organisation, key_id))


@router.delete("/{key_id}", summary="Revoke a key")
def revoke_api_key(session: SessionDep, caller: CallerDep, key_id: UUID) -> ApiKey:
    """Make a key, and every token got with it, open nothing from now on."""
    return ApiKey.of(revoke_key(session, caller, key_id, now=datetime.now(UTC)))
