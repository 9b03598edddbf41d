"""The trade of a supplier as a person set it, in place of the one that its records give."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from models.base import id_column, json_column, key_column, utc_column


class SupplierTrade(SQLModel, table=True):
    """One choice of one person: the sectors that a supplier works in, each as likely.

    The newest that is not withdrawn counts. None is ever changed or deleted, so that what counted
    on any day can be seen.
    """

    __tablename__ = "supplier_trade"

    id: UUID = id_column()
    organisation_id: UUID = key_column("organisation.id")
    supplier_id: UUID = key_column("supplier.id")
    sectors: list[str] = json_column(list)
    set_by: str = Field(default="", max_length=200)
    set_at: datetime = utc_column()
    withdrawn_by: str = Field(default="", max_length=200)
    withdrawn_at: datetime | None = utc_column(default=None)
