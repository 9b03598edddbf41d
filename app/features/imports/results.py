"""Questions about a list that was vetted: its own rows in their order, with what came of each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import case, func
from sqlalchemy import select as pick
from sqlmodel import Session, col

from app.db.engine import batches
from app.errors import NotFound
from app.features.checks.decision_in_force import SupplierDecision, decisions_of, effective
from app.features.checks.effective_decision import decided, effective_decision, with_decisions
from app.features.imports.queries import listed_rows
from models import Assessment, Intake, IntakeSupplier, Job, Supplier
from scoring.reference.vocabulary import Decision, RiskBand


@dataclass(frozen=True, slots=True)
class Result:
    """What was concluded of the supplier of a row; figures are points of 100."""

    supplier_id: UUID
    supplier: str
    urgent: bool
    proposed: Decision
    band: RiskBand
    risk: Decimal
    risk_low: Decimal
    risk_high: Decimal
    statement_score: Decimal | None
    reason: str
    at: date
    decided: SupplierDecision | None = None

    @property
    def decision(self) -> Decision:
        """What counts: the decision in force on the supplier, or else the proposal."""
        return effective(self.proposed, self.decided)


@dataclass(frozen=True, slots=True)
class VettedRow:
    """A row as given, with its number in the spreadsheet; no result where it was not taken."""

    row: int
    cells: tuple[str, ...]
    message: str
    taken: bool
    result: Result | None


_CONCLUDED: tuple[Any, ...] = (
    Supplier.name,
    Assessment.urgent,
    Assessment.decision,
    Assessment.band,
    Assessment.risk,
    Assessment.risk_low,
    Assessment.risk_high,
    Assessment.statement_score,
    Assessment.reason,
    Assessment.as_at,
)


def intakes_of(session: Session, job: Job) -> list[Intake]:
    """Return the lists that a job took in."""
    return [session.get_one(Intake, UUID(id)) for id in job.params["intakes"]]


def one_intake(session: Session, job: Job) -> Intake:
    """Return the list that a job was about.

    Raises:
        NotFound: It was about none.
    """
    intakes = intakes_of(session, job)
    if not intakes:
        raise NotFound("This job took in no list.")
    return intakes[0]


def rows_of(
    session: Session, intake: UUID, *, today: date, offset: int = 0, limit: int | None = None
) -> list[VettedRow]:
    """Return the rows of a list in their order, with each supplier's newest assessment.

    With it goes the last decision of a named person, in force or ended on the day of `today`.
    """
    listed = list(listed_rows(session, intake, offset=offset, limit=limit))
    concluded: tuple[Any, ...] = (Supplier.id, *_CONCLUDED)
    by_supplier: dict[UUID | None, Sequence[Any]] = {}
    for batch in batches({each.supplier for each in listed if each.supplier}):
        query = (
            pick(*concluded)
            .outerjoin(Assessment, col(Supplier.assessment_id) == col(Assessment.id))
            .where(col(Supplier.id).in_(batch))
        )
        by_supplier |= {id: values for id, *values in session.execute(query)}
    decided = decisions_of(session, (id for id in by_supplier if id), today=today)
    nobody = (None,) * len(_CONCLUDED)
    return [
        _row(
            each.row,
            each.cells,
            each.message,
            each.supplier,
            decided,
            *by_supplier.get(each.supplier, nobody),
        )
        for each in listed
    ]


SUPPLIER_CELLS = ("Supplier", "Company number", "Postcode", "Category")
"""What stands in the cells of a supplier that is shown without its list."""


def rows_of_suppliers(
    session: Session, organisation: UUID, suppliers: Sequence[UUID], *, today: date
) -> list[VettedRow]:
    """Return suppliers as rows of a list, in the order given, with their newest assessment."""
    decided = decisions_of(session, suppliers, today=today)
    columns: tuple[Any, ...] = (
        Supplier.id,
        Supplier.company_numbers,
        Supplier.postcode,
        Supplier.category,
        *_CONCLUDED,
    )
    results: dict[UUID, VettedRow] = {}
    for batch in batches(suppliers):
        query = (
            pick(*columns)
            .outerjoin(Assessment, col(Supplier.assessment_id) == col(Assessment.id))
            .where(col(Supplier.organisation_id) == organisation, col(Supplier.id).in_(batch))
        )
        for id, numbers, postcode, category, name, *more in session.execute(query):
            cells = [name, ", ".join(numbers), postcode, category]
            results[id] = _row(0, cells, "", id, decided, name, *more)
    return [results[each] for each in suppliers if each in results]


def _row(
    row: int,
    cells: Sequence[str],
    message: str,
    supplier: UUID | None,
    decided: Mapping[UUID, SupplierDecision],
    name: str | None,
    urgent: bool | None,
    proposed: Decision | None,
    *more: Any,
) -> VettedRow:
    result = None
    if supplier is not None and proposed is not None:
        concluded = Result(supplier, name or "", bool(urgent), proposed, *more)
        result = replace(concluded, decided=decided.get(supplier))
    return VettedRow(row, tuple(cells), message, supplier is not None, result)


@dataclass(frozen=True, slots=True)
class DecisionCounts:
    """For how many suppliers each decision counts; `by_person` of them a named person decided."""

    number: Mapping[Decision, int]
    by_person: int

    @property
    def suppliers(self) -> int:
        """How many suppliers are counted: those assessed."""
        return sum(self.number.values())


def decisions_in(session: Session, intake: UUID, *, today: date) -> DecisionCounts:
    """Return for how many suppliers of a list each decision counts, decided or proposed.

    Args:
        session: An open transaction.
        intake: The list.
        today: The day on which decisions must be in force.
    """
    counts = effective_decision(today)
    person = case((decided(today), 1), else_=0)
    query = (
        pick(counts, func.count(), func.sum(person))
        .select_from(IntakeSupplier)
        .join(Supplier, col(IntakeSupplier.supplier_id) == col(Supplier.id))
        .join(Assessment, col(Supplier.assessment_id) == col(Assessment.id))
    )
    query = with_decisions(query).where(col(IntakeSupplier.intake_id) == intake).group_by(counts)
    rows = {decision: (number, by) for decision, number, by in session.execute(query)}
    return DecisionCounts(
        number={each: rows.get(each, (0, 0))[0] for each in Decision},
        by_person=sum(by for _, by in rows.values()),
    )
