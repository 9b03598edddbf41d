"""`candour reproduce`: an old assessment computed again, to the same figure or what differs."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated
from uuid import UUID

import orjson
import typer

from app.cli.at_home import HomeOption, JsonOption, default_tenant, installation_context
from app.errors import CandourError
from app.pipeline.reproduce import reproduce as computed_again
from app.queries.suppliers import assessment_of


def reproduce(
    assessment: Annotated[UUID, typer.Argument(help="The assessment's identifier.")],
    home: HomeOption = Path("var"),
    as_json: JsonOption = False,
) -> None:
    """Compute an assessment again from what was kept; exits with 1 where the result differs."""
    try:
        with installation_context(home) as opened:
            organisation = default_tenant(opened)
            with opened.database.session() as session:
                stored = assessment_of(session, organisation, assessment)
                result = computed_again(session, stored, model=opened.classifier.version)
    except CandourError as error:
        typer.echo(error.detail, err=True)
        raise typer.Exit(1) from error
    if as_json:
        typer.echo(orjson.dumps(asdict(result), option=orjson.OPT_INDENT_2).decode())
    elif result.same:
        typer.echo("The same to the last figure.")
    else:
        typer.echo("The result differs:")
        for each in result.differences:
            typer.echo(
                f"  {each.what}: was {each.before or 'nothing'}, now {each.now or 'nothing'}"
            )
    if not result.same:
        raise typer.Exit(1)
