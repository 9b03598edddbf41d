"""Cells of classification codes and of shares among sub-suppliers → their parts."""

import re
from decimal import Decimal
from functools import lru_cache

from scrapers.spreadsheets.cells import day, is_nothing, items

_CODE = re.compile(r"(?<![\w.])[A-Z]{0,3}\d{2,10}(?:-\d)?(?![\w.])")
_SIC = re.compile(r"(?<!\d)(\d{4,5})(?!\d)")
_SHARE = re.compile(r"[\s(:–-]*(\d{1,3}(?:\.\d+)?) ?%\)?\s*$")


@lru_cache(16_384)
def split_codes(cell: str) -> tuple[str, ...]:
    """Return the CPV, ProClass, UNSPSC or SIC codes of a cell, as given, each once."""
    if is_nothing(cell) or day(cell):
        return ()
    return tuple(dict.fromkeys(_CODE.findall(cell.removesuffix(".0"))))


@lru_cache(16_384)
def sic_codes(cell: str) -> tuple[str, ...]:
    """Return the UK SIC 2007 codes of a cell, five digits, the lost leading zero put back."""
    return tuple(dict.fromkeys(code.zfill(5) for code in _SIC.findall(cell)))


def shares_of(cell: str) -> tuple[tuple[str, Decimal | None], ...]:
    """Return the sub-suppliers that a cell names, each with its share, 0 to 1, where told.

    `Fern Ltd (40%); Moss Ltd` gives Fern Ltd with 0.4 and Moss Ltd with none.
    """
    if is_nothing(cell):
        return ()
    shares = []
    for item in items(cell):
        match = _SHARE.search(item)
        share = Decimal(match[1]) / 100 if match else None
        name = item[: match.start()].strip() if match else item
        if name:
            shares.append((name, share if share is not None and share <= 1 else None))
    return tuple(shares)
