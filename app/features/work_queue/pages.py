"""The page of the work queue: what to do first, why, and what is overdue."""

from datetime import UTC, datetime

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from app.features.checks.waiting import WaitingFilter, awaiting_decision_count
from app.features.work_queue.items import WorkTask
from app.features.work_queue.queries import CAPACITY, MOST, work_queue
from app.http.dependencies import CallerDep, SessionDep
from app.security.permissions import Scope
from app.web.forms import Problem
from app.web.templating import page

router = APIRouter(prefix="/work-queue")


@router.get("", response_class=HTMLResponse)
def queue_page(
    request: Request,
    session: SessionDep,
    caller: CallerDep,
    capacity: str = "",
    task: str = "",
) -> HTMLResponse:
    """Show what to do first; what the address asks for that cannot be is said at its field."""
    number, problems = _capacity(capacity)
    only = WorkTask(task) if task in set(WorkTask) else None
    today = datetime.now(UTC).date()
    may_decide = caller.has_scope(Scope.DECIDE)
    return page(
        request,
        "work_queue/work_queue.html",
        status=422 if problems else 200,
        queue=work_queue(session, caller.organisation, today=today, capacity=number, only=only),
        only=only,
        given=capacity or number,
        problems=problems,
        may_decide=may_decide,
        awaiting_decision=awaiting_decision_count(session, caller.organisation, WaitingFilter())
        if may_decide
        else 0,
        may_hand_over=caller.has_scope(Scope.WRITE_CHECKS),
        may_ask=caller.has_scope(Scope.WRITE_SUPPLIERS),
    )


def _capacity(given: str) -> tuple[int, list[Problem]]:
    text = given.strip()
    if not text:
        return CAPACITY, []
    if text.isascii() and text.isdecimal() and len(text) < 6 and 1 <= int(text) <= MOST:
        return int(text), []
    return CAPACITY, [Problem("capacity", f"Enter a whole number from 1 to {MOST}, like 20")]
