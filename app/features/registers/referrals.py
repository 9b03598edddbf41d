"""Take in counts of referrals by council and period; a corrected count stands beside the old."""

from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session, col, select

from app.features.reports.history import end_of
from models import ReferralCount
from scrapers.referrals import ReferralError, read_referrals


def take_in_referrals(
    session: Session, organisation: UUID, *, name: str, data: bytes, now: datetime
) -> tuple[int, tuple[ReferralError, ...]]:
    """Keep the counts of a table; return how many were kept and the rows that were not.

    Raises:
        ListUnreadable: The bytes are no table of referrals.
    """
    table = read_referrals(data, name=name)
    for each in table.rows:
        session.add(
            ReferralCount(
                organisation_id=organisation,
                area=each.area,
                start=each.start,
                end=each.end,
                adults=each.adults,
                children=each.children,
                age_not_recorded=each.age_not_recorded,
                duty_to_notify=each.duty_to_notify,
                reports=each.reports,
                source=name,
                row=each.row,
                created_at=now,
            )
        )
    session.flush()
    return len(table.rows), table.errors


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
