"""A check: a procurement question about a supplier, its proposed answer, and who decided."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlmodel import SQLModel

from models.base import enum_column, id_column, json_column, key_column, utc_column
from scoring.vocabulary import Decision


class Check(SQLModel, table=True):
    """One question asked and the decision proposed; `answer` is the whole reply as given."""

    id: UUID = id_column()
    organisation_id: UUID = key_column("organisation.id")
    supplier_id: UUID = key_column("supplier.id")
    assessment_id: UUID = key_column("assessment.id")
    proposed: Decision = enum_column(Decision)
    valid_until: date
    question: dict[str, Any] = json_column(dict)
    answer: dict[str, Any] = json_column(dict)
    created_at: datetime = utc_column()
