"""A supplier's name with markup, a formula, marks of direction or 300 letters is shown as text."""

import csv
import io

import openpyxl
from playwright.sync_api import Page

from tests.journeys.visitor import Visitor

NAMES = [
    '<script>document.title="stolen"</script><b>Bold</b> Ltd',
    "=HYPERLINK(A1) Ltd",
    "\u202eevil\u202c Ltd",
    "W" * 300,
]


def vetted(page: Page, council: str) -> str:
    out = io.StringIO()
    csv.writer(out).writerows([["Supplier", "Annual value"], *([name, "5"] for name in NAMES)])
    page.goto(f"{council}/vet")
    sent = {"name": "odd.csv", "mimeType": "text/csv", "buffer": out.getvalue().encode()}
    page.set_input_files("#list", sent)
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("button", name="Vet this list").click()
    page.get_by_role("button", name="Continue").click(timeout=60_000)
    return page.url


def test_odd_names_are_text_everywhere(at_phone: Visitor, council: str) -> None:
    page = at_phone.page
    result = vetted(page, council)
    at_phone.sees("odd-names")
    for name in NAMES:
        page.get_by_role("link", name=name).first.click()
        at_phone.sees("odd-name")
        assert page.get_by_role("heading", level=1).inner_text() == name
        at_phone.go(result)
    at_phone.go(f"{council}/?name=%3Cb%3EBold")
    at_phone.sees("odd-names-list")
    assert page.get_by_role("link", name=NAMES[0]).is_visible()
    with page.expect_download() as given:
        at_phone.go(result)
        page.get_by_role("link", name="workbook").click()
    sheet = openpyxl.load_workbook(io.BytesIO(given.value.path().read_bytes())).active
    cells = [sheet.cell(row, 1) for row in range(2, 2 + len(NAMES))]
    assert [cell.value for cell in cells] == NAMES
    assert {cell.data_type for cell in cells} == {"s"}
