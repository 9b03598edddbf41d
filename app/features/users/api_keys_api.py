"""`/v1/keys`: API keys of the organisation's programs; a key is shown once, when it is made."""

import base64
import binascii
from datetime import UTC, datetime
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from app.errors import NotSignedIn, Unusable
from app.http.dependencies import (
    CallerDep,
    InstallationDep,
    OrganisationDep,
    SessionDep,
    caller_address,
    rate_limiter_of,
    require_scope,
    signing_key_of,
)
from app.http.idempotency import IdempotentRoute
from app.http.schemas import Instant
from app.security.api_keys import (
    TOKEN_LIFE,
    NewKey,
    issue_token,
    key_of,
    keys_of,
    make_key,
    revoke_key,
)
from app.security.permissions import Scope
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


oauth_router = APIRouter(prefix="/oauth", tags=["sign-in"])


class AccessToken(BaseModel):
    """An access token: send it as `Authorization: Bearer`."""

    access_token: str
    token_type: Literal["Bearer"] = "Bearer"  # noqa: S105 (no password, but a kind of token)
    expires_in: int = Field(description="Seconds.", examples=[3600])
    scope: str = Field(examples=["checks:read checks:write"])


class TokenError(BaseModel):
    """Why no token is given, in the words of RFC 6749, section 5.2."""

    error: Literal["invalid_request", "invalid_client", "invalid_scope", "unsupported_grant_type"]
    error_description: str


@oauth_router.post(
    "/token",
    summary="Get an access token",
    response_model=AccessToken,
    responses={400: {"model": TokenError}, 401: {"model": TokenError}},
)
def create_access_token(
    request: Request,
    home: InstallationDep,
    grant_type: Annotated[str, Form(max_length=100, examples=["client_credentials"])] = "",
    client_id: Annotated[str, Form(max_length=200, description="The key's prefix.")] = "",
    client_secret: Annotated[
        str, Form(max_length=400, description="What follows the prefix in the key.")
    ] = "",
    scope: Annotated[str, Form(max_length=1000, description="Fewer than the key has.")] = "",
) -> JSONResponse:
    """Give an access token that lasts an hour; a key itself may be sent as a token too."""
    if grant_type != "client_credentials":
        return _refused("unsupported_grant_type", "grant_type is client_credentials.")
    if basic := request.headers.get("authorization", ""):
        client_id, client_secret = _basic(basic)
    try:
        wanted = frozenset(map(Scope, scope.split())) if scope.strip() else None
    except ValueError:
        return _refused("invalid_scope", "A scope that was asked for is not known.")
    try:
        with home.database.engine.connect() as connection:
            token, scopes = issue_token(
                connection,
                signing_key_of(request),
                client_id,
                client_secret,
                wanted=wanted,
                now=datetime.now(UTC),
            )
    except NotSignedIn as error:
        address = caller_address(request)
        rate_limiter_of(request).hit_failed_attempt(f"token from {address}")
        return _refused("invalid_client", error.detail, status=401)
    except Unusable as error:
        return _refused("invalid_scope", error.detail)
    answer = AccessToken(
        access_token=token,
        expires_in=int(TOKEN_LIFE.total_seconds()),
        scope=" ".join(sorted(scopes)),
    )
    return JSONResponse(answer.model_dump(), headers={"Cache-Control": "no-store"})


def _basic(header: str) -> tuple[str, str]:
    try:
        credentials = base64.b64decode(header.partition(" ")[2], validate=True).decode()
    except (binascii.Error, UnicodeDecodeError):
        return "", ""
    name, _, secret = credentials.partition(":")
    return name, secret


def _refused(error: str, description: str, *, status: int = 400) -> JSONResponse:
    headers = {"Cache-Control": "no-store"}
    if status == 401:
        headers["WWW-Authenticate"] = 'Basic realm="candour"'
    body = {"error": error, "error_description": description}
    return JSONResponse(body, status_code=status, headers=headers)
