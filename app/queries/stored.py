"""A stored check, answered from one row without making an object of it: the busiest question."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import Text, bindparam, cast, select
from sqlmodel import col

from app.db import Database
from app.errors import NotFound
from models import Check

_ASKED = select(cast(col(Check.answer), Text), cast(col(Check.decisions), Text)).where(
    col(Check.id) == bindparam("id"), col(Check.organisation_id) == bindparam("organisation")
)


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
    with database.engine.connect() as connection:
        found = connection.execute(_ASKED, {"id": id, "organisation": organisation}).first()
    if found is None:
        raise NotFound("There is no such check.")
    answer, decisions = found
    return Stored(answer, [] if decisions == "[]" else orjson.loads(decisions))
