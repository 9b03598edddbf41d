"""An officer checks a supplier for a contract; a named person overrides it, and must say why."""

import pypdfium2

from tests.journeys.visitor import Visitor


def test_a_person_decides_and_says_why(visitor: Visitor, council: str) -> None:
    page = visitor.page
    visitor.go(council)
    page.get_by_role("link", name="Kestrelmoor Uniforms").first.click()
    page.get_by_text("Check and decide").click()
    page.get_by_label("Contract reference").fill("=BH-1 <i>")
    page.get_by_role("button", name="Check").click()
    visitor.sees("check-taken")
    assert page.get_by_text("=BH-1 <i>", exact=True).is_visible()
    page.get_by_role("button", name="Save decision").click()
    visitor.sees("check-taken-error")
    page.get_by_label("Clear").check()
    page.get_by_role("button", name="Save decision").click()
    page.get_by_role("alert").get_by_text("Say why").wait_for()
    page.get_by_label("Reason").fill("Visited the factory on 3 November; report on file.")
    page.get_by_role("button", name="Save decision").click()
    visitor.sees("check-decided")
    assert page.get_by_text("not as proposed").is_visible()
    assert page.get_by_text("Visited the factory").first.is_visible()


def test_what_is_folded_on_the_screen_is_in_the_print_for_the_file(
    at_desk: Visitor, council: str
) -> None:
    page = at_desk.page
    at_desk.go(council)
    page.get_by_role("link", name="Oakenstrand Security").first.click()
    page.get_by_text("Check and decide").click()
    page.get_by_role("button", name="Check").click()
    folded = page.locator("details .candour-finding h3").first
    told = str(folded.evaluate("e => e.firstChild.textContent")).strip()
    assert told
    assert not folded.is_visible()
    printed = pypdfium2.PdfDocument(page.pdf(format="A4"))
    words = " ".join(" ".join(each.get_textpage().get_text_range().split()) for each in printed)
    assert told in words
    assert "Sign out" not in words
    assert "Open on this machine" not in words
