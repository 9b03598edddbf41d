"""Files that only the service's own user may read."""

import os
from pathlib import Path

PRIVATE = 0o600


def make_private(path: Path) -> None:
    """Make a file, if there is none, that only its owner may read and write.

    SQLite gives the files beside a database, which hold parts of it, the same rights. A file of
    another owner, or on a file system without rights, stays as it is.
    """
    try:
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, PRIVATE))
        if path.stat().st_mode & 0o077:
            path.chmod(PRIVATE)
    except OSError:
        return
