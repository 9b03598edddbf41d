"""Documents as read, and the modern slavery statements that suppliers published in them."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, LargeBinary, UniqueConstraint
from sqlmodel import Field, SQLModel

from models.base import enum_column, id_column, json_column, key_column, utc_column
from scoring.reference.vocabulary import DocumentKind


class Document(SQLModel, table=True):
    """What was read from bytes, by the bytes' SHA-256; unread documents say why in `reason`.

    `body` is the read document (pages, blocks, sentences, boxes) as compressed JSON, `identity`
    what its words tell of it. `evidence` is what the classifier offered, `model` which one.
    """

    sha256: str = Field(primary_key=True, max_length=64)
    name: str
    media_type: str = ""
    kind: DocumentKind | None = enum_column(DocumentKind, default=None, nullable=True)
    reason: str = ""
    pages: int = 0
    words: int = 0
    read_by_ocr: bool = False
    notices: list[str] = json_column(list)
    identity: dict[str, Any] = json_column(dict)
    body: bytes | None = Field(default=None, sa_type=LargeBinary)
    reader: str = ""
    evidence: bytes | None = Field(default=None, sa_type=LargeBinary)
    model: str = ""
    read_at: datetime = utc_column()


class Statement(SQLModel, table=True):
    """A document offered as a supplier's statement, with how it came to be that supplier's.

    `matched_by` says how the two were brought together, in words for a person.
    `attached_by` is who said whose statement it is; empty where the records decided.
    """

    __table_args__ = (UniqueConstraint("supplier_id", "document_sha256"),)

    id: UUID = id_column()
    organisation_id: UUID = key_column("organisation.id")
    supplier_id: UUID = key_column("supplier.id")
    document_sha256: str = Field(foreign_key="document.sha256", index=True, max_length=64)
    name: str
    url: str = ""
    matched_by: str = ""
    attached_by: str = Field(default="", max_length=200, sa_column_kwargs={"server_default": ""})
    year_end: date | None = None
    added_at: datetime = utc_column()


class Passage(SQLModel, table=True):
    """A sentence of a statement that is long enough to be somebody's own words.

    Equal keys are the same words, so that copies among many statements are found by an index.
    """

    document_sha256: str = Field(foreign_key="document.sha256", primary_key=True, max_length=64)
    sentence: int = Field(primary_key=True)
    fingerprint: int = Field(index=True, sa_type=BigInteger)
