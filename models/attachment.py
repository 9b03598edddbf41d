"""Evidence that a supplier puts beside an answer: named by its content, kept in the archive."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from models.base import id_column, key_column, utc_column


class Attachment(SQLModel, table=True):
    """Bytes sent with the answer to one question; `kind` is what they are by their content.

    `name` is the sender's own and only shown. Until its questionnaire is sent it is a draft, as
    the answer is.
    """

    id: UUID = id_column()
    organisation_id: UUID = key_column("organisation.id")
    supplier_id: UUID = key_column("supplier.id")
    questionnaire_id: UUID = key_column("questionnaire.id")
    question: str = Field(max_length=64)
    name: str = Field(max_length=200)
    kind: str = Field(max_length=8)
    size: int
    sha256: str = Field(max_length=64)
    created_at: datetime = utc_column()
