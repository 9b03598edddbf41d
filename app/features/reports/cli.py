"""`candour report`: the strategy board's report as JSON, workbook, page and PDF in a folder."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from app.features.reports.figures import report_of
from app.features.reports.files import files_of
from app.terminal.context import HomeOption, default_tenant, installation_context


def report(
    out: Annotated[Path, typer.Option("--out", file_okay=False, help="Folder for the files.")],
    as_of: Annotated[
        datetime | None,
        typer.Option(
            "--as-of", formats=["%Y-%m-%d"], help="As it was known on this day (default: today)."
        ),
    ] = None,
    since: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"], help="Compare with this day (default: three months earlier)."
        ),
    ] = None,
    home: HomeOption = Path("var"),
) -> None:
    """Make the strategy board's report, with what was known on a day."""
    at = (as_of or datetime.now(UTC)).date()
    before = since.date() if since else None
    with installation_context(home) as opened:
        organisation = default_tenant(opened)
        with opened.database.session() as session:
            made = report_of(session, organisation, at, since=before)
    out.mkdir(parents=True, exist_ok=True)
    for name, data in files_of(made).items():
        (out / name).write_bytes(data)
        typer.echo(out / name)
