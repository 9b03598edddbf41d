"""The main forms by keyboard: every field in the order in which it is read, each seen in focus."""

from tests.journeys.visitor import Visitor

VET = ["list", "statements", "answers", "Continue"]
CHECK = ["statement", "link", "text", "earlier", "Check it"]
FILTER = ["name", "band", "decision", "category", "place", "value", "missing", "sort", "Show"]


FOCUSED = "document.activeElement.querySelector('h2')?.textContent.trim()"


def in_order(visitor: Visitor, fields: list[str]) -> bool:
    told = visitor.tabs_through(40)
    return [each for each in told if each in fields][: len(fields)] == fields


def test_the_skip_link_comes_first(at_desk: Visitor, empty: str) -> None:
    at_desk.go(f"{empty}/vet")
    assert at_desk.tabs_through(1) == ["Skip to main content"]


def test_vetting_a_list(at_desk: Visitor, empty: str) -> None:
    at_desk.go(f"{empty}/vet")
    assert in_order(at_desk, VET)


def test_checking_a_statement(at_desk: Visitor, empty: str) -> None:
    at_desk.go(f"{empty}/check-your-statement")
    assert in_order(at_desk, CHECK)


def test_filtering_suppliers(at_desk: Visitor, council: str) -> None:
    at_desk.go(f"{council}/?band=high")
    assert in_order(at_desk, FILTER)


def test_deciding(at_desk: Visitor, council: str) -> None:
    at_desk.go(council)
    at_desk.page.get_by_role("link", name="Tidewick Contact").first.click()
    at_desk.page.get_by_text("Check and decide").click()
    at_desk.page.get_by_role("button", name="Check").click()
    assert in_order(at_desk, ["decision", "reason", "Save decision"])
    at_desk.page.get_by_role("button", name="Save decision").click()
    alert = at_desk.page.get_by_role("alert")
    alert.wait_for()
    assert at_desk.page.evaluate(FOCUSED) == "There is a problem", "a problem takes the focus"
    alert.get_by_role("link").press("Enter")
    assert at_desk.page.evaluate("document.activeElement.name") == "decision"


def test_answering_a_questionnaire(at_desk: Visitor, council: str) -> None:
    page = at_desk.page
    at_desk.go(council)
    page.get_by_role("link", name="Tidewick Contact").first.click()
    page.locator("a", has_text="Ask this supplier").first.click()
    page.get_by_role("button", name="Make a link").click()
    at_desk.go(page.get_by_label("Private link").input_value())
    tasks = page.locator(".govuk-task-list a")
    names = [name.strip()[:40] for name in tasks.all_text_contents()]
    assert len(names) > 1
    assert in_order(at_desk, names)
    tasks.first.focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Save and continue").wait_for()
    fields = page.locator("main input[type=radio]").evaluate_all("all => all.map(e => e.name)")
    order = [*dict.fromkeys(fields), "Save and continue"]
    assert in_order(at_desk, order)


def test_going_on_with_several_suppliers(at_desk: Visitor, council: str) -> None:
    at_desk.go(council)
    at_desk.page.get_by_label("Choose Inkwillow Technology Ltd").focus()
    at_desk.page.keyboard.press("Space")
    at_desk.page.get_by_role("button", name="Continue with selected").press("Enter")
    at_desk.page.get_by_role("button", name="Continue").wait_for()
    assert in_order(at_desk, ["deed", "Continue"])
    at_desk.page.get_by_label("Agree an action").check()
    at_desk.page.get_by_role("button", name="Continue").press("Enter")
    at_desk.page.get_by_role("button", name="Agree it").wait_for()
    assert in_order(at_desk, ["title", "owner", "due-day", "due-month", "due-year", "Agree it"])


def test_what_has_the_focus_is_seen(at_desk: Visitor, empty: str) -> None:
    at_desk.go(f"{empty}/check-your-statement")
    at_desk.page.get_by_label("Or paste its text").focus()
    shown = at_desk.page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert shown == "solid"
