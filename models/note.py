"""A note: what a person wrote down about a supplier, for their own organisation only."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from models.base import id_column, key_column, utc_column


class SupplierNote(SQLModel, table=True):
    """Words of one person; a note is added and never changed, so that it can be relied on."""

    __tablename__ = "supplier_note"

    id: UUID = id_column()
    organisation_id: UUID = key_column("organisation.id")
    supplier_id: UUID = key_column("supplier.id")
    text: str
    written_by: str = Field(default="", max_length=200)
    written_at: datetime = utc_column()
