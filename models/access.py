"""Keys by which programs call the service, and the secrets of the installation itself."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from models.base import id_column, json_column, key_column, utc_column


class ApiKey(SQLModel, table=True):
    """A program's key: its prefix names it, the SHA-256 of its secret proves it.

    The secret itself is shown once and kept nowhere. `scopes` are the words of what it may do;
    after `expires_at`, or once revoked, it opens nothing.
    """

    __tablename__ = "api_key"

    id: UUID = id_column()
    organisation_id: UUID = key_column("organisation.id")
    name: str = Field(max_length=200)
    prefix: str = Field(unique=True, max_length=16)
    secret_sha256: str = Field(max_length=64)
    scopes: list[str] = json_column(list)
    created_by: str = ""
    created_at: datetime = utc_column()
    expires_at: datetime | None = utc_column(default=None)
    last_used_at: datetime | None = utc_column(default=None)
    revoked_at: datetime | None = utc_column(default=None)


class Secret(SQLModel, table=True):
    """A random secret of this installation by what it is for; every process shares it.

    `value` is encrypted (`app/security/encryption.py`).
    """

    name: str = Field(primary_key=True, max_length=40)
    value: str = Field(max_length=400)
