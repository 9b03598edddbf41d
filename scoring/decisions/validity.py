"""How long a proposal may be used."""

from datetime import date, timedelta

LONGEST = timedelta(days=183)
"""How long a proposal holds at most: half a year, our choice."""


def valid_until(at: date) -> date:
    """Return the last day of a proposal: half a year, or the day before wage rates next change.

    Minimum wage rates change on 1 April (National Minimum Wage Regulations 2015 as amended), the
    Living Wage must be paid by 1 May (Living Wage Foundation).
    """
    changes = (date(at.year + more, month, 1) for more in (0, 1) for month in (4, 5))
    return min(at + LONGEST, min(day for day in changes if day > at) - timedelta(days=1))
