"""`/v1/remedies`: what was put right for workers, agreed with whom, shown and verified."""

from datetime import UTC, date, datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from app.features.exclusion.remedies import (
    RemedyAgreed,
    RemedyChange,
    add_remedy,
    change_remedy,
    remedies_of,
    remedy_of,
)
from app.features.exclusion.schemas import Name, Words
from app.http.dependencies import CallerDep, OrganisationDep, SessionDep, require_scope
from app.http.etag import IfMatch, require_match, tag
from app.http.idempotency import IdempotentRoute
from app.http.pagination import Cursor, Limit, instant_and_id, page_of, unpacked
from app.http.schemas import Day, Figure, Links, Published
from app.security.permissions import Scope
from models import Remedy as RemedyRow
from models import RemedyKind

router = APIRouter(
    tags=["remedies"],
    route_class=IdempotentRoute,
    dependencies=[require_scope(Scope.READ_CHECKS)],
)

Workers = Annotated[int, Field(ge=1, le=1_000_000)]
Amount = Annotated[Figure, Field(gt=0, le=100_000_000, decimal_places=2)]
Evidence = Annotated[str, StringConstraints(strip_whitespace=True, max_length=5_000)]


class Remedy(Published):
    """One remedy for workers. No worker is named; null is not known."""

    id: UUID
    supplier_id: UUID
    exclusion_case_id: UUID | None
    kind: RemedyKind
    description: str
    workers: int | None
    amount: Figure | None = Field(description="Pounds sterling in all.")
    agreed_with: str = Field(description="The workers, or who speaks for them.")
    agreed_on: date
    done_on: date | None
    evidence: str
    verified_by: str
    verified_at: datetime | None
    verification: str
    created_by: str
    created_at: datetime

    @classmethod
    def of(cls, row: RemedyRow) -> "Remedy":
        """Return the shape of a remedy."""
        return cls.model_validate({name: getattr(row, name) for name in cls.model_fields})


class RemedyList(Published):
    """Some remedies, newest first, and where to go on."""

    items: list[Remedy]
    links: Links


class RemedyCreate(BaseModel):
    """A remedy that was agreed."""

    model_config = ConfigDict(extra="forbid")

    kind: RemedyKind
    agreed_with: Name = Field(examples=["The union that speaks for the cleaners"])
    agreed_on: Day
    description: Words = ""
    workers: Workers | None = None
    amount: Amount | None = None
    exclusion_case_id: UUID | None = None


class RemedyUpdate(BaseModel):
    """How far it is; what is left out stays. A verified remedy cannot be changed."""

    model_config = ConfigDict(extra="forbid")

    workers: Workers | None = None
    amount: Amount | None = None
    done_on: Day | None = None
    evidence: Evidence | None = None
    verification: Evidence | None = Field(
        None, description="What a named person looked at; it verifies the remedy."
    )


@router.get("/remedies", summary="Remedies for workers, newest first")
def list_remedies(
    session: SessionDep,
    organisation: OrganisationDep,
    limit: Limit = 50,
    cursor: Cursor = "",
    supplier_id: UUID | None = None,
) -> RemedyList:
    """Return remedies, of one supplier if wanted."""
    rows = remedies_of(
        session,
        organisation,
        limit=limit + 1,
        after=unpacked(cursor, instant_and_id) if cursor else None,
        supplier=supplier_id,
    )
    page = page_of(
        rows,
        limit,
        "/v1/remedies",
        lambda last: (last.created_at, last.id),
        limit=limit,
        supplier_id=supplier_id,
    )
    return RemedyList(items=list(map(Remedy.of, page.rows)), links=page.links)


@router.post(
    "/suppliers/{supplier_id}/remedies",
    status_code=201,
    summary="Keep a remedy that was agreed",
    dependencies=[require_scope(Scope.WRITE_CHECKS)],
)
def create_remedy(
    session: SessionDep,
    caller: CallerDep,
    supplier_id: UUID,
    wanted: RemedyCreate,
    response: Response,
) -> Remedy:
    """Keep what was agreed for workers of a supplier."""
    agreed = RemedyAgreed(
        **wanted.model_dump(exclude={"exclusion_case_id", "amount"}),
        amount=wanted.amount,
        case=wanted.exclusion_case_id,
    )
    row = add_remedy(session, caller, supplier_id, agreed, now=datetime.now(UTC))
    response.headers["Location"] = f"/v1/remedies/{row.id}"
    tag(response, row.version)
    return Remedy.of(row)


@router.get("/remedies/{remedy_id}", summary="One remedy")
def get_remedy(
    session: SessionDep, organisation: OrganisationDep, remedy_id: UUID, response: Response
) -> Remedy:
    """Return a remedy; its ETag is what a change must name."""
    row = remedy_of(session, organisation, remedy_id)
    tag(response, row.version)
    return Remedy.of(row)


@router.patch(
    "/remedies/{remedy_id}",
    summary="Say how far a remedy is, or verify it",
    dependencies=[require_scope(Scope.WRITE_CHECKS)],
)
def update_remedy(
    session: SessionDep,
    caller: CallerDep,
    remedy_id: UUID,
    change: RemedyUpdate,
    response: Response,
    if_match: IfMatch = None,
) -> Remedy:
    """Say that it was done and what shows it, or verify it; a program cannot verify."""
    require_match(if_match, remedy_of(session, caller.organisation, remedy_id).version)
    made = RemedyChange(
        workers=change.workers,
        amount=change.amount,
        done_on=change.done_on,
        evidence=change.evidence,
        verification=change.verification,
    )
    row = change_remedy(session, caller, remedy_id, made, now=datetime.now(UTC))
    tag(response, row.version)
    return Remedy.of(row)
