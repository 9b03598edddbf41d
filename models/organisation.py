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

    `watched_to` is the day up to which it was noticed what comes about by the date alone.
    """

    id: UUID = id_column()
    name: str
    kind: OrganisationKind = enum_column(OrganisationKind, default=OrganisationKind.COUNCIL)
    watched_to: date | None = None
    created_at: datetime = utc_column()
