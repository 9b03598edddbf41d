"""`candour audit`: prove that the audit trail is whole, and write it to a file."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from app.features.audit.api import lines
from app.security import audit_log as trail
from app.security.organisations import every_organisation
from app.terminal.context import HomeOption, JsonOption, installation_context
from app.terminal.output import print_json

audit = typer.Typer(help="The audit trail.", no_args_is_help=True)


@audit.command()
def verify(
    home: HomeOption = Path("var"),
    known: Annotated[
        str, typer.Option(help="A hash printed earlier and kept elsewhere; a chain must hold it.")
    ] = "",
    as_json: JsonOption = False,
) -> None:
    """Walk every organisation's trail; what was altered, taken out or moved ends it with 1."""
    with installation_context(home) as opened, opened.database.session() as session:
        results = [(each, trail.verify(session, each.id)) for each in every_organisation(session)]
        holds_known = not known or any(
            not trail.verify(session, each.id, known=known).faults for each, _ in results
        )
    if as_json:
        payload = [
            {
                "organisation": each.name,
                "entries": one.entries,
                "hash": one.hash,
                "faults": list(one.faults),
            }
            for each, one in results
        ]
        facts = {
            "holds": holds_known and not any(one.faults for _, one in results),
            "trails": payload,
        }
        print_json(facts)
    else:
        for each, one in results:
            typer.echo(f"{each.name}: {one.entries:,} entries; last hash {one.hash or 'none'}")
            for fault in one.faults:
                typer.echo(f"  Broken: {fault}.")
        if not holds_known:
            typer.echo("The hash that was kept elsewhere is in no trail that holds.")
    if not holds_known or any(one.faults for _, one in results):
        raise typer.Exit(1)


@audit.command()
def export(home: HomeOption = Path("var")) -> None:
    """Write every entry to standard output, one JSON object a line."""
    with installation_context(home) as opened:
        with opened.database.session() as session:
            organisations = [each.id for each in every_organisation(session)]
        for organisation in organisations:
            for line in lines(opened, organisation):
                sys.stdout.buffer.write(line)
