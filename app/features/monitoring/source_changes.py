"""Keep what sources say otherwise about suppliers, and have those suppliers judged again."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from app import jobs
from models import JobKind, SourceChange, Supplier
from scrapers.change_detection import Change, ChangeKind

CHANGES_WITH_OWN_EVENT = frozenset(
    {
        ChangeKind.STATEMENT_APPEARED,
        ChangeKind.STATEMENT_NEWER,
        ChangeKind.STATEMENT_CHANGED,
        ChangeKind.STATEMENT_EXPIRED,
    }
)
"""Changes of which webhooks are told by an event of their own, so that each is told once."""


def record_change(
    session: Session, organisation: UUID, supplier: UUID, change: Change, *, now: datetime
) -> None:
    """Keep what a source says otherwise about a supplier, for good."""
    session.add(
        SourceChange(
            organisation_id=organisation,
            supplier_id=supplier,
            kind=change.kind.value,
            subject=change.subject,
            before=change.before,
            now=change.now,
            detected_on=change.detected_on,
            since=change.since,
            source=change.source,
            created_at=now,
        )
    )


def schedule_reassessment(
    session: Session,
    changes: Iterable[tuple[Supplier, Change]],
    *,
    quietly: Iterable[Supplier] = (),
    now: datetime,
) -> tuple[UUID, ...]:
    """Keep changes and put the suppliers that they touch in the queue, in one transaction.

    Each organisation gets one job. It begins by itself; `app.jobs.start_job` starts it at once.

    Args:
        session: The transaction in which the source's new version is kept.
        changes: Suppliers with what is said otherwise about them.
        quietly: Suppliers to be judged again of whom nobody is told more than any new assessment
            tells: nothing was known before that this could differ from.
        now: When it was noticed.

    Returns:
        The jobs.
    """
    touched: dict[UUID, dict[UUID, bool]] = {}
    for supplier, change in changes:
        record_change(session, supplier.organisation_id, supplier.id, change, now=now)
        suppliers = touched.setdefault(supplier.organisation_id, {})
        suppliers[supplier.id] = (
            suppliers.get(supplier.id, False) or change.kind not in CHANGES_WITH_OWN_EVENT
        )
    for supplier in quietly:
        touched.setdefault(supplier.organisation_id, {}).setdefault(supplier.id, False)
    return tuple(_job(session, each, suppliers, now) for each, suppliers in touched.items())


def _job(session: Session, organisation: UUID, suppliers: dict[UUID, bool], now: datetime) -> UUID:
    params: dict[str, object] = {
        "at": now.date().isoformat(),
        "suppliers": [str(each) for each in suppliers],
        "tell": [str(each) for each, tell in suppliers.items() if tell],
    }
    return jobs.create_job(session, organisation, JobKind.WATCH, params=params).id


def begin_all(begun: Sequence[UUID]) -> None:
    """Let jobs begin at once; where this is never reached, they begin by themselves."""
    for each in begun:
        jobs.start_job(each)
