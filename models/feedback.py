"""What named people said of the evidence that the classifier offered: right or wrong."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from models.base import enum_column, id_column, key_column, utc_column
from scoring.reference.vocabulary import Criterion


class Verdict(StrEnum):
    """Whether a sentence is evidence for a criterion, in a person's eyes."""

    RIGHT = "right"
    WRONG = "wrong"


class Feedback(SQLModel, table=True):
    """One person's word on one sentence and criterion.

    It only grows: who thinks again adds another, and the newest stands. `offered` tells whether
    the classifier, of the version `model`, had offered the sentence for the criterion.
    """

    __table_args__ = (Index("ix_feedback_statement", "statement_id", "sentence"),)

    id: UUID = id_column()
    organisation_id: UUID = key_column("organisation.id")
    statement_id: UUID = key_column("statement.id", index=False)
    document_sha256: str = Field(foreign_key="document.sha256", max_length=64)
    sentence: int
    criterion: Criterion = enum_column(Criterion)
    verdict: Verdict = enum_column(Verdict)
    note: str = ""
    offered: bool
    model: str = ""
    given_by: str = Field(max_length=200)
    given_by_id: str = ""
    given_at: datetime = utc_column()
