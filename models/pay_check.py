"""A check of pay and hours that was kept: its result, without the files that it was made from."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Uuid
from sqlmodel import Field, SQLModel

from models.base import id_column, json_column, key_column, utc_column


class PayCheckRecord(SQLModel, table=True):
    """What rotas and payslips showed on a day; workers are named by pseudonym only.

    `result` holds the findings, notices and arithmetic in the shape that the pages draw.
    `contract` is its reference as the officer gave it. `supplier_id` is empty where the check is
    of no supplier on the list.
    """

    __tablename__ = "pay_check"

    id: UUID = id_column()
    organisation_id: UUID = key_column("organisation.id")
    supplier_id: UUID | None = Field(
        default=None, foreign_key="supplier.id", index=True, sa_type=Uuid
    )
    contract: str = Field(default="", max_length=200)
    name: str = Field(max_length=200)
    as_at: date
    result: dict[str, Any] = json_column(dict)
    assigned_to: str = Field(default="", max_length=200)
    made_by: str = Field(default="", max_length=200)
    made_at: datetime = utc_column()
