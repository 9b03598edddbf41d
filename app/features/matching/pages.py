"""Matches to resolve: which company each supplier is, where its records do not agree."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlmodel import Session
from starlette.datastructures import FormData

from app.errors import Changed, Conflict
from app.features.matching.decisions import decide_match, undo_decision
from app.features.matching.queries import (
    companies_by_id,
    decided_matches,
    waiting_count,
    waiting_matches,
)
from app.features.matching.service import match_of
from app.http.dependencies import CallerDep, SessionDep, require_scope
from app.http.schemas import Whole
from app.security.permissions import Scope
from app.security.principal import Principal
from app.web.forms import FormDep, Problem, text_of, uuid_of
from app.web.page_links import PAGE, pages_of
from app.web.templating import page
from models import Company, CompanyMatch, Supplier

router = APIRouter(prefix="/matches")

DECIDED = 50
"""Decisions that the page shows, the last first."""

NONE_OF_THESE = "none"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A company that a supplier may be; `record` is None where the register no longer has it."""

    id: str
    name: str
    number: str
    record: Company | None


@dataclass(frozen=True, slots=True)
class MatchLine:
    """A match with its supplier and the companies to choose from; `chosen` is what was ticked."""

    match: CompanyMatch
    supplier: Supplier
    candidates: list[Candidate]
    chosen: str = ""


@router.get("", response_class=HTMLResponse)
def list_page(
    request: Request,
    session: SessionDep,
    caller: CallerDep,
    number: Annotated[Whole, Query(alias="page", ge=1, le=100_000)] = 1,
    saved: Annotated[Whole, Query(ge=0, le=100_000)] = 0,
    left: Annotated[Whole, Query(ge=0, le=100_000)] = 0,
) -> HTMLResponse:
    """Show the matches that wait for a person, and the decisions that can be taken back."""
    return _draw(request, session, caller, number=number, saved=saved, left=left)


@router.post("", dependencies=[require_scope(Scope.WRITE_SUPPLIERS)])
def save(request: Request, session: SessionDep, caller: CallerDep, form: FormDep) -> Response:
    """Keep every choice of the form; a match that somebody decided meanwhile is left as it is."""
    now = datetime.now(UTC)
    choices, problems = _choices(session, caller, form)
    if problems:
        return _draw(request, session, caller, problems=problems, form=form)
    saved = left = 0
    for match, company in choices:
        try:
            decide_match(session, caller, match.id, company, now=now)
        except (Conflict, Changed):
            left += 1
        else:
            saved += 1
    return RedirectResponse(f"/matches?saved={saved}&left={left}", status_code=303)


@router.post("/{match_id}/undo", dependencies=[require_scope(Scope.WRITE_SUPPLIERS)])
def undo(session: SessionDep, caller: CallerDep, match_id: UUID) -> RedirectResponse:
    """Take a decision back, and match the supplier anew."""
    undo_decision(session, caller, match_id)
    return RedirectResponse("/matches#decided", status_code=303)


def _choices(
    session: Session, caller: Principal, form: FormData
) -> tuple[list[tuple[CompanyMatch, UUID | None]], list[Problem]]:
    """The matches that a form decides with the company chosen, None for none of those proposed."""
    choices: list[tuple[CompanyMatch, UUID | None]] = []
    problems: list[Problem] = []
    for field in form:
        chosen = text_of(form, field, most=64)
        if not field.startswith("match-") or not chosen:
            continue
        match = match_of(session, caller.organisation, uuid_of(field.removeprefix("match-")))
        if chosen == NONE_OF_THESE:
            choices.append((match, None))
        elif chosen in {each["company"] for each in match.candidates}:
            choices.append((match, UUID(chosen)))
        elif not match.decided_by:
            problems.append(Problem(field, "Choose one of the companies shown, or none of these"))
    return choices, problems


def _draw(
    request: Request,
    session: Session,
    caller: Principal,
    *,
    number: int = 1,
    saved: int = 0,
    left: int = 0,
    problems: list[Problem] | None = None,
    form: FormData | None = None,
) -> HTMLResponse:
    pages = pages_of(request, number, waiting_count(session, caller.organisation))
    waiting = waiting_matches(session, caller.organisation, offset=pages.skipped, limit=PAGE)
    decided = decided_matches(session, caller.organisation, limit=DECIDED)
    proposed = {UUID(each["company"]) for match, _ in waiting for each in match.candidates}
    taken = {match.company_id for match, _ in decided if match.company_id}
    companies = companies_by_id(session, proposed | taken)
    return page(
        request,
        "matching/matches.html",
        status=422 if problems else 200,
        lines=[
            MatchLine(
                match,
                supplier,
                [_candidate(each, companies) for each in match.candidates],
                text_of(form, f"match-{match.id}", most=64) if form else "",
            )
            for match, supplier in waiting
        ],
        decided=[(match, supplier, companies.get(_of(match))) for match, supplier in decided],
        pages=pages,
        saved=saved,
        left=left,
        problems=problems or [],
    )


def _of(match: CompanyMatch) -> UUID:
    return match.company_id or UUID(int=0)


def _candidate(candidate: dict[str, str], companies: dict[UUID, Company]) -> Candidate:
    record = companies.get(UUID(candidate["company"]))
    return Candidate(candidate["company"], candidate["name"], candidate["number"], record)
