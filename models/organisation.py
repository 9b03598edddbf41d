"""An organisation: a council or a business that uses the service and sees only its own."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlmodel import SQLModel

from models.base import enum_column, id_column, utc_column


class OrganisationKind(StrEnum):
    """Who uses the service: one that buys, or one that assesses itself."""

    COUNCIL = "council"
    BUSINESS = "business"


class Organisation(SQLModel, table=True):
    """A tenant; everything that it keeps names it.

    `monitored_until` is the day up to which changes that come by the date alone were recorded.
    """

    id: UUID = id_column()
    name: str
    kind: OrganisationKind = enum_column(OrganisationKind, default=OrganisationKind.COUNCIL)
    monitored_until: date | None = None
    created_at: datetime = utc_column()
