"""A company: the legal person that a supplier may be matched to, as its register gives it."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from models.base import id_column, json_column, utc_column


class Company(SQLModel, table=True):
    """One company of the universe; shared by all organisations, since registers are public.

    `scheme` is the register by org-id.guide code (`GB-COH`), `name_key` the name in one spelling,
    `as_at` the day on which its source said so, `updated_at` when we last took it in. `removed_on`
    is the day of the first whole register that no longer had it, None while it is there;
    `last_checked_at` is when the register was last asked about it alone.
    """

    __table_args__ = (UniqueConstraint("scheme", "number"),)

    id: UUID = id_column()
    scheme: str = Field(default="GB-COH", max_length=16)
    number: str = Field(max_length=32)
    name: str
    name_key: str = Field(index=True)
    other_names: list[str] = json_column(list)
    postcode: str = ""
    sic_codes: list[str] = json_column(list)
    status: str = ""
    source: str = ""
    as_at: date | None = None
    removed_on: date | None = None
    last_checked_at: datetime | None = utc_column(default=None)
    updated_at: datetime = utc_column(index=True)
