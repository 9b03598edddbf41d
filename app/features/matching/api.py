"""`/v1/matches`: suppliers whose company a person has to decide, and their decisions."""

from datetime import UTC, datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response
from pydantic import BaseModel, ConfigDict, Field

from app.features.matching.decisions import decide_match, undo_decision, version_of
from app.features.matching.queries import matches_in
from app.http.dependencies import CallerDep, SessionDep, require_scope
from app.http.etag import IfMatch
from app.http.schemas import SupplierReference, Whole
from app.security.permissions import Scope
from models import CompanyMatch, CompanyMatchState, Supplier

router = APIRouter(
    prefix="/matches", tags=["matches"], dependencies=[require_scope(Scope.READ_CHECKS)]
)


class MatchCandidate(BaseModel):
    """A company that the supplier may be."""

    company: UUID
    name: str
    number: str


class Match(BaseModel):
    """Supplier and company: how alike, why, and who decided."""

    id: UUID
    supplier: SupplierReference
    state: CompanyMatchState
    company: UUID | None
    score: float = Field(description="0 to 100.")
    reasons: list[str]
    candidates: list[MatchCandidate] = Field(description="Best first.")
    decided_by: str
    decided_at: datetime | None

    @classmethod
    def of(cls, match: CompanyMatch, supplier: Supplier) -> "Match":
        """Return the shape of a match."""
        return cls(
            id=match.id,
            supplier=SupplierReference(
                id=supplier.id, name=supplier.name, company_numbers=supplier.company_numbers
            ),
            state=match.state,
            company=match.company_id,
            score=match.score,
            reasons=match.reasons,
            candidates=[MatchCandidate.model_validate(each) for each in match.candidates],
            decided_by=match.decided_by,
            decided_at=match.decided_at,
        )


class MatchList(BaseModel):
    """Some of the matches; `after` goes on from the last supplier's key."""

    items: list[Match]
    next_after: str | None


class MatchDecisionUpdate(BaseModel):
    """Which company it is; null says that it is none of those proposed."""

    model_config = ConfigDict(extra="forbid")

    company: UUID | None


@router.get("", summary="Matches by state")
def list_matches(
    session: SessionDep,
    caller: CallerDep,
    state: CompanyMatchState = CompanyMatchState.REVIEW,
    limit: Annotated[Whole, Query(ge=1, le=500)] = 50,
    after: Annotated[str, Query(max_length=400)] = "",
) -> MatchList:
    """Return the matches in a state: `review` are those that wait for a person."""
    rows = matches_in(session, caller.organisation, state, limit=limit, after=after)
    last = rows[-1][1].key if len(rows) == limit else None
    return MatchList(items=[Match.of(*each) for each in rows], next_after=last)


@router.put(
    "/{match_id}/decision",
    summary="Decide a match",
    dependencies=[require_scope(Scope.WRITE_SUPPLIERS)],
)
def update_match_decision(
    session: SessionDep,
    caller: CallerDep,
    match_id: UUID,
    decision: MatchDecisionUpdate,
    response: Response,
    if_match: IfMatch = None,
) -> Match:
    """Say which company a supplier is, or that it is none of those proposed.

    You may replace your own decision. Another's is replaced only with its ETag in If-Match.
    """
    match = decide_match(
        session,
        caller,
        match_id,
        decision.company,
        now=datetime.now(UTC),
        seen=if_match and if_match.strip().removeprefix("W/").strip('"'),
    )
    response.headers["ETag"] = f'"{version_of(match)}"'
    return _shown(session, match)


@router.delete(
    "/{match_id}/decision",
    summary="Take a decision back",
    dependencies=[require_scope(Scope.WRITE_SUPPLIERS)],
)
def delete_match_decision(session: SessionDep, caller: CallerDep, match_id: UUID) -> Match:
    """Match the supplier anew, as if nobody had decided."""
    match = undo_decision(session, caller, match_id)
    return _shown(session, match)


def _shown(session: SessionDep, match: CompanyMatch) -> Match:
    session.flush()
    return Match.of(match, session.get_one(Supplier, match.supplier_id))
