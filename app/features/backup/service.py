"""Back up an installation into one file while it works: its database, then every kept file."""

import sqlite3
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from hashlib import file_digest, sha256
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from typing import Any

import orjson
from sqlalchemy import delete, func, select, table

from app.db.engine import Database
from app.installation import Installation, open_blobs
from models.base import metadata

MANIFEST = "manifest.json"
SQLITE, TABLES, FILES = "database.sqlite", "tables/", "files/"
LEFT_OUT = {"worker"}
"""Tables that say what runs now, which means nothing elsewhere."""


def back_up(home: Installation, file: Path) -> int:
    """Write a backup; return how many files it holds beside the database.

    The database is copied as it stands at one instant. Kept files are only ever added, and each
    is added before the database speaks of it, so copying them after leaves none out. What the job
    engine has queued is not copied: a restored installation queues its unfinished work anew.

    Raises:
        OSError: The backup can't be written; what was written of it is removed.
    """
    new = file.with_name(f".{file.name}.new")
    try:
        with tarfile.open(new, "w") as tar, tempfile.TemporaryDirectory() as folder:
            digests = {}
            for name, path in _database(home.database, Path(folder)):
                with path.open("rb") as opened:
                    digests[name] = file_digest(opened, "sha256").hexdigest()
                tar.add(path, arcname=name)
            files = 0
            blobs = open_blobs(home.settings)
            for name in blobs.names():
                data = blobs.get(name)
                digests[f"{FILES}{name}"] = _add(tar, f"{FILES}{name}", data)
                files += 1
            _add(tar, MANIFEST, orjson.dumps(_manifest(home.database, digests)))
        new.replace(file)
    finally:
        new.unlink(missing_ok=True)
    return files


def _manifest(database: Database, digests: dict[str, str]) -> dict[str, Any]:
    return {
        "candour": version("candour"),
        "database": "sqlite" if database.embedded else "postgresql",
        "revision": database.revision,
        "made_at": datetime.now(UTC).isoformat(),
        "sha256": digests,
    }


def _add(tar: tarfile.TarFile, name: str, data: bytes) -> str:
    member = tarfile.TarInfo(name)
    member.size = len(data)
    tar.addfile(member, BytesIO(data))
    return sha256(data).hexdigest()


def _database(database: Database, folder: Path) -> Iterator[tuple[str, Path]]:
    if database.embedded:
        yield SQLITE, _sqlite(database, folder)
    else:
        yield from _postgresql(database, folder)


def _sqlite(database: Database, folder: Path) -> Path:
    """Copy an SQLite database by its online backup: nobody waits, and it is of one instant."""
    copy = folder / SQLITE
    with (
        closing(sqlite3.connect(str(database.engine.url.database))) as source,
        closing(sqlite3.connect(copy)) as target,
    ):
        source.backup(target)
        for name in LEFT_OUT:
            target.execute(str(delete(table(name))))
        target.commit()
        target.execute("PRAGMA journal_mode=DELETE")
    return copy


def _postgresql(database: Database, folder: Path) -> Iterator[tuple[str, Path]]:
    """Copy each table by COPY, all in one snapshot; PostgreSQL's own tools are not needed.

    A table comes after those that it refers to, so that they can be filled in this order.
    """
    with database.engine.connect() as connection:
        options = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        with connection.execution_options(**options).begin():
            # Between two tables what was copied is read once more, which may take long.
            setting = "idle_in_transaction_session_timeout"
            connection.execute(select(func.set_config(setting, "0", True)))
            driver: Any = connection.connection.driver_connection
            for each in metadata.sorted_tables:
                if each.name in LEFT_OUT:
                    continue
                path = folder / each.name
                copy = f'COPY "{each.name}" TO STDOUT WITH (FORMAT csv, HEADER)'
                with (
                    path.open("wb") as out,
                    driver.cursor() as cursor,
                    cursor.copy(copy) as copied,
                ):
                    for chunk in copied:
                        out.write(chunk)
                yield f"{TABLES}{each.name}", path
                path.unlink()
