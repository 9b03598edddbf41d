"""An officer sends a list as it is, corrects a column, and gets it back with results."""

import csv
import io
from pathlib import Path

import pytest

from tests.journeys.visitor import Visitor

COUNCIL = Path(__file__).resolve().parents[2] / "examples" / "council"


def vetted(visitor: Visitor, address: str, files: dict[str, list[Path]]) -> None:
    page = visitor.page
    visitor.go(f"{address}/vet")
    visitor.sees("vet")
    for field, paths in files.items():
        page.set_input_files(f"#{field}", paths)
    page.get_by_role("button", name="Continue").click()
    visitor.sees("vet-columns")


def finished(visitor: Visitor) -> None:
    page = visitor.page
    for _ in range(300):
        if page.get_by_role("button", name="Continue").is_visible():
            return
        page.wait_for_timeout(500)
        if not visitor.scripts:
            page.get_by_role("link", name="Refresh").click()
    pytest.fail("the job did not end")


def test_an_officer_vets_a_list(visitor: Visitor, council: str) -> None:
    page = visitor.page
    statements = sorted((COUNCIL / "statements").iterdir())[:4]
    vetted(
        visitor,
        council,
        {"list": [COUNCIL / "suppliers.xlsx"], "statements": statements,
         "answers": [COUNCIL / "answers.csv"]},
    )  # fmt: skip
    page.get_by_role("button", name="Continue").click()
    visitor.sees("vet-check")
    assert page.get_by_role("row", name="30").get_by_text("names no supplier").is_visible()
    page.get_by_role("button", name="Vet this list").click()
    visitor.sees("job")
    finished(visitor)
    visitor.sees("job-finished")
    page.get_by_role("button", name="Continue").click()
    visitor.sees("vetted")
    # A phone shows each row as a card, with the heading at each cell instead of above them.
    band = page.get_by_role("columnheader", name="Risk band").or_(
        page.locator("[data-label='Risk band']")
    )
    assert band.filter(visible=True).first.is_visible()
    assert page.get_by_text("Decided or proposed for its").is_visible()
    headings = page.get_by_role("columnheader", include_hidden=True)
    few = headings.count()
    page.get_by_role("link", name="Show all your columns").click()
    visitor.sees("vetted-all-columns")
    assert headings.count() > few
    page.get_by_role("link", name="Show fewer").click()
    assert headings.count() == few
    with page.expect_download() as given:
        page.get_by_role("link", name="CSV").click()
    rows = list(csv.reader(io.StringIO(given.value.path().read_text("utf-8-sig"))))
    assert "Candour: proposed" in rows[0]
    assert {len(row) for row in rows} == {len(rows[0])}


def test_two_columns_cannot_hold_one_thing(visitor: Visitor, council: str) -> None:
    page = visitor.page
    vetted(visitor, council, {"list": [COUNCIL / "suppliers.csv"]})
    page.get_by_label("Contract title").select_option("reference")
    page.get_by_role("button", name="Continue").click()
    visitor.sees("vet-columns-error")
    assert page.get_by_role("alert").get_by_text("Two columns").is_visible()
    page.get_by_label("Contract title").select_option("description")
    page.get_by_role("button", name="Continue").click()
    page.get_by_text("Description (“Contract title”)").wait_for()


def test_nothing_sent_is_said_by_the_field(visitor: Visitor, council: str) -> None:
    visitor.go(f"{council}/vet")
    visitor.page.get_by_role("button", name="Continue").click()
    visitor.sees("vet-error")
    visitor.page.get_by_role("alert").get_by_role("link").click()
    if visitor.scripts:
        assert visitor.page.evaluate("document.activeElement.id") == "list"
    else:
        assert visitor.page.url.endswith("#list")
