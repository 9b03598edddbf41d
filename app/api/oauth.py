"""`/oauth/token`: an access token for a key, by OAuth 2.0 client credentials (RFC 6749, 4.4)."""

import base64
import binascii
from datetime import UTC, datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Form, Request
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field

from app.api.asked import InstallationDep
from app.errors import NotSignedIn, Unusable
from app.security.keys import TOKEN_LIFE, issue_token
from app.security.roles import Scope

router = APIRouter(prefix="/oauth", tags=["sign-in"])


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


@router.post(
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
                request.app.state.arrivals.signing,
                client_id,
                client_secret,
                wanted=wanted,
                now=datetime.now(UTC),
            )
    except NotSignedIn as error:
        address = request.client.host if request.client else ""
        request.state.turnstile.wrong(f"token from {address}")
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
