"""A list read some thousand rows at a time, column by column, so that its length costs no room."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import repeat
from typing import Any

from scrapers.spreadsheets.periods import ListPeriod, PeriodReader
from scrapers.spreadsheets.records import Column, RowError, SupplierList, SupplierRow
from scrapers.spreadsheets.tally import Tally

PART = 2_000
"""Rows that are read at once, and kept in one transaction in which others wait: milliseconds."""


@dataclass(frozen=True, slots=True, eq=False)
class ListPart:
    """Some rows of a list: those taken, by column, and those reported.

    Attributes:
        count: How many rows were taken.
        columns: The values of each member of `SupplierRow` that the list tells, one for each row;
            what is left out has its default in every row.
        telling: Places of the rows that say of a supplier what no row of the list said before;
            most payments say nothing new. Of what a supplier has one of, the first stands.
        errors: The rows that were not taken.
    """

    count: int
    columns: Mapping[str, Sequence[Any]]
    telling: Sequence[int]
    errors: tuple[RowError, ...] = ()

    def of(self, name: str) -> Iterable[Any]:
        """Return a member of each row."""
        return self.columns[name] if name in self.columns else repeat(_DEFAULTS[name], self.count)

    def identities(self) -> Sequence[str]:
        """Return who each row names: the name, and the company number where it gives just one.

        Two companies of one name are told apart by their numbers.
        """
        names: Sequence[str] = list(self.of("name"))
        if "company_numbers" not in self.columns:
            return names
        return list(map(identity_of, names, self.columns["company_numbers"]))

    def row(self, place: int) -> SupplierRow:
        """Return one row."""
        return SupplierRow(**{name: values[place] for name, values in self.columns.items()})

    def rows(self) -> Iterator[SupplierRow]:
        """Return every row."""
        # as `SupplierRow._make` does, without a call in Python for each row
        streams = zip(*map(self.of, SupplierRow._fields), strict=True)
        return map(partial(tuple.__new__, SupplierRow), streams)


_DEFAULTS = SupplierRow._field_defaults


def identity_of(name: str, company_numbers: Sequence[str]) -> str:
    """Return who a row names: the name, and the company number where it gives just one."""
    return f"{name}\0{company_numbers[0]}" if len(company_numbers) == 1 else name


def part_of(rows: Sequence[SupplierRow], errors: Iterable[RowError]) -> ListPart:
    """Return rows that were made one by one as a part."""
    values = zip(*rows, strict=True) if rows else repeat(())
    columns = dict(zip(SupplierRow._fields, values, strict=False))
    return ListPart(len(rows), columns, range(len(rows)), tuple(errors))


@dataclass(frozen=True, slots=True, eq=False)
class OpenList:
    """A supplier list of which the columns are understood and the rows are yet to be read.

    `parts` may be gone through once; `first` and `more` are notices from before, and `tally`
    counts while the rows are read, as `dates` does. The rest is as in `SupplierList`.
    """

    name: str
    columns: tuple[Column, ...]
    header_row: int
    first: tuple[str, ...]
    sheet: str
    parts: Iterator[ListPart]
    tally: Tally = field(default_factory=Tally)
    more: tuple[str, ...] = ()
    dates: PeriodReader = field(default_factory=PeriodReader)

    @property
    def period(self) -> ListPeriod | None:
        """The days that the list's payments cover, if it says so; whole once all rows are read."""
        return self.dates.period

    @property
    def notices(self) -> tuple[str, ...]:
        """What was repaired or assumed, what matters most first; whole once all rows are read."""
        return (*self.first, *self.tally.lines(), *self.more)

    def whole(self) -> SupplierList:
        """Read every row."""
        rows: list[SupplierRow] = []
        errors: list[RowError] = []
        for part in self.parts:
            rows += part.rows()
            errors += part.errors
        return SupplierList(
            name=self.name,
            columns=self.columns,
            header_row=self.header_row,
            rows=tuple(rows),
            errors=tuple(errors),
            notices=self.notices,
            sheet=self.sheet,
            period=self.period,
        )
