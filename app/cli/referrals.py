"""`candour referrals`: counts of referrals by council and period, from a CSV."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from app.cli.at_home import HomeOption, default_tenant, installation_context
from app.pipeline.take_in_referrals import take_in_referrals
from scrapers.errors import ListUnreadable


def referrals(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, readable=True)],
    home: HomeOption = Path("var"),
) -> None:
    """Take in counts of referrals; exits with 1 where a row could not be taken."""
    with installation_context(home) as opened:
        organisation = default_tenant(opened)
        try:
            with opened.database.session() as session:
                count, errors = take_in_referrals(
                    session,
                    organisation,
                    name=file.name,
                    data=file.read_bytes(),
                    now=datetime.now(UTC),
                )
        except ListUnreadable as error:
            typer.echo(error.reason, err=True)
            raise typer.Exit(1) from error
    typer.echo(f"{count} counts kept.")
    for each in errors:
        typer.echo(f"Row {each.row}, {each.column}: {each.message}", err=True)
    if errors:
        raise typer.Exit(1)
