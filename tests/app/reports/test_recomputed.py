"""Every figure that leaves as JSON is computed again by SQL of its own."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import orjson
import pytest

from app.features.reports.as_json import as_json
from app.features.reports.figures import a_quarter_before
from app.features.reports.table_types import Standing
from tests.app.reports.conftest import BEFORE, DAYS, NOW, ReportOn
from tests.app.reports.recomputed.database import Database, Row, Value
from tests.app.reports.recomputed.sentences import SENTENCES, numbers_in, opening
from tests.app.reports.recomputed.tables import TABLES

FIGURE = re.compile(r"[\d.]+( to [\d.]+)?")
"""Words that are a figure all the same, as the model's card has them."""
Json = dict[str, Any]


@pytest.fixture(scope="module", params=DAYS, ids=str)
def day(request: pytest.FixtureRequest) -> date:
    chosen: date = request.param
    return chosen


@pytest.fixture(scope="module")
def data(past: Path, day: date) -> Iterator[Database]:
    opened = Database(past, day, a_quarter_before(day))
    yield opened
    opened.close()


def told_on(report_on: ReportOn, day: date) -> Json:
    told: Json = orjson.loads(as_json(report_on(day)))
    return told


def tables_of(told: Json) -> dict[str, Json]:
    return {table["id"]: table for section in told["sections"] for table in section["tables"]}


def leaves(row: Json, id: str) -> list[Json]:
    """The cells of a row that are figures, with a value or without."""
    return [
        cell
        for cell in row["cells"]
        if cell["unit"] != "text" or (id == "model_quality" and row["key"])
    ]


def same(cell: Json, expected: Value) -> bool:
    if expected is None or isinstance(expected, Standing):
        told = expected or Standing.NOT_KNOWN
        return (cell["value"], cell["standing"], cell["text"]) == (None, told.value, told.value)
    if cell["standing"] != Standing.KNOWN:
        return False
    if isinstance(expected, str):
        return bool(cell["value"] == cell["text"] == expected)
    return abs(Decimal(str(cell["value"])) - Decimal(str(expected))) < Decimal("0.01")


@pytest.mark.parametrize("id", TABLES)
def test_each_figure_is_that_of_plain_sql(
    id: str, day: date, data: Database, report_on: ReportOn
) -> None:
    expected = TABLES[id](data)
    rows: dict[str, Json] = {
        row["key"]: row for row in tables_of(told_on(report_on, day))[id]["rows"]
    }
    shown: dict[str, Row] = expected if rows or not _empty(expected) else {}
    assert set(rows) == set(shown)
    for key, row in rows.items():
        cells = leaves(row, id)
        assert len(cells) == len(shown[key]), (key, row)
        for cell, value in zip(cells, shown[key], strict=True):
            assert same(cell, value), (key, cell, value)


def _empty(rows: dict[str, Row]) -> bool:
    return not any(value for row in rows.values() for value in row)


def test_no_number_in_the_json_is_without_its_sql(report_on: ReportOn) -> None:
    """A table that is new, or a figure that is told as words, must be computed again too."""
    for day in DAYS:
        tables = tables_of(told_on(report_on, day))
        assert set(tables) == set(TABLES)
        for id, table in tables.items():
            for row in table["rows"]:
                for cell in row["cells"]:
                    as_words = cell["unit"] == "text" and FIGURE.fullmatch(cell["text"])
                    assert not as_words or id == "model_quality", (id, row["key"], cell)
                    assert cell["unit"] == "text" or not isinstance(cell["value"], float)


def test_each_figure_in_a_sentence_is_that_of_plain_sql(
    day: date, data: Database, report_on: ReportOn
) -> None:
    told = told_on(report_on, day)
    for id, table in tables_of(told).items():
        expected = SENTENCES[id](data) if id in SENTENCES else []
        assert numbers_in(table["sentence"]) == expected, table["sentence"]
    assert numbers_in(told["sections"][0]["words"][0]) == opening(data)


def test_no_other_words_tell_a_figure(report_on: ReportOn) -> None:
    """They are the same whatever the day, so no figure of a day can be in them."""

    def words(day: date) -> list[object]:
        sections = told_on(report_on, day)["sections"]
        sections[0]["words"][0] = ""
        told = [(each["title"], each["words"], each["points"]) for each in sections]
        return [
            *told,
            *((t["title"], t["source"]) for t in tables_of({"sections": sections}).values()),
        ]

    assert words(BEFORE) == words(NOW)


def test_the_past_holds_what_each_table_tells(report_on: ReportOn) -> None:
    """Were a table empty on every day, that it agrees would say nothing."""
    empty = {
        id
        for id in TABLES
        if not any(tables_of(told_on(report_on, day))[id]["rows"] for day in DAYS)
    }
    assert not empty


def test_a_day_before_the_first_list_knows_nothing(report_on: ReportOn) -> None:
    rows = {row["key"]: row for row in tables_of(told_on(report_on, BEFORE))["suppliers"]["rows"]}
    assert rows["assessed"]["cells"][1]["value"] == 0
    assert all(row["cells"][3]["standing"] == Standing.NOT_KNOWN for row in rows.values())
