"""The vetted list as files: their cells as given, and none of them a formula."""

import csv
import io

import openpyxl
from hypothesis import given
from hypothesis import strategies as st

from app.features.imports.results import VettedRow
from app.features.reports.vetted_list import OURS, as_csv, as_workbook, plain

NASTY = ["=1+1", "+44 20", "-2+3", "@SUM(A1)", "\t=1", "<b>x</b>", "\u202eevil", "A" * 300, "{=1}"]
CELLS = st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=40)


def row(*cells: str) -> VettedRow:
    return VettedRow(2, cells, "", True, None)


def test_a_workbook_holds_every_cell_as_text_and_no_formula() -> None:
    book = openpyxl.load_workbook(io.BytesIO(as_workbook(NASTY, [row(*NASTY)])))
    for line in book.active.iter_rows(min_row=1, max_row=2, max_col=len(NASTY)):
        assert [cell.value for cell in line] == NASTY
        assert {cell.data_type for cell in line} == {"s"}


def test_figures_stay_figures_and_numbers_with_zeros_before_them_stay_text() -> None:
    given = ["1200.50", "-4512.5", "01234567", "12345678901234567890", "1e5", "£5"]
    book = openpyxl.load_workbook(io.BytesIO(as_workbook(given, [row(*given)])))
    told = [cell.value for cell in book.active[2]][: len(given)]
    assert told == [1200.5, -4512.5, "01234567", "12345678901234567890", "1e5", "£5"]


@given(st.lists(CELLS, min_size=1, max_size=6))
def test_no_cell_of_a_csv_starts_like_a_formula_unless_it_is_a_number(cells: list[str]) -> None:
    written = as_csv(cells, [row(*cells)]).decode("utf-8-sig")
    lines = list(csv.reader(io.StringIO(written, newline="")))
    assert lines[0] == [plain(cell) for cell in (*cells, *OURS)]
    for given_cell, cell in zip(cells, lines[1], strict=False):
        assert cell.removeprefix("'") == given_cell.removeprefix("'")
        if cell[:1] in ("=", "+", "@", "-") and cell:
            assert float(cell) <= 0


def test_a_short_row_is_filled_and_ours_stand_to_its_right() -> None:
    lines = list(csv.reader(io.StringIO(as_csv(["A", "B", "C"], [row("x")]).decode("utf-8-sig"))))
    assert lines[1][:3] == ["x", "", ""]
    assert lines[1][3:5] == ["", "not assessed"]


def test_workbook_types_days_and_money_and_leaves_company_numbers_as_text() -> None:
    headings = ["Supplier", "Company number", "Annual value", "Start", "End", "Contract ref"]
    given = ["Alder Ltd", "12345678", "1200.5", "2026-04-01", "31/03/2027", "0042"]
    data = as_workbook(headings, [row(*given), row("B", "", "n/a", "2026-13-01", "soon", "7")])
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    first, second = ([cell.value for cell in line][:6] for line in sheet["A2:F3"])
    assert first[:3] == ["Alder Ltd", "12345678", 1200.5]
    assert sheet["C2"].number_format.startswith("£")
    assert [f"{each:%Y-%m-%d}" for each in first[3:5]] == ["2026-04-01", "2027-03-31"]
    assert first[5] == "0042"
    assert second == ["B", None, "n/a", "2026-13-01", "soon", "7"]
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == f"A1:{openpyxl.utils.get_column_letter(6 + len(OURS))}3"
    assert 8 <= sheet.column_dimensions["A"].width < 15
