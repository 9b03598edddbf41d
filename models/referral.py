"""Referrals of people as counts by council and period, as the strategy prints them."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from models.base import id_column, key_column, utc_column


class ReferralCount(SQLModel, table=True):
    """What one council counted in one period; a corrected count is a new row, the old one stays.

    `adults`, `children` and `age_not_recorded` are people referred to the National Referral
    Mechanism, `duty_to_notify` are reports of adults who did not consent to that, and `reports`
    are reports made to the police, the labour authority or the helpline. None is not recorded.
    """

    __tablename__ = "referral_count"
    __table_args__ = (Index("ix_referral_count_period", "organisation_id", "area", "start"),)

    id: UUID = id_column()
    organisation_id: UUID = key_column("organisation.id", index=False)
    area: str = Field(max_length=200)
    start: date
    end: date
    adults: int | None = None
    children: int | None = None
    age_not_recorded: int | None = None
    duty_to_notify: int | None = None
    reports: int | None = None
    source: str = ""
    row: int | None = None
    created_at: datetime = utc_column()
