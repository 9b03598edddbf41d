"""All figures of a report, computed once; every rendering shows these and computes nothing."""

from datetime import date
from uuid import UUID

from sqlmodel import Session

from app.errors import Unusable
from app.features.reports.changes import moved_since
from app.features.reports.dataset import known_on
from app.features.reports.method import method
from app.features.reports.objective_charter import charter
from app.features.reports.objective_justice import justice
from app.features.reports.objective_prevention import prevented
from app.features.reports.objective_victims import victims
from app.features.reports.one_page import one_page
from app.features.reports.sharing import sharing, signs_released
from app.features.reports.table_types import Report
from models import Organisation

QUARTER = 3
"""Months between two meetings of the board, so that a report is compared with the last one."""

FIRST, LAST = date(1900, 1, 1), date(2199, 12, 31)
"""Days that a report can be of; what lies outside is a slip of the pen."""


def report_of(
    session: Session, organisation: UUID, at: date, *, since: date | None = None
) -> Report:
    """Return the report of an organisation as of a day, as it was known then.

    The same day gives the same figures for good: they rest on assessments, which are never edited.

    Args:
        session: An open transaction.
        organisation: Whose suppliers.
        at: The day, which counts to its end in London.
        since: The day to compare with; three months earlier where not given.

    Raises:
        Unusable: As `compared_with` says.
    """
    before = compared_with(at, since)
    now = known_on(session, organisation, at, since=before)
    then = known_on(session, organisation, before)
    signs = signs_released(now)
    return Report(
        organisation=session.get_one(Organisation, organisation).name,
        at=at,
        since=before,
        sections=(
            one_page(now, moved_since(then, now)),
            prevented(now),
            victims(now, signs),
            justice(now),
            charter(now),
            method(now),
            sharing(signs),
        ),
    )


def compared_with(at: date, since: date | None = None) -> date:
    """Return the day that a report as of `at` is compared with: `since`, or a quarter earlier.

    Raises:
        Unusable: A day lies outside `FIRST` to `LAST`, or `since` is not before `at`.
    """
    for pointer, day in (("/as_of", at), ("/since", since or FIRST)):
        if not FIRST <= day <= LAST:
            raise Unusable(f"{day} is not between {FIRST} and {LAST}.", pointer=pointer)
    before = since or a_quarter_before(at)
    if before >= at:
        raise Unusable(f"{before} is not before {at}.", pointer="/since")
    return before


def a_quarter_before(day: date) -> date:
    """Return the same day three months earlier, or the last of that month where it has no such."""
    month = day.month - QUARTER
    year, month = (day.year, month) if month > 0 else (day.year - 1, month + 12)
    last = (date(year + month // 12, month % 12 + 1, 1) - date(year, month, 1)).days
    return date(year, month, min(day.day, last))
