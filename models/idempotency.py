"""Answers kept by the key that a caller gave its request, so that a repeat changes nothing."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import LargeBinary, UniqueConstraint
from sqlmodel import Field, SQLModel

from models.base import id_column, json_column, key_column, utc_column


class IdempotencyRecord(SQLModel, table=True):
    """The answer to one POST, written in the transaction of what it did.

    `caller` is who asked, `request_hash` the SHA-256 of method, path and body: the same key with
    another request is refused.
    """

    __tablename__ = "idempotency_record"
    __table_args__ = (UniqueConstraint("organisation_id", "caller", "key"),)

    id: UUID = id_column()
    organisation_id: UUID = key_column("organisation.id", index=False)
    caller: str = Field(max_length=100)
    key: str = Field(max_length=255)
    request_hash: str = Field(max_length=64)
    status: int
    headers: dict[str, str] = json_column(dict)
    body: bytes = Field(sa_type=LargeBinary)
    created_at: datetime = utc_column(index=True)
