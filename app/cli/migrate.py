"""`candour migrate`: bring a shared database to this release, once, before its processes start."""

from pathlib import Path

import typer

from app import jobs
from app.db.engine import Database
from app.settings import Settings
from app.terminal.context import HomeOption


def migrate(home: HomeOption = Path("var")) -> None:
    """Create or update every table. A second run at the same time waits for the first."""
    settings = Settings(home=home)
    settings.home.mkdir(parents=True, exist_ok=True)
    database = Database(settings.database)
    database.migrate()
    database.close()
    jobs.prepare(settings.job_database)
    typer.echo("The database is of this release.")
