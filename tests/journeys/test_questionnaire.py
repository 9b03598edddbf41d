"""An officer asks a supplier by a private link; the supplier answers, saves, and comes back."""

import re

from tests.journeys.visitor import Visitor

ODD = "=2+2 <b>" + "W" * 150 + ".pdf"


def link_for(visitor: Visitor, council: str, supplier: str) -> str:
    page = visitor.page
    visitor.go(council)
    page.get_by_role("link", name=supplier).first.click()
    page.locator("a", has_text="Ask this supplier").first.click()
    visitor.sees("ask")
    page.get_by_role("button", name="Make a link").click()
    visitor.sees("ask-link")
    return page.get_by_label("Private link").input_value()


def test_a_supplier_answers_by_a_private_link(visitor: Visitor, council: str) -> None:
    page = visitor.page
    link = link_for(visitor, council, "Wendlebarrow Grounds")
    visitor.go(link)
    visitor.sees("tasks")
    page.get_by_role("link", name="About the work").click()
    visitor.sees("about")
    page.get_by_role("button", name="Save and continue").click()
    visitor.sees("about-error")
    page.get_by_label("No", exact=True).check()
    page.get_by_role("button", name="Save and continue").click()
    page.get_by_text("Completed").wait_for()
    page.get_by_role("link", name="Pay and hours").click()
    visitor.sees("question")
    page.get_by_label("Anything that explains").fill("=2+2 <b>bold</b> abc")
    page.set_input_files("#evidence", {"name": "a.exe", "mimeType": "x/y", "buffer": b"MZ\0\0"})
    page.get_by_role("button", name="Save and continue").click()
    visitor.sees("question-error")
    assert page.get_by_role("alert").get_by_text("is not a PDF").is_visible()
    page.get_by_label("Yes").check()
    page.set_input_files("#evidence", {"name": ODD, "mimeType": "x/y", "buffer": b"%PDF-1.7 a"})
    page.get_by_role("button", name="Save and stay here").click()
    visitor.sees("question-evidence")
    assert page.get_by_text(ODD).first.is_visible()
    page.get_by_role("button", name="Save and continue").click()
    visitor.go(link)
    assert page.get_by_text(re.compile("1 of [0-9]")).is_visible(), "not saved"
    page.get_by_role("button", name="Check your answers").click()
    visitor.sees("send")
    assert page.get_by_text("=2+2 <b>bold</b>").is_visible()
    assert page.get_by_text("fee or cost for getting this work").count() == 0
    page.get_by_role("button", name="Send").click()
    visitor.sees("send-error")
    page.get_by_label("Your name").fill("Bo Example")
    page.get_by_role("button", name="Send").click()
    visitor.sees("sent")
    assert page.get_by_text("Answers sent").is_visible()
    visitor.go(council)
    page.get_by_role("link", name="Wendlebarrow Grounds").first.click()
    page.locator("a", has_text="Ask this supplier").first.click()
    visitor.sees("ask-answered")
    page.get_by_role("link", name="See what they sent").first.click()
    visitor.sees("answered")
    with page.expect_download() as given:
        page.get_by_role("link", name=ODD).click()
    assert given.value.path().read_bytes() == b"%PDF-1.7 a"


def test_a_question_by_keyboard(at_desk: Visitor, council: str) -> None:
    """Fields in the order in which they are read, and an error's link leads to its field."""
    page = at_desk.page
    at_desk.go(f"{link_for(at_desk, council, 'Inkwillow Technology')}/questions/pay.payslips")
    told = at_desk.tabs_through(30)
    wanted = ["value", "text", "evidence", "Save and continue", "stay"]
    assert [each for each in told if each in wanted][: len(wanted)] == wanted
    page.get_by_role("button", name="Save and continue").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.classList.contains('govuk-error-summary')")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.name") == "value"
    page.keyboard.press("ArrowDown")
    assert page.get_by_label("Yes").is_checked() or page.get_by_label("Partly").is_checked()


def test_no_questions_are_put_where_signs_are_urgent(at_desk: Visitor, council: str) -> None:
    page = at_desk.page
    at_desk.go(council)
    page.get_by_role("link", name="Saltmarrow Valeting").first.click()
    assert page.get_by_role("link", name="Ask this supplier").count() == 0
    at_desk.go(f"{page.url}/ask")
    at_desk.sees("ask-urgent")
    assert page.get_by_text("tip off an exploiter").is_visible()
    assert page.get_by_role("button", name="Make a link").count() == 0


def test_an_ended_link_opens_nothing(at_desk: Visitor, council: str) -> None:
    page = at_desk.page
    link = link_for(at_desk, council, "Inkwillow Technology")
    page.get_by_role("button", name="End").first.click()
    answer = page.goto(link)
    assert answer is not None
    assert answer.status == 404
    at_desk.sees("ended-link")
