"""What every route is given: the installation, a transaction, and whose data may be seen."""

from collections.abc import Iterator
from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Request
from sqlmodel import Session

from app.errors import NotAllowed, NotSignedIn
from app.installation import Home
from app.security import tenancy
from app.security.authentication import SAFE
from app.security.permissions import Scope
from app.security.principal import AuthMethod, Principal
from app.security.tokens import same


async def opened_home(request: Request) -> Home:
    """Return the installation that this application serves."""
    home: Home = request.app.state.home
    return home


async def caller_of(request: Request) -> Principal:
    """Return who calls; on an open installation anyone on this machine is its administrator.

    Raises:
        NotSignedIn: The request does not say who calls.
    """
    caller: Principal | None = request.state.caller
    if caller is None:
        raise NotSignedIn("Nobody is signed in, and no key was sent.")
    return caller


HomeDep = Annotated[Home, Depends(opened_home)]
CallerDep = Annotated[Principal, Depends(caller_of)]


def transaction(request: Request, home: HomeDep) -> Iterator[Session]:
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


async def callers_organisation(caller: CallerDep) -> UUID:
    """Return the organisation whose data the caller may see."""
    return caller.organisation


OrganisationDep = Annotated[UUID, Depends(callers_organisation)]


class Needs:
    """A dependency that refuses callers who may not do one thing; `/openapi.json` tells it."""

    def __init__(self, scope: Scope | None) -> None:
        self.scope = scope

    async def __call__(self, request: Request) -> None:
        """Refuse a caller whose role or key does not cover the scope."""
        caller = await caller_of(request)
        if self.scope is not None:
            caller.require(self.scope)


def needs(scope: Scope) -> Any:
    """Return the dependency by which a route says what its callers must be allowed to do."""
    return Depends(Needs(scope))


SIGNED = Depends(Needs(None))
"""The dependency of a route that anyone who is signed in may ask."""


async def form_token_checked(request: Request) -> None:
    """Refuse a form that was not drawn for this very sign-in; for every page that takes one.

    The token is in the field that `csrf_field()` draws, or in the `X-CSRF-Token` header.

    Raises:
        NotAllowed: It is missing or another's.
    """
    caller: Principal | None = request.state.caller
    if request.method in SAFE or caller is None or caller.by is not AuthMethod.SIGN_IN:
        return
    told: object = request.headers.get("x-csrf-token")
    if told is None:
        told = (await request.form()).get("csrf_token")
    if not isinstance(told, str) or not same(told, caller.csrf):
        raise NotAllowed("This form is out of date. Go back, load the page again and send it.")
