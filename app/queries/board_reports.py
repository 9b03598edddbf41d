"""Questions about the reports that were made and kept."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session, col, select

from app.errors import NotFound
from models import BoardReport


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
