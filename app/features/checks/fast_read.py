"""A stored check, answered from one row without a session: it is asked for most often."""

from dataclasses import dataclass
from uuid import UUID

from app.db.engine import Database
from app.db.raw_sql import execute_sql
from app.errors import NotFound
from app.features.checks.serializer import DECISIONS, Check, CheckDecision

_STORED = """SELECT CAST(answer AS TEXT), CAST(decisions AS TEXT)
FROM procurement_check WHERE id = :id AND organisation_id = :organisation"""


@dataclass(frozen=True, slots=True)
class Stored:
    """A check's answer as the JSON that is stored, and the decisions taken since."""

    answer: str
    decisions: list[CheckDecision]

    def body(self) -> str:
        """Return the check as it is given now, by today's schema."""
        return Check.model_validate_json(self.answer).decided(self.decisions).model_dump_json()


def stored_check(database: Database, organisation: UUID, id: UUID) -> Stored:
    """Return one of an organisation's checks.

    Raises:
        NotFound: It has none with this identifier.
    """
    rows = execute_sql(database.engine, _STORED, organisation=organisation, id=id)
    if not rows:
        raise NotFound("There is no such check.")
    answer, decisions = rows[0]
    return Stored(answer, DECISIONS.validate_json(decisions))
