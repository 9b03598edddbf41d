"""The database: opened by its address, migrated, and used in transactions that end here."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

import orjson
from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, create_engine, event, insert
from sqlmodel import Session, SQLModel

T = TypeVar("T")

MIGRATIONS = Path(__file__).resolve().parents[1] / "migrations"


class Database:
    """One database, SQLite or PostgreSQL, with the same behaviour."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.embedded = url.startswith("sqlite")
        self.engine = _engine(url)

    @contextmanager
    def session(self) -> Iterator[Session]:
        """Give a session whose work is committed at the end, or undone when an error leaves it."""
        with Session(self.engine, expire_on_commit=False) as session, session.begin():
            yield session

    def migrate(self, to: str = "head") -> None:
        """Bring the tables to a version, creating them where there are none."""
        command.upgrade(self._alembic(), to)

    def undo(self, to: str = "base") -> None:
        """Take the tables back to a version."""
        command.downgrade(self._alembic(), to)

    def differences(self) -> None:
        """Check that the tables are what the models say.

        Raises:
            alembic.util.exc.CommandError: They are not; the message says where.
        """
        command.check(self._alembic())

    def close(self) -> None:
        """Let every connection go."""
        self.engine.dispose()

    def _alembic(self) -> Config:
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.set_main_option("sqlalchemy.url", self.url.replace("%", "%%"))
        return config


def batches(values: Iterable[T], size: int = 500) -> Iterator[list[T]]:
    """Yield values in lists of at most so many; 500 keys are few enough for any database."""
    left = iter(values)
    while batch := list(islice(left, size)):
        yield batch


def insert_rows(session: Session, table: type[SQLModel], rows: Iterable[dict[str, Any]]) -> None:
    """Insert many rows at once, without making an object of each: a dozen times as fast."""
    for batch in batches(rows, 5_000):
        session.execute(insert(table), batch)


def _engine(url: str) -> Engine:
    json = {"json_serializer": _as_json, "json_deserializer": orjson.loads}
    if not url.startswith("sqlite"):
        return create_engine(url, pool_pre_ping=True, **json)
    engine = create_engine(url, connect_args={"timeout": 30}, **json)
    event.listen(engine, "connect", _prepare_sqlite)
    return engine


def _as_json(value: Any) -> str:
    return orjson.dumps(value).decode()


def _prepare_sqlite(connection: Any, _record: object) -> None:
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
