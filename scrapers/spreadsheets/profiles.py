"""What the cells of a column look like, measured once, and how well they fit a field."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from scrapers.spreadsheets.cells import bare, is_nothing, money
from scrapers.spreadsheets.contents import FITS, firm_share, share
from scrapers.spreadsheets.records import Field

MONEY_FIELDS = frozenset({Field.AMOUNT, Field.TOTAL_VALUE, Field.ANNUAL_VALUE})
FEW = 5
"""Filled cells below which a column that repeats one value may do so by chance."""

_PENCE = re.compile(r"\d[.,]\d{1,2}\D*\Z|£|\d{1,3}(?:,\d{3})+|^\(.*\)$|^\s*-")
_LONG_NUMBER = re.compile(r"0\d+\Z|\d{8,}\Z")


@dataclass(frozen=True, eq=False)
class Profile:
    """The filled cells of one column, from a sample of the list's rows."""

    cells: Sequence[str]
    rows: int

    @classmethod
    def of(cls, cells: Sequence[str]) -> "Profile":
        """Measure a column; cells that say nothing count as empty."""
        return cls([bare(cell) for cell in cells if not is_nothing(cell)], len(cells))

    @property
    def empty(self) -> bool:
        """Whether no cell says anything."""
        return not self.cells

    @cached_property
    def distinct(self) -> int:
        """How many different cells there are."""
        return len({" ".join(cell.split()).casefold() for cell in self.cells})

    @property
    def constant(self) -> bool:
        """Whether the column repeats one value, as the buyer's own name is repeated."""
        return self.distinct == 1 and len(self.cells) >= FEW

    @cached_property
    def firms(self) -> float:
        """The share of cells that end like a firm's name, 0 to 1."""
        return firm_share(self.cells)

    @cached_property
    def money(self) -> float:
        """The share of cells that are figures of money and no code, 0 to 1."""
        return share(self.cells, _is_money)

    @cached_property
    def pence(self) -> float:
        """The share of cells written as only money is: pence, separators, signs, 0 to 1."""
        return share(self.cells, lambda cell: bool(_PENCE.search(cell.strip())))

    def fit(self, field: Field) -> float | None:
        """Return the share of cells that fit a field, 0 to 1; None where any cell fits."""
        if field in MONEY_FIELDS:
            return self.money
        fits = FITS.get(field)
        return share(self.cells, fits) if fits else None

    def same_as(self, other: "Profile") -> bool:
        """Return whether two columns of one list hold the same words nearly everywhere."""
        pairs = list(zip(self.cells, other.cells, strict=False))
        equal = sum(a.strip().casefold() == b.strip().casefold() for a, b in pairs)
        return bool(pairs) and equal >= 0.95 * max(len(self.cells), len(other.cells))


def _is_money(cell: str) -> bool:
    return not _LONG_NUMBER.match(cell.strip()) and money(cell) is not None
