"""What lists of payments paid, and the days that they cover."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from models import Intake, IntakeState, IntakeSupplier
from scoring.periods import Period, a_year, merge
from scoring.reference.money import pounds


@dataclass(frozen=True, slots=True)
class PaymentList:
    """A current list of payments: its name, what it paid in pounds, and its period if known."""

    id: UUID
    name: str
    paid: Decimal
    period: Period | None
    period_source: str


def payment_lists(session: Session, organisation: UUID) -> Sequence[PaymentList]:
    """Return an organisation's current lists that hold payments, in order of their period."""
    query = (
        select(Intake, func.sum(IntakeSupplier.paid))
        .join(IntakeSupplier, col(IntakeSupplier.intake_id) == col(Intake.id))
        .where(
            Intake.organisation_id == organisation,
            Intake.state == IntakeState.TAKEN,
            col(Intake.superseded).is_(False),
            col(IntakeSupplier.paid).is_not(None),
        )
        .group_by(col(Intake.id))
    )
    lists = [
        PaymentList(
            intake.id, intake.name, paid or Decimal(0), period_of(intake), intake.period_source
        )
        for intake, paid in session.exec(query)
    ]
    return sorted(lists, key=_by_period)


def _by_period(each: PaymentList) -> tuple[date, str]:
    return each.period.start if each.period else date.max, each.name


def period_of(intake: Intake) -> Period | None:
    """Return the days that a list's payments cover; None where no one knows."""
    if intake.period_start is None or intake.period_end is None:
        return None
    return Period(intake.period_start, intake.period_end)


def paid_sentence(paid: Decimal, period: Period | None, source: str = "") -> str:
    """Return what a list paid and when; a sum is a year's only where the period is a year."""
    if period is None:
        return f"{pounds(paid)} paid, in a period that is not known."
    read = f" (by the {source})" if source else ""
    if period.is_year:
        return f"{pounds(paid)} paid in a year, {period}{read}."
    estimate = a_year(paid, (period,))
    return f"{pounds(paid)} paid in {period}{read}: by estimate {pounds(estimate or paid)} a year."


def payment_periods(session: Session, organisation: UUID) -> tuple[Period, ...]:
    """Return the days that an organisation's current lists of payments cover together, merged.

    It is empty where there are no payments, or where one of the lists does not say its period: a
    sum over all of them is then of a length of time that no one knows.
    """
    pays = (
        select(IntakeSupplier.id)
        .where(
            col(IntakeSupplier.intake_id) == col(Intake.id), col(IntakeSupplier.paid).is_not(None)
        )
        .exists()
    )
    lists = select(Intake).where(
        Intake.organisation_id == organisation,
        Intake.state == IntakeState.TAKEN,
        col(Intake.superseded).is_(False),
        pays,
    )
    periods = [period_of(each) for each in session.exec(lists)]
    known = [each for each in periods if each is not None]
    return merge(known) if len(known) == len(periods) else ()
