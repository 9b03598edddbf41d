"""An intake: one supplier list as given, and what became of each of its rows."""

from datetime import datetime
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


class RowOutcome(StrEnum):
    """What a row became; every row ends as one of these."""

    SUPPLIER = "supplier"
    CONTRACT = "contract"
    REPORTED = "reported"


class Intake(SQLModel, table=True):
    """One list, kept by the hash of its bytes; the same list twice is one intake.

    `replaced` is true once a corrected list of the same name came in: what only the old one held
    is kept and no longer judged. `chosen` is what a person said the columns hold: a column's index
    from 0 (as text) to a field's name, empty for a column not to be read; the rest is recognised.
    """

    __table_args__ = (UniqueConstraint("organisation_id", "sha256"),)

    id: UUID = id_column()
    organisation_id: UUID = key_column("organisation.id")
    sha256: str = Field(max_length=64)
    name: str
    sheet: str = ""
    state: IntakeState = enum_column(IntakeState, default=IntakeState.WAITING)
    reason: str = ""
    replaced: bool = False
    header_row: int = 0
    chosen: dict[str, str] = json_column(dict)
    columns: list[dict[str, Any]] = json_column(list)
    notices: list[str] = json_column(list)
    created_at: datetime = utc_column()


class IntakeRow(SQLModel, table=True):
    """One filled row of a list: its cells as given, and the supplier or contract it became.

    `row` is the number a spreadsheet shows; `part` tells apart, from 0, the rows that one release
    of open contracting data became. A reported row says in `message` why it was not taken;
    a row that was taken may carry notes there on what is odd about it. `paid` is the sum that a
    row of a payments list paid.
    """

    __tablename__ = "intake_row"
    __table_args__ = (UniqueConstraint("intake_id", "row", "part"),)

    id: UUID = id_column()
    intake_id: UUID = key_column("intake.id", index=False)
    row: int
    part: int = 0
    outcome: RowOutcome = enum_column(RowOutcome)
    cells: list[str] = json_column(list)
    column: str = ""
    message: str = ""
    paid: Decimal | None = money_column()
    supplier_id: UUID | None = key_column("supplier.id", default=None)
    contract_id: UUID | None = key_column("contract.id", default=None)
