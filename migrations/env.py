"""Runs the migrations against the database of the settings, or the one that the caller names."""

from typing import Any, Literal

import sqlmodel
from alembic import context
from sqlalchemy import create_engine, pool
from sqlalchemy.engine import Connection

import models  # noqa: F401 (brings every table into the metadata)
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
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_item=_rendered,
        render_as_batch=connection.dialect.name == "sqlite",
        compare_type=True,
        transaction_per_migration=True,
        include_name=lambda name, kind, _parents: kind != "table" or name in metadata.tables,
    )
    with context.begin_transaction():
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql("SET LOCAL lock_timeout = '10s'")
        context.run_migrations()


url = context.config.get_main_option("sqlalchemy.url") or Settings().database
engine = create_engine(url, poolclass=pool.NullPool)
with engine.connect() as opened:
    _run(opened)
engine.dispose()
