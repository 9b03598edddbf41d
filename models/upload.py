"""An upload: what a person has sent to be vetted, kept while its columns are being checked."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Uuid
from sqlmodel import Field, SQLModel

from models.base import id_column, json_column, key_column, utc_column


class Upload(SQLModel, table=True):
    """A supplier list with statements and answers, by the SHA-256 of their bytes.

    `column_mapping` is what a person said the list's columns hold: a column's index from 0 (as
    text, since it is JSON) to a field's name, empty for a column not to be read. `statements` and
    `answers` are pairs of name and hash. `job_id` is set once the vetting was started.
    """

    id: UUID = id_column()
    organisation_id: UUID = key_column("organisation.id")
    name: str
    sha256: str = Field(max_length=64)
    column_mapping: dict[str, str] = json_column(dict)
    statements: list[Any] = json_column(list)
    answers: list[Any] = json_column(list)
    job_id: UUID | None = Field(default=None, sa_type=Uuid)
    created_at: datetime = utc_column()
