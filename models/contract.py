"""A contract with a supplier, as far as its record tells."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, UniqueConstraint, and_, or_
from sqlmodel import Field, SQLModel, col, select

from models.base import id_column, json_column, key_column, money_column
from models.intake import Intake
from scoring.contract_terms import is_live


class Contract(SQLModel, table=True):
    """One contract; money is pounds sterling, None is unknown.

    `facts` keeps all that the record tells in the shape that rules judge; the columns beside it
    are those that lists are sorted and filtered by. `annual_value` is as given; `yearly_value` is
    what counts in figures: the annual value, or the total spread over the term. `key` sets it
    apart from the organisation's others; `intake_id` is the last list that held it.
    """

    __table_args__ = (UniqueConstraint("organisation_id", "key"),)

    id: UUID = id_column()
    organisation_id: UUID = key_column("organisation.id")
    supplier_id: UUID = key_column("supplier.id")
    intake_id: UUID = key_column("intake.id")
    key: str = Field(max_length=500)
    reference: str = ""
    title: str = ""
    annual_value: Decimal | None = money_column()
    total_value: Decimal | None = money_column()
    yearly_value: Decimal | None = money_column()
    start: date | None = None
    end: date | None = None
    location: str = ""
    facts: dict[str, Any] = json_column(dict)

    def is_live(self, day: date) -> bool:
        """Return whether it is live on a day: `scoring.contract_terms.is_live` says when."""
        return is_live(self.end, day)


def of_current_lists() -> ColumnElement[bool]:
    """Return the condition that a contract is in the newest version of its list."""
    current = select(Intake.id).where(col(Intake.superseded).is_(False))
    return col(Contract.intake_id).in_(current)


def live_on(day: date) -> ColumnElement[bool]:
    """Return the condition that a contract is live on a day and in the newest of its lists.

    It asks the database what `scoring.contract_terms.is_live` asks of one contract.
    """
    return and_(of_current_lists(), or_(col(Contract.end).is_(None), col(Contract.end) >= day))
