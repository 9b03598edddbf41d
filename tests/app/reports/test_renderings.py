from xml.etree import ElementTree

import pytest
from pypdfium2 import PdfDocument

from app.features.reports.as_html import as_html
from app.features.reports.as_json import as_json
from app.features.reports.as_pdf import as_pdf
from app.features.reports.as_xlsx import as_xlsx
from app.features.reports.charts import alternative, chart
from app.features.reports.table_types import Report
from tests.app.reports import renderings
from tests.app.reports.conftest import BEFORE, NOW, ReportOn
from tests.app.reports.tagged import problems_of


@pytest.fixture(scope="module")
def report(report_on: ReportOn) -> Report:
    return report_on(NOW)


@pytest.fixture(scope="module")
def pdf(report: Report) -> bytes:
    return as_pdf(report)


def shown(report: Report) -> dict[str, renderings.Rows]:
    return {
        table.id: [
            [renderings.plain(row.heading), *(renderings.plain(cell.text) for cell in row.cells)]
            for row in table.rows
        ]
        for table in report.tables
    }


def test_json_page_and_workbook_agree_cell_by_cell(report: Report) -> None:
    expected = shown(report)
    with_rows = {id: rows for id, rows in expected.items() if rows}
    units = {
        table.id: [[cell.unit for cell in row.cells] for row in table.rows]
        for table in report.tables
    }
    assert renderings.of_json(as_json(report)) == expected
    assert renderings.of_html(as_html(report)) == with_rows
    assert renderings.of_xlsx(as_xlsx(report), units) == expected


def test_the_pdf_agrees_cell_by_cell_as_a_screen_reader_goes(report: Report, pdf: bytes) -> None:
    """A table that goes over two pages is two tables there, and a line is broken at a hyphen."""

    def tight(lines: renderings.Rows) -> renderings.Rows:
        return [["".join(cell.split()) for cell in line] for line in lines]

    lines = [line for rows in shown(report).values() for line in rows]
    printed = [line for rows in renderings.of_pdf(pdf) for line in rows]
    assert tight(printed) == tight(lines)


def test_what_the_board_is_asked_stands_on_the_first_page_whole(
    report: Report, pdf: bytes
) -> None:
    asked = next(table for table in report.tables if table.id == "decisions_asked")
    with PdfDocument(pdf) as read:
        first = "".join(read[0].get_textpage().get_text_bounded().split())
    assert len(asked.rows) > 2
    assert "".join(asked.source.split()) in first
    for row in asked.rows:
        assert "".join(row.heading.split()) in first


def test_the_pdf_is_tagged_as_pdf_ua_asks(pdf: bytes) -> None:
    assert problems_of(pdf) == []


def test_the_same_day_gives_the_same_bytes(report_on: ReportOn, report: Report) -> None:
    assert as_json(report) == as_json(report_on(NOW))
    assert as_html(report) == as_html(report)
    assert as_xlsx(report) == as_xlsx(report)


def test_each_chart_has_its_table_a_sentence_and_an_alternative(report: Report) -> None:
    drawn = [table for table in report.tables if chart(table)]
    assert {"bands", "statements_criteria", "living_wage"} <= {table.id for table in drawn}
    page = as_html(report)
    for table in drawn:
        picture = chart(table)
        assert picture is not None
        assert ElementTree.fromstring(picture).tag.endswith("svg")
        assert table.rows
        assert table.sentence in alternative(table)
        assert page.count("<img ") == len(drawn)


def test_a_table_without_figures_is_not_drawn(report_on: ReportOn) -> None:
    assert not any(chart(table) for table in report_on(BEFORE).tables)
