"""The main forms by keyboard: every field in the order in which it is read, each seen in focus."""

from tests.journeys.visitor import Visitor

VET = ["list", "statements", "answers", "Continue"]
CHECK = ["statement", "link", "text", "earlier", "Check it"]
FILTER = ["name", "band", "decision", "category", "place", "value", "missing", "sort", "Show"]


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


def test_what_has_the_focus_is_seen(at_desk: Visitor, empty: str) -> None:
    at_desk.go(f"{empty}/check-your-statement")
    at_desk.page.get_by_label("Or paste its text").focus()
    shown = at_desk.page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert shown == "solid"
