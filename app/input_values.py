"""Numbers and days as they are typed: plain digits, and a year that somebody can mean.

Python reads `1_000`, `１２` and `٣` as numbers, and pydantic reads digits alone as seconds since
1970. A figure that a person did not mean is worse than a question, so these are refused.
"""

import re
from datetime import date
from decimal import Decimal

FIRST_YEAR, LAST_YEAR = 1900, 2200
"""Years between which every day lies that this service is sent (our own limits)."""

_WHOLE = re.compile(r"-?[0-9]+", re.ASCII)
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?", re.ASCII)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_INSTANT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9:.]+([Zz]|[+-][0-9:]+)", re.ASCII)


def whole_number(text: str) -> int:
    """Return a whole number.

    Raises:
        ValueError: The text is no whole number in digits 0 to 9.
    """
    if not _WHOLE.fullmatch(text.strip()):
        raise ValueError("a whole number is written in digits, such as 25")
    return int(text)


def decimal_number(text: str) -> Decimal:
    """Return a number, exactly as it is written.

    Raises:
        ValueError: The text is no number in digits 0 to 9 with at most one point.
    """
    if not _NUMBER.fullmatch(text.strip()):
        raise ValueError("a number is written in digits and one point, such as 1250.50")
    return Decimal(text.strip())


def day_in(text: str) -> date:
    """Return a day in the form 2026-11-25.

    Raises:
        ValueError: The text is no day, or of a year that nobody means.
    """
    if not _DAY.fullmatch(text):
        raise ValueError("a day is written as year, month and day, such as 2026-11-25")
    return day_within_years(date.fromisoformat(text))


def day_within_years(day: date) -> date:
    """Return the day itself.

    Raises:
        ValueError: It lies outside the years that this service is sent.
    """
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(f"a year lies between {FIRST_YEAR} and {LAST_YEAR}")
    return day


def require_instant(text: str) -> str:
    """Return the text of an instant, such as 2026-11-25T09:00:00Z.

    Raises:
        ValueError: It has not that form, or is of a year that nobody means.
    """
    if not _INSTANT.fullmatch(text):
        raise ValueError("an instant has a day, a time and a zone, such as 2026-11-25T09:00:00Z")
    day_in(text[:10])
    return text
