"""Change a row that others may change at the same moment: one wins, the others are refused.

Both databases take the row by an UPDATE that changes nothing. PostgreSQL locks the row for it.
SQLite lets one write at a time. So whoever comes later waits, and then reads what was committed.
"""

from typing import Any

from sqlalchemy import inspect, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, SQLModel

from app.errors import Changed


def lock_row(session: Session, row: SQLModel, **seen: Any) -> None:
    """Let nobody else change a row until this transaction ends, and read it anew.

    Args:
        session: An open transaction.
        row: A row that was read in it.
        **seen: What columns must still hold, such as `version=row.version`.

    Raises:
        Changed: A column holds something else by now, or the row is gone.
    """
    table = inspect(type(row)).local_table
    key = table.primary_key.columns.values()[0]
    query = update(table).where(key == getattr(row, key.name)).values({key: key}).returning(key)
    for name, value in seen.items():
        query = query.where(table.c[name].is_not_distinct_from(value))
    if session.execute(query).first() is None:
        raise Changed(
            "Another person changed it since you read it. Read it again, then change it."
        )
    session.refresh(row)


def insert_if_absent(session: Session, row: SQLModel) -> None:
    """Keep a row unless one with its key is there, also where others do so at the same moment."""
    kind = postgresql if session.connection().dialect.name == "postgresql" else sqlite
    table = inspect(type(row)).local_table
    session.execute(kind.insert(table).values(**row.model_dump()).on_conflict_do_nothing())
