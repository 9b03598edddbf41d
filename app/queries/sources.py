"""Questions about sources that are asked by themselves: which are due, and how they answered."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlmodel import Session, col, or_, select

from models import Company, CompanyMatch, CompanyMatchState, SourcePoll


def sources_due(session: Session, sources: Iterable[str], *, before: datetime) -> list[str]:
    """Return those of some sources that were not asked since an instant."""
    query = select(SourcePoll.source).where(col(SourcePoll.last_checked_at) >= before)
    fresh = set(session.exec(query))
    return [each for each in sources if each not in fresh]


def companies_due(session: Session, *, before: datetime, limit: int) -> Sequence[Company]:
    """Return companies to which suppliers are matched and that were not asked about since.

    Those that were never asked about come first, then those of longest ago.
    """
    matched = select(CompanyMatch.company_id).where(
        CompanyMatch.state == CompanyMatchState.ACCEPTED
    )
    query = (
        select(Company)
        .where(
            col(Company.id).in_(matched),
            or_(col(Company.last_checked_at).is_(None), col(Company.last_checked_at) < before),
        )
        .order_by(col(Company.last_checked_at).nulls_first(), col(Company.number))
        .limit(limit)
    )
    return session.exec(query).all()


def looks(session: Session) -> Sequence[SourcePoll]:
    """Return how each source answered that is asked by itself."""
    return session.exec(select(SourcePoll).order_by(col(SourcePoll.source))).all()
