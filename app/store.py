"""Where an installation keeps its files: a folder of its home, or an S3-compatible store."""

from collections.abc import Iterator
from typing import Any

from app.settings import Settings
from scrapers.archive import Archive
from scrapers.blobs import Blobs, Folder


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
