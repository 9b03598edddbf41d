"""One cell → money, date, number, postcode or list; None where unread, never a guess."""

import re
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache

_NOTHING = frozenset(
    ("", "-", "–", "—", "n/a", "na", "none", "nil", "tbc", "tba", "tbd", "unknown", "not known",
     "not applicable", "various", "null", "x", "?", ".", "--", "see description", "#n/a", "nan",
     "not yet available", "not available", "no contract", "not yet known", "none recorded",
     "not recorded", "not stated", "not provided", "to follow")
)  # fmt: skip
_FAULTS = frozenset({"#ref!", "#value!", "#name?", "#div/0!", "#num!", "#null!"})
_MONEY = re.compile(
    r"(?P<digits>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?|\.\d+)"
    r"(?P<scale>k|m|mn|bn|million|thousand)?\Z"
)
_EUROPEAN = re.compile(r"(?:\d{1,3}(?:\.\d{3})+|\d+),\d{1,2}\Z")
_COMMA_STYLE = re.compile(r"(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?\Z")
_TEXT_FORMULA = re.compile(r'="(.*)"\Z', re.DOTALL)
_CREDIT = re.compile(r"\(?(?:credit|cr)\)?\Z")
_SCALE = {"k": 1_000, "thousand": 1_000, "m": 10**6, "mn": 10**6, "million": 10**6, "bn": 10**9}
_ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ].*)?\Z")
_NUMBERS = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?:[T ]\d\d:.*)?\Z")
_COMPACT = re.compile(r"(20\d\d)([01]\d)([0-3]\d)\Z")
_NAMED = re.compile(
    r"(?:[A-Za-z]{3,9},? )?(\d{1,2})(?:st|nd|rd|th)?[- /]*([A-Za-z]{3,9})[-,. /]*(\d{4}|\d{2})\Z"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SERIAL = re.compile(r"[2-6]\d{4}(?:\.\d+)?\Z")
_EPOCH = date(1899, 12, 30)
_POSTCODE = re.compile(r"([A-Z]{1,2}\d[A-Z\d]?) ?(\d[A-Z]{2})\Z")
_WHOLE = re.compile(r"\d{1,9}(?:\.0+)?\Z")


@lru_cache(65_536)
def is_nothing(cell: str) -> bool:
    """Return whether a cell says nothing: empty, a dash, N/A, TBC, Various, a failed sum."""
    words = cell.strip().lower()
    return words in _NOTHING or words in _FAULTS


def is_fault(cell: str) -> bool:
    """Return whether a cell holds a spreadsheet's own mark of a failed formula (`#REF!`)."""
    return cell.strip().lower() in _FAULTS


def bare(cell: str) -> str:
    """Return a cell without what only keeps a spreadsheet from reading it as a number.

    `="01234567"` and `'01234567` both give `01234567`.
    """
    text = cell.strip()
    if text[:2] == '="' and (match := _TEXT_FORMULA.match(text)):
        return match[1]
    return text[1:] if text[:1] == "'" and text[1:2].isdigit() else cell


def money(cell: str, *, comma: bool = False) -> Decimal | None:
    """Return pounds from `£1,234.56`, `(65,000.00)`, `1234-`, `£1.2m` or `1.234,56`; else None.

    Brackets, a minus on either side and CR mean a negative sum. A range is not one figure, and a
    sum in another currency is none in pounds.

    Args:
        cell: The cell as given.
        comma: Whether the column writes decimals with a comma, so that `1.200` is 1,200.
    """
    if not comma and cell.isascii() and cell.replace(".", "", 1).isdigit():
        return Decimal(cell)
    text = bare(cell).lower().replace("£", "").replace("gbp", "").replace("−", "-")
    text = re.sub(r"\s", "", text).removesuffix("dr")
    text = _CREDIT.sub("cr", text)
    negative = False
    for start, end in (("(", ")"), ("-", ""), ("", "-"), ("", "cr"), ("-", "")):
        if len(text) > 1 and text.startswith(start) and text.endswith(end):
            text, negative = text[len(start) : len(text) - len(end)], True
            break
    if _EUROPEAN.match(text) or (comma and _COMMA_STYLE.match(text)):
        text = text.replace(".", "").replace(",", ".")
    match = _MONEY.match(text)
    if not match:
        return None
    amount = Decimal(match["digits"].replace(",", "")) * _SCALE.get(match["scale"] or "", 1)
    return -amount if negative else amount


_SIGNS_OF_MONEY = re.compile(r"(?:us|nz|c|a)?\$|[€¥₹]|zł|\b[A-Z]{3}\b", re.IGNORECASE)


def money_in_any_currency(cell: str, *, comma: bool = False) -> Decimal | None:
    """Return a sum whatever its currency: the figure alone; None where it cannot be read."""
    return money(_SIGNS_OF_MONEY.sub("", cell), comma=comma)


def day(cell: str, *, month_first: bool = False) -> date | None:
    """Return the day of a cell, or None.

    Five digits are a spreadsheet's own count of days since 30 December 1899; eight are
    year, month and day.

    Args:
        cell: The cell as given.
        month_first: Whether the column writes the month before the day; in the United Kingdom
            the day comes first.
    """
    text = bare(cell).strip()
    try:
        if iso := _ISO.match(text):
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        if match := _NUMBERS.match(text):
            first, second = int(match[1]), int(match[2])
            the_day, month = (second, first) if month_first else (first, second)
            return date(_year(match[3]), month, the_day)
        if match := _COMPACT.match(text):
            return date(int(match[1]), int(match[2]), int(match[3]))
        if match := _NAMED.match(text):
            month = _MONTHS.index(match[2][:3].lower()) + 1
            return date(_year(match[3]), month, int(match[1]))
    except ValueError:
        return None
    return _EPOCH + timedelta(days=int(float(text))) if _SERIAL.match(text) else None


def _year(digits: str) -> int:
    """Two digits are of this century: contracts and payments are."""
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


@lru_cache(16_384)
def postcode(cell: str) -> str:
    """Return a UK postcode in its usual form, or an empty string.

    Source: the postcode format of the Office for National Statistics' postcode products.
    """
    match = _POSTCODE.match(" ".join(cell.upper().split()))
    return f"{match[1]} {match[2]}" if match else ""


def whole(cell: str) -> int | None:
    """Return a count such as `1,200`, or None."""
    bare = cell.strip().replace(",", "")
    return int(float(bare)) if _WHOLE.match(bare) else None


@lru_cache(16_384)
def items(cell: str) -> tuple[str, ...]:
    """Return the parts of a cell that lists several, parted by lines, semicolons or bars.

    Commas part only where nothing else does, since names contain them.
    """
    parts = re.split(r"\\n|[\n\r;|•]", cell)
    if len(parts) == 1:
        parts = re.split(r",(?! *(?:ltd|limited|inc|llp|plc)\b)", cell, flags=re.IGNORECASE)
    return tuple(part for part in (" ".join(each.split()) for each in parts) if part)
