"""A stored check, answered from one row: a session is opened only where a person decided."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.db.engine import Database
from app.db.raw_sql import execute_sql, identifier
from app.errors import NotFound
from app.features.checks.decision_in_force import SupplierDecision, decisions_of, version_of
from app.features.checks.serializer import DECISIONS, Check, CheckDecision

_STORED = """SELECT CAST(c.answer AS TEXT), CAST(c.decisions AS TEXT), d.supplier_id
FROM procurement_check c LEFT JOIN decision_in_force d ON d.supplier_id = c.supplier_id
WHERE c.id = :id AND c.organisation_id = :organisation"""


@dataclass(frozen=True, slots=True)
class Stored:
    """A check's answer as the JSON that is stored, and what was decided since.

    `decisions` were taken on the check; `last` is the last one on its supplier.
    """

    answer: str
    decisions: list[CheckDecision]
    last: SupplierDecision | None

    @property
    def version(self) -> str:
        """The version of what was decided on the supplier."""
        return version_of(self.last)

    def body(self) -> str:
        """Return the check as it is given now, by today's schema."""
        answer = Check.model_validate_json(self.answer)
        return answer.decided(self.decisions, self.last).model_dump_json()


def stored_check(database: Database, organisation: UUID, id: UUID, *, today: date) -> Stored:
    """Return one of an organisation's checks.

    Raises:
        NotFound: It has none with this identifier.
    """
    rows = execute_sql(database.engine, _STORED, organisation=organisation, id=id)
    if not rows:
        raise NotFound("There is no such check.")
    answer, decisions, decided_on = rows[0]
    return Stored(answer, DECISIONS.validate_json(decisions), _last(database, decided_on, today))


def _last(database: Database, supplier: UUID | str | None, today: date) -> SupplierDecision | None:
    if supplier is None:
        return None
    id = identifier(supplier)
    with database.session() as session:
        return decisions_of(session, [id], today=today).get(id)
