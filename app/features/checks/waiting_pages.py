"""The approver's page: checks that wait for a decision, with filters."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from app.features.checks.waiting import (
    WaitingFilter,
    awaiting_decision_count,
    checks_awaiting_decision,
    creators_of_checks,
)
from app.http.dependencies import CallerDep, SessionDep
from app.http.schemas import Whole
from app.security.permissions import Scope
from app.web.page_links import PAGE, pages_of
from app.web.templating import page
from scoring.reference.vocabulary import Decision

router = APIRouter(prefix="/decisions")


@router.get("", response_class=HTMLResponse)
def decisions_page(
    request: Request,
    session: SessionDep,
    caller: CallerDep,
    name: Annotated[str, Query(max_length=200)] = "",
    proposed: Annotated[str, Query(max_length=20)] = "",
    created_by: Annotated[str, Query(max_length=200)] = "",
    number: Annotated[Whole, Query(alias="page", ge=1, le=100_000)] = 1,
) -> HTMLResponse:
    """Show the checks on which nobody has decided, urgent ones and the longest waiting first."""
    today = datetime.now(UTC).date()
    wanted = WaitingFilter(
        name=name.strip(),
        proposed=Decision(proposed) if proposed in set(Decision) else None,
        created_by=created_by,
    )
    pages = pages_of(
        request, number, awaiting_decision_count(session, caller.organisation, wanted)
    )
    return page(
        request,
        "checks/waiting.html",
        checks=checks_awaiting_decision(
            session,
            caller.organisation,
            wanted,
            today=today,
            offset=pages.skipped,
            limit=PAGE,
        ),
        pages=pages,
        wanted=wanted,
        people=creators_of_checks(session, caller.organisation),
        decisions=list(Decision),
        today=today,
        may_decide=caller.has_scope(Scope.DECIDE),
    )
