"""`/v1/checks`: may we award to this supplier? One question, a proposed decision, reasons."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import BaseModel, ConfigDict, Field
from sqlmodel import Session

from app.api.asked import OrganisationDep, SessionDep, needs
from app.api.once import OnceRoute
from app.api.shapes import FindingOut, RiskOut, SupplierRef, UrgentOut
from app.errors import NotFound
from app.pipeline.check import Answered, Wanted, answer
from app.queries.values import risk_value
from app.security.roles import Scope
from models import Check
from scoring.facts import ContractFacts, PayPeriod
from scoring.vocabulary import Decision

router = APIRouter(route_class=OnceRoute, prefix="/checks", tags=["checks"])

Pounds = Annotated[Decimal, Field(ge=0, max_digits=14, decimal_places=2)]
Hours = Annotated[Decimal, Field(gt=0, le=168, max_digits=6, decimal_places=2)]


class SupplierWanted(BaseModel):
    """Which supplier is meant: by `id`, or by company number, or by name as on the list."""

    model_config = ConfigDict(extra="forbid")

    id: UUID | None = None
    company_number: str = Field("", max_length=32, examples=["01234567"])
    name: str = Field("", max_length=400, examples=["Brightwater Cleaning Ltd"])


class ContractAsked(BaseModel):
    """The contract that is to be awarded, as far as known; money is pounds sterling."""

    model_config = ConfigDict(extra="forbid")

    reference: str = Field("", max_length=200, examples=["CLN-2026-04"])
    title: str = Field("", max_length=400, examples=["Office cleaning, lot 2"])
    annual_value: Pounds | None = None
    start: date | None = None
    end: date | None = None
    place: str = Field("", max_length=200, examples=["Westminster"])
    hourly_rate: Annotated[Decimal, Field(gt=0, le=1_000, decimal_places=4)] | None = Field(
        None, description="Lowest pay on the contract, pounds an hour.", examples=["14.80"]
    )
    weekly_hours: Hours | None = None
    youngest_age: Annotated[int, Field(ge=13, le=100)] | None = None
    workers: Annotated[int, Field(ge=1, le=1_000_000)] | None = None
    third_party: bool | None = None
    category_codes: list[Annotated[str, Field(max_length=32)]] = Field(
        default_factory=list, max_length=20, examples=[["90911200"]]
    )

    def facts(self) -> ContractFacts:
        """Return the contract in the shape that rules judge."""
        return ContractFacts(
            reference=self.reference or "the contract asked about",
            title=self.title,
            annual_value=self.annual_value,
            start=self.start,
            end=self.end,
            place=self.place,
            category_codes=tuple(self.category_codes),
            pay=self.hourly_rate,
            pay_period=PayPeriod.HOUR if self.hourly_rate is not None else None,
            weekly_hours=self.weekly_hours,
            youngest_age=self.youngest_age,
            workers=self.workers,
            third_party=self.third_party,
            source="the check's question",
        )


class CheckIn(BaseModel):
    """A question: may we award to this supplier?"""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "supplier": {"name": "Brightwater Cleaning Ltd"},
                    "contract": {
                        "reference": "CLN-2026-04",
                        "place": "Westminster",
                        "hourly_rate": "14.80",
                        "weekly_hours": "20",
                        "third_party": True,
                    },
                }
            ]
        },
    )

    supplier: SupplierWanted
    contract: ContractAsked | None = None


class CheckOut(BaseModel):
    """The answer: a proposal with its reasons. A named person takes the decision."""

    id: UUID
    supplier: SupplierRef
    decision: Decision = Field(description="What is proposed: clear, refer or stop.")
    decided_by: str | None = Field(None, description="Null until a named person has decided.")
    summary: str
    reasons: list[FindingOut] = Field(description="What speaks for refer or stop, heaviest first.")
    unknown: list[FindingOut] = Field(
        description="What is not known; `remedy` says how to make it known."
    )
    risk: RiskOut
    assessed_at: date
    valid_until: date
    versions: dict[str, str]
    urgent_route: UrgentOut | None = Field(
        None, description="What to do today where people may be being exploited."
    )
    links: dict[str, str]


@router.post(
    "", status_code=201, summary="Ask about a supplier", dependencies=[needs(Scope.WRITE_CHECKS)]
)
def ask(
    session: SessionDep, organisation: OrganisationDep, question: CheckIn, response: Response
) -> CheckOut:
    """Propose `clear`, `refer` or `stop` for a supplier, with reasons, evidence and remedies.

    With a contract, its pay is judged too. Nothing is decided by a score alone, and a machine only
    proposes.
    """
    told = ask_and_keep(session, organisation, question, now=datetime.now(UTC))
    response.headers["Location"] = f"/v1/checks/{told.id}"
    return told


@router.get(
    "/{check_id}",
    summary="One check",
    response_model=CheckOut,
    dependencies=[needs(Scope.READ_CHECKS)],
)
def show_check(session: SessionDep, organisation: OrganisationDep, check_id: UUID) -> Any:
    """Return a check as it was answered."""
    check = session.get(Check, check_id)
    if check is None or check.organisation_id != organisation:
        raise NotFound("There is no such check.")
    return check.answer


def ask_and_keep(
    session: Session, organisation: UUID, question: CheckIn, *, now: datetime
) -> CheckOut:
    """Answer a check and keep question and answer; the one way that API and command line share."""
    wanted = Wanted(**dict(question.supplier))
    contract = question.contract.facts() if question.contract else None
    answered = answer(session, organisation, wanted, contract, at=now.date())
    check = Check(
        organisation_id=organisation,
        supplier_id=answered.supplier.id,
        assessment_id=answered.assessment.id,
        proposed=answered.proposal.decision,
        valid_until=answered.proposal.valid_until,
        question=question.model_dump(mode="json"),
        created_at=now,
    )
    told = _told(check.id, answered, now.date())
    check.answer = told.model_dump(mode="json")
    session.add(check)
    return told


def _told(id: UUID, answered: Answered, at: date) -> CheckOut:
    proposal, supplier, assessment = answered.proposal, answered.supplier, answered.assessment
    return CheckOut(
        id=id,
        supplier=SupplierRef(
            id=supplier.id, name=supplier.name, company_numbers=supplier.company_numbers
        ),
        decision=proposal.decision,
        summary=proposal.summary,
        reasons=[FindingOut.of(each) for each in proposal.reasons],
        unknown=[FindingOut.of(each) for each in proposal.unknown],
        risk=RiskOut.of(risk_value(assessment)),
        assessed_at=assessment.at,
        valid_until=proposal.valid_until,
        versions=assessment.versions,
        urgent_route=UrgentOut.on(at) if any(each.urgent for each in answered.findings) else None,
        links={
            "self": f"/v1/checks/{id}",
            "supplier": f"/v1/suppliers/{supplier.id}",
            "assessment": f"/v1/assessments/{assessment.id}",
            "page": f"/suppliers/{supplier.id}",
        },
    )
