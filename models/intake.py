"""An intake: one supplier list as given, and what became of each of its rows."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from models.base import (
    enum_column,
    id_column,
    json_column,
    key_column,
    money_column,
    utc_column,
)


class IntakeState(StrEnum):
    """How far an intake is."""

    WAITING = "waiting"
    TAKEN = "taken"
    REFUSED = "refused"


class RepeatChoice(StrEnum):
    """What a person wants of a list that repeats another one's payments."""

    UNDECIDED = "undecided"
    REPLACE = "replace"
    COUNT_BOTH = "count_both"


class RowOutcome(StrEnum):
    """What a row became; every row ends as one of these."""

    SUPPLIER = "supplier"
    CONTRACT = "contract"
    REPORTED = "reported"


class Intake(SQLModel, table=True):
    """One list, kept by the hash of its bytes; the same list twice is one intake.

    `superseded` is true once a corrected list of the same name came in: what only the old one held
    is kept and no longer judged. `column_mapping` is what a person said the columns hold: a
    column's index from 0 (as text) to a field's name, empty for a column not to be read; the rest
    is recognised.

    `period_start` and `period_end` are the first and the last day that its payments cover, None
    where no one knows; `period_source` says where that was read. `row_sample` identifies some of
    its payments, so that a list that repeats them is recognised; `repeat_choice` is what a person
    wants of it then.
    """

    __table_args__ = (UniqueConstraint("organisation_id", "sha256"),)

    id: UUID = id_column()
    organisation_id: UUID = key_column("organisation.id")
    sha256: str = Field(max_length=64)
    name: str
    sheet: str = ""
    state: IntakeState = enum_column(IntakeState, default=IntakeState.WAITING)
    reason: str = ""
    superseded: bool = False
    header_row: int = 0
    column_mapping: dict[str, str] = json_column(dict, server_default="{}")
    columns: list[dict[str, Any]] = json_column(list)
    notices: list[str] = json_column(list)
    period_start: date | None = None
    period_end: date | None = None
    period_source: str = ""
    row_sample: list[int] = json_column(list)
    repeat_choice: RepeatChoice = enum_column(RepeatChoice, default=RepeatChoice.UNDECIDED)
    created_at: datetime = utc_column()


class IntakeRows(SQLModel, table=True):
    """Some hundred filled rows of a list, in their order: the cells as given, what each became.

    They are kept together, since one row of this table for each of theirs would take ten times as
    long to write; nothing asks for a row but in its list's order. `rows` holds each as an array in
    the order of `app.queries.listed.ListedRow`. `row_offset` is how many of the list's rows were
    kept before these, `row_count` how many these are.
    """

    __tablename__ = "intake_rows"
    __table_args__ = (UniqueConstraint("intake_id", "row_offset"),)

    id: UUID = id_column()
    intake_id: UUID = key_column("intake.id", index=False)
    row_offset: int
    row_count: int
    rows: list[list[Any]] = json_column(list)


class IntakeSupplier(SQLModel, table=True):
    """A supplier that a list names: the first row that does, and what its rows paid together.

    `paid` is None where no row of the supplier is a payment.
    """

    __tablename__ = "intake_supplier"
    __table_args__ = (UniqueConstraint("intake_id", "supplier_id"),)

    id: UUID = id_column()
    intake_id: UUID = key_column("intake.id", index=False)
    supplier_id: UUID = key_column("supplier.id")
    first_row: int
    paid: Decimal | None = money_column()
