"""Where an installation keeps its data: settings, database and kept files, opened together."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.db import Database
from app.errors import NotMigrated
from app.settings import Settings
from app.store import open_archive
from scoring import evidence
from scrapers.archive import Archive

if TYPE_CHECKING:  # it needs scikit-learn, which takes seconds to import
    from scoring.evidence import Classifier


@dataclass(frozen=True, slots=True, eq=False)
class Installation:
    """An opened installation."""

    settings: Settings
    database: Database
    archive: Archive

    @property
    def classifier(self) -> "Classifier":
        """What tells which sentence proves what: with the encoder beside it where that is set."""
        return evidence.load(encoder=self.settings.encoder)


@contextmanager
def open_installation(settings: Settings) -> Iterator[Installation]:
    """Open an installation.

    An embedded database is made and migrated here; one that others share is migrated by a step of
    its own (`candour migrate`), so that no process changes the tables under another.

    Raises:
        NotMigrated: The shared database is not of this release.
    """
    settings.home.mkdir(parents=True, exist_ok=True)
    database = Database(settings.database)
    try:
        if not database.up_to_date:
            if not settings.embedded:
                raise NotMigrated("The database is not of this release: run `candour migrate`.")
            database.migrate()
        yield Installation(settings, database, open_archive(settings))
    finally:
        database.close()
