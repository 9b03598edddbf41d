"""`candour keys`: make, list and revoke the API keys of programs."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer
from rich.console import Console
from rich.table import Table

from app.features.users.api_keys_api import ApiKey
from app.security.api_keys import keys_of, make_key, revoke_key
from app.security.permissions import GRANTS, Scope
from app.terminal.context import HomeOption, JsonOption, cli_principal, installation_context
from app.terminal.output import print_json
from models.person import Role

keys = typer.Typer(help="API keys of programs.", no_args_is_help=True)


@keys.command()
def new(
    name: Annotated[str, typer.Argument(help="What the key is for.")],
    scope: Annotated[
        list[Scope] | None, typer.Option(help="What it may do; all that programs may, if none.")
    ] = None,
    expires: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="Day from which it opens nothing."),
    ] = None,
    home: HomeOption = Path("var"),
) -> None:
    """Make a key and print it; it is not shown again."""
    with installation_context(home) as opened, opened.database.session() as session:
        made = make_key(
            session,
            cli_principal(opened),
            name=name,
            scopes=scope or GRANTS[Role.API_CLIENT],
            expires_at=expires.replace(tzinfo=UTC) if expires else None,
            now=datetime.now(UTC),
        )
    typer.echo(made.secret)


@keys.command("list")
def list_keys(home: HomeOption = Path("var"), as_json: JsonOption = False) -> None:
    """List every key, without its secret."""
    with installation_context(home) as opened, opened.database.session() as session:
        payload = [
            ApiKey.of(each) for each in keys_of(session, cli_principal(opened).organisation)
        ]
    if as_json:
        print_json({"keys": [each.model_dump(mode="json") for each in payload]})
        return
    table = Table("Identifier", "Name", "Prefix", "Scopes", "Last used", "Revoked")
    for each in payload:
        table.add_row(
            str(each.id),
            each.name,
            each.prefix,
            " ".join(each.scopes),
            str(each.last_used_at or "never"),
            str(each.revoked_at or ""),
        )
    Console().print(table)


@keys.command()
def revoke(
    key: Annotated[UUID, typer.Argument(help="The key's identifier.")],
    home: HomeOption = Path("var"),
) -> None:
    """Make a key open nothing from now on."""
    with installation_context(home) as opened, opened.database.session() as session:
        revoke_key(session, cli_principal(opened), key, now=datetime.now(UTC))
