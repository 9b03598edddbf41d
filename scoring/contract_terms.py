"""Whether a contract is live on a day, and what it is worth a year."""

from datetime import date
from decimal import Decimal

DAYS_A_YEAR = Decimal("365.25")
_PENNY = Decimal("0.01")


def is_live(end: date | None, day: date) -> bool:
    """Return whether a contract is live on a day: not known to have ended before it.

    A contract is live on its last day. One with no end on record is live, since nobody knows that
    it ended; its figures are counted apart. `models.contract.live_on` asks the database the same.
    """
    return end is None or end >= day


def yearly_value(
    annual: Decimal | None, total: Decimal | None, start: date | None, end: date | None
) -> Decimal | None:
    """Return what a contract is worth a year, in pounds; None where its record does not say.

    That is the annual value given, else the total spread over the term. A term under a year is not
    scaled up: the whole value falls in one year.

    Args:
        annual: The annual value as given, pounds.
        total: The value of the whole term, pounds.
        start: The first day.
        end: The last day.
    """
    if annual is not None:
        return annual
    if total is None or start is None or end is None:
        return None
    years = max(Decimal((end - start).days + 1) / DAYS_A_YEAR, Decimal(1))
    return (total / years).quantize(_PENNY)
