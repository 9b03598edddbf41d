"""SQL as the driver takes it, for the few questions that are asked most: a tenth of the cost."""

import re
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

_NAMED = re.compile(r":([a-z_]+)")


def execute_sql(connection: Connection, sql: str, **values: Any) -> list[tuple[Any, ...]]:
    """Run one statement in the connection's transaction and return its rows, if it has any.

    Values are text, numbers, None, UUIDs and instants. JSON is given and got as text: columns of
    it are cast to text where they are selected.

    Args:
        connection: Within whose transaction.
        sql: With `:name` where a value comes.
        **values: The values by name.
    """
    driver: Any = connection.connection
    cursor = driver.cursor()
    try:
        if connection.dialect.name == "sqlite":
            cursor.execute(sql, {name: _plain(value) for name, value in values.items()})
        else:
            cursor.execute(_served(sql), values)
        return cursor.fetchall() if cursor.description else []
    finally:
        cursor.close()


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
