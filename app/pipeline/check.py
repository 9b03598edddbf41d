"""Answer a procurement check: from kept findings and the contract asked about to a proposal."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session

from app.errors import Conflict, NotFound, Unusable
from app.pipeline.listed_suppliers import supplier_key
from app.queries.suppliers import (
    assessment_of,
    findings_of,
    supplier_by_key,
    supplier_of,
    suppliers_with,
)
from app.queries.values import finding_value, risk_value
from models import Assessment, Supplier
from scoring.decision import Proposal, propose
from scoring.facts import ContractFacts
from scoring.findings import Finding
from scoring.identifiers import Scheme, company_number
from scoring.names import compare
from scoring.rules import PER_CONTRACT


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which supplier a check is about: by our identifier, its company number, or its name."""

    id: UUID | None = None
    company_number: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Answered:
    """What a check found: the supplier, what it rests on, and the decision proposed.

    `about_contract` are the findings on the contract asked about; they are also among `findings`.
    """

    supplier: Supplier
    assessment: Assessment
    findings: tuple[Finding, ...]
    about_contract: tuple[Finding, ...]
    proposal: Proposal


def find_supplier(session: Session, organisation: UUID, wanted: Wanted) -> Supplier:
    """Return the supplier that a check is about.

    Raises:
        NotFound: The organisation has no such supplier.
        Unusable: Nothing says which supplier is meant.
        Conflict: Number and name point to different suppliers, or to several.
    """
    if wanted.id is not None:
        return supplier_of(session, organisation, wanted.id)
    if wanted.company_number:
        number = company_number(wanted.company_number)
        if not number:
            raise Unusable(
                f"“{wanted.company_number}” is not a company number.",
                pointer="/supplier/company_number",
            )
        found = list(suppliers_with(session, organisation, Scheme.COMPANY, number))
        if wanted.name:
            found = [each for each in found if compare(each.name, wanted.name).same] or found
        if len(found) > 1:
            names = ", ".join(f"“{each.name}”" for each in found)
            raise Conflict(
                f"Several suppliers carry number {wanted.company_number}: {names}. Say which by "
                "its identifier or its name."
            )
        if found:
            _same_name(found[0], wanted)
            return found[0]
        raise NotFound(f"No supplier carries company number {wanted.company_number}.")
    if wanted.name:
        named = supplier_by_key(session, organisation, supplier_key(wanted.name))
        if named is not None:
            return named
        raise NotFound(f"No supplier is called “{wanted.name}”.")
    raise Unusable(
        "Say which supplier is meant: its id, company number or name.", pointer="/supplier"
    )


def _same_name(found: Supplier, wanted: Wanted) -> None:
    if wanted.name and not compare(found.name, wanted.name).same:
        raise Conflict(
            f"Company number {wanted.company_number} is “{found.name}” on your list, not "
            f"“{wanted.name}”. Check which is meant before anything is decided."
        )


def answer(
    session: Session,
    organisation: UUID,
    wanted: Wanted,
    contract: ContractFacts | None,
    *,
    at: date,
) -> Answered:
    """Propose a decision on a supplier, and on the contract asked about if one is given.

    Raises:
        NotFound: There is no such supplier.
        Conflict: The supplier has not been assessed yet, or it is unclear which is meant.
        Unusable: Nothing says which supplier is meant.
    """
    supplier = find_supplier(session, organisation, wanted)
    if supplier.assessment_id is None:
        raise Conflict(f"“{supplier.name}” has not been assessed yet. Assess it, then ask again.")
    assessment = assessment_of(session, organisation, supplier.assessment_id)
    kept = tuple(finding_value(each) for each in findings_of(session, assessment.id))
    asked = tuple(rule(contract, at) for rule in PER_CONTRACT) if contract else ()
    findings = (*asked, *kept)
    proposal = propose(findings, risk_value(assessment), at=at)
    return Answered(supplier, assessment, findings, asked, proposal)
