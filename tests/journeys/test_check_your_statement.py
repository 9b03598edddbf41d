"""A small business without an account checks its statement and learns what would better it."""

from pathlib import Path

import pytest

from tests.journeys.visitor import Visitor

ROOT = Path(__file__).resolve().parents[2]
REAL = ROOT.parent / "shared" / "data" / "statements" / "pdf"
LAST_YEAR = ROOT / "examples" / "council" / "sources" / "inkwillow.md"


def test_a_business_checks_its_statement(visitor: Visitor, empty: str) -> None:
    if not REAL.is_dir():
        pytest.skip("no real statements beside the project")
    page = visitor.page
    visitor.go(f"{empty}/check-your-statement")
    visitor.sees("check")
    page.set_input_files("#statement", REAL / "vwr.pdf")
    page.get_by_role("button", name="Check it").click()
    visitor.sees("checked")
    assert page.get_by_text("of 100").first.is_visible()
    assert page.locator("blockquote").count() > 3
    assert "we will" in page.get_by_label("Draft answer").input_value().lower()


def test_pasted_text_is_checked_as_well(visitor: Visitor, empty: str) -> None:
    page = visitor.page
    visitor.go(f"{empty}/check-your-statement")
    text = LAST_YEAR.read_text()
    page.get_by_label("Or paste its text").fill(f"{text}\n\nWe rescued two victims in May 2025.")
    page.set_input_files("#earlier", LAST_YEAR)
    page.get_by_role("button", name="Check it").click()
    visitor.sees("checked-text")
    assert page.get_by_text("copied on unchanged").is_visible()
    assert page.get_by_text("Instead of “rescued”").is_visible()


def test_a_link_that_cannot_be_fetched_is_told_by_its_field(visitor: Visitor, empty: str) -> None:
    page = visitor.page
    visitor.go(f"{empty}/check-your-statement")
    page.get_by_label("Or a link to it").fill("https://127.0.0.1/<b>=1+1</b>" + "W" * 300)
    page.get_by_role("button", name="Check it").click()
    visitor.sees("check-link-error")
    page.get_by_role("alert").get_by_role("link", name="We cannot fetch it").click()
    assert page.evaluate("document.activeElement.id || location.hash").strip("#") == "link"


def test_a_result_is_shared_and_the_sharing_ended(visitor: Visitor, empty: str) -> None:
    page = visitor.page
    visitor.go(f"{empty}/check-your-statement")
    page.get_by_label("Or paste its text").fill(LAST_YEAR.read_text())
    page.get_by_role("button", name="Check it").click()
    page.get_by_label("90 days").check()
    page.get_by_role("button", name="Make a link").click()
    visitor.sees("sharing")
    own = page.get_by_label("Keep this one for yourself").input_value()
    visitor.go(page.get_by_label("Send this link to the council").input_value())
    visitor.sees("shared")
    assert page.get_by_text("of 100").first.is_visible()
    assert page.get_by_text("Draft answer").count() == 0
    shared = page.url
    visitor.go(own)
    page.get_by_role("button", name="End the sharing now").click()
    visitor.sees("sharing-ended")
    page.goto(shared)
    visitor.sees("shared-gone")
    assert page.get_by_text("does not work any more").is_visible()


def test_what_is_no_statement_gets_no_score(visitor: Visitor, empty: str) -> None:
    page = visitor.page
    visitor.go(f"{empty}/check-your-statement")
    page.get_by_label("Or paste its text").fill("Our shop sells apples. We open at nine.")
    page.get_by_role("button", name="Check it").click()
    visitor.sees("checked-no-statement")
    assert page.get_by_text("has no score").is_visible()


def test_an_unreadable_file_is_told_by_its_field(visitor: Visitor, empty: str) -> None:
    page = visitor.page
    visitor.go(f"{empty}/check-your-statement")
    page.set_input_files(
        "#statement", {"name": "a.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4 no"}
    )
    page.get_by_role("button", name="Check it").click()
    visitor.sees("check-error")
    assert page.get_by_role("alert").get_by_text("cannot read it").is_visible()
