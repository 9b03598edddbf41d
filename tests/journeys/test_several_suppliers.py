"""An officer does one thing with several suppliers, keeps a view, and follows the actions."""

from tests.journeys.visitor import Visitor


def chosen(visitor: Visitor, council: str, *names: str) -> None:
    visitor.go(council)
    for name in names:
        visitor.page.get_by_label(f"Choose {name}").check()
    visitor.page.get_by_role("button", name="Continue with selected").click()


def test_several_are_asked_by_private_links(visitor: Visitor, council: str) -> None:
    page = visitor.page
    chosen(visitor, council, "Inkwillow Technology Ltd", "Saltmarrow Valeting Ltd")
    visitor.sees("chosen")
    page.get_by_label("Ask them for answers").check()
    page.get_by_role("button", name="Continue").click()
    visitor.sees("links")
    assert page.get_by_role("row", name="Inkwillow").get_by_text("/answers/").is_visible()
    assert page.get_by_role("listitem").filter(has_text="tip off an exploiter").is_visible()


def test_an_action_is_agreed_with_several_and_ended(visitor: Visitor, council: str) -> None:
    page = visitor.page
    chosen(visitor, council, "Inkwillow Technology Ltd", "Tidewick Contact Centres Ltd")
    page.get_by_role("button", name="Continue").click()
    visitor.sees("chosen-error")
    page.get_by_label("Agree an action").check()
    page.get_by_role("button", name="Continue").click()
    visitor.sees("chosen-action")
    page.get_by_role("button", name="Agree it").click()
    visitor.sees("chosen-action-error")
    page.get_by_label("What is to be done").fill("=Show <i>payslips</i> of 3 months")
    page.get_by_label("Who sees to it").fill("Ada Example")
    for field, value in (("Day", "31"), ("Month", "1"), ("Year", "2099")):
        page.get_by_label(field, exact=True).fill(value)
    page.get_by_role("button", name="Agree it").click()
    visitor.sees("actions")
    assert page.get_by_text("2 actions were agreed").is_visible()
    page.get_by_role("link", name="=Show <i>payslips</i>").last.click()
    visitor.sees("action")
    page.get_by_label("Done").check()
    page.get_by_role("button", name="Save").click()
    visitor.sees("action-error")
    page.get_by_label("What shows it").fill("Payslips of May to July, kept in the file.")
    page.get_by_role("button", name="Save").click()
    visitor.sees("action-done")
    assert page.get_by_role("blockquote").get_by_text("Payslips of May").is_visible()


def test_nobody_chosen_is_said(at_phone: Visitor, council: str) -> None:
    chosen(at_phone, council)
    at_phone.sees("chosen-nobody")


def test_all_that_fit_are_judged_again(at_desk: Visitor, council: str) -> None:
    page = at_desk.page
    at_desk.go(f"{council}/?category=Cleaning")
    page.get_by_role("button", name="Go on with all 2 that fit").click()
    page.get_by_label("Judge them again").check()
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("heading", name="Assessing suppliers again").wait_for()


def test_a_view_is_kept_and_deleted(visitor: Visitor, council: str) -> None:
    page = visitor.page
    visitor.go(f"{council}/?category=Cleaning&sort=value")
    page.get_by_label("Keep this view").fill("Cleaners <b>")
    page.get_by_role("button", name="Keep view").click()
    visitor.go(council)
    visitor.sees("suppliers-views")
    page.get_by_role("link", name="Cleaners <b>").click()
    assert page.locator("tbody tr").count() == 2
    visitor.go(council)
    page.get_by_role("button", name="Delete the view Cleaners").click()
    assert page.get_by_role("link", name="Cleaners <b>").count() == 0
