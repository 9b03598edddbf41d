"""A stored check, answered from one row without making an object of it: the busiest question."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import orjson

from app.db.engine import Database
from app.db.raw_sql import execute_sql
from app.errors import NotFound

_STORED = """SELECT CAST(answer AS TEXT), CAST(decisions AS TEXT)
FROM procurement_check WHERE id = :id AND organisation_id = :organisation"""


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
    rows = execute_sql(database.engine, _STORED, organisation=organisation, id=id)
    if not rows:
        raise NotFound("There is no such check.")
    answer, decisions = rows[0]
    return Stored(answer, [] if decisions == "[]" else orjson.loads(decisions))
