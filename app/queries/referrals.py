"""Referrals of people as they had been counted by a past day."""

from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from app.queries.position import end_of
from models import ReferralCount


def referrals_by(session: Session, organisation: UUID, day: date) -> tuple[ReferralCount, ...]:
    """Return the newest count of each council's ended periods, by period and council."""
    query = (
        select(ReferralCount)
        .where(
            ReferralCount.organisation_id == organisation,
            ReferralCount.created_at < end_of(day),
            ReferralCount.end <= day,
        )
        .order_by(
            col(ReferralCount.start),
            col(ReferralCount.end),
            col(ReferralCount.area),
            col(ReferralCount.created_at),
            col(ReferralCount.row),
            col(ReferralCount.id),
        )
    )
    newest = {(each.start, each.end, each.area): each for each in session.exec(query)}
    return tuple(newest.values())
