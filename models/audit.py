"""The audit trail: who did or saw what, each entry bound to the one before it by its hash."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from models.base import id_column, json_column, key_column, utc_column


class AuditEntry(SQLModel, table=True):
    """One thing that was done or seen; written once, never changed.

    `sequence` counts an organisation's entries from 1 without a gap. `hash` is the SHA-256 of this
    entry's content together with the hash of the one before, so that no entry can be altered,
    taken out or moved without every later hash giving it away.
    """

    __tablename__ = "audit_entry"
    __table_args__ = (UniqueConstraint("organisation_id", "sequence"),)

    id: UUID = id_column()
    organisation_id: UUID = key_column("organisation.id", index=False)
    sequence: int
    occurred_at: datetime = utc_column()
    actor: str
    actor_id: str = ""
    role: str = Field(default="", max_length=32)
    verb: str = Field(max_length=60)
    subject: str = Field(default="", max_length=200, index=True)
    before: dict[str, Any] = json_column(dict)
    after: dict[str, Any] = json_column(dict)
    hash: str = Field(max_length=64)


class AuditChainHead(SQLModel, table=True):
    """The end of an organisation's chain; its row is what writers take turns by."""

    __tablename__ = "audit_chain_head"

    organisation_id: UUID = key_column("organisation.id", index=False, primary_key=True)
    sequence: int = 0
    hash: str = Field(default="", max_length=64)
