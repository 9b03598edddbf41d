"""What every route is given: the installation, a transaction, and whose data may be seen."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Request
from sqlmodel import Session

from app.home import Home
from app.queries.organisations import own_organisation
from app.security.caller import Caller
from models.person import Role


def opened_home(request: Request) -> Home:
    """Return the installation that this application serves."""
    home: Home = request.app.state.home
    return home


def transaction(home: Annotated[Home, Depends(opened_home)]) -> Iterator[Session]:
    """Give a session that is committed before the answer is sent, or undone on an error."""
    with home.database.session() as session:
        yield session


HomeDep = Annotated[Home, Depends(opened_home)]
SessionDep = Annotated[Session, Depends(transaction, scope="function")]


def caller_of(session: SessionDep) -> Caller:
    """Return who calls; on an open installation anyone on this machine is its administrator."""
    organisation = own_organisation(session, now=datetime.now(UTC)).id
    return Caller(organisation, Role.ADMINISTRATOR, "Someone on this machine")


CallerDep = Annotated[Caller, Depends(caller_of)]


def callers_organisation(caller: CallerDep) -> UUID:
    """Return the organisation whose data the caller may see."""
    return caller.organisation


OrganisationDep = Annotated[UUID, Depends(callers_organisation)]
