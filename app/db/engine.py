"""The database: opened by its address, migrated, and used in transactions that end here."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import cache
from itertools import islice
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

import orjson
from sqlalchemy import (
    Column,
    Connection,
    Engine,
    Enum,
    FromClause,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    create_engine,
    event,
    func,
    insert,
    inspect,
    select,
)
from sqlalchemy.sql.schema import ScalarElementColumnDefault
from sqlalchemy.types import TypeEngine
from sqlmodel import Session, SQLModel

from app.db.encryption import BOX, SecretBox
from models.base import metadata

if TYPE_CHECKING:
    from alembic.config import Config

T = TypeVar("T")

_REVISION = re.compile(r'^(revision|down_revision)(?:: [^=]+)? = "(\w+)"', re.MULTILINE)
MIGRATIONS = Path(__file__).resolve().parents[2] / "migrations"


ONE_MIGRATOR = 5_400_020_150_054
"""Key of the lock that whoever changes the tables holds on PostgreSQL."""

_VERSION = Table(
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
"""Where Alembic writes the revision, as Alembic defines it."""

IDLE_S = 300
"""Seconds after which a transaction of which nothing is heard is taken for hanging; what we
compute within one takes a few."""


class Database:
    """One database, SQLite or PostgreSQL, with the same behaviour."""

    def __init__(self, url: str, secret_box: SecretBox | None = None) -> None:
        self.url = url
        self._info = {BOX: secret_box or SecretBox()}
        self.engine = open_engine(url)
        self.turn: AbstractContextManager[Any] = Lock() if self.embedded else nullcontext()
        """Where a process writes most, its threads queue here: SQLite lets one write at a time
        and has the others sleep and try again, which costs them more than a queue."""

    @property
    def embedded(self) -> bool:
        """Whether this is SQLite, in a file of this machine."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def session(self) -> Iterator[Session]:
        """Give a session whose work is committed at the end, or undone when an error leaves it."""
        opened = Session(self.engine, expire_on_commit=False, info=dict(self._info))
        with opened as session, session.begin():
            yield session

    @contextmanager
    def writing(
        self, *, alone: UUID | None = None, within: Session | None = None
    ) -> Iterator[Session]:
        """Give a session that reads what it writes: nobody writes between the two.

        SQLite lets one write at a time. PostgreSQL lets all, so lock the rows that are read
        (`with_for_update`), or say with `alone` what nobody else may be at meanwhile.

        Args:
            alone: Identifier of what is changed, such as an organisation's list of suppliers.
            within: An open transaction that this is to be a part of; nobody else writes from here
                to its end.
        """
        with self.session() if within is None else nullcontext(within) as session:
            if self.embedded:
                _begin_immediate(session.connection())
            elif alone is not None:
                key = int.from_bytes(alone.bytes[-8:], signed=True)
                session.execute(select(func.pg_advisory_xact_lock(key)))
            yield session

    def migrate(self, to: str = "head") -> None:
        """Bring the tables to a version; an empty database gets this release's tables at once.

        Creating them from the models takes a tenth of the time of all migrations one by one. A
        test compares the results of both ways.

        Args:
            to: A revision; by default this release's.
        """
        if to == "head" and not self.revision:
            self._create_tables()
            return
        from alembic import command  # noqa: PLC0415 (as in `_alembic`)

        command.upgrade(self._alembic(), to)

    def _create_tables(self) -> None:
        """Create every table in one transaction, while every other migrator waits."""
        with self.writing(alone=UUID(int=ONE_MIGRATOR)) as session:
            connection = session.connection()
            if _revision(connection):
                return
            metadata.create_all(connection, checkfirst=False)
            _VERSION.create(connection, checkfirst=True)
            connection.execute(insert(_VERSION).values(version_num=newest_revision()))

    @property
    def up_to_date(self) -> bool:
        """Whether the tables are those of this release."""
        return self.revision == newest_revision()

    @property
    def revision(self) -> str:
        """The revision of the tables; empty where there are none."""
        with self.engine.connect() as connection:
            return _revision(connection)

    def undo(self, to: str = "base") -> None:
        """Take the tables back to a version."""
        from alembic import command  # noqa: PLC0415 (as in `_alembic`)

        command.downgrade(self._alembic(), to)

    def differences(self) -> None:
        """Check that the tables are what the models say.

        Raises:
            alembic.util.exc.CommandError: They are not; the message says where.
        """
        from alembic import command  # noqa: PLC0415 (as in `_alembic`)

        command.check(self._alembic())

    def close(self) -> None:
        """Let every connection go."""
        self.engine.dispose()

    def _alembic(self) -> "Config":
        from alembic.config import Config  # noqa: PLC0415 (slow; unneeded where nothing is due)

        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.set_main_option("sqlalchemy.url", self.url.replace("%", "%%"))
        return config


def _revision(connection: Connection) -> str:
    if not inspect(connection).has_table(_VERSION.name):
        return ""
    return ", ".join(sorted(connection.scalars(select(_VERSION.c.version_num))))


@cache
def newest_revision() -> str:
    """The revision of this release's tables, read from the migrations without running them.

    Alembic would import every migration, which takes longer than all else that a command does to
    open a database; a test holds the two to the same.
    """
    names, before = set(), set()
    for path in (MIGRATIONS / "versions").glob("*.py"):
        stated = dict(_REVISION.findall(path.read_text(encoding="utf-8")))
        names.add(stated["revision"])
        before.add(stated.get("down_revision", ""))
    return ", ".join(sorted(names - before))


def batches(values: Iterable[T], size: int = 500) -> Iterator[list[T]]:
    """Yield values in lists of at most so many; 500 keys are few enough for any database."""
    left = iter(values)
    while batch := list(islice(left, size)):
        yield batch


def insert_rows(session: Session, table: type[SQLModel], rows: Iterable[dict[str, Any]]) -> None:
    """Insert many rows at once, without making an object of each: a dozen times as fast."""
    for batch in batches(rows, 5_000):
        session.execute(insert(inspect(table).local_table), batch)


def insert_columns(
    session: Session, table: type[SQLModel], columns: Mapping[str, Sequence[Any]]
) -> None:
    """Insert many rows given by column: a third of the time of one dictionary for each row.

    Args:
        session: An open transaction.
        table: Where to.
        columns: The values of each column, all of one length. A column that is left out gets its
            default, which the model states as a value.
    """
    connection, mapped = session.connection(), inspect(table).local_table
    columns = _defaults(mapped, len(next(iter(columns.values()), ()))) | dict(columns)
    compiled = insert(mapped).compile(dialect=connection.dialect, column_keys=list(columns))
    if not compiled.positional:
        rows = zip(*columns.values(), strict=True)
        insert_rows(session, table, (dict(zip(columns, row, strict=True)) for row in rows))
        return
    bound = [
        _bound(columns[name], mapped.c[name].type.dialect_impl(connection.dialect), connection)
        for name in compiled.positiontup or ()
    ]
    connection.exec_driver_sql(str(compiled), list(zip(*bound, strict=True)))


def _defaults(table: FromClause, count: int) -> dict[str, Sequence[Any]]:
    """Each column whose default is a value, with that value for so many rows."""
    return {
        each.name: [each.default.arg] * count
        for each in table.c
        if isinstance(each, Column) and isinstance(each.default, ScalarElementColumnDefault)
    }


def _bound(values: Sequence[Any], kind: TypeEngine[Any], connection: Connection) -> Sequence[Any]:
    """Values in the form in which the database's driver takes them."""
    bind = kind.bind_processor(connection.dialect)
    if bind is None:
        return values
    if isinstance(kind, Enum):
        known = {each: bind(each) for each in set(values)}
        return list(map(known.__getitem__, values))
    return list(map(bind, values))


def open_engine(url: str) -> Engine:
    """Open a database by its address, with the settings that we need of either kind."""
    json = {"json_serializer": _as_json, "json_deserializer": orjson.loads}
    if not url.startswith("sqlite"):
        return _cutting_off(create_engine(url, pool_pre_ping=True, pool_size=20, **json))
    engine = create_engine(url, connect_args={"timeout": 30}, pool_size=20, **json)
    if engine.url.database and engine.url.database != ":memory:":
        _make_private(Path(engine.url.database))
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "savepoint", _begin_before_savepoint)
    return engine


def _make_private(path: Path) -> None:
    """Make a file, if there is none, that only its owner may read and write.

    SQLite gives the files beside a database, which hold parts of it, the same rights. A file of
    another owner, or on a file system without rights, stays as it is.
    """
    try:
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        if path.stat().st_mode & 0o077:
            path.chmod(0o600)
    except OSError:
        return


def _begin_immediate(connection: Connection) -> None:
    """Take SQLite's one turn to write now, so that what is read from here on is not outdated."""
    driver: Any = connection.connection.driver_connection
    if not driver.in_transaction:
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def _begin_before_savepoint(connection: Connection, _name: str) -> None:
    """Have a transaction around a savepoint.

    Without one, SQLite begins it with the savepoint and commits it when the savepoint is released:
    half of the work would be kept where the rest fails. It would also read before it may write.
    """
    _begin_immediate(connection)


def _cutting_off(engine: Engine) -> Engine:
    """Have PostgreSQL end a transaction in which nothing has been asked for a long while.

    A process that hangs in the middle of one would keep its locks from the living for as long.
    Options that were given with the address stand.
    """
    if "options" not in engine.url.query:
        event.listen(engine, "connect", _prepare_postgresql)
    return engine


def _prepare_postgresql(connection: Any, _record: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SET idle_in_transaction_session_timeout = '{IDLE_S}s'")
    connection.commit()


def _as_json(value: Any) -> str:
    return orjson.dumps(value).decode()


def _prepare_sqlite(connection: Any, _record: object) -> None:
    cursor = connection.cursor()
    # The log is folded into the file every 8,000 pages, not 1,000: each time, somebody waits.
    wanted = (
        "journal_mode=WAL",
        "synchronous=NORMAL",
        "foreign_keys=ON",
        "wal_autocheckpoint=8000",
    )
    for pragma in wanted:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
