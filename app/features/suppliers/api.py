"""`/v1/suppliers`: the ranked list, and one supplier with what its rank rests on."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from app.features.checks.decisions import decisions_of
from app.features.suppliers.queries import (
    Ranked,
    contracts_of,
    identifiers_of,
    ranked,
    statements_with_documents,
    supplier_of,
)
from app.features.suppliers.service import IdentifierKind, add_identifier
from app.http.dependencies import CallerDep, OrganisationDep, SessionDep, require_scope
from app.http.idempotency import IdempotentRoute
from app.http.pagination import Cursor, Limit, next_link, packed, unpacked
from app.http.schemas import Figure, Links
from app.security.permissions import Scope
from app.security.principal import Principal
from models import Assessment, DecisionInForce, Document, Statement
from models import Contract as ContractRow
from scoring.reference.vocabulary import Decision, DocumentKind, RiskBand

router = APIRouter(
    prefix="/suppliers", tags=["suppliers"], dependencies=[require_scope(Scope.READ_SUPPLIERS)]
)


class AssessmentSummary(BaseModel):
    """The latest assessment in a line."""

    id: UUID
    as_at: str = Field(examples=["2026-11-25"])
    decision: Decision
    headline: str = Field(description="Why, in at most twelve words.")
    reason: str = Field(description="Why, with everything that is not met.")
    too_little_known: bool = Field(
        description="Whether so little is known of what it sells that the band means little."
    )
    urgent: bool
    band: RiskBand
    risk: Figure
    risk_low: Figure
    risk_high: Figure
    exposure: Figure
    control: Figure
    statement_score: Figure | None

    @classmethod
    def of(cls, row: Assessment) -> "AssessmentSummary":
        """Return the line of an assessment."""
        return cls(
            id=row.id,
            as_at=row.as_at.isoformat(),
            decision=row.decision,
            headline=row.headline,
            reason=row.reason,
            too_little_known=row.too_little_known,
            urgent=row.urgent,
            band=row.band,
            risk=row.risk,
            risk_low=row.risk_low,
            risk_high=row.risk_high,
            exposure=row.exposure,
            control=row.control,
            statement_score=row.statement_score,
        )


class SupplierDecision(BaseModel):
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


class SupplierSummary(BaseModel):
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
            assessment=AssessmentSummary.of(assessment) if assessment else None,
            decided=SupplierDecision.of(decided[each.supplier.id], datetime.now(UTC).date())
            if assessment and each.supplier.id in decided
            else None,
        )


class SupplierList(BaseModel):
    """Some of the ranked list, and where to go on."""

    items: list[SupplierSummary]
    links: Links


class Contract(BaseModel):
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
    start: str | None
    end: str | None
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
            start=row.start.isoformat() if row.start else None,
            end=row.end.isoformat() if row.end else None,
            location=row.location,
        )


class StatementSummary(BaseModel):
    """A document offered as the supplier's statement."""

    id: UUID
    name: str
    kind: DocumentKind | None = Field(description="Null where it could not be read.")
    reason: str
    year_end: str | None
    matched_by: str

    @classmethod
    def of(cls, row: Statement, document: Document) -> "StatementSummary":
        """Return the line of a statement."""
        return cls(
            id=row.id,
            name=row.name,
            kind=document.kind,
            reason=document.reason,
            year_end=row.year_end.isoformat() if row.year_end else None,
            matched_by=row.matched_by,
        )


class Supplier(SupplierSummary):
    """One supplier with its contracts and statements."""

    postcode: str
    contracts: list[Contract]
    statements: list[StatementSummary]


@router.get("", summary="The ranked list")
def list_suppliers(
    session: SessionDep,
    caller: CallerDep,
    limit: Limit = 50,
    cursor: Cursor = "",
) -> SupplierList:
    """Return suppliers by residual risk, urgent ones first, highest risk next.

    Suppliers that have not been assessed come last: they have no rank, not the lowest.
    """
    after = unpacked(cursor, _after) if cursor else None
    rows = ranked(session, caller.organisation, limit=limit + 1, after=after)
    page = rows[:limit]
    more = len(rows) > limit
    link = None
    if more:
        last = page[-1].supplier
        link = next_link("/v1/suppliers", limit=limit, cursor=packed(last.rank, last.key))
    decided = decisions_of(session, (each.supplier.id for each in page))
    return SupplierList(
        items=[SupplierSummary.of(each, caller, decided) for each in page], links=Links(next=link)
    )


@router.get("/{supplier_id}", summary="One supplier")
def get_supplier(session: SessionDep, caller: CallerDep, supplier_id: UUID) -> Supplier:
    """Return a supplier with its latest assessment, contracts and statements."""
    supplier = supplier_of(session, caller.organisation, supplier_id)
    today = datetime.now(UTC).date()
    assessment = (
        session.get(Assessment, supplier.assessment_id) if supplier.assessment_id else None
    )
    line = SupplierSummary.of(
        Ranked(supplier, assessment), caller, decisions_of(session, [supplier.id])
    )
    return Supplier(
        **dict(line),
        postcode=supplier.postcode,
        contracts=[Contract.of(each, today) for each in contracts_of(session, supplier.id)],
        statements=[
            StatementSummary.of(statement, document)
            for statement, document in statements_with_documents(session, supplier.id)
        ],
    )


def _after(rank: int, key: str) -> tuple[int, str]:
    if not isinstance(rank, int) or not isinstance(key, str) or abs(rank) > 10_000_000:
        raise ValueError("no place in the ranked list")
    return rank, key


identifiers_router = APIRouter(
    prefix="/suppliers", tags=["suppliers"], route_class=IdempotentRoute
)


class SupplierIdentifier(BaseModel):
    """A number of a register (by org-id.guide code), or `own` for your own systems' number."""

    scheme: str = Field(examples=["GB-PPON"])
    id: str = Field(examples=["PJJX-1133-JRGV"])


class SupplierIdentifierCreate(BaseModel):
    """A number by which the supplier may be asked for from now on."""

    model_config = ConfigDict(extra="forbid")

    scheme: IdentifierKind
    id: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=64)] = (
        Field(examples=["SUP-000123"])
    )


class SupplierIdentifierList(BaseModel):
    """Every number of a supplier."""

    items: list[SupplierIdentifier]


@identifiers_router.get(
    "/{supplier_id}/identifiers",
    summary="A supplier's numbers",
    dependencies=[require_scope(Scope.READ_SUPPLIERS)],
)
def list_supplier_identifiers(
    session: SessionDep, organisation: OrganisationDep, supplier_id: UUID
) -> SupplierIdentifierList:
    """Return the numbers by which a supplier may be asked for."""
    supplier = supplier_of(session, organisation, supplier_id)
    return SupplierIdentifierList(
        items=[
            SupplierIdentifier(scheme=each.scheme, id=each.value)
            for each in identifiers_of(session, supplier.id)
        ]
    )


@identifiers_router.post(
    "/{supplier_id}/identifiers",
    status_code=201,
    summary="Add a supplier's number",
    dependencies=[require_scope(Scope.WRITE_SUPPLIERS)],
)
def create_supplier_identifier(
    session: SessionDep, caller: CallerDep, supplier_id: UUID, wanted: SupplierIdentifierCreate
) -> SupplierIdentifier:
    """Add a number, say that of your own system, so that checks can be asked by it."""
    row = add_identifier(session, caller, supplier_id, wanted.scheme, wanted.id)
    return SupplierIdentifier(scheme=row.scheme, id=row.value)
