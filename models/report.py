"""A report to the strategy board that was made and kept, by its files' hashes."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Uuid
from sqlmodel import Field, SQLModel

from models.base import id_column, json_column, key_column, utc_column


class BoardReport(SQLModel, table=True):
    """One report as of a day; `files` gives the SHA-256 of each file by its name."""

    __tablename__ = "board_report"

    id: UUID = id_column()
    organisation_id: UUID = key_column("organisation.id")
    as_at: date
    since: date
    version: str = Field(max_length=32)
    files: dict[str, Any] = json_column(dict)
    job_id: UUID | None = Field(default=None, sa_type=Uuid, index=True)
    created_at: datetime = utc_column()
