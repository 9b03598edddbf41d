"""A wage rate that an administrator added to the tables, with its source."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlmodel import Field, SQLModel

from models.base import enum_column, id_column, json_column, key_column, utc_column


class RateKind(StrEnum):
    """Which table a rate belongs to."""

    LIVING_WAGE = "living_wage"
    MINIMUM_WAGE = "minimum_wage"


class AddedRate(SQLModel, table=True):
    """One year's figures, in pounds an hour; the accommodation offset in pounds a day.

    It is never changed: a later one with the same first day takes its place, and one that was
    wrong is withdrawn. `figures` gives each amount as text by its name.
    """

    __tablename__ = "added_rate"

    id: UUID = id_column()
    organisation_id: UUID = key_column("organisation.id")
    kind: RateKind = enum_column(RateKind)
    start: date
    announced: date | None = None
    figures: dict[str, Any] = json_column(dict)
    provisional: bool = False
    source: str = Field(max_length=500)
    added_by: str = Field(default="", max_length=200)
    added_at: datetime = utc_column()
    withdrawn_at: datetime | None = utc_column(default=None)
