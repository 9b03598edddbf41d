"""The shape of a report: sections of tables of cells, each cell with its unit and standing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

VERSION = "report.1"
"""Version of the figures: which there are and how each is counted."""


class Unit(StrEnum):
    """What a cell's value is."""

    COUNT = "count"
    POUNDS = "pounds"
    PERCENT = "percent"
    POINTS = "points"
    TEXT = "text"


class Standing(StrEnum):
    """Whether a cell has a value; without one it says why, and is never zero."""

    KNOWN = "known"
    NOT_KNOWN = "not known"
    NOT_RECORDED = "not recorded"
    UNDER_FIVE = "under 5"


Value = int | Decimal | str | None


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure or text; `value` is None unless the standing is `known`.

    `base` is what a percentage is a share of, such as “12 of 25”; empty for other units.
    """

    unit: Unit
    value: Value
    standing: Standing = Standing.KNOWN
    base: str = ""

    @property
    def text(self) -> str:
        """The cell as every rendering shows it."""
        if self.standing is not Standing.KNOWN:
            return self.standing.value
        if self.unit is Unit.TEXT:
            return str(self.value)
        number = Decimal(str(self.value)).quantize(Decimal(1), ROUND_HALF_UP)
        if self.unit is Unit.POUNDS:
            return f"-£{-number:,}" if number < 0 else f"£{number:,}"
        if self.unit is not Unit.PERCENT:
            return f"{number:,}"
        return f"{number:,}% ({self.base})" if self.base else f"{number:,}%"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: its key for good, its heading, its cells, and any source of its own."""

    key: str
    heading: str
    cells: tuple[Cell, ...]
    source: str = ""


class ChartKind(StrEnum):
    """How a table is drawn."""

    BARS = "bars"
    STACKED = "stacked"


@dataclass(frozen=True, slots=True)
class Chart:
    """That a table is drawn, from which of its columns of cells (from 0)."""

    kind: ChartKind
    columns: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Figures that belong together.

    Attributes:
        id: Its name for good, unique in the report.
        title: Its name for a reader.
        sentence: What it shows, in words; also the text alternative of its chart.
        source: Where its figures come from and how they are counted.
        columns: Headings: first that of the rows' headings, then one for each cell.
        rows: Its lines; where there are none, the sentence says why.
        chart: How it is drawn, if it is.
    """

    id: str
    title: str
    sentence: str
    source: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    chart: Chart | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the report: what it is about in words and points, then its tables."""

    id: str
    title: str
    words: tuple[str, ...]
    tables: tuple[Table, ...]
    points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that the board is told as of a day, whatever it is rendered as.

    Attributes:
        organisation: Whose suppliers they are.
        at: The day as of which it is told.
        since: The day it is compared with.
        sections: Its parts in order.
        version: Which figures there are and how they are counted.
    """

    organisation: str
    at: date
    since: date
    sections: tuple[Section, ...]
    version: str = VERSION

    @property
    def tables(self) -> Iterator[Table]:
        """Every table in order."""
        return (table for section in self.sections for table in section.tables)
