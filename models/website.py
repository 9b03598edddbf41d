"""A supplier's website: where its statement is looked for, and what was seen there and changed."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from models.base import id_column, json_column, key_column, utc_column


class Website(SQLModel, table=True):
    """The home page of a supplier; `last_statement` is the one last found there, empty for none.

    `last_error` says in words why the last look found nothing, `last_checked_at` when that was.
    """

    id: UUID = id_column()
    organisation_id: UUID = key_column("organisation.id")
    supplier_id: UUID = key_column("supplier.id", unique=True)
    home_url: str = Field(max_length=2_000)
    last_statement: dict[str, Any] = json_column(dict)
    home_link: dict[str, Any] = json_column(dict)
    last_error: str = ""
    last_checked_at: datetime | None = utc_column(default=None)


class SourceChange(SQLModel, table=True):
    """What a source says otherwise than before about a supplier; kept for good.

    `detected_on` is the day as at which the source said so, `since` the last day it said
    otherwise.
    """

    __tablename__ = "source_change"
    __table_args__ = (Index("ix_source_change_supplier", "supplier_id", "detected_on"),)

    id: UUID = id_column()
    organisation_id: UUID = key_column("organisation.id")
    supplier_id: UUID = key_column("supplier.id", index=False)
    kind: str = Field(max_length=40)
    subject: str
    before: str = ""
    now: str = ""
    detected_on: date
    since: date | None = None
    source: str = ""
    created_at: datetime = utc_column()
