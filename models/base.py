"""What every table shares: names of constraints, identifiers, and columns true to their type."""

from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Dialect, MetaData, Uuid
from sqlalchemy import Enum as EnumType
from sqlalchemy.types import JSON, DateTime, TypeDecorator
from sqlmodel import Field, SQLModel
from uuid_utils.compat import uuid7

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

metadata: MetaData = SQLModel.metadata


def new_id() -> UUID:
    """Return a new identifier whose order is that of creation (UUID version 7)."""
    return uuid7()


class Utc(TypeDecorator[datetime]):
    """An instant, kept in UTC and always given back with its time zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a time without its zone."""
        if value is not None and value.tzinfo is None:
            raise ValueError("an instant needs its time zone")
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """SQLite forgets the zone; what it keeps is UTC."""
        if value is None or value.tzinfo is not None:
            return value
        return value.replace(tzinfo=UTC)


class Hundredths(TypeDecorator[Decimal]):
    """A figure with two places (pounds and pence, points of a score), kept exactly."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:
        """Keep whole hundredths."""
        return None if value is None else round(value * 100)

    def process_result_value(self, value: int | None, dialect: Dialect) -> Decimal | None:
        """Give the figure back with its two places."""
        return None if value is None else (Decimal(value) / 100).quantize(Decimal("0.01"))


def id_column(**more: Any) -> Any:
    """Return a primary key that is made when the row is."""
    return Field(default_factory=new_id, primary_key=True, sa_type=Uuid, **more)


def key_column(target: str, *, index: bool = True, **more: Any) -> Any:
    """Return a reference to another table's row."""
    return Field(foreign_key=target, index=index, sa_type=Uuid, **more)


def utc_column(**more: Any) -> Any:
    """Return an instant."""
    return Field(sa_type=Utc, **more)


def money_column(**more: Any) -> Any:
    """Return pounds sterling with pence, exact; None is unknown."""
    return Field(default=None, sa_type=Hundredths, **more)


def json_column(
    factory: Callable[[], Any], *, server_default: str | None = None, **more: Any
) -> Any:
    """Return a small structure stored as JSON; what a query filters by has its own column.

    Args:
        factory: Makes the value of a row that gives none.
        server_default: What the database writes there by itself, as JSON; none by default.
        more: What else the field takes.
    """
    if server_default is not None:
        more["sa_column_kwargs"] = {"server_default": server_default}
    return Field(default_factory=factory, sa_type=JSON, **more)


def enum_column(kind: type[Enum], *, name: str = "", **more: Any) -> Any:
    """Return a word of an enumeration, kept as the word itself and checked by the database.

    Args:
        kind: The enumeration.
        name: What the database calls its constraint, where that is not the enumeration's name.
        more: What else the field takes.
    """
    return Field(
        sa_type=EnumType(
            kind,
            native_enum=False,
            create_constraint=True,
            length=32,
            name=name or kind.__name__.lower(),
            values_callable=lambda members: [member.value for member in members],
        ),
        **more,
    )
