"""What every route is given: the installation, a transaction, and whose data may be seen."""

from collections.abc import Iterator
from ipaddress import ip_address, ip_network
from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Request
from sqlmodel import Session

from app.errors import NotAllowed, NotSignedIn
from app.installation import Installation
from app.security import tenancy
from app.security.authentication import LOCAL_HOSTS, SAFE, Authenticator
from app.security.permissions import Scope
from app.security.principal import AuthMethod, Principal
from app.security.rate_limit import RateLimiter
from app.security.tokens import constant_time_equals


async def get_installation(request: Request) -> Installation:
    """Return the installation that this application serves."""
    home: Installation = request.app.state.home
    return home


async def get_principal(request: Request) -> Principal:
    """Return who calls; on an open installation anyone on this machine is its administrator.

    Raises:
        NotSignedIn: The request does not say who calls.
    """
    caller: Principal | None = request.state.caller
    if caller is None:
        raise NotSignedIn("You are not signed in, and you sent no key.")
    return caller


def rate_limiter_of(request: Request) -> RateLimiter:
    """Return what counts the failed attempts of this process."""
    limiter: RateLimiter = request.state.rate_limiter
    return limiter


def signing_key_of(request: Request) -> str:
    """Return the installation's secret for signing tokens."""
    authenticator: Authenticator = request.app.state.authenticator
    return authenticator.signing


def caller_address(request: Request) -> str:
    """Return where a request comes from, as what it costs is counted.

    A household or office has 2^64 addresses of the newer kind, so these count as one network.
    """
    return counted_address(request.client.host if request.client else "")


def counted_address(host: str) -> str:
    """Return the network as which an address is counted: itself, or 2^64 of the newer kind.

    This machine's own address is itself in either kind.
    """
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if address.version == 4:
        return str(address)
    if address.ipv4_mapped is not None:  # an older address, as a socket for both kinds names it
        return str(address.ipv4_mapped)
    if address.is_loopback:
        return str(address)
    return str(ip_network((address, 64), strict=False))


def public_address(request: Request) -> str:
    """Return the address by which people reach the service, for links that they pass on.

    It is the one that is set (`CANDOUR_PUBLIC_URL`), never the Host header: whoever sends a
    request writes that, and could lead others to a place of theirs. On this machine itself, with
    no address set, the request's own port is the right one.
    """
    settings = request.app.state.home.settings
    if not settings.public_url and request.url.hostname in LOCAL_HOSTS:
        return str(request.base_url).rstrip("/")
    return str(settings.address)


InstallationDep = Annotated[Installation, Depends(get_installation)]
CallerDep = Annotated[Principal, Depends(get_principal)]


def transaction(request: Request, home: InstallationDep) -> Iterator[Session]:
    """Give a session bound to the caller: committed before the answer, or undone on an error.

    Where nobody is signed in it is bound to nobody, for the few routes that let people in.
    """
    caller: Principal | None = request.state.caller
    with home.database.session() as session:
        if caller is not None:
            tenancy.bind(session, caller)
        request.state.session = session
        yield session


SessionDep = Annotated[Session, Depends(transaction, scope="function")]


async def get_tenant_id(caller: CallerDep) -> UUID:
    """Return the organisation whose data the caller may see."""
    return caller.organisation


OrganisationDep = Annotated[UUID, Depends(get_tenant_id)]


class RequireScope:
    """A dependency that refuses callers who may not do one thing; `/openapi.json` tells it."""

    def __init__(self, scope: Scope | None) -> None:
        self.scope = scope

    async def __call__(self, request: Request) -> None:
        """Refuse a caller whose role or key does not cover the scope."""
        caller = await get_principal(request)
        if self.scope is not None:
            caller.require(self.scope)


def require_scope(scope: Scope) -> Any:
    """Return the dependency by which a route says what its callers must be allowed to do."""
    return Depends(RequireScope(scope))


require_auth = Depends(RequireScope(None))
"""The dependency of a route that anyone who is signed in may ask."""


async def verify_csrf(request: Request) -> None:
    """Refuse a form that was not drawn for this very sign-in; for every page that takes one.

    The token is in the field that `csrf_field()` draws, or in the `X-CSRF-Token` header.

    Raises:
        NotAllowed: It is missing or another's.
    """
    caller: Principal | None = request.state.caller
    if request.method in SAFE or caller is None or caller.by is not AuthMethod.SIGN_IN:
        return
    token: object = request.headers.get("x-csrf-token")
    if token is None:
        token = (await request.form()).get("csrf_token")
    if not isinstance(token, str) or not constant_time_equals(token, caller.csrf):
        raise NotAllowed("This form is out of date. Go back, load the page again and send it.")


async def refuse_keys(request: Request) -> None:
    """Refuse a key on a page: what a key may do is said for the API, not for pages.

    Raises:
        NotAllowed: A key or token was sent.
    """
    caller: Principal | None = request.state.caller
    if caller is not None and caller.by is AuthMethod.KEY:
        raise NotAllowed("A key opens the API under /v1 only. Sign in to see pages.")
