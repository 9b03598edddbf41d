"""`candour backup` and `candour restore`: everything that is kept, in one file, while it works."""

from pathlib import Path
from typing import Annotated

import typer

from app.features.backup.restore import restore as bring_back
from app.features.backup.service import back_up
from app.settings import Settings
from app.terminal.context import HomeOption, installation_context


def backup(
    file: Annotated[Path, typer.Argument(dir_okay=False, help="Where to write the backup.")],
    home: HomeOption = Path("var"),
) -> None:
    """Back up the database and every stored file. The service can keep running."""
    with installation_context(home) as opened:
        files = back_up(opened, file)
    typer.echo(f"{file}: the database and {files:,} files, each with its SHA-256.")


def restore(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, readable=True)],
    home: HomeOption = Path("var"),
) -> None:
    """Restore a backup into an empty installation. Every part is checked before it is used."""
    files = bring_back(Settings(home=home), file)
    typer.echo(f"Restored the database and {files:,} files; every digest agrees.")
