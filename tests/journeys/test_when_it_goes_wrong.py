"""What an officer meets when a file, a list or a filter gives nothing, and what it says to do."""

from pathlib import Path

from tests.journeys.test_vet_a_list import finished
from tests.journeys.visitor import Visitor


def sent(visitor: Visitor, address: str, name: str, data: bytes, *statements: Path) -> None:
    page = visitor.page
    visitor.go(f"{address}/vet")
    page.set_input_files("#list", {"name": name, "mimeType": "text/csv", "buffer": data})
    page.set_input_files("#statements", statements)
    page.get_by_role("button", name="Continue").click()


def test_a_list_that_cannot_be_read(at_phone: Visitor, council: str) -> None:
    sent(at_phone, council, "list.xlsx", b"PK\x03\x04 no workbook")
    at_phone.sees("vet-unreadable")
    assert at_phone.page.get_by_role("alert").is_visible()


def test_rows_without_a_name_and_a_statement_that_does_not_open(
    visitor: Visitor, council: str, tmp_path: Path
) -> None:
    page, broken = visitor.page, tmp_path / "Elm Ltd statement.pdf"
    broken.write_bytes(b"%PDF-1.7 broken")
    sent(visitor, council, "list.csv", b"Supplier,Value\nElm Ltd,5\n,7\n", broken)
    page.get_by_role("button", name="Continue").click()
    visitor.sees("vet-check-rows")
    page.get_by_role("button", name="Vet this list").click()
    finished(visitor)
    visitor.sees("job-with-failures")
    if visitor.scripts:
        page.get_by_role("link", name="See what could not be done").click()
    assert page.get_by_role("listitem").filter(has_text="Elm Ltd statement.pdf").is_visible()
    page.get_by_role("button", name="Continue").click()
    visitor.sees("vetted-with-failures")
    page.get_by_role("link", name="Elm Ltd").first.click()
    visitor.sees("supplier-unread")


def test_a_filter_that_nothing_fits(visitor: Visitor, council: str) -> None:
    visitor.go(f"{council}/?name=nobody+of+this+name&place=nowhere")
    visitor.sees("suppliers-none")
    visitor.page.get_by_role("link", name="Show all suppliers").click()
    assert visitor.page.locator("tbody tr").count() > 1


def test_a_report_is_being_made(at_phone: Visitor, council: str) -> None:
    at_phone.go(f"{council}/board")
    at_phone.page.get_by_role("button", name="Make this report").click()
    at_phone.sees("board-asked")
    assert at_phone.page.get_by_text("The report is being made").is_visible()
