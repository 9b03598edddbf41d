"""Take in counts of referrals by council and period; a corrected count stands beside the old."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

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
