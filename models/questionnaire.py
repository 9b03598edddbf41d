"""A questionnaire put to one supplier, answered over a private link."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlmodel import Field, SQLModel

from models.base import id_column, json_column, key_column, utc_column


class Questionnaire(SQLModel, table=True):
    """Questions put to a supplier; whoever holds the link may answer until it ends.

    Only the SHA-256 of the link's secret is kept. `answers` are drafts until `returned_at`:
    a question's identifier to its `value` and `text`. `circumstances` are what the supplier said
    of its work, by which questions that cannot matter are left out.
    """

    id: UUID = id_column()
    organisation_id: UUID = key_column("organisation.id")
    supplier_id: UUID = key_column("supplier.id")
    secret_sha256: str = Field(unique=True, max_length=64)
    requested_by: str = ""
    circumstances: dict[str, str] = json_column(dict)
    answers: dict[str, Any] = json_column(dict)
    created_at: datetime = utc_column()
    open_until: date
    revoked_at: datetime | None = utc_column(default=None)
    returned_at: datetime | None = utc_column(default=None)
    returned_by: str = ""
