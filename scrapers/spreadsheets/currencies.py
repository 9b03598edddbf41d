"""Which currency a list's money is in, by its cells, headings and publisher."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

POUNDS = "GBP"
_SIGNS = {
    "£": POUNDS, "€": "EUR", "¥": "JPY", "₹": "INR", "zł": "PLN", "c$": "CAD", "a$": "AUD",
    "us$": "USD", "nz$": "NZD", "$": "USD",
}  # fmt: skip
_CODES = frozenset(
    ("AED", "AUD", "BRL", "CAD", "CHF", "CLP", "CNY", "COP", "CZK", "DKK", "EUR", "GBP", "HKD",
     "HUF", "IDR", "ILS", "INR", "JPY", "KES", "KRW", "MXN", "MYR", "NGN", "NOK", "NZD", "PEN",
     "PHP", "PLN", "RON", "RUB", "SEK", "SGD", "THB", "TRY", "UAH", "USD", "ZAR")
)  # fmt: skip
_POUND_WORDS = frozenset({"gbp", "£", "pound", "pounds", "sterling", "pounds sterling",
                          "uk pounds", "pound sterling", "gb pound", "stg"})  # fmt: skip
_WORDS = {"euro": "EUR", "euros": "EUR", "dollar": "USD", "dollars": "USD", "us dollars": "USD"}
_SIGN = re.compile(r"(?:us|nz|c|a)?\$|[£€¥₹]|zł", re.IGNORECASE)
_CODE = re.compile(r"\b([A-Z]{3})\b")
_ADDRESS = re.compile(
    r"https?://[^/\s]*?\.(gc\.ca|gov\.au|govt\.nz|gov\.ie|gouv\.fr|gov\.in|gov)(?![.\w-])"
)
_OF_ADDRESS = {"gc.ca": "CAD", "gov.au": "AUD", "govt.nz": "NZD", "gov.ie": "EUR",
               "gouv.fr": "EUR", "gov.in": "INR", "gov": "USD"}  # fmt: skip
_OF_WORDS = (
    (re.compile(r"\b(?:Canada|Canadian)\b"), "CAD"),
    (re.compile(r"\b(?:Australia|Australian|Commonwealth of Australia)\b"), "AUD"),
    (re.compile(r"\bNew Zealand\b"), "NZD"),
    (re.compile(r"\b(?:Ireland|Éireann)\b(?<!Northern Ireland)"), "EUR"),
)
_MOST_ROWS = 0.5


@lru_cache(4096)
def currency_of(cell: str) -> str:
    """Return the ISO 4217 code that a cell of a currency column means; empty if none."""
    words = cell.strip().lower()
    if words in _POUND_WORDS:
        return POUNDS
    if cell.strip().upper() in _CODES:
        return cell.strip().upper()
    return _WORDS.get(words) or _SIGNS.get(words, "")


@lru_cache(4096)
def currency_in(words: str) -> str:
    """Return the currency that a sign or code in a figure or heading means; empty if none."""
    match = _SIGN.search(words)
    if match:
        return _SIGNS[match[0].lower()]
    return next((code for code in _CODE.findall(words) if code in _CODES), "")


def foreign_currency(
    headings: Iterable[str], rows: Sequence[Sequence[str]], money_cells: Iterable[str]
) -> str:
    """Return the currency of a list whose money is not in pounds; empty where it may be.

    Args:
        headings: The headings of the money columns.
        rows: A sample of the rows.
        money_cells: The cells of the money columns in the sample.
    """
    headed = {currency for heading in headings if (currency := currency_in(heading))}
    if headed:
        return "" if POUNDS in headed else sorted(headed)[0]
    if any("£" in cell for cell in money_cells):
        return ""
    hints = Counter(hint for row in rows if (hint := _publisher(row)))
    if not hints:
        return ""
    currency, times = hints.most_common(1)[0]
    return currency if times > len(rows) * _MOST_ROWS else ""


def _publisher(row: Sequence[str]) -> str:
    """The currency of the government whose address or name is in a row; empty if none is."""
    text = " ".join(row)
    if match := _ADDRESS.search(text):
        return _OF_ADDRESS[match[1]]
    named = [code for pattern, code in _OF_WORDS if pattern.search(text)]
    return named[0] if len(named) == 1 and "United Kingdom" not in text else ""
