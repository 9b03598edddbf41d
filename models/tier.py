"""A supplier's own supplier, as far as anyone has told of it."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from models.base import Hundredths, enum_column, id_column, key_column
from scoring.reference.vocabulary import ReportedBy


class SubSupplier(SQLModel, table=True):
    """One whom a supplier buys from, as one source names it.

    `key` is the name in one spelling: where a supplier of the organisation has it too, it is taken
    for that supplier. `share_percent` is its part of the supply, None where no one has told.
    """

    __tablename__ = "sub_supplier"
    __table_args__ = (
        UniqueConstraint("supplier_id", "key", "source"),
        Index("ix_sub_supplier_source", "organisation_id", "source"),
    )

    id: UUID = id_column()
    organisation_id: UUID = key_column("organisation.id", index=False)
    supplier_id: UUID = key_column("supplier.id", index=False)
    key: str = Field(max_length=400)
    name: str
    share_percent: Decimal | None = Field(default=None, sa_type=Hundredths)
    reported_by: ReportedBy = enum_column(ReportedBy, name="toldby")
    source: str = Field(max_length=300)
    as_at: date | None = None
