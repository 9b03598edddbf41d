"""Restore a backup where nothing is kept yet, each part checked by its digest."""

import shutil
import tarfile
import tempfile
from hashlib import file_digest
from pathlib import Path
from typing import Any

import orjson
from sqlalchemy import Connection, column, func, inspect, make_url, select, table

from app.db.engine import Database
from app.errors import Conflict, Unusable
from app.features.backup.service import FILES, MANIFEST, SQLITE, TABLES
from app.installation import open_blobs
from app.settings import Settings


def restore(settings: Settings, file: Path) -> int:
    """Restore a backup; return how many kept files came back.

    The backup is checked whole before anything is written. An older one is brought to this
    release afterwards.

    Raises:
        Unusable: The file is no backup, is damaged, or is of another kind of database.
        Conflict: The installation keeps something already.
    """
    settings.home.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=settings.home) as folder:
        manifest = _checked(file, Path(folder))
        kind = "sqlite" if settings.embedded else "postgresql"
        if manifest["database"] != kind:
            raise Unusable(
                f"This backup is of {manifest['database']}, and this installation uses {kind}."
            )
        if settings.embedded:
            _sqlite(settings, Path(folder))
        else:
            _postgresql(settings, Path(folder), manifest)
        return _files(settings, Path(folder) / FILES)


def _checked(file: Path, folder: Path) -> dict[str, Any]:
    """Unpack a backup and compare every part with the digest that was noted of it."""
    try:
        with tarfile.open(file, "r:") as tar:
            tar.extractall(folder, filter="data")
        manifest: dict[str, Any] = orjson.loads((folder / MANIFEST).read_bytes())
        digests: dict[str, str] = manifest["sha256"]
    except (tarfile.TarError, OSError, ValueError, KeyError) as error:
        raise Unusable(f"{file.name} is no backup, or its end is missing.") from error
    for name, noted in digests.items():
        path = folder / name
        if not path.is_file():
            raise Unusable(f"{file.name} is damaged: {name} is missing.")
        with path.open("rb") as opened:
            if file_digest(opened, "sha256").hexdigest() != noted:
                raise Unusable(f"{file.name} is damaged: {name} is not what was backed up.")
    return manifest


def _sqlite(settings: Settings, folder: Path) -> None:
    target = Path(str(make_url(settings.database).database))
    if target.exists():
        raise Conflict(f"{target} exists: a backup is restored where nothing is kept yet.")
    shutil.move(folder / SQLITE, target)
    database = Database(settings.database)
    database.migrate()
    database.close()


def _postgresql(settings: Settings, folder: Path, manifest: dict[str, Any]) -> None:
    """Make the tables as they were when they were backed up, fill them, and bring them up to date.

    The tables come in the order of the backup, each after those that it refers to.
    """
    database = Database(settings.database)
    try:
        if inspect(database.engine).get_table_names():
            raise Conflict("The database has tables: a backup is restored into an empty one.")
        database.migrate(manifest["revision"])
        with database.engine.begin() as connection:
            for name in manifest["sha256"]:
                if name.startswith(TABLES):
                    _fill(connection, name.removeprefix(TABLES), folder / name)
        database.migrate()
    finally:
        database.close()


def _fill(connection: Connection, name: str, path: Path) -> None:
    driver: Any = connection.connection.driver_connection
    with path.open("rb") as source:
        named = source.readline().decode().strip().split(",")
        columns = ", ".join('"{}"'.format(each.strip('"')) for each in named)
        copy = f'COPY "{name}" ({columns}) FROM STDIN WITH (FORMAT csv)'
        with driver.cursor() as cursor, cursor.copy(copy) as copied:
            while chunk := source.read(1 << 20):
                copied.write(chunk)
    for each in inspect(connection).get_columns(name):
        if each.get("autoincrement") is True or "nextval" in str(each.get("default")):
            _count_on(connection, name, each["name"])


def _count_on(connection: Connection, name: str, counted: str) -> None:
    """Let a counted column go on after its last number."""
    last = func.max(table(name, column(counted)).c[counted])
    sequence = func.pg_get_serial_sequence(name, counted)
    connection.execute(select(func.setval(sequence, last)).having(last.is_not(None)))


def _files(settings: Settings, folder: Path) -> int:
    blobs = open_blobs(settings)
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    for path in files:
        blobs.put(path.relative_to(folder).as_posix(), path.read_bytes())
    return len(files)
