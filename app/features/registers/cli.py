"""`candour register`: load a public register, so that claims are held against it."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from app.errors import Unusable
from app.features.registers.referrals import take_in_referrals
from app.features.registers.service import RegisterTaken, register_lock_id, take_in_register
from app.terminal.context import (
    HomeOption,
    JsonOption,
    default_tenant,
    installation_context,
    run_jobs,
)
from app.terminal.output import print_json
from models import RegisterKind
from scrapers.errors import ListUnreadable, SourceError

SHOWN = 20


def register(
    kind: Annotated[RegisterKind, typer.Argument(help="Which register the file is.")],
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, readable=True)],
    as_at: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="The day the file was true (default: today)."),
    ] = None,
    even_if_shorter: Annotated[
        bool, typer.Option(help="Believe a file that lost a fifth of its entries or more.")
    ] = False,
    home: HomeOption = Path("var"),
    as_json: JsonOption = False,
) -> None:
    """Load a publisher's download, and assess again the suppliers that changed in it.

    Entries that it no longer has are kept with the day.
    """
    now = datetime.now(UTC)
    day = (as_at or now).date()
    try:
        with (
            installation_context(home) as opened,
            opened.database.writing(alone=register_lock_id(kind)) as session,
        ):
            taken = take_in_register(
                session,
                kind,
                file.read_bytes(),
                as_at=day,
                now=now,
                even_if_shorter=even_if_shorter,
            )
    except SourceError as error:
        reason = f"Not taken in: {error.reason}. What was kept stays as it was."
        raise Unusable(reason) from error
    done = run_jobs(home, taken.jobs, quiet=as_json)
    if as_json:
        payload = {
            "entries": taken.entries,
            "gone": taken.gone,
            "unread": taken.unread,
            "suppliers_touched": taken.touched,
        }
        print_json(payload)
    else:
        _tell(taken)
    if not done:
        raise typer.Exit(1)


def _tell(taken: RegisterTaken) -> None:
    typer.echo(f"{taken.entries:,} entries; {taken.gone:,} of before are gone.")
    typer.echo(f"{taken.touched:,} suppliers are touched and were judged again.")
    for line in taken.unread[:SHOWN]:
        typer.echo(f"  {line[:1].upper()}{line[1:]}", err=True)
    if len(taken.unread) > SHOWN:
        typer.echo(f"  and {len(taken.unread) - SHOWN:,} more.", err=True)


def referrals(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, readable=True)],
    home: HomeOption = Path("var"),
) -> None:
    """Load counts of referrals. Exits with 1 if a row cannot be read."""
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
            raise Unusable(error.reason) from error
    typer.echo(f"{count} counts kept.")
    for each in errors:
        typer.echo(f"Row {each.row}, {each.column}: {each.message}", err=True)
    if errors:
        raise typer.Exit(1)
