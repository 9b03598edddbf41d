"""An officer opens a supplier, sees why, and follows a finding to the sentence on its page."""

import re

from tests.journeys.visitor import Visitor


def opened(visitor: Visitor, council: str, name: str) -> None:
    visitor.go(council)
    visitor.page.get_by_role("link", name=name).first.click()


def test_the_decision_and_its_reason_stand_first(visitor: Visitor, council: str) -> None:
    opened(visitor, council, "Oakenstrand Security")
    visitor.sees("supplier")
    for tab in ("Findings", "Pay", "Statement", "Contracts", "Company", "Actions", "History"):
        visitor.page.get_by_role("link", name=tab, exact=True).last.click()
        visitor.sees(f"supplier-{tab.lower()}")
        current = visitor.page.locator("[aria-label='This supplier'] [aria-current=page]")
        assert current.text_content() == tab
        tall = visitor.page.evaluate("document.documentElement.scrollHeight")
        wide = visitor.page.viewport_size["width"]
        assert tall <= 4000 or wide < 1000, f"{tab} is {tall} pixels long"
    visitor.page.get_by_role("link", name="Summary", exact=True).last.click()
    box = visitor.page.get_by_text("Proposed:").first.bounding_box()
    assert box is not None
    assert box["y"] < 800, "the decision is not on the first screen"


def test_urgent_signs_come_with_what_not_to_do(visitor: Visitor, council: str) -> None:
    opened(visitor, council, "Saltmarrow Valeting")
    visitor.sees("supplier-urgent")
    urgent = visitor.page.get_by_role("region", name="A named person must look today")
    assert urgent.get_by_text("999").first.is_visible()
    assert urgent.get_by_text("08000 121 700").is_visible()
    assert urgent.get_by_text("Do not tip them off").is_visible()


def test_a_finding_leads_to_its_sentence_on_the_page(visitor: Visitor, council: str) -> None:
    opened(visitor, council, "Inkwillow Technology")
    page = visitor.page
    page.get_by_role("link", name="Findings", exact=True).click()
    links = page.locator("a[href*='sentence=']").evaluate_all(
        "all => all.map(e => [e.getAttribute('href'),"
        " e.closest('blockquote').querySelector('p').textContent])"
    )
    quote = ""
    for href, words in links:
        quote = words
        visitor.go(council + href)
        if page.locator(".candour-sentence--chosen").get_by_role("link", name="Why this").count():
            break  # it was offered by the classifier, not by its words alone
    visitor.sees("evidence")
    chosen = page.locator(".candour-sentence--chosen q")
    assert chosen.text_content() == quote.strip("“”")
    assert page.locator(".candour-box--chosen rect").count() >= 1
    picture = page.get_by_role("img", name="as printed")
    assert picture.evaluate("async e => (await e.decode(), e.naturalWidth)") > 800
    page.locator(".candour-sentence--chosen").get_by_role("link", name="Why this").first.click()
    visitor.sees("why")
    assert page.locator("blockquote p").text_content() == quote
    heaviest = page.get_by_role("table", name="Words of the sentence").get_by_role("row").nth(1)
    assert heaviest.get_by_role("cell", name=re.compile("^(for|against)$")).is_visible()
    page.locator(".govuk-back-link").click()
    assert page.locator(".candour-sentence--chosen").is_visible()


def test_evidence_is_said_to_be_right_from_the_keyboard(visitor: Visitor, council: str) -> None:
    opened(visitor, council, "Inkwillow Technology")
    page = visitor.page
    page.get_by_role("link", name="Findings", exact=True).click()
    visitor.go(council + str(page.locator("a[href*='sentence=']").first.get_attribute("href")))
    chosen = page.locator(".candour-sentence--chosen")
    right = chosen.get_by_role("button", name="Right").first
    assert not right.is_visible(), "the buttons stand open and make the page long"
    chosen.locator("summary").press("Enter")
    visitor.sees("evidence-say")
    right.press("Enter")
    page.get_by_text("Right as evidence on").first.wait_for()
    visitor.sees("evidence-said")


def test_a_statement_without_pages_is_shown_as_words(visitor: Visitor, council: str) -> None:
    opened(visitor, council, "Pellowmere Cleaning")
    page = visitor.page
    page.get_by_role("link", name="Findings", exact=True).click()
    visitor.go(council + str(page.locator("a[href*='sentence=']").first.get_attribute("href")))
    visitor.sees("evidence-words")
    assert page.locator("mark").count() >= 1
    assert page.locator("figure").count() == 0


def test_a_supplier_that_is_none_of_ours_is_a_page_too(at_desk: Visitor, council: str) -> None:
    page = at_desk.page
    answer = page.goto(f"{council}/suppliers/00000000-0000-0000-0000-000000000000")
    assert answer is not None
    assert answer.status == 404
    at_desk.sees("not-found")
