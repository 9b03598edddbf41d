"""People who use the service, what each may do, and the ways in which they sign in."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlmodel import Field, SQLModel

from models.base import enum_column, id_column, key_column, utc_column


class Role(StrEnum):
    """What a caller is to its organisation; each role may do only what its work needs."""

    OFFICER = "officer"
    APPROVER = "approver"
    SUPPLIER = "supplier"
    API_CLIENT = "api_client"
    BOARD_READER = "board_reader"
    ADMINISTRATOR = "administrator"


class Person(SQLModel, table=True):
    """One who signs in; `supplier_id` is set for a supplier's person and nobody else.

    `email` is kept in lower case and is one person's across the installation. `password_hash` is
    an argon2 hash, empty for a person who signs in elsewhere, whom `oidc_subject` names there.
    """

    id: UUID = id_column()
    organisation_id: UUID = key_column("organisation.id")
    email: str = Field(unique=True, max_length=254)
    name: str = Field(max_length=200)
    role: Role = enum_column(Role)
    supplier_id: UUID | None = key_column("supplier.id", default=None)
    password_hash: str = ""
    oidc_subject: str | None = Field(default=None, unique=True, max_length=400)
    active: bool = True
    version: int = 1
    created_at: datetime = utc_column()


class UserSession(SQLModel, table=True):
    """A person's session in one browser, by the SHA-256 of its token.

    `browser` is what the browser said of itself, so that a person knows the session again.
    """

    __tablename__ = "user_session"

    id: UUID = id_column()
    person_id: UUID = key_column("person.id")
    token_sha256: str = Field(unique=True, max_length=64)
    browser: str = Field(default="", max_length=200)
    created_at: datetime = utc_column()
    expires_at: datetime = utc_column()
    ended_at: datetime | None = utc_column(default=None)


class Invitation(SQLModel, table=True):
    """A link that lets one person in once, to join or to set a new password.

    Without a `person_id` it makes a person of the role named.
    """

    __tablename__ = "invitation"

    id: UUID = id_column()
    organisation_id: UUID = key_column("organisation.id")
    token_sha256: str = Field(unique=True, max_length=64)
    person_id: UUID | None = key_column("person.id", default=None)
    email: str = Field(default="", max_length=254)
    name: str = Field(default="", max_length=200)
    role: Role = enum_column(Role)
    supplier_id: UUID | None = key_column("supplier.id", default=None)
    created_by: str = ""
    created_at: datetime = utc_column()
    expires_at: datetime = utc_column()
    used_at: datetime | None = utc_column(default=None)


class FailedAttempts(SQLModel, table=True):
    """Wrong passwords in a row of one account at one address, by a digest of the two.

    Until `waits_until` none is tried.
    """

    __tablename__ = "failed_attempts"

    key: str = Field(primary_key=True, max_length=64)
    count: int = 0
    last_at: datetime = utc_column()
    waits_until: datetime | None = utc_column(default=None)
