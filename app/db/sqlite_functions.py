"""Functions that DBOS expects of SQLite and that older SQLite libraries lack.

With Python 3.12 or later DBOS writes `unixepoch('subsec')` into the defaults of its tables.
SQLite knows that form since 3.42, but Python uses the system's library: Debian 12 has 3.40 and
Ubuntu 22.04 has 3.37. There the default is NULL, and no row can be written. A database made in
that state works once the function is there, since a default is computed at each insert.
"""

import sqlite3
import time
from datetime import UTC, datetime

SUBSEC_SINCE = (3, 42, 0)
"""The first SQLite with `unixepoch('subsec')`: https://sqlite.org/releaselog/3_42_0.html."""


def add_missing_functions(connection: sqlite3.Connection) -> None:
    """Add to a connection what its SQLite library lacks; do nothing on a newer library."""
    if sqlite3.sqlite_version_info < SUBSEC_SINCE:
        connection.create_function("unixepoch", 1, _unixepoch)


def _unixepoch(value: str) -> float | None:
    """Return seconds since 1970 in UTC, with fractions for `subsec`; None for an unknown text."""
    if value in ("subsec", "subsecond"):
        return round(time.time(), 3)
    if value == "now":
        return int(time.time())
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    return int(moment.replace(tzinfo=moment.tzinfo or UTC).timestamp())
