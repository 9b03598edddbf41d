"""What was put right for workers: agreed with whom, shown by what, verified by whom."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Index, Uuid
from sqlmodel import Field, SQLModel

from models.base import enum_column, id_column, key_column, money_column, utc_column


class RemedyKind(StrEnum):
    """What was put right."""

    FEES_REPAID = "fees_repaid"
    WAGES_MADE_GOOD = "wages_made_good"
    DOCUMENTS_RETURNED = "documents_returned"
    OTHER = "other"


class Remedy(SQLModel, table=True):
    """One remedy for workers of a supplier, or of its own suppliers; no worker is named.

    `workers` and `amount` (pounds sterling) are None where they are not known. `agreed_with` says
    who speaks for the workers. It is done once `done_on` is set, and verified once a named person
    looked at the evidence.
    """

    __table_args__ = (Index("ix_remedy_newest", "organisation_id", "created_at", "id"),)

    id: UUID = id_column()
    organisation_id: UUID = key_column("organisation.id", index=False)
    supplier_id: UUID = key_column("supplier.id")
    exclusion_case_id: UUID | None = Field(
        default=None, foreign_key="exclusion_case.id", index=True, sa_type=Uuid
    )
    kind: RemedyKind = enum_column(RemedyKind)
    description: str = ""
    workers: int | None = None
    amount: Decimal | None = money_column()
    agreed_with: str = Field(max_length=200)
    agreed_on: date
    done_on: date | None = None
    evidence: str = ""
    verified_by: str = Field(default="", max_length=200)
    verified_at: datetime | None = utc_column(default=None, nullable=True)
    verification: str = ""
    version: int = 1
    created_by: str = Field(default="", max_length=200)
    created_at: datetime = utc_column()
    updated_at: datetime = utc_column()
