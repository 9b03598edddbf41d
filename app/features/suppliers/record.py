"""All that the pages of one supplier share: who it is, what is proposed, and what was decided."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlmodel import Session

from app.features.assessments.serializer import serialize_finding
from app.features.checks.decision_in_force import SupplierDecision, decisions_of
from app.features.suppliers.finding_groups import FindingGroup, PlacedFinding, group_findings
from app.features.suppliers.queries import (
    correction_of,
    documents_by_hash,
    findings_of,
    supplier_of,
)
from models import Assessment, Contract, Statement, Supplier, SupplierCorrection
from scoring.reference.vocabulary import Theme


@dataclass(frozen=True, slots=True)
class SupplierRecord:
    """A supplier with its latest assessment, None while there is none, and its last decision.

    `documents` are its statements by the SHA-256 of their documents, to link evidence to them.
    `correction` is there where a person merged it into `merged_into` or marked it as no supplier.
    """

    supplier: Supplier
    assessment: Assessment | None
    decided: SupplierDecision | None
    findings: tuple[PlacedFinding, ...]
    documents: Mapping[str, Statement]
    today: date
    correction: SupplierCorrection | None = None
    merged_into: Supplier | None = None

    @property
    def valid_until(self) -> date | None:
        """The last day on which the proposal may be used."""
        return (
            date.fromisoformat(self.assessment.breakdown["valid_until"])
            if self.assessment
            else None
        )

    @property
    def reasons(self) -> list[PlacedFinding]:
        """The findings that the proposal rests on, the strongest first."""
        if self.assessment is None:
            return []
        return [self.findings[int(place)] for place in self.assessment.breakdown["reasons"]]

    def groups(self, *themes: Theme) -> list[FindingGroup]:
        """Return the findings of some themes, or of all, with repeated ones as one."""
        return group_findings(
            each for each in self.findings if not themes or each.finding.theme in themes
        )


@dataclass(frozen=True, slots=True)
class SupplierMoney:
    """What a supplier is worth to the organisation, in pounds; None where it is not known.

    `live` contracts are in force, `yearly` is what those with a known value are worth a year, and
    `without_value` is how many of them have none. `paid` is what lists of payments paid.
    """

    live: int
    yearly: Decimal | None
    without_value: int
    paid: Decimal | None


def supplier_record(
    session: Session, organisation: UUID, supplier_id: UUID, *, today: date
) -> SupplierRecord:
    """Return what the pages of one supplier share.

    Raises:
        NotFound: The organisation has no such supplier.
    """
    supplier = supplier_of(session, organisation, supplier_id)
    assessment = (
        session.get(Assessment, supplier.assessment_id) if supplier.assessment_id else None
    )
    stored = findings_of(session, assessment.id) if assessment else ()
    return SupplierRecord(
        supplier=supplier,
        assessment=assessment,
        decided=decisions_of(session, [supplier.id], today=today).get(supplier.id),
        findings=tuple(
            PlacedFinding(place, serialize_finding(each)) for place, each in enumerate(stored)
        ),
        documents=documents_by_hash(session, supplier.id),
        today=today,
        correction=None if supplier.counts else correction_of(session, supplier.id),
        merged_into=session.get(Supplier, supplier.merged_into_id)
        if supplier.merged_into_id
        else None,
    )


def supplier_money(
    supplier: Supplier, contracts: Iterable[Contract], *, today: date
) -> SupplierMoney:
    """Return what a supplier's contracts in force are worth a year, beside what it was paid."""
    live = [each for each in contracts if each.is_live(today)]
    values = [each.yearly_value for each in live if each.yearly_value is not None]
    yearly = sum(values, Decimal(0)) if values else None
    return SupplierMoney(len(live), yearly, len(live) - len(values), supplier.spend)
