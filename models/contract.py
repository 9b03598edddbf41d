"""A contract with a supplier, as far as its record tells."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from models.base import id_column, json_column, key_column, money_column


class Contract(SQLModel, table=True):
    """One contract; money is pounds sterling, None is unknown.

    `facts` keeps all that the record tells in the shape that rules judge; the columns beside it
    are those that lists are sorted and filtered by. `key` tells it from the organisation's others;
    `intake_id` is the last list that held it.
    """

    __table_args__ = (UniqueConstraint("organisation_id", "key"),)

    id: UUID = id_column()
    organisation_id: UUID = key_column("organisation.id")
    supplier_id: UUID = key_column("supplier.id")
    intake_id: UUID = key_column("intake.id")
    key: str = Field(max_length=500)
    reference: str = ""
    title: str = ""
    annual_value: Decimal | None = money_column()
    total_value: Decimal | None = money_column()
    start: date | None = None
    end: date | None = None
    location: str = ""
    facts: dict[str, Any] = json_column(dict)
