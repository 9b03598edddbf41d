"""Where an installation keeps its data: settings, database and kept files, opened together."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from app.db import Database
from app.settings import Settings
from scrapers.archive import Archive


@dataclass(frozen=True, slots=True, eq=False)
class Home:
    """An opened installation."""

    settings: Settings
    database: Database
    archive: Archive


@contextmanager
def open_home(settings: Settings) -> Iterator[Home]:
    """Open an installation, making and migrating what is not there yet."""
    settings.home.mkdir(parents=True, exist_ok=True)
    database = Database(settings.database)
    database.migrate()
    try:
        yield Home(settings, database, Archive(settings.home / "files"))
    finally:
        database.close()
