"""`candour serve`: pages and API on one address, with or without doing jobs' work beside them."""

import asyncio
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
import uvicorn
from pydantic import ValidationError

from app.features.self_assessment.service import warm_up
from app.installation import open_installation
from app.logging import log_as_json
from app.main import create_app, freeze_gc
from app.security.link_endings import end_links, every_link
from app.security.organisations import own_organisation
from app.security.principal import Principal
from app.security.users import has_people, invite
from app.settings import Access, Settings
from app.terminal.context import HomeOption
from models.person import Role


def serve(
    home: HomeOption = Path("var"),
    host: Annotated[str, typer.Option(envvar="CANDOUR_HOST")] = "127.0.0.1",
    port: Annotated[int, typer.Option(envvar="CANDOUR_PORT", min=1, max=65_535)] = 8000,
    open_here: Annotated[
        bool, typer.Option("--open", help="Let everyone on this machine in without sign-in.")
    ] = False,
    work: Annotated[
        bool | None,
        typer.Option(
            "--work/--no-work",
            envvar="CANDOUR_WORK",
            help="Also do jobs' work in this process (default: only where the database is a file "
            "of this machine; else start `candour worker`).",
        ),
    ] = None,
) -> None:
    """Serve pages and API until stopped. The first start prints the administrator's link."""
    try:
        settings = Settings(home=home, host=host, port=port)
        if open_here:
            settings = Settings(home=home, host=host, port=port, access=Access.OPEN)
    except ValidationError as error:
        raise typer.BadParameter(error.errors()[0]["msg"]) from error
    check_port_available(settings)
    if settings.access is Access.SIGNED:
        _print_first_link(settings)
    run(settings, works=settings.embedded if work is None else work)


def run(settings: Settings, *, works: bool = True) -> None:
    """Serve an installation until stopped."""
    log_as_json()
    app = create_app(settings, works=works)
    freeze_gc()
    warm_up(settings)
    uvicorn.run(
        app,
        host=settings.host,
        port=settings.port,
        log_level="warning",
        log_config=None,
        proxy_headers=False,  # `create_app` believes the proxies that are set, and no other
        server_header=False,
    )


def check_port_available(settings: Settings) -> None:
    """Say in words that something else answers on the port, before anything else is begun.

    Raises:
        BadParameter: The service cannot listen there.
    """
    try:
        asyncio.run(_listen(settings))
    except OSError as error:
        message = f"port {settings.port} of {settings.host} cannot be used"
        number = error.errno or 0
        why = os.strerror(number).lower() if number > 0 else str(error)
        raise typer.BadParameter(
            f"{message} ({why}): choose another, as in CANDOUR_PORT=8001"
        ) from error


async def _listen(settings: Settings) -> None:
    server = await asyncio.start_server(lambda *_: None, settings.host, settings.port)
    server.close()
    await server.wait_closed()


def _print_first_link(settings: Settings) -> None:
    """Where nobody can sign in yet, print a link by which the first administrator joins."""
    now = datetime.now(UTC)
    with open_installation(settings) as opened, opened.database.session() as session:
        if has_people(session):
            return
        organisation = own_organisation(session, now=now).id
        machine = Principal(organisation, Role.ADMINISTRATOR, "The command line")
        end_links(session, organisation, every_link(), now=now)
        link = invite(session, machine, Role.ADMINISTRATOR, now=now)
    typer.echo("No users yet. The administrator joins by this link, which works once:")
    typer.echo(settings.address + link.path)
