"""A stored check, answered from one row without a session: it is asked for most often."""

from dataclasses import dataclass
from uuid import UUID

from app.db.engine import Database
from app.errors import NotFound
from app.features.checks.serializer import DECISIONS, Check, CheckDecision

_QUERY = """SELECT CAST(answer AS {text}), CAST(decisions AS {text})
FROM procurement_check WHERE id = {one} AND organisation_id = {one}"""
_EMBEDDED = _QUERY.format(text="TEXT", one="?")
_SERVED = _QUERY.format(text="TEXT", one="%s")


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
    raw = database.engine.raw_connection()
    try:
        cursor = raw.cursor()
        if database.embedded:
            cursor.execute(_EMBEDDED, (id.hex, organisation.hex))
        else:
            cursor.execute(_SERVED, (id, organisation))
        row = cursor.fetchone()
        cursor.close()
    finally:
        raw.close()
    if row is None:
        raise NotFound("There is no such check.")
    answer, decisions = row
    return Stored(answer, DECISIONS.validate_json(decisions))
