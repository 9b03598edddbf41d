"""`candour companies`: load a register of companies, so that suppliers can be matched."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from app.errors import Unusable
from app.features.matching.companies_import import (
    CompaniesTaken,
    companies_lock_id,
    take_in_companies,
)
from app.terminal.context import HomeOption, JsonOption, installation_context, run_jobs
from app.terminal.output import print_json
from scrapers.errors import SourceError

SHOWN = 20


def companies(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, readable=True)],
    as_at: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="The day the file was true (default: today)."),
    ] = None,
    home: HomeOption = Path("var"),
    as_json: JsonOption = False,
) -> None:
    """Load companies: Companies House's snapshot (zip or CSV), or any list with numbers."""
    now, lock = datetime.now(UTC), companies_lock_id()
    try:
        with installation_context(home) as opened, opened.database.writing(alone=lock) as session:
            taken = take_in_companies(session, file, as_at=(as_at or now).date(), now=now)
    except SourceError as error:
        raise Unusable(f"Not taken in: {error.reason}") from error
    done = run_jobs(home, taken.jobs, quiet=as_json)
    if as_json:
        payload = {
            "new": taken.new,
            "known": taken.known,
            "gone": taken.gone,
            "unread": taken.unread,
        }
        print_json(payload)
    else:
        _print_taken(taken)
    if not done:
        raise typer.Exit(1)


def _print_taken(taken: CompaniesTaken) -> None:
    typer.echo(
        f"{taken.new:,} new companies, {taken.known:,} brought up to date, {taken.gone:,} gone."
    )
    for line in taken.unread[:SHOWN]:
        typer.echo(f"  Not read: {line}", err=True)
    if len(taken.unread) > SHOWN:
        typer.echo(f"  and {len(taken.unread) - SHOWN:,} more.", err=True)
