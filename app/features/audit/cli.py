"""`candour audit`: prove that the audit trail is whole, and write it to a file."""

import sys
from pathlib import Path
from typing import Annotated

import orjson
import typer

from app.features.audit.api import lines
from app.security import audit_log as trail
from app.security.organisations import every_organisation
from app.terminal.context import HomeOption, JsonOption, at_home

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
    with at_home(home) as opened, opened.database.session() as session:
        found = [(each, trail.verify(session, each.id)) for each in every_organisation(session)]
        holds_known = not known or any(
            not trail.verify(session, each.id, known=known).faults for each, _ in found
        )
    if as_json:
        told = [
            {
                "organisation": each.name,
                "entries": one.entries,
                "hash": one.hash,
                "faults": list(one.faults),
            }
            for each, one in found
        ]
        facts = {"holds": holds_known and not any(one.faults for _, one in found), "trails": told}
        typer.echo(orjson.dumps(facts, option=orjson.OPT_INDENT_2).decode())
    else:
        for each, one in found:
            typer.echo(f"{each.name}: {one.entries:,} entries; last hash {one.hash or 'none'}")
            for fault in one.faults:
                typer.echo(f"  Broken: {fault}.")
        if not holds_known:
            typer.echo("The hash that was kept elsewhere is in no trail that holds.")
    if not holds_known or any(one.faults for _, one in found):
        raise typer.Exit(1)


@audit.command()
def export(home: HomeOption = Path("var")) -> None:
    """Write every entry to standard output, one JSON object a line."""
    with at_home(home) as opened:
        with opened.database.session() as session:
            organisations = [each.id for each in every_organisation(session)]
        for organisation in organisations:
            for line in lines(opened, organisation):
                sys.stdout.buffer.write(line)
