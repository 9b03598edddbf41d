"""A supplier on an organisation's list, and the company it was matched to."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Index, UniqueConstraint, Uuid, and_, false
from sqlmodel import Field, SQLModel, col

from models.base import (
    enum_column,
    id_column,
    json_column,
    key_column,
    money_column,
    utc_column,
)

NOT_ASSESSED = -1
FINER = 1_000
"""What a hundredth of risk counts in a rank; the digits below it break ties."""
STOPPED = 100_000 * FINER
URGENT = 1_000_000 * FINER
HIGHEST_RANK = 2 * URGENT
"""No rank is higher: urgent, stopped and of the highest risk together stay below."""

OWN = "own"
"""The scheme of a number by which the organisation's own systems know a supplier."""


class Supplier(SQLModel, table=True):
    """One who sells to an organisation, as its lists name them; None and empty are unknown.

    `key` is what makes it one supplier across lists: its company number where it has one that its
    name does not contradict, else its name in one spelling. `on_list` is false for a supplier that
    only its own statement names. `is_placeholder` is true where the list's words name nobody
    ("Various", or a name struck out): the contracts are kept, and there is nobody to judge.

    `category` is what a list of suppliers is narrowed by: what their own list calls it, else the
    kind of work or goods that weighs most in the exposure, known once there is an assessment.

    `assessment_id` is its latest assessment, and `rank` orders the
    ranked list by it: residual risk in hundredths of a point times `FINER`,
    plus what is worth asking, `URGENT` more where people may be
    being exploited now, `STOPPED` more where a stop is decided or proposed, `NOT_ASSESSED` while
    there is no assessment.

    A person may merge it into another record of the same supplier (`merged_into_id`), or say that
    it is none (`not_supplier`): `SupplierCorrection` says who and why. It is in no figure then.
    """

    __table_args__ = (
        UniqueConstraint("organisation_id", "key"),
        Index("ix_supplier_ranked", "organisation_id", "rank", "key"),
        Index("ix_supplier_category", "organisation_id", "category"),
    )

    id: UUID = id_column()
    organisation_id: UUID = key_column("organisation.id")
    key: str = Field(max_length=400)
    name: str
    company_numbers: list[str] = json_column(list)
    postcode: str = ""
    countries: list[str] = json_column(list)
    sic_codes: list[str] = json_column(list)
    category_codes: list[str] = json_column(list)
    category_text: str = ""
    category: str = Field(default="", sa_column_kwargs={"server_default": ""})
    workforce: list[str] = json_column(list)
    turnover: Decimal | None = money_column()
    employees: int | None = None
    spend: Decimal | None = money_column()
    statement_hint: str = ""
    likely_person: bool = False
    on_list: bool = True
    is_placeholder: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    assessment_id: UUID | None = Field(default=None, sa_type=Uuid, index=True)
    rank: int = NOT_ASSESSED
    merged_into_id: UUID | None = Field(default=None, sa_type=Uuid, index=True)
    not_supplier: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    created_at: datetime = utc_column()

    @property
    def counts(self) -> bool:
        """Whether it is a supplier of its own: neither merged into another nor marked as none."""
        return self.merged_into_id is None and not self.not_supplier


def counted() -> ColumnElement[bool]:
    """Return the condition that a record is a supplier of its own, as `Supplier.counts` says."""
    return and_(col(Supplier.merged_into_id).is_(None), col(Supplier.not_supplier).is_(False))


def assessable() -> ColumnElement[bool]:
    """Return the condition that a record is a supplier of its own and names somebody."""
    return and_(counted(), col(Supplier.is_placeholder).is_(False))


class CorrectionKind(StrEnum):
    """How a person corrected the list of suppliers."""

    MERGED = "merged"
    NOT_SUPPLIER = "not_supplier"


class SupplierCorrection(SQLModel, table=True):
    """What a person said of one record in the list of suppliers, who, when and why.

    The newest that is not withdrawn counts. `moved` names, by table, the rows that were moved to
    the other record; `fields` gives the columns of that record that were filled, each with its
    value before and after. Both serve to undo it.
    """

    __tablename__ = "supplier_correction"

    id: UUID = id_column()
    organisation_id: UUID = key_column("organisation.id")
    supplier_id: UUID = key_column("supplier.id")
    kind: CorrectionKind = enum_column(CorrectionKind)
    into_id: UUID | None = key_column("supplier.id", default=None)
    reason: str = ""
    moved: dict[str, list[str]] = json_column(dict)
    fields: dict[str, list[Any]] = json_column(dict)
    set_by: str = Field(default="", max_length=200)
    set_at: datetime = utc_column()
    withdrawn_by: str = Field(default="", max_length=200)
    withdrawn_at: datetime | None = utc_column(default=None)


class SupplierIdentifier(SQLModel, table=True):
    """A number by which a supplier may be asked for: a register's, or the organisation's own."""

    __tablename__ = "supplier_identifier"
    __table_args__ = (
        UniqueConstraint("supplier_id", "scheme", "value"),
        Index("ix_supplier_identifier_value", "organisation_id", "scheme", "value"),
    )

    id: UUID = id_column()
    organisation_id: UUID = key_column("organisation.id", index=False)
    supplier_id: UUID = key_column("supplier.id", index=False)
    scheme: str = Field(max_length=16)
    value: str = Field(max_length=64)


class CompanyMatchState(StrEnum):
    """Where a match stands: proposed to a person, taken, turned down, or nobody found."""

    ACCEPTED = "accepted"
    REVIEW = "review"
    REJECTED = "rejected"
    NONE = "none"


class CompanyMatch(SQLModel, table=True):
    """Supplier ↔ company: the score, the reasons and who decided.

    `decided_by` is empty while only the matching rule has spoken.
    """

    __tablename__ = "company_match"

    id: UUID = id_column()
    organisation_id: UUID = key_column("organisation.id")
    supplier_id: UUID = key_column("supplier.id", unique=True)
    company_id: UUID | None = key_column("company.id", default=None)
    state: CompanyMatchState = enum_column(CompanyMatchState)
    score: float = 0.0
    reasons: list[str] = json_column(list)
    candidates: list[dict[str, str]] = json_column(list)
    decided_by: str = ""
    decided_at: datetime | None = utc_column(default=None)


class SupplierAnswer(SQLModel, table=True):
    """What a supplier, or an audit of it, answered to one question of the questionnaire."""

    __tablename__ = "supplier_answer"
    __table_args__ = (UniqueConstraint("supplier_id", "question", "source"),)

    id: UUID = id_column()
    organisation_id: UUID = key_column("organisation.id")
    supplier_id: UUID = key_column("supplier.id")
    question: str = Field(max_length=64)
    value: str = Field(max_length=16)
    text: str = ""
    source: str = ""
    as_at: date | None = None
