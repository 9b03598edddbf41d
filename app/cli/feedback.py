"""`candour feedback`: what people said of the evidence, as a file to train from anew."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from app.api.exports import csv_lines
from app.cli.at_home import HomeOption, installation_context
from app.pipeline.corrected import HEAD, corrected
from app.queries.organisations import every_organisation

feedback = typer.Typer(help="What people said of the evidence.", no_args_is_help=True)


@feedback.callback()
def _group() -> None:
    """Keep `export` a verb of its own: nothing here is learnt from by itself."""


@feedback.command()
def export(
    home: HomeOption = Path("var"),
    to: Annotated[
        Path | None, typer.Option("--to", help="The file to write; standard output if not given.")
    ] = None,
) -> None:
    """Write every statement that people gave feedback on as labelled sentences, in CSV."""
    with installation_context(home) as opened, opened.database.session() as session:
        rows = [row for each in every_organisation(session) for row in corrected(session, each.id)]
    text = "".join(csv_lines([list(HEAD), *rows]))
    if to is None:
        sys.stdout.write(text)
    else:
        to.write_text(text, encoding="utf-8", newline="")
    typer.echo(
        f"{len(rows):,} sentences of {len({row[1] for row in rows}):,} statements", err=True
    )
