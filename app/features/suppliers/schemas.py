"""A supplier as callers and files are given it: in a line of the ranked list, and whole."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from pydantic import Field

from app.features.assessments.schemas import AssessmentSummary, serialize_assessment_summary
from app.features.checks.decision_in_force import SupplierDecision
from app.features.suppliers.queries import Ranked
from app.http.schemas import Figure, Published
from app.security.permissions import Scope
from app.security.principal import Principal
from models import Contract as ContractRow
from models import Document, Statement
from scoring.reference.vocabulary import DocumentKind


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
        cls, each: Ranked, caller: Principal, decided: Mapping[UUID, SupplierDecision]
    ) -> "SupplierSummary":
        """Return the line of a ranked supplier; how it was judged only to those who may see it."""
        assessment = each.assessment if caller.has_scope(Scope.READ_CHECKS) else None
        last = decided.get(each.supplier.id) if assessment else None
        return cls(
            id=each.supplier.id,
            name=each.supplier.name,
            company_numbers=each.supplier.company_numbers,
            on_list=each.supplier.on_list,
            assessment=serialize_assessment_summary(assessment, last) if assessment else None,
            decided=last,
        )


class Contract(Published):
    """A contract; money is pounds sterling, null is unknown.

    `yearly_value` is what counts in figures: the annual value, or the total spread over the term.
    """

    id: UUID
    reference: str
    title: str
    annual_value: Figure | None
    total_value: Figure | None
    yearly_value: Figure | None
    live: bool = Field(description="False where it ended before today: it is in no figure.")
    currency: str = "GBP"
    start: date | None
    end: date | None
    location: str

    @classmethod
    def of(cls, row: ContractRow, today: date) -> "Contract":
        """Return the shape of a contract on a day."""
        return cls(
            id=row.id,
            reference=row.reference,
            title=row.title,
            annual_value=row.annual_value,
            total_value=row.total_value,
            yearly_value=row.yearly_value,
            live=row.is_live(today),
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
