"""Entries of public registers and lists, as taken in: what each says of whom, on which day."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from models.base import enum_column, id_column, json_column, utc_column


class RegisterKind(StrEnum):
    """The registers that findings rest on."""

    STATEMENT_REGISTRY = "statement_registry"
    LIVING_WAGE_EMPLOYERS = "living_wage_employers"
    LABOUR_LICENCES = "labour_licences"
    DEBARMENT_LIST = "debarment_list"


class Register(SQLModel, table=True):
    """A register as last taken in; `as_at` is the day on which its publisher said so."""

    kind: RegisterKind = enum_column(RegisterKind, primary_key=True)
    source: str
    as_at: date
    entries: int = 0
    unread: list[str] = json_column(list)
    taken_at: datetime = utc_column()


class RegisterEntry(SQLModel, table=True):
    """What a register says of one organisation; shared by all, since registers are public.

    `key` tells the entry from the register's others. `removed_on` is the day of the first version
    that no longer had it, or that worded it otherwise: what a source no longer says is kept,
    dated. `since` is the first day on which it said so, None where we hold no earlier version.
    """

    __tablename__ = "register_entry"
    __table_args__ = (UniqueConstraint("kind", "key"),)

    id: UUID = id_column()
    kind: RegisterKind = enum_column(RegisterKind)
    key: str = Field(max_length=500)
    name: str
    name_key: str = Field(index=True)
    number: str = Field(default="", index=True, max_length=16)
    status_text: str = ""
    in_good_standing: bool | None = None
    url: str = ""
    payload: dict[str, Any] = json_column(dict)
    as_at: date
    since: date | None = None
    removed_on: date | None = None


class SourcePoll(SQLModel, table=True):
    """When a source was last asked by itself, and why nothing newer came; empty if it answered.

    `source` is a register's kind, or the word for Companies House or Find a Tender; `etag` the
    publisher's mark of the last version, for Find a Tender the instant up to which it was read.
    """

    __tablename__ = "source_poll"

    source: str = Field(primary_key=True, max_length=64)
    last_checked_at: datetime = utc_column()
    etag: str = ""
    last_error: str = ""
