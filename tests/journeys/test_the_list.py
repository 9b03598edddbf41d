"""An officer narrows the list to what they look for, sorts it, and sees it as a map."""

from tests.journeys.visitor import Visitor


def test_an_empty_list_says_what_to_do_next(visitor: Visitor, empty: str) -> None:
    visitor.go(empty)
    visitor.sees("empty")
    visitor.page.get_by_role("link", name="Vet a list").last.click()
    visitor.page.get_by_role("heading", name="Vet a list").wait_for()


def test_the_list_is_narrowed_and_sorted(visitor: Visitor, council: str) -> None:
    page = visitor.page
    visitor.go(council)
    visitor.sees("suppliers")
    assert page.get_by_role("row").nth(1).get_by_text("urgent").is_visible()
    page.get_by_text("Filter and sort").click()
    page.get_by_label("Decided or proposed").select_option("ask")
    page.get_by_label("Missing").select_option("statement")
    page.get_by_label("Sort by").select_option("value")
    page.get_by_role("button", name="Show").click()
    visitor.sees("suppliers-filtered")
    proposed = page.locator("tbody tr td:nth-child(3)").all_text_contents()
    assert proposed
    assert all("ask" in each.lower() for each in proposed)
    page.get_by_label("Minimum annual value").fill("much")
    page.get_by_role("button", name="Show").click()
    visitor.sees("suppliers-error")
    assert page.get_by_role("alert").get_by_text("must be pounds").is_visible()


def test_the_map_is_a_table_of_links(visitor: Visitor, council: str) -> None:
    page = visitor.page
    visitor.go(f"{council}/risk-map")
    visitor.sees("risk-map")
    link = page.get_by_role("table").get_by_role("link").first
    number = int((link.text_content() or "").split()[0])
    link.click()
    page.get_by_role("heading", name="Suppliers").wait_for()
    assert page.locator("tbody tr").count() == number
