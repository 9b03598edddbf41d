"""A supplier as callers and files are given it: in a line of the ranked list, and whole."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from uuid import UUID

from pydantic import Field

from app.features.assessments.schemas import AssessmentSummary, serialize_assessment_summary
from app.features.suppliers.queries import Ranked
from app.http.schemas import Figure, Published
from app.security.permissions import Scope
from app.security.principal import Principal
from models import Contract as ContractRow
from models import DecisionInForce, Document, Statement
from scoring.reference.vocabulary import Decision, DocumentKind


class SupplierDecision(Published):
    """What a named person decided last on a supplier; in force, it counts and not the proposal."""

    decision: Decision
    in_force: bool
    reason: str
    decided_by: str
    decided_at: datetime
    valid_until: date
    ended_on: date | None
    ended_why: str
    check_id: UUID

    @classmethod
    def of(cls, row: DecisionInForce, today: date) -> "SupplierDecision":
        """Return the shape of a decision on a day."""
        return cls(
            decision=row.decision,
            in_force=row.counts(today),
            reason=row.reason,
            decided_by=row.decided_by,
            decided_at=row.decided_at,
            valid_until=row.valid_until,
            ended_on=row.ended_on,
            ended_why=row.ended_why,
            check_id=row.check_id,
        )


class SupplierSummary(Published):
    """A supplier in the ranked list; `assessment` is null while there is none that you may see."""

    id: UUID
    name: str = Field(examples=["Brightwater Cleaning Ltd"])
    company_numbers: list[str]
    on_list: bool = Field(description="False where only its own statement names it.")
    assessment: AssessmentSummary | None
    decided: SupplierDecision | None = Field(
        default=None, description="The last decision of a named person; null while there is none."
    )

    @classmethod
    def of(
        cls, each: Ranked, caller: Principal, decided: Mapping[UUID, DecisionInForce]
    ) -> "SupplierSummary":
        """Return the line of a ranked supplier; how it was judged only to those who may see it."""
        assessment = each.assessment if caller.has_scope(Scope.READ_CHECKS) else None
        return cls(
            id=each.supplier.id,
            name=each.supplier.name,
            company_numbers=each.supplier.company_numbers,
            on_list=each.supplier.on_list,
            assessment=serialize_assessment_summary(assessment) if assessment else None,
            decided=SupplierDecision.of(decided[each.supplier.id], datetime.now(UTC).date())
            if assessment and each.supplier.id in decided
            else None,
        )


class Contract(Published):
    """A contract; money is pounds sterling, null is unknown."""

    id: UUID
    reference: str
    title: str
    annual_value: Figure | None
    total_value: Figure | None
    currency: str = "GBP"
    start: date | None
    end: date | None
    location: str

    @classmethod
    def of(cls, row: ContractRow) -> "Contract":
        """Return the shape of a contract."""
        return cls(
            id=row.id,
            reference=row.reference,
            title=row.title,
            annual_value=row.annual_value,
            total_value=row.total_value,
            start=row.start,
            end=row.end,
            location=row.location,
        )


class StatementSummary(Published):
    """A document offered as the supplier's statement."""

    id: UUID
    name: str
    kind: DocumentKind | None = Field(description="Null where it could not be read.")
    reason: str
    year_end: date | None
    matched_by: str

    @classmethod
    def of(cls, row: Statement, document: Document) -> "StatementSummary":
        """Return the line of a statement."""
        return cls(
            id=row.id,
            name=row.name,
            kind=document.kind,
            reason=document.reason,
            year_end=row.year_end,
            matched_by=row.matched_by,
        )


class Supplier(SupplierSummary):
    """One supplier with its contracts and statements."""

    postcode: str
    contracts: list[Contract]
    statements: list[StatementSummary]
