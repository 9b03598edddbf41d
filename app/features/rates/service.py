"""Add a wage rate with its source, and judge by it from its first day."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

from sqlmodel import Session, col, or_, select

from app.errors import NotFound, Unusable
from app.security import audit_log
from app.security.principal import Principal
from models import AddedRate, RateKind
from scoring.reference.rate_tables import (
    AddedRates,
    Checked,
    LivingWageRow,
    MinimumWageRow,
    added_rates,
)

FIGURES: Mapping[RateKind, tuple[str, ...]] = {
    RateKind.LIVING_WAGE: ("london", "uk"),
    RateKind.MINIMUM_WAGE: ("adult", "youth", "under_18", "apprentice", "offset"),
}
"""The figures that a rate of each kind must have, in pounds an hour; the offset is a day."""
MOST = Decimal(100)
EARLIEST = date(2016, 4, 1)
ADULT_AGE = 21  # since 1 April 2024: National Minimum Wage Regulations 2015 reg 4


def add_rate(
    session: Session,
    caller: Principal,
    *,
    kind: RateKind,
    start: date,
    figures: Mapping[str, Decimal],
    source: str,
    provisional: bool,
    now: datetime,
) -> AddedRate:
    """Keep a year's rates, which are judged by from their first day.

    Args:
        session: A session.
        caller: Who adds them.
        kind: Which table they belong to.
        start: First day on which they must be paid.
        figures: Pounds by the names in `FIGURES`.
        source: Who published them and where they were read.
        provisional: They were read in one secondary source: they may warn and may not pass.
        now: The instant.

    Raises:
        Unusable: A figure is missing, out of range, or the source is empty.
    """
    for name in FIGURES[kind]:
        if name not in figures:
            raise Unusable("Enter this figure in pounds.", pointer=f"/{name}")
        if not 0 < figures[name] < MOST:
            raise Unusable("Enter an amount between £0.01 and £99.99.", pointer=f"/{name}")
    if start < EARLIEST or start > now.date() + timedelta(days=3 * 366):
        raise Unusable("Enter a first day from April 2016 to three years ahead.", pointer="/start")
    if not source.strip():
        raise Unusable("Say who published the rate and where you read it.", pointer="/source")
    row = AddedRate(
        organisation_id=caller.organisation,
        kind=kind,
        start=start,
        figures={name: str(figures[name]) for name in FIGURES[kind]},
        provisional=provisional,
        source=source.strip()[:500],
        added_by=caller.name,
        added_at=now,
    )
    session.add(row)
    after = {"kind": kind.value, "start": str(start), **row.figures, "source": row.source}
    audit_log.record(session, caller, "rate.added", f"rates/{row.id}", after=after)
    return row


def withdraw_rate(session: Session, caller: Principal, id: UUID, *, now: datetime) -> None:
    """Take a rate out of the tables; it stays on record.

    Raises:
        NotFound: There is no such rate.
    """
    row = session.get(AddedRate, id)
    if row is None or row.organisation_id != caller.organisation:
        raise NotFound("There is no such rate.")
    if row.withdrawn_at is None:
        row.withdrawn_at = now
        session.add(row)
        audit_log.record(session, caller, "rate.withdrawn", f"rates/{row.id}")


def rates_added(
    session: Session, organisation: UUID, *, known_at: datetime | None = None
) -> Sequence[AddedRate]:
    """Return the rates that an organisation had added and not withdrawn, in order of adding.

    Args:
        session: A session.
        organisation: Whose rates.
        known_at: The instant at which they were in the tables; now if absent.
    """
    mine = select(AddedRate).where(AddedRate.organisation_id == organisation)
    withdrawn = col(AddedRate.withdrawn_at)
    if known_at is None:
        mine = mine.where(withdrawn.is_(None))
    else:
        mine = mine.where(AddedRate.added_at <= known_at)
        mine = mine.where(or_(withdrawn.is_(None), withdrawn > known_at))
    return session.exec(mine.order_by(col(AddedRate.added_at), col(AddedRate.id))).all()


@contextmanager
def rates_in_force(
    session: Session, organisation: UUID, *, known_at: datetime | None = None
) -> Iterator[None]:
    """Judge within by the tables with what an organisation had added by an instant, or by now."""
    with added_rates(rates_of(session, organisation, known_at=known_at)):
        yield


def rates_of(
    session: Session, organisation: UUID, *, known_at: datetime | None = None
) -> AddedRates:
    """Return what an organisation added to the tables; the last one added for a day counts."""
    added = rates_added(session, organisation, known_at=known_at)
    rows = {(row.kind, row.start): row for row in added}
    living = tuple(_living(row) for row in rows.values() if row.kind is RateKind.LIVING_WAGE)
    minimum = tuple(_minimum(row) for row in rows.values() if row.kind is RateKind.MINIMUM_WAGE)
    return AddedRates(living, minimum)


def _living(row: AddedRate) -> LivingWageRow:
    """A year of the Living Wage; without its day of announcement that of adding is taken."""
    return LivingWageRow(
        announced=row.announced or min(row.added_at.date(), row.start),
        day_known=row.announced is not None,
        must_pay_by=row.start,
        london=Decimal(row.figures["london"]),
        uk=Decimal(row.figures["uk"]),
        checked=_checked(row),
        source=_source(row),
        provisional=row.provisional,
    )


def _minimum(row: AddedRate) -> MinimumWageRow:
    figures = {name: Decimal(row.figures[name]) for name in FIGURES[RateKind.MINIMUM_WAGE]}
    return MinimumWageRow(
        start=row.start,
        adult_age=ADULT_AGE,
        next=None,
        provisional=row.provisional,
        checked=_checked(row),
        source=_source(row),
        **figures,
    )


def _checked(row: AddedRate) -> Checked:
    return Checked.SECONDARY if row.provisional else Checked.READ


def _source(row: AddedRate) -> str:
    return f"{row.source} (added by {row.added_by or 'an administrator'}, {row.added_at:%d %B %Y})"
