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
