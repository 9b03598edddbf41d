"""A report as JSON: the same bytes for the same figures, by the schema that is published."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import AliasChoices, BeforeValidator, ConfigDict, Field

from app.features.reports.table_types import Report, Standing, Unit
from app.http.schemas import Published


def _plain(value: object) -> object:
    return str(value) if isinstance(value, Decimal) else value


class _Shape(Published):
    model_config = ConfigDict(from_attributes=True)


class ReportCell(_Shape):
    """A figure or a text; `value` is null unless the standing is `known`."""

    value: Annotated[int | str | None, BeforeValidator(_plain)] = Field(
        description="A count is a number; money, points and percentages are decimals in text."
    )
    unit: Unit
    standing: Standing
    base: str = Field(description="What a percentage is a share of, such as “12 of 25”; or empty.")
    text: str = Field(description="As every rendering shows it.")


class ReportRow(_Shape):
    """A line of a table; `source` is empty where it is the table's own."""

    key: str
    heading: str
    cells: list[ReportCell]
    source: str


class ReportTable(_Shape):
    """Figures that belong together; the first column is that of the rows' headings."""

    id: str
    title: str
    sentence: str
    source: str
    columns: list[str]
    rows: list[ReportRow]


class ReportSection(_Shape):
    """One part of a report."""

    id: str
    title: str
    words: list[str]
    points: list[str]
    tables: list[ReportTable]


class ReportDocument(_Shape):
    """A report to the strategy board, as its JSON file holds it."""

    organisation: str
    as_of: date = Field(validation_alias=AliasChoices("as_of", "at"))
    since: date
    version: str
    sections: list[ReportSection]


def as_json(report: Report) -> bytes:
    """Return a report as JSON in UTF-8, with each cell's value, unit, standing and text."""
    return ReportDocument.model_validate(report).model_dump_json(indent=2).encode() + b"\n"
