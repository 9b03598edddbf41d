"""SQL as the driver takes it, for the few questions that are asked most: a tenth of the cost.

This is the one way to send SQL text to the tables, and it demands whose rows are meant.
"""

import re
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Engine

_NAMED = re.compile(r":([a-z_]+)")


def execute_sql(
    on: Connection | Engine, sql: str, *, organisation: UUID, **values: Any
) -> list[tuple[Any, ...]]:
    """Run one statement on the rows of one organisation and return its rows, if it has any.

    Values are text, numbers, None, UUIDs and instants. JSON is given and got as text: columns of
    it are cast to text where they are selected.

    Args:
        on: A connection, in whose transaction it is run, or an engine for a question of its own.
        sql: With `:name` where a value comes, `:organisation` among them.
        organisation: Whose rows are read or written.
        **values: The other values by name.

    Raises:
        ValueError: The statement does not ask for `:organisation`, so it could reach others' rows.
    """
    if "organisation" not in _names(sql):
        raise ValueError("SQL text must name the :organisation whose rows it reads or writes")
    named = {"organisation": organisation, **values}
    if isinstance(on, Connection):
        return _execute(on.connection, on.dialect.name, sql, named)
    raw = on.raw_connection()
    try:
        return _execute(raw, on.dialect.name, sql, named)
    finally:
        raw.close()


def _execute(driver: Any, dialect: str, sql: str, values: dict[str, Any]) -> list[tuple[Any, ...]]:
    cursor = driver.cursor()
    try:
        if dialect == "sqlite":
            cursor.execute(sql, {name: _plain(value) for name, value in values.items()})
        else:
            cursor.execute(_served(sql), values)
        return cursor.fetchall() if cursor.description else []
    finally:
        cursor.close()


@lru_cache(maxsize=64)
def _names(sql: str) -> frozenset[str]:
    return frozenset(_NAMED.findall(sql))


def identifier(value: Any) -> UUID:
    """Return an identifier as either database gives it."""
    return value if isinstance(value, UUID) else UUID(value)


@lru_cache(maxsize=64)
def _served(sql: str) -> str:
    return _NAMED.sub(r"%(\1)s", sql)


def _plain(value: Any) -> Any:
    """As SQLAlchemy keeps the types that SQLite has none of."""
    if isinstance(value, UUID):
        return value.hex
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")
    return value
