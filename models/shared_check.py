"""What a business shares of a check of its own statement, by a link and for a while."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import LargeBinary
from sqlmodel import Field, SQLModel

from models.base import id_column, utc_column


class SharedSelfAssessment(SQLModel, table=True):
    """The result of a check as its business saw it, which whoever holds the link may read.

    It belongs to no organisation of ours: a business needs no account. Only the SHA-256 of the
    link's secret is kept. `payload` is the packed result; it is thrown away when the business ends
    the link or its time is over.
    """

    __tablename__ = "shared_self_assessment"

    id: UUID = id_column()
    secret_sha256: str = Field(unique=True, max_length=64)
    payload: bytes | None = Field(default=None, sa_type=LargeBinary)
    created_at: datetime = utc_column()
    open_until: date = Field(index=True)
    ended_at: datetime | None = utc_column(default=None)
