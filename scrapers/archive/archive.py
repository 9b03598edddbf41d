"""Bytes by sha256, with where and when each was seen: kept as evidence, never changed."""

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import NewType

from scrapers.archive.blobs import Blobs, Folder
from scrapers.errors import DocumentUnreadable

Sha256 = NewType("Sha256", str)
Headers = Sequence[tuple[str, str]]

_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Sighting:
    """That these bytes were seen somewhere at a time.

    Attributes:
        url: Where they were fetched; empty for bytes that nobody fetched.
        source: In words, where they came from otherwise: "uploaded by an officer".
        fetched_at: When, with its time zone.
        headers: What the server said about them, in its order.
    """

    url: str
    source: str
    fetched_at: datetime
    headers: tuple[tuple[str, str], ...] = ()


def digest(data: bytes) -> Sha256:
    """Return the SHA-256 of bytes in hexadecimal: their name in the archive."""
    return Sha256(hashlib.sha256(data).hexdigest())


class Archive:
    """Documents named by their content, safe to share between processes.

    They lie in a folder, or wherever else bytes can be kept by name.
    """

    def __init__(self, place: Path | Blobs) -> None:
        self._blobs = Folder(place) if isinstance(place, Path) else place

    def keep(
        self,
        data: bytes,
        *,
        fetched_at: datetime,
        url: str = "",
        source: str = "",
        headers: Headers = (),
    ) -> Sha256:
        """Keep bytes and the sighting; the same bytes are stored once.

        Returns:
            Their SHA-256.

        Raises:
            ValueError: The time has no time zone.
            OSError: The disk is full or may not be written.
        """
        if fetched_at.tzinfo is None:
            raise ValueError("a sighting needs a time with its time zone")
        name = digest(data)
        path = _path(name)
        if self._blobs.size(path) != len(data):
            self._blobs.put(path, data)
        seen = Sighting(url, source, fetched_at.astimezone(UTC), tuple(headers))
        written = json.dumps(asdict(seen), default=datetime.isoformat, ensure_ascii=False)
        stamp = seen.fetched_at.strftime("%Y%m%dT%H%M%S%fZ")
        self._blobs.put(
            f"{path}.seen/{stamp}-{digest(written.encode())[:12]}.json", written.encode()
        )
        return name

    def read(self, sha256: str) -> bytes:
        """Return kept bytes.

        Raises:
            DocumentUnreadable: They are not kept here, or the disk changed them.
        """
        try:
            data = self._blobs.get(_path(sha256))
        except FileNotFoundError as error:
            raise DocumentUnreadable("the archive does not hold this document") from error
        if digest(data) != sha256:
            raise DocumentUnreadable("the kept document was changed on the disk")
        return data

    def holds(self, sha256: str) -> bool:
        """Whether these bytes are kept here."""
        return self._blobs.size(_path(sha256)) is not None

    def sightings(self, sha256: str) -> tuple[Sighting, ...]:
        """Return where and when these bytes were seen, oldest first."""
        seen = self._blobs.names(f"{_path(sha256)}.seen/")
        return tuple(_sighting(self._blobs.get(name)) for name in seen)


def _path(sha256: str) -> str:
    if not _DIGEST.fullmatch(sha256):
        raise DocumentUnreadable("that is not the name of a kept document")
    return f"{sha256[:2]}/{sha256}"


def _sighting(written: bytes) -> Sighting:
    record = json.loads(written)
    return Sighting(
        url=record["url"],
        source=record["source"],
        fetched_at=datetime.fromisoformat(record["fetched_at"]),
        headers=tuple((name, value) for name, value in record["headers"]),
    )
