"""Where an installation keeps its data: settings, database and kept files, opened together."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.db.encryption import SecretBox
from app.db.engine import Database
from app.errors import NotMigrated
from app.settings import Settings
from scoring import evidence
from scoring.evidence.version import model_version
from scrapers.archive.archive import Archive
from scrapers.documents.process_pool import Caller, processors, resize_pools

if TYPE_CHECKING:  # it needs scikit-learn, which takes seconds to import
    from scoring.evidence import Classifier
from typing import Any

from scrapers.archive.blobs import Blobs, Folder


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

    @property
    def model_version(self) -> str:
        """The version of that classifier, which is known without opening it."""
        return model_version(encoder=self.settings.encoder)


@contextmanager
def open_installation(settings: Settings) -> Iterator[Installation]:
    """Open an installation.

    An embedded database is made and migrated here; one that others share is migrated by a step of
    its own (`candour migrate`), so that no process changes the tables under another.

    Raises:
        NotMigrated: The shared database is not of this release.
    """
    settings.home.mkdir(parents=True, exist_ok=True)
    database = Database(settings.database, SecretBox(settings.secret_keys))
    try:
        if not database.up_to_date:
            if not settings.embedded:
                raise NotMigrated("The database is not of this release: run `candour migrate`.")
            database.migrate()
        resize_pools(
            {
                Caller.OFFICER: settings.officer_readers or processors(),
                Caller.JOB: settings.job_readers or processors(),
            }
        )
        yield Installation(settings, database, open_archive(settings))
    finally:
        database.close()


def open_blobs(settings: Settings) -> Blobs:
    """Return where kept bytes lie, as the settings say.

    Raises:
        ImportError: An object store is asked for and `obstore` is not installed.
    """
    if not settings.files_url:
        return Folder(settings.home / "files")
    return ObjectStore(settings.files_url)


def open_archive(settings: Settings) -> Archive:
    """Return the archive of an installation."""
    return Archive(open_blobs(settings))


class ObjectStore:
    """Bytes in an object store; who may use it is told by its own environment (`AWS_…`).

    It is reached by `obstore` (MIT), an optional extra: one library for S3 and what speaks like
    it, which writes an object whole or not at all. Its address is set by who runs the service and
    never by what the service reads, so it goes past the door for other people's addresses.
    """

    def __init__(self, url: str, store: Any = None) -> None:
        try:
            import obstore  # noqa: PLC0415 (an optional extra)
            from obstore.store import from_url  # noqa: PLC0415 (the same)
        except ImportError as error:
            raise ImportError(
                f"{url} asks for an object store: install the extra, `pip install 'candour[s3]'`"
            ) from error
        self._library: Any = obstore
        self._store: Any = store or from_url(url)

    def put(self, name: str, data: bytes) -> None:
        """Keep bytes under a name."""
        try:
            self._library.put(self._store, name, data)
        except self._library.exceptions.BaseError as error:
            raise OSError(f"the object store refused {name}: {error}") from error

    def get(self, name: str) -> bytes:
        """Return the bytes of a name."""
        return bytes(self._library.get(self._store, name).bytes())

    def size(self, name: str) -> int | None:
        """Return how many bytes are kept under a name."""
        try:
            return int(self._library.head(self._store, name)["size"])
        except FileNotFoundError:
            return None

    def names(self, prefix: str = "") -> Iterator[str]:
        """Yield every name that begins so."""
        below, _, _ = prefix.rpartition("/")
        listed: list[str] = []
        for page in self._library.list(self._store, prefix=below or None):
            listed += [each["path"] for each in page if each["path"].startswith(prefix)]
        yield from sorted(listed)
