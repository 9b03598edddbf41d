"""Where kept bytes lie: names to bytes, in a folder unless an installation says otherwise."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol


class Blobs(Protocol):
    """Bytes by name, safe to share between processes; names look like `ab/abcd…`."""

    def put(self, name: str, data: bytes) -> None:
        """Keep bytes under a name, whole or not at all.

        Raises:
            OSError: They cannot be kept.
        """
        ...

    def get(self, name: str) -> bytes:
        """Return the bytes of a name.

        Raises:
            FileNotFoundError: There are none.
        """
        ...

    def size(self, name: str) -> int | None:
        """Return how many bytes are kept under a name, or None where there are none."""
        ...

    def names(self, prefix: str = "") -> Iterator[str]:
        """Yield every name that begins so, in order."""
        ...


class Folder:
    """Bytes as files in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, name: str, data: bytes) -> None:
        """Write a file whole or not at all, so that a crash leaves no half of a document."""
        path = self._folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, made = tempfile.mkstemp(dir=path.parent, prefix=".new-")
        new = Path(made)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            new.replace(path)
        except BaseException:
            new.unlink(missing_ok=True)
            raise

    def get(self, name: str) -> bytes:
        """Return the bytes of a file."""
        return (self._folder / name).read_bytes()

    def size(self, name: str) -> int | None:
        """Return the size of a file."""
        try:
            return (self._folder / name).stat().st_size
        except FileNotFoundError:
            return None

    def names(self, prefix: str = "") -> Iterator[str]:
        """Yield the files' paths within the folder; one that is being written is none yet."""
        below, _, _ = prefix.rpartition("/")
        for path in sorted((self._folder / below).rglob("*")):
            name = path.relative_to(self._folder).as_posix()
            if path.is_file() and name.startswith(prefix) and not path.name.startswith(".new-"):
                yield name
