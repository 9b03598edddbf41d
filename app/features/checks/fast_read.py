"""A stored check, answered from one row without making an object of it: the busiest question."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import orjson

from app.db.engine import Database
from app.errors import NotFound

_QUERY = """SELECT CAST(answer AS {text}), CAST(decisions AS {text})
FROM procurement_check WHERE id = {one} AND organisation_id = {one}"""
_EMBEDDED = _QUERY.format(text="TEXT", one="?")
_SERVED = _QUERY.format(text="TEXT", one="%s")


@dataclass(frozen=True, slots=True)
class Stored:
    """A check's answer as the JSON that is kept, and the decisions taken since."""

    answer: str
    decisions: list[dict[str, Any]]

    def body(self) -> bytes:
        """Return the answer as it is given now; without decisions it is what was kept."""
        if not self.decisions:
            return self.answer.encode()
        last = self.decisions[-1]
        return orjson.dumps(
            orjson.loads(self.answer)
            | {
                "decision": last["decision"],
                "decided_by": last["decided_by"],
                "decisions": self.decisions,
            }
        )


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
    return Stored(answer, [] if decisions == "[]" else orjson.loads(decisions))
