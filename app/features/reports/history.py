"""What was known of every listed supplier on a past day: its latest assessment by then.

What an assessment was made from is kept in it and never edited, so later lists, contracts and
answers change nothing that is told here of an earlier day.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Any
from uuid import UUID

import orjson
import sqlalchemy
from sqlalchemy import CTE, String, case, cast, func
from sqlmodel import Session, col, select

from app.dates import LONDON
from app.db.json_codec import INPUTS
from app.errors import NotFound
from models import Assessment, BoardReport, Intake, IntakeSupplier, Supplier
from scoring.assessment import Inputs
from scoring.reference.vocabulary import Decision, RiskBand


@dataclass(frozen=True, slots=True)
class AssessmentSnapshot:
    """A supplier as its latest assessment by a day has it.

    `exposed` are the parts of its exposure and `levels` how far its statement goes on each
    criterion, both as kept; `levels` is empty where no statement was judged.
    """

    supplier: UUID
    assessment: UUID
    at: date
    statement_score: Decimal | None
    exposure: Decimal
    risk: Decimal
    risk_low: Decimal
    risk_high: Decimal
    band: RiskBand
    decision: Decision
    urgent: bool
    inputs: Inputs
    exposure_contributions: Sequence[Mapping[str, Any]]
    criterion_levels: Sequence[Mapping[str, Any]]
    versions: Mapping[str, str]


def end_of(day: date) -> datetime:
    """Return the instant at which a day is over in London."""
    midnight = datetime.combine(day + timedelta(days=1), time(), tzinfo=LONDON)
    return midnight.astimezone(UTC)


def supplier_count_as_at(session: Session, organisation: UUID, day: date) -> int:
    """Return how many suppliers the organisation's lists had named by a day."""
    listed = listed_suppliers(organisation, day)
    return session.exec(select(func.count()).select_from(listed)).one()


def assessments_as_at(
    session: Session, organisation: UUID, day: date, *, parts: bool = True
) -> tuple[AssessmentSnapshot, ...]:
    """Return each listed supplier that had been assessed by a day, by name and then identifier.

    Args:
        session: An open transaction.
        organisation: Whose suppliers.
        day: The day, which counts to its end in London.
        parts: Whether the parts of exposure and the levels of statements are wanted too.
    """
    latest = latest_assessments(organisation, day)
    breakdown = col(Assessment.breakdown)
    scored = col(Assessment.statement_score).is_not(None)
    columns: tuple[Any, ...] = (
        col(Assessment.supplier_id),
        col(Assessment.id),
        col(Assessment.as_at),
        col(Assessment.statement_score),
        col(Assessment.exposure),
        col(Assessment.risk),
        col(Assessment.risk_low),
        col(Assessment.risk_high),
        col(Assessment.band),
        col(Assessment.decision),
        col(Assessment.urgent),
        cast(col(Assessment.inputs), String),
        cast(col(Assessment.versions), String),
    )
    if parts:
        levels = case((scored, cast(breakdown["levels"], String)), else_=None)
        columns = (*columns, cast(breakdown[("exposure", "contributions")], String), levels)
    query = sqlalchemy.select(*columns).join(latest, latest.c.id == col(Assessment.id))
    snapshots = [_judged(row) for row in session.execute(query)]
    return tuple(sorted(snapshots, key=lambda each: (each.inputs.facts.name, each.supplier)))


def _judged(row: Sequence[Any]) -> AssessmentSnapshot:
    parts = (orjson.loads(text) if text else () for text in (*row[13:], None, None)[:2])
    values = [*row[:11], INPUTS.from_json_text(row[11]), *parts, _versions(row[12])]
    return AssessmentSnapshot(*values)


@lru_cache(maxsize=100)
def _versions(text: str) -> Mapping[str, str]:
    versions: dict[str, str] = orjson.loads(text)
    return versions


def listed_suppliers(organisation: UUID, day: date) -> CTE:
    """Return the suppliers that any list taken in by a day has named.

    Where the list's words name nobody ("Redacted"), there is no one to assess: it is not counted.
    A record that a person merged into another counts as the other, and one marked as no supplier
    not at all, whatever the day: both are the same supplier, or none, on every day.
    """
    return (
        select(func.coalesce(Supplier.merged_into_id, Supplier.id).label("supplier_id"))
        .select_from(IntakeSupplier)
        .join(Intake, col(IntakeSupplier.intake_id) == col(Intake.id))
        .join(Supplier, col(IntakeSupplier.supplier_id) == col(Supplier.id))
        .where(
            Intake.organisation_id == organisation,
            Intake.created_at < end_of(day),
            col(Supplier.is_placeholder).is_(False),
            col(Supplier.not_supplier).is_(False),
        )
        .distinct()
        .cte("listed")
    )


def latest_assessments(organisation: UUID, day: date) -> CTE:
    """Return the identifier of each listed supplier's latest assessment by a day.

    The latest is the one judged as of the latest day, and of those the one made last.
    """
    listed = listed_suppliers(organisation, day)
    recency = (
        func.row_number()
        .over(
            partition_by=col(Assessment.supplier_id),
            order_by=(
                col(Assessment.as_at).desc(),
                col(Assessment.created_at).desc(),
                col(Assessment.id).desc(),
            ),
        )
        .label("recency")
    )
    ordered = (
        select(Assessment.id, recency)
        .join(listed, listed.c.supplier_id == col(Assessment.supplier_id))
        .where(
            Assessment.organisation_id == organisation,
            Assessment.as_at <= day,
            Assessment.created_at < end_of(day),
        )
        .subquery()
    )
    return select(ordered.c.id).where(ordered.c.recency == 1).cte("latest")


def reports_of(
    session: Session, organisation: UUID, *, job: UUID | None = None, limit: int = 50
) -> Sequence[BoardReport]:
    """Return an organisation's newest reports, the last made first; of one job where given."""
    query = (
        select(BoardReport)
        .where(BoardReport.organisation_id == organisation)
        .order_by(col(BoardReport.created_at).desc(), col(BoardReport.id).desc())
        .limit(limit)
    )
    if job is not None:
        query = query.where(BoardReport.job_id == job)
    return session.exec(query).all()


def board_report_of(session: Session, organisation: UUID, id: UUID) -> BoardReport:
    """Return one of an organisation's reports.

    Raises:
        NotFound: It has none with this identifier.
    """
    report = session.get(BoardReport, id)
    if report is None or report.organisation_id != organisation:
        raise NotFound("There is no such report.")
    return report
