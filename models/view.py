"""A saved view: a filter of the list of suppliers that a person keeps under a name."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from models.base import id_column, key_column, utc_column


class SavedView(SQLModel, table=True):
    """One person's own; `owner` is the key of the caller who keeps it.

    `query` is the filter as the query string of the list's address.
    """

    __tablename__ = "saved_view"
    __table_args__ = (UniqueConstraint("organisation_id", "owner", "name"),)

    id: UUID = id_column()
    organisation_id: UUID = key_column("organisation.id", index=False)
    owner: str = Field(max_length=100)
    name: str = Field(max_length=100)
    query: str = Field(max_length=2000)
    created_at: datetime = utc_column()
