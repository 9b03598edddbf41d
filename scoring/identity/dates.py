"""Dates as people write them, British order first, each with how much of it the words give."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan", "ionawr"),
            ("february", "feb", "chwefror"),
            ("march", "mar", "mawrth"),
            ("april", "apr", "ebrill"),
            ("may", "mai"),
            ("june", "jun", "mehefin"),
            ("july", "jul", "gorffennaf"),
            ("august", "aug", "awst"),
            ("september", "sept", "sep", "medi"),
            ("october", "oct", "hydref"),
            ("november", "nov", "tachwedd"),
            ("december", "dec", "rhagfyr"),
        ),
        start=1,
    )
    for name in names
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
MONTH = rf"(?:{_MONTH})"
_YEAR = r"(?:19|20)\d\d"
DATE = (
    rf"(?:\d{{1,2}}(?:\s?(?:st|nd|rd|th))?(?:\s+(?:day\s+)?of)?\s+(?:{_MONTH})\b\.?,?\s+{_YEAR}"
    rf"|(?:{_MONTH})\b\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+{_YEAR}"
    rf"|\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:{_YEAR}|\d\d)\b|{_YEAR}-\d\d-\d\d"
    rf"|(?:{_MONTH})\b\.?,?\s+{_YEAR})"
)
_DAY_FIRST = re.compile(
    rf"(\d{{1,2}})(?:\s?(?:st|nd|rd|th))?(?:\s+(?:day\s+)?of)?\s+({_MONTH})\b\.?,?\s+({_YEAR})",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"({_MONTH})\b\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+({_YEAR})", re.IGNORECASE
)
_FIGURES = re.compile(rf"(\d{{1,2}})[/.-](\d{{1,2}})[/.-]({_YEAR}|\d\d)")
_ISO = re.compile(rf"({_YEAR})-(\d\d)-(\d\d)")
_MONTH_ONLY = re.compile(rf"({_MONTH})\b\.?,?\s+({_YEAR})", re.IGNORECASE)
_FIND = re.compile(rf"\b{DATE}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date written in words.

    Attributes:
        day: The day; the last of the month where only a month is given.
        exact: Whether the words give the day.
        start: Where the words begin in the text that was searched.
        end: Where they end.
    """

    day: date
    exact: bool
    start: int = 0
    end: int = 0


def dates_in(text: str) -> Iterator[WrittenDate]:
    """Yield the dates in a text in order; those that no calendar has are passed over."""
    for match in _FIND.finditer(text):
        if (written_date := date_of(match.group())) is not None:
            yield WrittenDate(written_date.day, written_date.exact, match.start(), match.end())


def date_of(words: str) -> WrittenDate | None:
    """Return the date that these words are, or None. Figures are read day first, as in Britain."""
    if match := _ISO.fullmatch(words):
        return _exact_date(int(match[1]), int(match[2]), int(match[3]))
    if match := _DAY_FIRST.fullmatch(words):
        return _exact_date(int(match[3]), _MONTHS[match[2].casefold()], int(match[1]))
    if match := _MONTH_FIRST.fullmatch(words):
        return _exact_date(int(match[3]), _MONTHS[match[1].casefold()], int(match[2]))
    if match := _FIGURES.fullmatch(words):
        year = int(match[3]) + (2000 if len(match[3]) == 2 else 0)
        first, second = int(match[1]), int(match[2])
        return _exact_date(year, second, first) or _exact_date(year, first, second)
    if match := _MONTH_ONLY.fullmatch(words):
        year, month = int(match[2]), _MONTHS[match[1].casefold()]
        return WrittenDate(date(year, month, monthrange(year, month)[1]), exact=False)
    return None


def month_number(name: str) -> int:
    """Return a month's number, from 1, by its English or Welsh name or a short form of it."""
    return _MONTHS[name.casefold()]


def _exact_date(year: int, month: int, day: int) -> WrittenDate | None:
    try:
        return WrittenDate(date(year, month, day), exact=True)
    except ValueError:
        return None
