"""One cell → money, date, number, postcode or list; None where unread, never a guess."""

import re
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache

_NOTHING = frozenset(
    ("", "-", "–", "—", "n/a", "na", "none", "nil", "tbc", "tba", "tbd", "unknown", "not known",
     "not applicable", "various", "null", "x", "?", ".", "--", "see description", "#n/a")
)  # fmt: skip
_MONEY = re.compile(
    r"(?P<digits>\d[\d,]*(?:\.\d+)?|\.\d+)(?P<scale>k|m|mn|bn|million|thousand)?\Z"
)
_EUROPEAN = re.compile(r"\d{1,3}(?:\.\d{3})*,\d{2}\Z")
_SCALE = {"k": 1_000, "thousand": 1_000, "m": 10**6, "mn": 10**6, "million": 10**6, "bn": 10**9}
_ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ].*)?\Z")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?:[T ]\d\d:.*)?\Z")
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
    """Whether a cell says only that there is nothing to say: empty, a dash, N/A, TBC, Various."""
    return cell.strip().lower() in _NOTHING


def money(cell: str) -> Decimal | None:
    """Return pounds from `£1,234.56`, `(65,000.00)`, `1234-`, `£1.2m` or `1.234,56`; else None.

    Brackets, a minus on either side and CR mean a negative sum. A range is not one figure.
    """
    if cell.isascii() and cell.replace(".", "", 1).isdigit():
        return Decimal(cell)
    bare = cell.lower().replace("£", "").replace("gbp", "").replace("−", "-")
    bare = re.sub(r"\s", "", bare)
    negative = False
    for start, end in (("(", ")"), ("-", ""), ("", "-"), ("", "cr"), ("-", "")):
        if len(bare) > 1 and bare.startswith(start) and bare.endswith(end):
            bare, negative = bare[len(start) : len(bare) - len(end)], True
            break
    if _EUROPEAN.match(bare):
        bare = bare.replace(".", "").replace(",", ".")
    found = _MONEY.match(bare)
    if not found:
        return None
    amount = Decimal(found["digits"].replace(",", "")) * _SCALE.get(found["scale"] or "", 1)
    return -amount if negative else amount


def day(cell: str) -> date | None:
    """Return the day of a cell, day before month as in the United Kingdom, or None.

    Five digits are a spreadsheet's own count of days since 30 December 1899.
    """
    text = cell.strip()
    try:
        if iso := _ISO.match(text):
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        if found := _DAY_FIRST.match(text):
            return date(_year(found[3]), int(found[2]), int(found[1]))
        if found := _NAMED.match(text):
            month = _MONTHS.index(found[2][:3].lower()) + 1
            return date(_year(found[3]), month, int(found[1]))
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
    found = _POSTCODE.match(" ".join(cell.upper().split()))
    return f"{found[1]} {found[2]}" if found else ""


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
