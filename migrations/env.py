"""Runs the migrations against the database of the settings, or the one that the caller names."""

from typing import Any, Literal

import sqlmodel
from alembic import context
from sqlalchemy import Engine, create_engine, event, pool
from sqlalchemy.engine import Connection

import models  # noqa: F401 (brings every table into the metadata)
from app.db.engine import ONE_MIGRATOR
from app.settings import Settings
from models.base import Hundredths, Utc, metadata


def _rendered(kind: str, item: Any, autogen: Any) -> str | Literal[False]:
    """Write our own column types by their short names, and SQLModel's text as plain text."""
    if kind == "type" and isinstance(item, Utc | Hundredths):
        name = type(item).__name__
        autogen.imports.add(f"from models.base import {name}")
        return f"{name}()"
    if kind == "type" and isinstance(item, sqlmodel.AutoString):
        return f"sa.String(length={item.length})" if item.length else "sa.String()"
    return False


def _run(connection: Connection) -> None:
    """Migrate in one transaction, whole or not at all, while every other migrator waits."""
    postgresql = connection.dialect.name == "postgresql"
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_item=_rendered,
        render_as_batch=not postgresql,
        compare_type=True,
        transactional_ddl=True,
        include_name=lambda name, kind, _parents: kind != "table" or name in metadata.tables,
    )
    with context.begin_transaction():
        if postgresql:
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({ONE_MIGRATOR})")
            connection.exec_driver_sql("SET LOCAL lock_timeout = '10s'")
        context.run_migrations()


def _whole_or_not_at_all(engine: Engine) -> None:
    """Let SQLite undo a migration that fails half way: its driver would commit each change.

    Taking the write lock at once, before the version is read, makes a second migrator wait.
    """
    event.listen(engine, "connect", lambda made, _: setattr(made, "isolation_level", None))
    event.listen(engine, "begin", lambda opened: opened.exec_driver_sql("BEGIN IMMEDIATE"))


url = context.config.get_main_option("sqlalchemy.url") or Settings().database
engine = create_engine(
    url,
    poolclass=pool.NullPool,
    connect_args={"timeout": 60} if url.startswith("sqlite") else {},
)
if engine.dialect.name == "sqlite":
    _whole_or_not_at_all(engine)
with engine.connect() as opened:
    _run(opened)
engine.dispose()
