"""A supplier's name with markup, a formula, marks of direction or 300 letters is shown as text."""

import csv
import io
import re
from collections import Counter

import openpyxl
import pypdfium2
from playwright.sync_api import Page

from tests.journeys.visitor import Visitor

NAMES = [
    '<script>document.title="stolen"</script><b>Bold</b> Ltd',
    "=HYPERLINK(A1) Ltd",
    "\u202eevil\u202c Ltd",
    "W" * 300,
]

FILE = "odd \u202e<b>.csv"


def vetted(page: Page, council: str) -> str:
    out = io.StringIO()
    csv.writer(out).writerows([["Supplier", "Annual value"], *([name, "5"] for name in NAMES)])
    page.goto(f"{council}/vet")
    sent = {"name": FILE, "mimeType": "text/csv", "buffer": out.getvalue().encode()}
    page.set_input_files("#list", sent)
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("button", name="Continue").click()
    assert FILE in page.locator("bdi").all_text_contents(), "it turns the words around it"
    page.get_by_role("button", name="Vet this list").click()
    page.get_by_role("button", name="Continue").click(timeout=60_000)
    return page.url


def letters(text: str) -> Counter[str]:
    """Letters alone: a print breaks a long name in lines, and turns one that is marked to be."""
    return Counter(re.sub(r"[\W_]", "", text))


def printed(data: bytes) -> Counter[str]:
    document = pypdfium2.PdfDocument(data)
    told = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return letters(told)


def test_odd_names_are_text_everywhere(at_phone: Visitor, council: str) -> None:
    page = at_phone.page
    result = vetted(page, council)
    at_phone.sees("odd-names")
    for name in NAMES:
        page.get_by_role("link", name=name).first.click()
        at_phone.sees("odd-name")
        assert page.get_by_role("heading", level=1).inner_text() == name
        page.get_by_text("Check and decide").click()
        page.get_by_role("button", name="Check", exact=True).click()
        at_phone.sees("odd-name-check")
        assert printed(page.pdf()) >= letters(name), "the print for the tender file"
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
