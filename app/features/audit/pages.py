"""The audit trail: looked through newest first, proved to be whole, and taken away as a file."""

import re
from datetime import date, datetime, time, timedelta
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from app.dates import LONDON
from app.features.audit.queries import Sought, trail_of
from app.http.dependencies import OrganisationDep, SessionDep
from app.http.pagination import next_link, page_of, unpacked
from app.input_values import day_in
from app.security import audit_log
from app.web.forms import Problem
from app.web.templating import page

router = APIRouter(prefix="/audit")

SHOWN = 50
"""Entries on one page."""

Words = Annotated[str, Query(max_length=200)]


@router.get("", response_class=HTMLResponse)
def audit_page(
    request: Request,
    session: SessionDep,
    organisation: OrganisationDep,
    actor: Words = "",
    verb: Words = "",
    subject: Words = "",
    since: Words = "",
    until: Words = "",
    reads: bool = False,
    cursor: Annotated[str, Query(max_length=2_000)] = "",
) -> HTMLResponse:
    """Show who did what, or saw what, newest first."""
    filters = {
        "actor": actor.strip(),
        "verb": verb.strip(),
        "subject": subject.strip(),
        "since": since.strip(),
        "until": until.strip(),
    }
    days, problems = _days(filters)
    sought = Sought(
        actor=filters["actor"],
        verb=filters["verb"],
        subject=filters["subject"],
        since=_start(days["since"]),
        until=_start(days["until"], later=1),
        reads=reads,
    )
    before = unpacked(cursor, int) if cursor else None
    rows = trail_of(session, organisation, sought, limit=SHOWN + 1, before=before)
    also = {**filters, "reads": "true" if reads else ""}
    entries = page_of(rows, SHOWN, "/audit", lambda last: (last.sequence,), **also)
    return page(
        request,
        "audit/audit.html",
        status=422 if problems else 200,
        entries=entries.rows,
        filters=filters,
        reads=reads,
        narrowed=any(filters.values()),
        first=not cursor,
        newest=next_link("/audit", **also),
        more=entries.next,
        problems=problems,
    )


@router.get("/verification", response_class=HTMLResponse)
def verification_page(
    request: Request, session: SessionDep, organisation: OrganisationDep, known: Words = ""
) -> HTMLResponse:
    """Walk the whole trail and tell what was altered, taken out or moved."""
    known = known.strip().lower()
    problems = []
    if known and not re.fullmatch("[0-9a-f]{64}", known):
        message = "A hash has 64 characters, 0 to 9 and a to f. Leave it empty if you kept none"
        problems = [Problem("known", message)]
    return page(
        request,
        "audit/verification.html",
        status=422 if problems else 200,
        verification=None if problems else audit_log.verify(session, organisation, known=known),
        known=known,
        problems=problems,
    )


def _days(filters: dict[str, str]) -> tuple[dict[str, date | None], list[Problem]]:
    days: dict[str, date | None] = {}
    problems = []
    for name in ("since", "until"):
        try:
            days[name] = day_in(filters[name]) if filters[name] else None
        except ValueError:
            days[name] = None
            problems.append(Problem(name, "Enter a day as year, month and day: 2026-11-25"))
    return days, problems


def _start(day: date | None, *, later: int = 0) -> datetime | None:
    """The first moment in London of a day, or of one so many days later."""
    if day is None or day > date.max - timedelta(days=later + 1):
        return None
    return datetime.combine(day + timedelta(days=later), time(), LONDON)
